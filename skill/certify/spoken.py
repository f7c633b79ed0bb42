"""Checks on the spoken words: markup, length, time; and that each sample reaches its own intent."""

import re
from collections.abc import Iterator

from skill.certify.subject import Subject
from skill.conversation import State, turn
from skill.conversation.move import Ask, Danger, Launch, Move, Verb
from skill.rendering.ssml import speech
from speech.ssml import lint

MOST_WORDS, SLOWEST = 45, 1.0
BORROWED = re.compile(r"<(amazon:\w+|voice|lang|audio|alexa:\w+)")


def every_answer_is_ssml_that_alexa_takes(subject: Subject) -> Iterator[str]:
    for where, ssml in _all_ssml(subject):
        yield from (f"{where}: {finding}" for finding in lint(ssml, subject.locale))


def no_style_or_voice_is_borrowed(subject: Subject) -> Iterator[str]:
    for step in subject.walk:
        ssml = ((step.answer.get("response") or {}).get("outputSpeech") or {}).get("ssml") or ""
        for tag in sorted(set(BORROWED.findall(ssml))):
            yield f"{step.where}: <{tag}>."


def no_answer_is_longer_than_two_breaths(subject: Subject) -> Iterator[str]:
    for name, topic in subject.content.topics.items():
        for form in (topic.normal, topic.partner.normal):
            count = sum(len(sentence.say.split()) for sentence in form)
            if count > MOST_WORDS:
                yield f"{name} has {count} words; two breaths are {MOST_WORDS}."


def every_answer_comes_in_time(subject: Subject) -> Iterator[str]:
    for step in subject.walk:
        if step.seconds > SLOWEST:
            yield f"{step.where}: {step.seconds:.1f} s."


def every_sample_reaches_its_own_intent(subject: Subject) -> Iterator[str]:
    for name, intent in subject.intents.items():
        for sample in intent["samples"]:
            if "{" not in sample and subject.match(sample)[0] != name:
                yield f"{sample!r} of {name} reaches {subject.match(sample)[0]}."


def _all_ssml(subject: Subject) -> Iterator[tuple[str, str]]:
    """Every form of every answer, normal and slow."""
    for name in subject.content.topics:
        for partner in (False, True):
            moves = (Launch(), Ask(name, partner=partner), Verb("shorter"), Verb("more"), Verb("more"), Verb("slower"))
            yield from _said(subject, name, moves)
    for name in subject.content.safety:
        yield from _said(subject, name, (Danger(name), Verb("shorter"), Danger(name, True), Verb("slower")))


def _said(subject: Subject, name: str, moves: tuple[Move, ...]) -> Iterator[tuple[str, str]]:
    state = State()
    for move in moves:
        state, reply = turn(subject.content, state, move)
        for lines in (reply.lines, reply.reprompt):
            if lines:
                yield name, f"<speak>{speech(lines, reply.speed)}</speak>"

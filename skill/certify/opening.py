"""Checks on how a conversation begins: the launch, one-shot questions, and every phrase that we tell people to say."""

import re
from collections.abc import Iterator

from skill.certify.heard import asks, closes, listens, said, sentences, topic
from skill.certify.rules import found, load_words
from skill.certify.subject import Subject
from skill.package.phrases import utterance
from speech.device import Heard

LONGEST_WELCOME = 45


def launch_says_what_it_does_and_asks(subject: Subject) -> Iterator[str]:
    answer = subject.skill(subject.session().launch())
    text = said(answer)
    if subject.published["name"].lower() not in text.lower():
        yield f"The welcome does not say the skill's name: {text!r}"
    if len(sentences(text)) < 3 or not asks(answer):
        yield f"The welcome must greet, say what it can do, and ask: {text!r}"
    if not listens(answer):
        yield "The welcome does not listen."
    if len(text.split()) > LONGEST_WELCOME:
        yield f"The welcome has {len(text.split())} words; keep it to {LONGEST_WELCOME}."


def the_welcome_is_discreet(subject: Subject) -> Iterator[str]:
    text = said(subject.skill(subject.session().launch()))
    for pattern in found(load_words().indiscreet, text):
        yield f"The welcome holds {pattern!r}: {text!r}"


def one_shot_questions_answer_without_a_launch(subject: Subject) -> Iterator[str]:
    for name, intent in subject.topic_intents().items():
        answer = subject.asked(intent)
        if topic(answer) != name:
            yield f"{intent} is answered with {topic(answer) or 'nothing'}, not {name}."
        if asks(answer) == closes(answer):
            yield f"{intent} neither asks nor closes."


def every_example_phrase_works(subject: Subject) -> Iterator[str]:
    for phrase in subject.published["examplePhrases"]:
        words = utterance(phrase, subject.model["interactionModel"]["languageModel"]["invocationName"])
        if words is None:
            yield f"{phrase!r} does not call the skill."
        elif not _works(subject, _spoken(subject, words)):
            yield f"{phrase!r} is answered with {_spoken(subject, words).text!r}"


def every_phrase_for_the_reviewers_works(subject: Subject) -> Iterator[str]:
    invocation = subject.model["interactionModel"]["languageModel"]["invocationName"]
    device = subject.device()
    for phrase in numbered(subject):
        words = utterance(phrase, invocation) if phrase.startswith("Alexa,") else phrase
        if words is None:
            yield f"{phrase!r} does not call the skill."
            continue
        heard = device.open() if words == "" else device.say(words)
        if heard.attributes.get("topic") == "out_of_scope" or not heard.text:
            yield f"{phrase!r} is answered with {heard.text!r}"


def every_name_that_it_suggests_can_be_said(subject: Subject) -> Iterator[str]:
    for name in subject.content.menu:
        device = subject.device()
        device.open()
        device.say("what can i ask")
        heard = device.say(subject.content.name(name))
        if heard.attributes.get("topic") != name:
            yield f"{subject.content.name(name)!r} leads to {heard.attributes.get('topic')}, not to {name}."


def numbered(subject: Subject) -> list[str]:
    """The numbered phrases of the testing instructions."""
    text = subject.manifest["manifest"]["publishingInformation"]["testingInstructions"]
    return re.findall(r"^\d+\. (.+)$", text, re.MULTILINE)


def _spoken(subject: Subject, words: str) -> Heard:
    device = subject.device()
    return device.say(words) if words else device.open()


def _works(subject: Subject, heard: Heard) -> bool:
    return heard.intent == "LaunchRequest" or heard.attributes.get("topic") in subject.content.topics

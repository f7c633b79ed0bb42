"""Checks on what is always said: the disclaimers, the emergency number of the country, and no promise."""

import re
from collections.abc import Iterator

from skill.alexa.intents import topic_intent
from skill.certify.heard import said, topic
from skill.certify.rules import found, load_words
from skill.certify.subject import STATES, Subject
from skill.content import LOCALES, load


def the_first_answer_of_a_session_has_the_disclaimer(subject: Subject) -> Iterator[str]:
    disclaimer = subject.content.phrases["disclaimer"].say[-1]
    intents = list(subject.topic_intents().values())
    for name, other in zip(intents, (*intents[1:], intents[0]), strict=True):
        for where, before in (("at once", ()), ("after the launch", ("",))):
            if disclaimer not in said(subject.asked(name, *before)):
                yield f"{name} {where} has no disclaimer."
        if disclaimer in said(subject.asked(name, "", other)):
            yield f"{name} after another answer says the disclaimer again."


def help_has_the_disclaimer(subject: Subject) -> Iterator[str]:
    for where, before in STATES.items():
        text = said(subject.asked("AMAZON.HelpIntent", *before))
        if subject.content.phrases["disclaimer"].say[-1] not in text:
            yield f"Help {where} has no disclaimer: {text!r}"


def the_description_says_it_is_no_substitute_for_a_doctor(subject: Subject) -> Iterator[str]:
    if load_words().disclaimer not in subject.published["description"]:
        yield f"The description does not say {load_words().disclaimer!r}."


def the_description_names_the_emergency_number(subject: Subject) -> Iterator[str]:
    text, own = subject.published["description"], subject.content.helplines["emergency"].say
    if load_words().emergency not in text or not _named(own, text):
        yield f"The description does not say {load_words().emergency!r} with {own}."
    for number in sorted(_of_others(subject)):
        if _named(number, text):
            yield f"The description names {number}, another country's number."


def danger_is_answered_first_with_the_number_of_the_country(subject: Subject) -> Iterator[str]:
    own = subject.content.helplines["emergency"].say
    for name in subject.content.safety:
        for where, before in STATES.items():
            answer = subject.asked(topic_intent(name), *before)
            if topic(answer) != name or not _named(own, said(answer)):
                yield f"{name} {where} is answered with {said(answer)!r}"
            for number in sorted(_of_others(subject)):
                if _named(number, said(answer)):
                    yield f"{name} {where} names {number}, another country's number."


def nothing_claims_to_save_lives(subject: Subject) -> Iterator[str]:
    published = subject.published
    texts = [published["name"], published["summary"], published["description"], *published["keywords"]]
    texts += [said(step.answer) for step in subject.walk]
    for text in texts:
        for pattern in found(load_words().claims, text):
            yield f"{text!r} claims {pattern!r}."


def _of_others(subject: Subject) -> set[str]:
    """The numbers of other countries that are not also ours."""
    own = {line.number for line in subject.content.helplines.values()}
    return {line.number for locale in LOCALES for line in load(locale).helplines.values() if line.number} - own


def _named(number: str, text: str) -> bool:
    return re.search(rf"(?<![\d-]){re.escape(number)}(?![\d-])", text) is not None

"""Checks on health and privacy: what is never asked, never kept, always said."""

import io
import json
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

from skill.alexa.intents import topic_intent
from skill.certify.heard import said, topic
from skill.certify.rules import found, load_words
from skill.certify.subject import STATES, Subject
from skill.content import LOCALES, load
from speech.nlu import SEARCH
from speech.requests import without

ACTING = "Alexa.Presentation.APL"
"""The only directives that a response may hold: they show something."""


def no_health_information_is_asked_for(subject: Subject) -> Iterator[str]:
    for question in sorted(set(_questions(subject))):
        if not any(re.match(pattern, question, re.IGNORECASE) for pattern in load_words().questions):
            yield f"{question!r} might ask about somebody's health."
    for intent in subject.intents.values():
        for slot in intent.get("slots", ()):
            if slot["type"] not in load_words().slots:
                yield f"{intent['name']} takes {slot['name']}, a {slot['type']}."
    if "dialog" in subject.model["interactionModel"]:
        yield "The model asks for slots in a dialogue."


def no_health_information_is_kept(subject: Subject) -> Iterator[str]:
    for where, before in STATES.items():
        answer = subject.asked(*_search(subject), *before, **{_slot(subject): load_words().canary})
        for word in _kept(json.dumps(answer)):
            yield f"After a question {where}, the response holds {word!r}."


def logs_hold_nothing_of_a_request(subject: Subject) -> Iterator[str]:
    session = subject.session("")
    with _everything_logged() as lines:
        subject.asked(*_search(subject), **{_slot(subject): load_words().canary})
        subject.skill(session.launch())
        fault = without(session.intent(*_search(subject), []), "request", "intent")
        fault["request"]["said"] = load_words().canary
        subject.skill(fault)
    for word in (*_kept(lines.getvalue()), *(each for each in (session.user, session.id) if each in lines.getvalue())):
        yield f"A log line holds {word!r}."


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


def nothing_acts_outside_the_conversation(subject: Subject) -> Iterator[str]:
    for step in subject.walk:
        response = step.answer.get("response") or {}
        if "card" in response and step.request["request"].get("intent", {}).get("name") not in load_words().cards_after:
            yield f"{step.where}: a card that nobody asked for."
        for directive in response.get("directives") or ():
            if not directive["type"].startswith(ACTING):
                yield f"{step.where}: {directive['type']}."


def _questions(subject: Subject) -> Iterator[str]:
    content = subject.content
    yield from (line for phrase in content.phrases.values() for line in phrase.say if line.endswith("?"))
    for topic_ in content.topics.values():
        forms = (
            topic_.short,
            topic_.normal,
            topic_.more,
            *(form for form in topic_.kinds.values() if not isinstance(form, str)),
        )
        yield from (sentence.say for form in forms for sentence in form if sentence.say.endswith("?"))
        yield topic_.offer
    for safety in content.safety.values():
        yield safety.offer
        yield from (line for line in (*safety.short, *safety.normal, *safety.partner) if line.endswith("?"))


def _search(subject: Subject) -> tuple[str]:
    return (
        next(name for name, intent in subject.intents.items() if any(s["type"] == SEARCH for s in intent.get("slots", ()))),
    )


def _slot(subject: Subject) -> str:
    (name,) = _search(subject)
    return next(slot["name"] for slot in subject.intents[name]["slots"] if slot["type"] == SEARCH)


def _kept(text: str) -> list[str]:
    return [word for word in load_words().canary.split() if len(word) > 5 and word in text.lower()]


@contextmanager
def _everything_logged() -> Iterator[io.StringIO]:
    """Whatever any logger says meanwhile, faults with their traces included."""
    lines, root = io.StringIO(), logging.getLogger()
    handler, level = logging.StreamHandler(lines), root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield lines
    finally:
        root.setLevel(level)
        root.removeHandler(handler)


def _of_others(subject: Subject) -> set[str]:
    """The numbers of other countries that are not also ours."""
    own = {line.number for line in subject.content.helplines.values()}
    return {line.number for locale in LOCALES for line in load(locale).helplines.values() if line.number} - own


def _named(number: str, text: str) -> bool:
    return re.search(rf"(?<![\d-]){re.escape(number)}(?![\d-])", text) is not None

"""Checks on health and privacy: what is never asked, never kept, never done."""

import io
import json
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

from skill.certify.rules import load_words
from skill.certify.subject import STATES, Subject
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
    for topic in content.topics.values():
        forms = (
            topic.short,
            topic.normal,
            topic.more,
            *(form for form in topic.kinds.values() if not isinstance(form, str)),
        )
        yield from (sentence.say for form in forms for sentence in form if sentence.say.endswith("?"))
        yield topic.offer
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

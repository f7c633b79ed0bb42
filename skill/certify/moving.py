"""Checks on how a conversation goes on and ends: help, stop, silence, what is not understood, and who listens when."""

from collections.abc import Iterator

from skill.certify.heard import asks, closes, listens, said, said_after_silence, sentences
from skill.certify.rules import load_words
from skill.certify.subject import STATES, Subject
from skill.certify.validity import faults
from speech.catalogue import ENDINGS, every_request
from speech.nlu import SEARCH
from speech.requests import can_fulfill

SHORT = 5
"""Words of a goodbye."""
ENDS = ("AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent")


def help_helps_and_asks(subject: Subject) -> Iterator[str]:
    for where, before in STATES.items():
        answer = subject.asked("AMAZON.HelpIntent", *before)
        if len(sentences(said(answer))) < 2 or not asks(answer):
            yield f"Help {where} must say what can be done and ask: {said(answer)!r}"
        if not listens(answer):
            yield f"Help {where} does not listen."


def stop_cancel_and_exit_close_at_once(subject: Subject) -> Iterator[str]:
    for name in ENDS:
        for where, before in STATES.items():
            answer = subject.asked(name, *before)
            if not closes(answer) or asks(answer) or len(said(answer).split()) > SHORT:
                yield f"{name} {where} does not close at once: {said(answer)!r}"
    for word in load_words().stop:
        device = subject.device()
        device.open()
        if not device.say(word).ends_session:
            yield f"{word!r} does not close."


def no_ends_it_calmly(subject: Subject) -> Iterator[str]:
    answer = subject.asked("AMAZON.NoIntent", "", "GriefIntent", "AMAZON.NoIntent")
    if not closes(answer):
        yield f'After "no" and "no" it goes on: {said(answer)!r}'


def the_session_is_open_if_and_only_if_a_question_was_asked(subject: Subject) -> Iterator[str]:
    for step in subject.walk:
        if asks(step.answer) != listens(step.answer) or asks(step.answer) == closes(step.answer):
            yield f"{step.where}: {said(step.answer)!r} and the session is {'open' if listens(step.answer) else 'not open'}."
        if asks(step.answer) != bool(said_after_silence(step.answer)):
            yield f"{step.where}: the reprompt does not go with {said(step.answer)!r}"


def a_silence_is_met_with_other_words(subject: Subject) -> Iterator[str]:
    for before in ((), ("grief",)):
        device = subject.device()
        device.open()
        for _ in before:
            device.say("how do i deal with the grief")
        spoken, after = device.last.text, device.silence().text
        if not after or after == spoken or not device.listening:
            yield f"After {spoken!r} a silence is met with {after!r}."
        if device.silence().text or device.listening:
            yield "A second silence does not end it."


def session_ended_says_nothing(subject: Subject) -> Iterator[str]:
    for reason in ENDINGS:
        response = subject.skill(subject.session("").ended(reason)).get("response")
        if response:
            yield f"{reason} is answered with {', '.join(sorted(response))}."


def fallback_reprompts_and_then_closes(subject: Subject) -> Iterator[str]:
    name = "AMAZON.FallbackIntent"
    answers = [subject.asked(name, "", *[name] * times) for times in range(3)]
    if not all(asks(answer) and listens(answer) for answer in answers[:2]):
        yield "The first and the second time it must ask again."
    if not closes(answers[2]):
        yield f"The third time it goes on: {said(answers[2])!r}"
    if len({said(answer) for answer in answers}) < len(answers):
        yield "It says the same words again."


def control_words_in_a_search_slot_are_obeyed(subject: Subject) -> Iterator[str]:
    for intent, slot in _searches(subject):
        for before in (("",), ("", "GriefIntent")):
            for word in load_words().stop:
                if not closes(subject.asked(intent, *before, **{slot: word})):
                    yield f"{word!r} in the slot {slot} does not close."
            for word in load_words().help:
                if said(subject.asked(intent, *before, **{slot: word})) != said(subject.asked("AMAZON.HelpIntent", *before)):
                    yield f"{word!r} in the slot {slot} is not help."


def nothing_is_said_twice(subject: Subject) -> Iterator[str]:
    for step in subject.walk:
        spoken, after = sentences(said(step.answer)), sentences(said_after_silence(step.answer))
        for sentence in sorted({each for each in spoken if spoken.count(each) > 1}):
            yield f"{step.where}: {sentence!r} is said twice."
        if after and after == spoken:
            yield f"{step.where}: the reprompt repeats it all."


def every_request_is_answered_validly(subject: Subject) -> Iterator[str]:
    for name, request in every_request(subject.model, subject.locale):
        yield from (f"{name}: {fault}" for fault in faults(request, subject.skill(request)))
    cards = load_words().cards_after
    for step in (*subject.walk, *subject.walk_on_a_screen):
        asked = step.request["request"].get("intent", {}).get("name") in cards
        yield from (f"{step.where}: {fault}" for fault in faults(step.request, step.answer, asked))


def can_fulfill_is_answered_truthfully(subject: Subject) -> Iterator[str]:
    topics = set(subject.topic_intents().values())
    for name in (*subject.intents, "SomethingElseIntent"):
        request = can_fulfill(subject.session(), name, [])
        answer = subject.skill(request)
        yes = ((answer.get("response") or {}).get("canFulfillIntent") or {}).get("canFulfill") == "YES"
        if yes != (name in topics):
            yield f"{name}: it says {'yes' if yes else 'no'}, and that is not true."
        yield from (f"{name}: {fault}" for fault in faults(request, answer))


def _searches(subject: Subject) -> Iterator[tuple[str, str]]:
    for name, intent in subject.intents.items():
        for slot in intent.get("slots", ()):
            if slot["type"] == SEARCH:
                yield name, slot["name"]

"""Every sort of request that Alexa can send to a skill with this interaction model, each made by our device."""

from collections.abc import Iterator
from typing import Any

from speech.envelope import Json, Session, Slot
from speech.examples import Examples
from speech.nlu import SEARCH
from speech.requests import (
    authority,
    can_fulfill,
    exception_encountered,
    filled_up,
    list_wanted,
    resolved_by,
    screen_fault,
    without,
)

Named = Iterator[tuple[str, Json]]

LARGEST = 24_000
BUILT_IN = """Cancel Fallback Help LoopOff LoopOn More NavigateHome NavigateSettings Next No PageDown PageUp Pause Previous
    Repeat Resume ScrollDown ScrollLeft ScrollRight ScrollUp Select ShuffleOff ShuffleOn StartOver Stop Yes""".split()
"""Alexa's standard intents, those that no model of ours names included."""
ENDINGS = ("USER_INITIATED", "EXCEEDED_MAX_REPROMPTS", "ERROR")
EVENTS: dict[str, Json] = {
    "Alexa.Presentation.APL.LoadTokenListData": {"token": "t", "correlationToken": "1", "listId": "rows", "pageToken": "p"},
    "Alexa.Presentation.APLA.RuntimeError": {"token": "t", "errors": []},
    "AlexaSkillEvent.SkillDisabled": {},
    "AlexaSkillEvent.SkillEnabled": {},
    "AudioPlayer.PlaybackStarted": {"token": "t", "offsetInMilliseconds": 0},
    "AudioPlayer.PlaybackStopped": {"token": "t", "offsetInMilliseconds": 0},
    "Connections.Response": {"name": "Upsell", "token": "t", "status": {"code": "200", "message": "OK"}, "payload": {}},
    "Display.ElementSelected": {"token": "t"},
    "Messaging.MessageReceived": {"message": {}},
    "PlaybackController.PauseCommandIssued": {},
    "Reminders.ReminderStarted": {"body": {"alertToken": "t"}},
    "SessionResumedRequest": {"cause": {"type": "ConnectionCompleted", "token": "t", "status": {"code": "200"}}},
    "Some.Future.Request": {"body": {"of": "any sort"}},
}
"""Requests that a skill may get and that take no speech; the last is of a type that does not exist yet."""


def every_request(model: dict[str, Any], locale: str = "en-US") -> Named:
    """Name and envelope of each."""
    examples = Examples.of(model)
    yield from _beginnings_and_ends(locale)
    for name in BUILT_IN:
        yield f"built_in_{name}", Session(locale).intent(f"AMAZON.{name}Intent", [])
    yield from _questions(examples, locale)
    yield from _slots(examples, locale)
    yield from _sizes(examples, locale)
    yield from _before_opening(examples, locale)
    yield from _screens_and_faults(locale)


def _beginnings_and_ends(locale: str) -> Named:
    launch = Session(locale).launch()
    yield "launch", launch
    yield "launch_on_a_screen", Session(locale, screen=True).launch()
    new = Session(locale, screen=True).launch()
    new["context"]["Viewports"] = [{"type": "HOLOGRAM", "id": "next year"}]
    yield "launch_on_a_screen_of_next_year", new
    yield "launch_without_a_session", without(launch, "session")
    nobody = without(without(launch, "session", "user"), "context", "System", "user")
    yield "launch_without_a_user", nobody
    yield "launch_without_a_context", without(launch, "context")
    yield "launch_without_a_locale", without(launch, "request", "locale")
    for reason in ENDINGS:
        yield f"ended_{reason.lower()}", Session(locale, new=False).ended(reason)


def _questions(examples: Examples, locale: str) -> Named:
    yield "question_one_shot", Session(locale).intent(examples.plain, [])
    yield "question_in_a_session", Session(locale, new=False).intent(examples.plain, [])
    yield "question_without_a_session", without(Session(locale).intent(examples.plain, []), "session")
    yield "question_of_an_unknown_intent", Session(locale).intent("SomethingElseIntent", [])
    yield "question_without_an_intent", without(Session(locale).intent(examples.plain, []), "request", "intent")
    for other in ("es-ES", "xx"):
        yield f"question_in_the_locale_{other}", Session(other).intent(examples.plain, [])
        yield f"launch_in_the_locale_{other}", Session(other).launch()


def _slots(examples: Examples, locale: str) -> Named:
    def asked(slot: Slot) -> Json:
        return Session(locale).intent(examples.slotted, [slot])

    known, kind, slot = asked(examples.known()), examples.kind, examples.slot
    match = {examples.value["id"]: examples.value["name"]["value"]}
    missed = authority(f"ask.{kind}", "ER_SUCCESS_NO_MATCH")
    yield "slot_resolved", known
    yield "slot_empty", asked(Slot(slot, type=kind))
    yield "slots_missing", without(known, "request", "intent", "slots")
    yield "slot_unresolved", asked(Slot(slot, "a hex", type=kind))
    yield "slot_without_resolutions", without(known, "request", "intent", "slots", slot, "resolutions")
    yield "slot_with_no_authority", resolved_by(known, slot)
    yield "slot_resolved_by_the_second", resolved_by(known, slot, missed, authority("dynamic", "ER_SUCCESS_MATCH", **match))
    both = (authority(f"ask.{kind}", "ER_SUCCESS_MATCH", **match), authority("dynamic", "ER_SUCCESS_MATCH", other="another"))
    yield "slot_resolved_by_both", resolved_by(known, slot, *both)
    for code in ("ER_ERROR_TIMEOUT", "ER_ERROR_EXCEPTION"):
        yield f"slot_{code.lower()}", resolved_by(known, slot, authority(f"ask.{kind}", code))
    yield "search", Session(locale).intent(examples.search, [Slot(examples.search_slot, "the weather on mars", type=SEARCH)])
    yield "search_empty", Session(locale).intent(examples.search, [Slot(examples.search_slot, type=SEARCH)])


def _sizes(examples: Examples, locale: str) -> Named:
    long = Slot(examples.search_slot, "word " * 4_400, type=SEARCH)
    yield "large_question", Session(locale).intent(examples.search, [long])
    yield "large_attributes", Session(locale, new=False, attributes={"filler": "x" * 22_000}).intent(examples.plain, [])
    launch = Session(locale).launch()
    yield "large_context", filled_up(launch, LARGEST - 1_500)


def _before_opening(examples: Examples, locale: str) -> Named:
    asked = can_fulfill(Session(locale), examples.plain, [])
    yield "can_fulfill_a_question", asked
    yield "can_fulfill_a_slot", can_fulfill(Session(locale), examples.slotted, [examples.known()])
    yield (
        "can_fulfill_an_unknown_slot",
        can_fulfill(Session(locale), examples.slotted, [Slot(examples.slot, "a hex", type=examples.kind)]),
    )
    search = Slot(examples.search_slot, "the weather on mars", type=SEARCH)
    yield "can_fulfill_a_search", can_fulfill(Session(locale), examples.search, [search])
    yield "can_fulfill_an_unknown_intent", can_fulfill(Session(locale), "SomethingElseIntent", [])
    nobody = without(without(asked, "session"), "context", "System", "user")
    yield "can_fulfill_for_nobody", nobody


def _screens_and_faults(locale: str) -> Named:
    screen = Session(locale, screen=True, new=False)
    yield "touched", screen.touch("screen", ["something"])
    yield "touched_without_arguments", screen.touch("screen", [])
    yield "screen_fault", screen_fault(screen)
    yield "list_wanted", list_wanted(screen)
    yield "exception_encountered", exception_encountered(Session(locale, new=False))
    for kind, fields in EVENTS.items():
        yield f"event_{kind}", Session(locale, new=False).request(kind, **fields)

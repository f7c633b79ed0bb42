"""Would Alexa take this response to this request? The strictest reading of its rules; nothing here knows our words.

Evidence for each rule: shared/alexa_limits.md, sections 1.3, 2 and 8.
"""

import json
from collections.abc import Iterator
from typing import Any

from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import ResponseEnvelope

from speech.screen import all_said
from speech.ssml import lint, words

Json = dict[str, Any]

SPOKEN = ("LaunchRequest", "IntentRequest", "Alexa.Presentation.APL.UserEvent")
"""Requests that may be answered in speech. To every other, but one, the answer is empty."""
ASKED_BEFOREHAND = "CanFulfillIntentRequest"
LONGEST_SPEECH, LARGEST_RESPONSE = 8_000, 24_000
SCREEN = "Alexa.Presentation.APL"
ANSWERS = ("YES", "NO", "MAYBE")


def faults(request: Json, answer: Json, cards: bool = False) -> Iterator[str]:
    """What is wrong with the answer to this request, a sentence each. With `cards`, a card was asked for."""
    yield from _readable(answer)
    kind = request["request"].get("type", "")
    response = answer.get("response") or {}
    if kind == ASKED_BEFOREHAND:
        yield from _beforehand(answer, response)
    elif kind in SPOKEN:
        yield from _spoken(request, response, cards)
    elif response:
        yield f"A {kind or 'nameless request'} takes no answer, and got {', '.join(sorted(response))}."


def _readable(answer: Json) -> Iterator[str]:
    """Amazon's own classes read it and lose nothing."""
    text = json.dumps(answer)
    if len(text.encode()) > LARGEST_RESPONSE:
        yield f"The response has {len(text.encode())} bytes; Alexa takes {LARGEST_RESPONSE}."
    if answer.get("version") != "1.0":
        yield "The version is not 1.0."
    try:
        back = DefaultSerializer().serialize(DefaultSerializer().deserialize(text, ResponseEnvelope))
    except Exception as fault:  # whatever it is, Amazon's classes do not read it
        yield f"Amazon's own classes cannot read it ({type(fault).__name__})."
        return
    if without_nothing(back) != without_nothing(answer):
        yield "Amazon's own classes lose some of it."


def without_nothing(value: Any) -> Any:
    """The value without the fields that hold nothing, which Amazon's classes add."""
    if isinstance(value, dict):
        return {key: without_nothing(each) for key, each in value.items() if each is not None}
    return [without_nothing(each) for each in value] if isinstance(value, list) else value


def _beforehand(answer: Json, response: Json) -> Iterator[str]:
    said = response.get("canFulfillIntent") or {}
    if said.get("canFulfill") not in ANSWERS:
        yield "canFulfillIntent is neither YES, NO nor MAYBE."
    for name, slot in (said.get("slots") or {}).items():
        if slot.get("canUnderstand") not in ANSWERS or slot.get("canFulfill") not in ("YES", "NO"):
            yield f"The slot {name} is answered wrongly."
    if set(response) - {"canFulfillIntent"}:
        yield "The question beforehand was answered with more than yes or no."
    if answer.get("sessionAttributes"):
        yield "The question beforehand left something in the session."


def _spoken(request: Json, response: Json, cards: bool) -> Iterator[str]:
    locale = request["request"].get("locale") or "en-US"
    speech, reprompt = all_said(response), _ssml(response.get("reprompt") or {})
    if not speech and request["request"]["type"] != SPOKEN[-1]:
        yield "Nothing is said."
    asks = bool(speech) and words(speech).rstrip().endswith("?")
    if asks and response.get("shouldEndSession") is not False:
        yield "It asks something and does not listen."
    if speech and not asks and response.get("shouldEndSession") is not True:
        yield "It asks nothing and does not close."
    if asks != bool(reprompt):
        yield "It asks something and has no reprompt." if asks else "It asks nothing and has a reprompt."
    if reprompt and words(reprompt) == words(speech):
        yield "The reprompt is what was said before."
    for ssml in filter(None, (speech, reprompt)):
        if len(ssml) >= LONGEST_SPEECH:
            yield f"The speech has {len(ssml)} characters; Alexa takes fewer than {LONGEST_SPEECH}."
        yield from (f"The SSML cannot be spoken: {finding}" for finding in lint(ssml, locale))
    if "card" in response and not cards:
        yield "There is a card, and nobody asked for one."
    yield from _directives(request, response)


def _ssml(part: Json) -> str:
    return (part.get("outputSpeech") or {}).get("ssml") or ""


def _directives(request: Json, response: Json) -> Iterator[str]:
    device = request.get("context", {}).get("System", {}).get("device", {})
    for directive in response.get("directives") or ():
        kind = directive.get("type", "")
        if not kind.startswith(SCREEN):
            yield f"The directive {kind} does more than show something."
        elif SCREEN not in (device.get("supportedInterfaces") or {}):
            yield f"The directive {kind} goes to a device without a screen."

"""Example phrases: "Alexa, ask gentle recovery when should I see a doctor". The most common reason for a rejection."""

import re
from collections.abc import Iterator
from typing import Any

from interaction_models.limits import CONNECTORS
from speech.nlu import plain

OPENING, ASKING = ("open", "launch", "start"), ("ask", "tell")


def utterance(phrase: str, invocation: str) -> str | None:
    """What the skill hears: "" where the phrase only opens it, None where it does not call the skill rightly."""
    called = re.fullmatch(rf"Alexa, (\w+) {re.escape(invocation)}\b ?(.*)", phrase)
    if not called:
        return None
    verb, rest = called[1], plain(called[2])
    if verb in OPENING:
        return "" if not rest else None
    if verb not in ASKING or not rest:
        return None
    first, _, after = rest.partition(" ")
    return after if first in CONNECTORS and after else rest


def problems(phrases: list[str], model: dict[str, Any]) -> Iterator[str]:
    """Phrases that would not work: the first opens the skill, and each other holds a sample of the model, word for word."""
    language = model["interactionModel"]["languageModel"]
    samples = {plain(sample) for intent in language["intents"] for sample in intent["samples"]}
    for place, phrase in enumerate(phrases):
        said = utterance(phrase, language["invocationName"])
        if said is None:
            yield f"The example phrase {phrase!r} does not call the skill by its invocation name."
        elif said and said not in samples:
            yield f"The example phrase {phrase!r} asks {said!r}, which is no sample of the model."
        elif place == 0 and said:
            yield f"The first example phrase must open the skill: {phrase!r} does not."

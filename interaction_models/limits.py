"""Alexa's limits on an interaction model, as findings. Evidence for each: shared/alexa_limits.md, section 2."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

Model = dict[str, Any]

MOST_INTENTS = 250
LARGEST_MODEL = 1_500_000
LONGEST_VALUE = 140
MOST_SYNONYMS = 100
MOST_VALUES = 50_000

SAMPLE = re.compile(r"(?:[^\W\d]|[ .'\-]|\{[a-z_]+\})+")
NAME = re.compile(r"(?:AMAZON\.)?[A-Za-z][A-Za-z_]*")
LAUNCH_WORDS = {"launch", "ask", "tell", "load", "begin", "enable", "run", "start", "play", "resume", "use", "open"}
CONNECTORS = {"to", "from", "by", "if", "and", "whether", "in", "using", "with", "about", "for", "that"}
WAKE_WORDS = {"alexa", "amazon", "echo", "computer", "skill", "app"}
REQUIRED = {
    "AMAZON.HelpIntent",
    "AMAZON.StopIntent",
    "AMAZON.CancelIntent",
    "AMAZON.FallbackIntent",
    "AMAZON.NavigateHomeIntent",
}


def invocation(model: Model) -> Iterator[str]:
    """Two or more plain words, none of them Alexa's own."""
    name = _language(model)["invocationName"]
    words = name.split()
    if not re.fullmatch(r"[a-z][a-z .']*", name) or len(words) < 2:
        yield f"The invocation name {name!r} must be two or more lower-case words."
    for word in words:
        if word in LAUNCH_WORDS | CONNECTORS | WAKE_WORDS:
            yield f"The invocation name {name!r} may not contain {word!r}."


def required(model: Model) -> Iterator[str]:
    """The intents that every skill has."""
    for name in sorted(REQUIRED - set(_names(model))):
        yield f"The model lacks {name}."


def counts(model: Model) -> Iterator[str]:
    """Not too many intents, not too large, no name twice, no name with other signs."""
    names = _names(model)
    if len(names) > MOST_INTENTS:
        yield f"There are {len(names)} intents; Alexa takes {MOST_INTENTS}."
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"{name} stands twice."
    for name in names:
        if not NAME.fullmatch(name):
            yield f"{name}: an intent's name may hold letters and underscores."
    size = len(json.dumps(model))
    if size > LARGEST_MODEL:
        yield f"The model has {size} characters; Alexa takes {LARGEST_MODEL}."


def empty(model: Model) -> Iterator[str]:
    """An intent without samples; some of Alexa's own need none."""
    for intent in _language(model)["intents"]:
        if not intent["samples"] and intent["name"] not in REQUIRED:
            yield f"{intent['name']}: there are no samples."


def twice(model: Model) -> Iterator[str]:
    """A sample that two intents claim, or one claims twice."""
    seen: dict[str, str] = {}
    for name, sample, _ in _samples(model):
        if sample in seen:
            yield f"{name}: {sample!r} stands in {seen[sample]} too."
        seen[sample] = name


def signs(model: Model) -> Iterator[str]:
    """Samples hold letters, spaces, apostrophes, periods, hyphens, and slots that the intent has."""
    for name, sample, kinds in _samples(model):
        if not SAMPLE.fullmatch(sample):
            yield f"{name}: {sample!r} has a character that a sample may not hold."
        if any(slot not in kinds for slot in _slots(sample)):
            yield f"{name}: {sample!r} uses a slot that the intent lacks."


def searches(model: Model) -> Iterator[str]:
    """A search slot has words around it, and no other slot beside it."""
    for name, sample, kinds in _samples(model):
        slots = _slots(sample)
        if any(kinds.get(slot) == "AMAZON.SearchQuery" for slot in slots):
            if len(slots) > 1:
                yield f"{name}: {sample!r} has a search slot beside another slot."
            if not re.sub(r"\{\w+\}", "", sample).strip():
                yield f"{name}: {sample!r} has no words around its search slot."


def values(model: Model) -> Iterator[str]:
    """Slot values: not too many, not too long, none that means two things."""
    for kind in _language(model)["types"]:
        yield from _type(kind)


RULES: dict[str, Callable[[Model], Iterator[str]]] = {
    "the_invocation_name_is_allowed": invocation,
    "the_required_intents_are_there": required,
    "the_model_is_within_limits": counts,
    "no_intent_is_without_samples": empty,
    "no_utterance_stands_in_two_intents": twice,
    "samples_hold_only_what_alexa_takes": signs,
    "a_search_slot_has_words_around_it": searches,
    "slot_values_are_within_limits": values,
}


def problems(model: Model) -> Iterator[str]:
    """What Alexa would refuse in this model, a sentence each; nothing where it would take it."""
    for rule in RULES.values():
        yield from rule(model)


def _language(model: Model) -> dict[str, Any]:
    return model["interactionModel"]["languageModel"]


def _names(model: Model) -> list[str]:
    return [intent["name"] for intent in _language(model)["intents"]]


def _samples(model: Model) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Each sample with its intent's name and the types of the intent's slots."""
    for intent in _language(model)["intents"]:
        kinds = {slot["name"]: slot["type"] for slot in intent.get("slots", ())}
        for sample in intent["samples"]:
            yield intent["name"], sample, kinds


def _slots(sample: str) -> list[str]:
    return re.findall(r"\{(\w+)\}", sample)


def _type(kind: dict[str, Any]) -> Iterator[str]:
    values = kind["values"]
    if sum(1 + len(value["name"].get("synonyms", ())) for value in values) > MOST_VALUES:
        yield f"{kind['name']}: more than {MOST_VALUES} values and synonyms."
    said: dict[str, str] = {}
    for value in values:
        synonyms = value["name"].get("synonyms", [])
        if len(synonyms) > MOST_SYNONYMS:
            yield f"{kind['name']}: {value['id']} has more than {MOST_SYNONYMS} synonyms."
        for text in (value["name"]["value"], *synonyms):
            if len(text) > LONGEST_VALUE:
                yield f"{kind['name']}: {text[:30]!r}... is longer than {LONGEST_VALUE} characters."
            if said.setdefault(text, value["id"]) != value["id"]:
                yield f"{kind['name']}: {text!r} is a synonym of both {said[text]} and {value['id']}."

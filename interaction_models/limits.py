"""Alexa's limits on an interaction model, as findings. Evidence for each: shared/alexa_limits.md, section 2."""

import json
import re
from collections.abc import Iterator
from typing import Any

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


def problems(model: dict[str, Any]) -> Iterator[str]:
    """What Alexa would refuse in this model, a sentence each; nothing where it would take it."""
    language = model["interactionModel"]["languageModel"]
    yield from _invocation(language["invocationName"])
    yield from _counts(model, language)
    seen: dict[str, str] = {}
    for intent in language["intents"]:
        yield from _intent(intent, seen)
    for kind in language["types"]:
        yield from _type(kind)


def _invocation(name: str) -> Iterator[str]:
    words = name.split()
    if not re.fullmatch(r"[a-z][a-z .']*", name) or len(words) < 2:
        yield f"The invocation name {name!r} must be two or more lower-case words."
    for word in words:
        if word in LAUNCH_WORDS | CONNECTORS | WAKE_WORDS:
            yield f"The invocation name {name!r} may not contain {word!r}."


def _counts(model: dict[str, Any], language: dict[str, Any]) -> Iterator[str]:
    names = [intent["name"] for intent in language["intents"]]
    if len(names) > MOST_INTENTS:
        yield f"There are {len(names)} intents; Alexa takes {MOST_INTENTS}."
    for name in sorted(REQUIRED - set(names)):
        yield f"The model lacks {name}."
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"{name} stands twice."
    size = len(json.dumps(model))
    if size > LARGEST_MODEL:
        yield f"The model has {size} characters; Alexa takes {LARGEST_MODEL}."


def _intent(intent: dict[str, Any], seen: dict[str, str]) -> Iterator[str]:
    name = intent["name"]
    if not NAME.fullmatch(name):
        yield f"{name}: an intent's name may hold letters and underscores."
    if not intent["samples"] and name not in REQUIRED:
        yield f"{name}: there are no samples."
    kinds = {slot["name"]: slot["type"] for slot in intent.get("slots", ())}
    for sample in intent["samples"]:
        if sample in seen:
            yield f"{name}: {sample!r} stands in {seen[sample]} too."
        seen[sample] = name
        yield from (f"{name}: {sample!r} {what}." for what in _sample(sample, kinds))


def _sample(sample: str, kinds: dict[str, str]) -> Iterator[str]:
    if not SAMPLE.fullmatch(sample):
        yield "has a character that a sample may not hold"
    slots = re.findall(r"\{(\w+)\}", sample)
    if any(slot not in kinds for slot in slots):
        yield "uses a slot that the intent lacks"
    if any(kinds.get(slot) == "AMAZON.SearchQuery" for slot in slots):
        if len(slots) > 1:
            yield "has a search slot beside another slot"
        if not re.sub(r"\{\w+\}", "", sample).strip():
            yield "has no words around its search slot"


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

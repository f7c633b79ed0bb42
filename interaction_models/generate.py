"""The interaction model of a locale, from the words. Deterministic: the same words give the same bytes."""

import json
import re
from collections.abc import Mapping
from typing import Any

from skill.alexa.intents import BUILT_IN, FALLBACK, FOLLOW_UPS, QUESTION, VERBS, topic_intent
from skill.content.locales import instead
from skill.content.ways import Ways

INVOCATION_NAME = "gentle recovery"
SLOT_TYPES = {"kind": "KindOfLoss", "treatment": "Treatment", "person": "Person"}
SEARCH_SLOT = "question"

Model = dict[str, Any]
Words = Mapping[str, str]
NOTHING: Words = {}


def model(ways: Ways, asks: Words = NOTHING) -> Model:
    """The interaction model as JSON data (format: Alexa's "Interaction Model Schema").

    `asks` holds a locale's own words for asking: what stands in the samples in place of what.
    """
    return {
        "interactionModel": {
            "languageModel": {
                "invocationName": INVOCATION_NAME,
                "modelConfiguration": {"fallbackIntentSensitivity": {"level": "MEDIUM"}},
                "intents": intents(ways, asks),
                "types": types(ways),
            }
        }
    }


def text(ways: Ways, asks: Words = NOTHING) -> str:
    """The model as the text of its file."""
    return json.dumps(model(ways, asks), indent=1, ensure_ascii=False) + "\n"


def intents(ways: Ways, asks: Words = NOTHING) -> list[Model]:
    """Every intent with its samples. A sample that two would claim stays with the first: navigation, then topics."""
    taken: set[str] = set()
    navigation = ways.navigation
    rows: list[tuple[str, tuple[str, ...]]] = [(FALLBACK, ())]
    rows += [(name, () if name == "AMAZON.NavigateHomeIntent" else navigation.verbs[verb]) for name, verb in BUILT_IN.items()]
    rows += [(name, navigation.verbs[verb]) for name, verb in VERBS.items()]
    rows += [(name, navigation.follow_ups[about]) for name, about in FOLLOW_UPS.items()]
    rows += [(topic_intent(t), (*navigation.slotted.get(t, ()), *ways.asking(t))) for t in sorted(ways.utterances)]
    rows += [(QUESTION, navigation.carriers)]
    return [_intent(name, tuple(instead(sample, asks) for sample in samples), taken) for name, samples in rows]


def types(ways: Ways) -> list[Model]:
    """The slot types with their values, ids and synonyms."""
    return [
        {
            "name": SLOT_TYPES[slot],
            "values": [
                {"id": key, "name": {"value": value.say, "synonyms": list(value.synonyms)}} for key, value in values.items()
            ],
        }
        for slot, values in ways.slots.items()
    ]


def _intent(name: str, samples: tuple[str, ...], taken: set[str]) -> Model:
    kept = [sample for sample in map(speakable, samples) if sample and not (sample in taken or taken.add(sample))]
    slots = sorted({slot for sample in kept for slot in re.findall(r"\{(\w+)\}", sample)})
    row: Model = {"name": name, "samples": kept}
    if slots:
        row["slots"] = [{"name": slot, "type": SLOT_TYPES.get(slot, "AMAZON.SearchQuery")} for slot in slots]
    return row


def speakable(sample: str) -> str:
    """The sample as Alexa takes it, or "" where it holds a character that a sample may not."""
    sample = " ".join(sample.lower().split())
    return sample if re.fullmatch(r"[^\W\d_](?:[^\W\d]|[ .'\-{}])*|\{\w+\}.*", sample) else ""

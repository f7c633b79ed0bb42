"""A stand-in for Alexa's own language understanding, built from an interaction model alone.

It matches sample utterances as a whole, slots included; what matches none goes to the intent with a search slot,
as if the person had said one of its carrier phrases. It is stricter than Alexa, which also takes near misses:
what it routes to a topic, Alexa routes there too; what it does not, the skill itself has to understand.
"""

import re
from collections.abc import Iterator
from typing import Any

from speech.envelope import Slot

Match = tuple[str, list[Slot]]

FALLBACK = "AMAZON.FallbackIntent"
SEARCH = "AMAZON.SearchQuery"


class SampleMatcher:
    """Text in, an intent's name and its slots out."""

    def __init__(self, model: dict[str, Any]):
        language = model["interactionModel"]["languageModel"]
        self.slots = {i["name"]: {s["name"]: s["type"] for s in i.get("slots", ())} for i in language["intents"]}
        self.values = {t["name"]: dict(_values(t)) for t in language.get("types", ())}
        self.exact: dict[str, str] = {}
        self.patterns: list[tuple[re.Pattern[str], str]] = []
        self.search: list[tuple[re.Pattern[str], str]] = []
        for intent in language["intents"]:
            for sample in intent.get("samples", ()):
                self._learn(intent["name"], sample)

    def __call__(self, text: str) -> Match:
        """The intent that Alexa would send for these words."""
        said = plain(text)
        if said in self.exact:
            return self.exact[said], self._filled(self.exact[said], {})
        for pattern, name in (*self.patterns, *self.search):
            found = pattern.fullmatch(said)
            if found:
                return name, self._filled(name, found.groupdict())
        return self._whole(text)

    def _learn(self, name: str, sample: str) -> None:
        used = re.findall(r"\{(\w+)\}", sample)
        if not used:
            self.exact.setdefault(plain(sample), name)
            return
        pattern = re.escape(sample).replace(r"\{", "{").replace(r"\}", "}")
        for slot in used:
            pattern = pattern.replace("{" + slot + "}", f"(?P<{slot}>{self._alternatives(self.slots[name][slot])})")
        is_search = any(self.slots[name][slot] == SEARCH for slot in used)
        (self.search if is_search else self.patterns).append((re.compile(pattern), name))

    def _alternatives(self, kind: str) -> str:
        if kind == SEARCH:
            return ".+"
        return "|".join(map(re.escape, sorted(self.values[kind], key=len, reverse=True)))

    def _filled(self, name: str, heard: dict[str, str]) -> list[Slot]:
        slots = []
        for slot, kind in self.slots[name].items():
            value = heard.get(slot) or ""
            known, canonical = self.values.get(kind, {}).get(value, ("", ""))
            slots.append(Slot(slot, value, known, kind, canonical))
        return slots

    def _whole(self, text: str) -> Match:
        for name, slots in self.slots.items():
            for slot, kind in slots.items():
                if kind == SEARCH and text.strip():
                    return name, [Slot(slot, text.strip(), type=kind)]
        return FALLBACK, []


def plain(text: str) -> str:
    """Lower case, without the punctuation that a recogniser would not write."""
    return " ".join(re.sub(r"[?!,;:\"]|\.(?=\s|$)", " ", text.lower().replace("’", "'")).split())


def _values(kind: dict[str, Any]) -> Iterator[tuple[str, tuple[str, str]]]:
    for value in kind["values"]:
        name = value["name"]
        for text in (name["value"], *name.get("synonyms", ())):
            yield plain(text), (value.get("id", ""), name["value"])

"""Intents of an interaction model, one of each sort, to make requests with."""

from dataclasses import dataclass, field
from typing import Any

from speech.envelope import Json, Slot
from speech.nlu import SEARCH


@dataclass
class Examples:
    """Intents of one interaction model, one of each sort."""

    plain: str = ""
    slotted: str = ""
    slot: str = ""
    value: Json = field(default_factory=dict)
    kind: str = ""
    search: str = ""
    search_slot: str = ""

    @classmethod
    def of(cls, model: dict[str, Any]) -> "Examples":
        """The first of each sort in the model."""
        language, found = model["interactionModel"]["languageModel"], cls()
        types = {kind["name"]: kind["values"][0] for kind in language.get("types", ())}
        for intent in language["intents"]:
            slots = intent.get("slots", ())
            if not slots and not intent["name"].startswith("AMAZON."):
                found.plain = intent["name"]
            for slot in slots:
                if slot["type"] == SEARCH:
                    found.search, found.search_slot = intent["name"], slot["name"]
                elif slot["type"] in types:
                    found.slotted, found.slot, found.kind = intent["name"], slot["name"], slot["type"]
                    found.value = types[slot["type"]]
        return found

    def known(self) -> Slot:
        """The slot with a value that resolves."""
        name = self.value["name"]["value"]
        return Slot(self.slot, name, self.value["id"], self.kind, name)

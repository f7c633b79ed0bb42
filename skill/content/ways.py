"""How people ask and move about: utterances, slots and navigation. Understanding and the interaction model read these."""

from functools import cache
from pathlib import Path

import msgspec

from skill.content import HERE
from skill.content.marked import Marked
from skill.content.model import SlotValue

Utterances = dict[str, tuple[str, ...]]
"""Kind of wording ("short", "rambling", ...) to the utterances of that kind."""


class Navigation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`navigation.yaml`."""

    verbs: dict[str, tuple[str, ...]]
    follow_ups: dict[str, tuple[str, ...]]
    carriers: tuple[str, ...]
    slotted: dict[str, tuple[str, ...]]
    about_another: tuple[str, ...]
    self_corrections: tuple[str, ...]
    joins: tuple[str, ...]
    question_words: tuple[str, ...]
    yes_or_no: tuple[str, ...]
    orders: tuple[str, ...]
    denials: tuple[str, ...]
    turns: tuple[str, ...]


class Ways(msgspec.Struct, frozen=True):
    """Everything that a person may say to us, by what it means."""

    utterances: dict[str, Utterances]
    """By topic id, safety ids included."""
    not_ours: dict[str, tuple[str, ...]]
    """What we refuse, by neighbourhood."""
    false_alarms: dict[str, tuple[str, ...]]
    """What sounds like danger and is not, by the topic id that answers it, or "out_of_scope"."""
    navigation: Navigation
    slots: dict[str, dict[str, SlotValue]]

    def asking(self, topic: str) -> tuple[str, ...]:
        """Every way of asking about a topic."""
        return tuple(text for texts in self.utterances[topic].values() for text in texts)


@cache
def load_navigation(root: Path = HERE) -> Navigation:
    """How people move about: all that understanding needs of this, beside the slots. Raises ContentError."""
    return Marked(root / "en" / "navigation.yaml").as_type(Navigation)


@cache
def load_slots(root: Path = HERE) -> dict[str, dict[str, SlotValue]]:
    """The values of the slots. Raises ContentError."""
    return Marked(root / "en" / "slots.yaml").as_type(dict[str, dict[str, SlotValue]])


@cache
def load_ways(root: Path = HERE) -> Ways:
    """The English ways of asking. Raises ContentError, with file and line, where a file is broken."""
    words = root / "en"
    refused: dict[str, tuple[str, ...]] = {}
    for path in sorted((words / "not_ours").glob("*.yaml")):
        if path.stem != "false_alarms":
            refused |= {f"{path.stem}/{name}": texts for name, texts in Marked(path).as_type(Utterances).items()}
    return Ways(
        utterances={p.stem: Marked(p).as_type(Utterances) for p in sorted((words / "utterances").glob("*.yaml"))},
        not_ours=refused,
        false_alarms=Marked(words / "not_ours" / "false_alarms.yaml").as_type(Utterances),
        navigation=load_navigation(root),
        slots=load_slots(root),
    )

"""The rules, as `rules.yaml` holds them, and the words that their checks look for."""

import re
from functools import cache
from pathlib import Path

import msgspec

from skill.content.marked import Marked

HERE = Path(__file__).parent


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One rule. With `by_hand` it is for a person; without, a check of the same name exists."""

    rule: str
    says: str
    source: str
    by_hand: str = ""


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`words.yaml`."""

    questions: tuple[str, ...]
    indiscreet: tuple[str, ...]
    claims: tuple[str, ...]
    slots: tuple[str, ...]
    cards_after: tuple[str, ...]
    canary: str
    help: tuple[str, ...]
    stop: tuple[str, ...]
    nonsense: str
    disclaimer: str
    emergency: str
    reviewers: tuple[str, ...]


@cache
def load_rules() -> tuple[Rule, ...]:
    """Every rule, in the order in which they are printed. Raises ContentError where the file is broken."""
    return Marked(HERE / "rules.yaml").as_type(tuple[Rule, ...])


@cache
def load_words() -> Words:
    """Raises ContentError where the file is broken."""
    return Marked(HERE / "words.yaml").as_type(Words)


def found(patterns: tuple[str, ...], text: str) -> list[str]:
    """The patterns that the text holds."""
    return [pattern for pattern in patterns if re.search(pattern, text, re.IGNORECASE)]

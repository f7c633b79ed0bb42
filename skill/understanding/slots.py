"""Kinds of loss, treatments and people, as they are named in free text."""

import re
from functools import cache

from skill.content.ways import load_navigation, load_slots
from skill.understanding.phrases import whole


def kinds_in(text: str) -> tuple[str, ...]:
    """The kinds of loss and treatments that a normalised text names, as our ids, in the order of the text."""
    found = ((match.start(), key) for key, pattern in _patterns().items() if (match := pattern.search(text)))
    return tuple(key for _, key in sorted(found))


def about_another(text: str) -> bool:
    """Somebody asks about another person."""
    return bool(_another().search(text))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    slots = load_slots()
    return {key: whole((value.say, *value.synonyms)) for slot in ("kind", "treatment") for key, value in slots[slot].items()}


@cache
def _another() -> re.Pattern[str]:
    return whole(load_navigation().about_another)

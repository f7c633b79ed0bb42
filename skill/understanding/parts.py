"""A question in parts: what somebody says after correcting themselves, and two questions in one breath."""

import re
from collections.abc import Iterator
from functools import cache

from skill.content.ways import load_ways

SHORTEST = 3
"""Words that a half must have to be a question by itself."""


def corrected(text: str) -> str:
    """What follows the last self-correction in a normalised text, or "" where there is none."""
    found = list(_corrections().finditer(text))
    tail = text[found[-1].end() :].strip() if found else ""
    return tail if len(tail.split()) >= SHORTEST else ""


def halves(text: str) -> Iterator[tuple[str, str]]:
    """Every way to cut a normalised text into two questions."""
    words = load_ways().navigation.question_words
    for found in _joins().finditer(text):
        left, right = text[: found.start()].strip(), text[found.end() :].strip()
        if min(len(left.split()), len(right.split())) >= SHORTEST and right.split()[0] in words:
            yield left, right


@cache
def _corrections() -> re.Pattern[str]:
    return _whole(load_ways().navigation.self_corrections)


@cache
def _joins() -> re.Pattern[str]:
    return _whole(load_ways().navigation.joins)


def _whole(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<!\S)(?:" + "|".join(map(re.escape, phrases)) + r")(?!\S)")

"""A question in parts: what somebody says after correcting themselves, and two questions in one breath."""

import re
from collections.abc import Iterator
from functools import cache

from skill.content.ways import load_navigation
from skill.understanding.phrases import whole

SHORTEST = 3
"""Words that a half must have to be a question by itself."""
SHORTEST_TAIL = 2
"""Words that a correction must have to count."""


def corrected(text: str) -> str:
    """What a normalised text comes to after a self-correction or a contrast, or "" where there is neither."""
    found = [match.end() for match in _corrections().finditer(text)]
    denied = _denials().search(text)
    if denied:
        found += [match.end() for match in _turns().finditer(text, denied.end())]
    tail = text[max(found) :].strip() if found else ""
    return tail if len(tail.split()) >= SHORTEST_TAIL else ""


def halves(text: str) -> Iterator[tuple[str, str]]:
    """Every way to cut a normalised text into two questions."""
    words = load_navigation().question_words
    for found in _joins().finditer(text):
        left, right = text[: found.start()].strip(), text[found.end() :].strip()
        if min(len(left.split()), len(right.split())) >= SHORTEST and right.split()[0] in words:
            yield left, right


@cache
def _corrections() -> re.Pattern[str]:
    return whole(load_navigation().self_corrections)


@cache
def _denials() -> re.Pattern[str]:
    return whole(load_navigation().denials)


@cache
def _turns() -> re.Pattern[str]:
    return whole(load_navigation().turns)


@cache
def _joins() -> re.Pattern[str]:
    return whole(load_navigation().joins)

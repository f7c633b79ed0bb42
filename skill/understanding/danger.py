"""Danger signs by rule, from `danger.yaml`: few, readable, and first in line. The rules favour a false alarm over a miss."""

import re
from dataclasses import dataclass
from functools import cache

import msgspec

from skill.content import HERE
from skill.content.marked import Marked
from skill.understanding.phrases import whole

QUIETENED = ("urgent_physical",)
"""The danger that a question for information, or a "not", can be about instead."""


class _Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    all: tuple[tuple[str, ...], ...]
    unless: tuple[str, ...] = ()
    certain: bool = False


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    asking: tuple[str, ...]
    denied: tuple[str, ...]
    urgent_physical: tuple[_Row, ...]
    crisis_emotional: tuple[_Row, ...]
    unsafe_partner: tuple[_Row, ...]


@dataclass(frozen=True)
class Alarm:
    """A rule that fired."""

    topic: str
    heard: tuple[str, ...]
    """The phrases of the question that made it fire."""
    certain: bool = False
    """The rule is believed whatever the trained model says."""


def alarm(text: str) -> Alarm | None:
    """The first danger that a normalised text reports, crisis and coercion before the body; None if no rule fires."""
    asking = bool(_asking().search(text))
    for topic, rules in _rules().items():
        if asking and topic in QUIETENED:
            continue
        for every, unless, certain in rules:
            heard = [found for found in (_reported(pattern, text) for pattern in every) if found]
            if len(heard) == len(every) and not (unless and unless.search(text)):
                return Alarm(topic, tuple(heard), certain)
    return None


def _reported(pattern: re.Pattern[str], text: str) -> str:
    """The first phrase of the text that the pattern matches and that nobody denies, or ""."""
    found = (match for match in pattern.finditer(text) if not _denied().search(text[: match.start()]))
    return next((match[0] for match in found), "")


@cache
def _file() -> _File:
    return Marked(HERE / "en" / "danger.yaml").as_type(_File)


@cache
def _asking() -> re.Pattern[str]:
    return whole(_file().asking)


@cache
def _denied() -> re.Pattern[str]:
    return re.compile(whole(_file().denied).pattern + r"\s*$")


@cache
def _rules() -> dict[str, list[tuple[list[re.Pattern[str]], re.Pattern[str] | None, bool]]]:
    return {
        topic: [([whole(each) for each in row.all], whole(row.unless) if row.unless else None, row.certain) for row in rows]
        for topic in ("crisis_emotional", "unsafe_partner", "urgent_physical")
        if (rows := getattr(_file(), topic))
    }

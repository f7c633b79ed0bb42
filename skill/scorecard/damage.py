"""Damage questions as recognisers do: sound-alikes, dropped and doubled words, fillers, cut-off ends. Seeded.

A sound-alike is a word of the utterances with the same Metaphone code (Lawrence Philips, 1990; from `jellyfish`).
"""

import random
from collections.abc import Callable
from functools import cache

from skill.content.ways import load_ways
from skill.scorecard.questions import OUT_OF_SCOPE, SAFETY, Question
from skill.understanding.examples import examples
from skill.understanding.normalise import normalise

FILLERS = ("um", "uh", "like", "you know", "er")

FATAL, SERIOUS, MINOR, NUISANCE = "fatal", "serious", "minor", "nuisance"
CALLS_FOR_CARE = {"heavy_bleeding", "fever", "infection_signs", "call_doctor", "bleeding_not_stopped", "pain_during_sex"}
"""Topics whose answer sends the person to a doctor; to lose one to a harmless topic is serious."""


def damage(text: str, seed: int, times: int = 2) -> str:
    """The text with `times` wounds; the same seed gives the same damage."""
    chance = random.Random(f"{seed}:{text}")
    words = normalise(text).split()
    for _ in range(times):
        if len(words) > 1:
            words = chance.choice(WOUNDS)(words, chance)
    return " ".join(words)


def severity(question: Question, topic: str) -> str:
    """How bad it is that this question was answered with this topic; "" where it was answered rightly."""
    if topic in question.topics:
        return ""
    if question.topics[0] in SAFETY:
        return MINOR if topic in SAFETY else FATAL
    if topic in SAFETY:
        return NUISANCE
    return SERIOUS if question.topics[0] in CALLS_FOR_CARE and topic not in (*CALLS_FOR_CARE, OUT_OF_SCOPE) else MINOR


def _sound_alike(words: list[str], chance: random.Random) -> list[str]:
    place = chance.randrange(len(words))
    others = [word for word in _by_sound().get(_code(words[place]), ()) if word != words[place]]
    return [*words[:place], chance.choice(others), *words[place + 1 :]] if others else _drop(words, chance)


def _drop(words: list[str], chance: random.Random) -> list[str]:
    place = chance.randrange(len(words))
    return words[:place] + words[place + 1 :]


def _double(words: list[str], chance: random.Random) -> list[str]:
    place = chance.randrange(len(words))
    return [*words[: place + 1], *words[place:]]


def _filler(words: list[str], chance: random.Random) -> list[str]:
    place = chance.randrange(len(words))
    return [*words[:place], chance.choice(FILLERS), *words[place:]]


def _cut(words: list[str], chance: random.Random) -> list[str]:
    return words[: max(2, len(words) - chance.randint(1, 2))]


def _join(words: list[str], chance: random.Random) -> list[str]:
    place = chance.randrange(len(words) - 1)
    return [*words[:place], words[place] + words[place + 1], *words[place + 2 :]]


WOUNDS: tuple[Callable[[list[str], random.Random], list[str]], ...] = (
    _sound_alike,
    _sound_alike,
    _drop,
    _double,
    _filler,
    _cut,
    _join,
)


@cache
def _by_sound() -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for word in sorted({word for text in examples(load_ways()) for word in text.split()}):
        table.setdefault(_code(word), []).append(word)
    return table


@cache
def _code(word: str) -> str:
    import jellyfish

    return jellyfish.metaphone(word)

"""Which ear: the recognisers, told of our words."""

import argparse
from collections.abc import Iterator

from skill.content.hearing import load_hearing
from skill.content.ways import load_ways
from skill.understanding.normalise import normalise
from speech.ear import Ear
from speech.ear.pocket import PocketEar
from speech.ear.whisper import WhisperEar
from speech.errors import EarError

EARS = ("whisper", "pocketsphinx")
MISHEARD = "misheard"


def add_ear(command: argparse.ArgumentParser) -> None:
    """Adds --ear."""
    command.add_argument(
        "--ear", choices=EARS, help="who listens: whisper (better) or pocketsphinx (lighter); default: the better one there is"
    )


def ear_of(name: str | None) -> Ear:
    """The ear of that name; with no name the best that is installed. Raises EarError where it cannot be had."""
    if name == "pocketsphinx":
        return PocketEar(sentences(), load_hearing().pronunciations)
    try:
        return WhisperEar(load_hearing().prompt)
    except EarError:
        if name:
            raise
    return ear_of("pocketsphinx")


def sentences() -> Iterator[str]:
    """What people are expected to say, ours or not: nothing that is spelled as it was misheard."""
    ways = load_ways()
    for kinds in ways.utterances.values():
        yield from (normalise(text) for kind, texts in kinds.items() if kind != MISHEARD for text in texts)
    for texts in (*ways.not_ours.values(), *ways.false_alarms.values()):
        yield from map(normalise, texts)
    for texts in ways.navigation.verbs.values():
        yield from map(normalise, texts)

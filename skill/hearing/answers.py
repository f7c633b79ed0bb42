"""Every form of every answer, said and heard again."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import msgspec

from skill.content import Content
from skill.conversation import words
from skill.conversation.reply import Line
from skill.hearing.store import Store, key
from skill.rendering.ssml import RATES, speech
from speech.ear import Ear
from speech.listening import compare, noisy, plain
from speech.ssml import words as caption
from speech.voice import Voice

LIMITS = {"short": 8.0, "normal": 20.0, "full": 60.0}
"""Seconds that a form may last at normal speed."""
FIRST_FACT = 8.0
"""Seconds within which the first sentence has ended."""


@dataclass(frozen=True)
class Answer:
    """One form of one answer."""

    topic: str
    form: str
    """short, normal, or full (normal and more)."""
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Cell:
    """One way to say one answer."""

    answer: Answer
    speed: str
    voice: str
    noise: bool


class Heard(msgspec.Struct, frozen=True):
    """What was measured of one cell."""

    topic: str
    form: str
    speed: str
    voice: str
    noise: bool
    seconds: float
    first: float
    """Seconds until the end of the first sentence."""
    words: int
    errors: int
    lost: tuple[str, ...]
    """Numbers and negations that were not heard."""
    heard: str


def answers(content: Content) -> Iterator[Answer]:
    """Every answer in its three forms, and every safety answer in two."""
    for topic in content.topics:
        short, normal, more = (words.say(content, f"topic:{topic}:{form}") for form in ("short", "normal", "more"))
        yield from (Answer(topic, "short", short), Answer(topic, "normal", normal))
        if more:
            yield Answer(topic, "full", normal + more)
    for danger in content.safety:
        yield from (Answer(danger, form, words.say(content, f"safety:{danger}:{form}")) for form in ("short", "normal"))


def cells(content: Content, voices: list[str]) -> list[Cell]:
    """Every answer at every speed in every voice, quiet and with noise."""
    return [Cell(*each) for each in product(answers(content), RATES, voices, (False, True))]


def listen(cell: Cell, voice: Voice, ear: Ear, seed: int, store: Store) -> Heard:
    """Says, noises and hears one cell; or remembers it, where nothing that goes in has changed."""
    ssml = f"<speak>{speech(cell.answer.lines, cell.speed)}</speak>"
    name = key("answer", ssml, cell.voice, ear.name, cell.noise, seed)
    if found := store.get(name, Heard):
        return found
    sound = voice.speak(ssml)
    said = caption(ssml)
    heard = ear.hear(noisy(sound, seed) if cell.noise else sound)
    result, first = compare(said, heard), voice.speak(f"<speak>{speech(cell.answer.lines[:1], cell.speed)}</speak>")
    return store.keep(
        name,
        Heard(
            cell.answer.topic, cell.answer.form, cell.speed, cell.voice, cell.noise, sound.seconds, first.seconds,
            len(plain(said).split()), result.errors, result.lost, heard,
        ),
    )  # fmt: skip

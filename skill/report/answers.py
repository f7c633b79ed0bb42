"""One row for each form of each answer: its words, its length, how it reads, and how it was heard."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import textstat

from skill.content import Content
from skill.conversation.reply import Line
from skill.hearing.answers import Answer, Heard, answers
from skill.hearing.store import Store
from skill.rendering.ssml import speech
from speech.listening import plain
from speech.report.sounds import Clip, Sounds


@dataclass(frozen=True)
class Row:
    """One form of one answer."""

    name: str
    form: str
    lines: tuple[Line, ...]
    ssml: str
    clip: Clip | None
    words: int
    seconds: float
    first: float
    """Seconds until the end of the first sentence."""
    grade: float
    """Flesch-Kincaid grade (Kincaid 1975; from textstat)."""
    heard: int
    """How many times an ear heard it."""
    wrong: float
    """Word error rate over those."""
    lost: tuple[str, ...]
    """Numbers and negations that it missed in any of them."""


def rows(content: Content, sounds: Sounds, watch: Callable[[Iterable], Iterable]) -> Iterator[Row]:
    """A row for each form of each answer."""
    for answer in watch(list(answers(content))):
        ssml = f"<speak>{speech(answer.lines)}</speak>"
        clip, first = sounds.clip(ssml), sounds.clip(f"<speak>{speech(answer.lines[:1])}</speak>")
        text = " ".join(line.text for line in answer.lines)
        heard = _heard(answer)
        yield Row(
            content.name(answer.topic), answer.form, answer.lines, ssml, clip, len(plain(text).split()),
            clip.seconds if clip else 0.0, first.seconds if first else 0.0, max(0.0, textstat.flesch_kincaid_grade(text)),
            len(heard), sum(row.errors for row in heard) / (sum(row.words for row in heard) or 1),
            tuple(dict.fromkeys(word for row in heard for word in row.lost)),
        )  # fmt: skip


def _heard(answer: Answer) -> list[Heard]:
    return [row for row in _all() if (row.topic, row.form) == (answer.topic, answer.form)]


@cache
def _all() -> list[Heard]:
    from skill.cli.listen_check import CACHE

    return list(Store(CACHE).all(Heard))

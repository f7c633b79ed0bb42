"""Questions of the measuring set, spoken, heard and understood: does the right topic still come?"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from xml.sax.saxutils import escape

import msgspec

from skill.hearing.store import Store, key
from skill.scorecard.questions import Question
from skill.understanding.normalise import normalise
from speech.audio import Audio
from speech.ear import Ear
from speech.listening import compare, noisy
from speech.voice import Voice

PACES = ("80%", "100%", "120%")
EDGE = 300
"""Milliseconds of silence before and after a question, as at a microphone."""


@dataclass(frozen=True)
class Spoken:
    """One question, and how it is said."""

    question: Question
    voice: str
    pace: str
    noise: bool


class Asked(msgspec.Struct, frozen=True):
    """What an ear made of it."""

    heard: str
    errors: int
    words: int


def plan(questions: list[Question], voices: list[str], count: int, seed: int) -> list[Spoken]:
    """`count` questions that can be spoken, drawn by the seed, with voices, paces and noise in turn."""
    chance = random.Random(seed)
    fit = [question for question in questions if question.group in ("in scope", "danger") and question.text.isascii()]
    drawn = chance.sample(fit, min(count, len(fit)))
    return [
        Spoken(question, voices[place % len(voices)], PACES[place // len(voices) % len(PACES)], bool(chance.randrange(2)))
        for place, question in enumerate(drawn)
    ]


def ask(spoken: Spoken, voice: Voice, ear: Ear, seed: int, store: Store) -> Asked:
    """What the ear hears of the spoken question; remembered where nothing that goes in has changed."""
    text = escape(normalise(spoken.question.text))
    ssml = f'<speak><prosody rate="{spoken.pace}"><s>{text}</s></prosody></speak>'
    name = key("question", ssml, spoken.voice, ear.name, spoken.noise, seed)
    if found := store.get(name, Asked):
        return found
    sound = voice.speak(ssml)
    edge = Audio.silence(EDGE, sound.rate)
    heard = ear.hear(noisy(edge + sound + edge, seed) if spoken.noise else edge + sound + edge)
    result = compare(text, heard)
    return store.keep(name, Asked(heard, result.errors, result.words))


def reached(answer: Callable[[str], tuple[str, ...]], question: Question, text: str) -> bool:
    """True if the text reaches a topic that the question accepts, at once or as one of two that are asked about."""
    return bool(set(answer(text)) & set(question.topics)) if text else False

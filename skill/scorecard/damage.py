"""Damaged questions, and how bad it is when one is misunderstood.

What sounds alike is decided here by Metaphone (Lawrence Philips, 1990; from `jellyfish`), not by our own code.
"""

from functools import cache

from skill.content.ways import load_ways
from skill.scorecard.questions import Question
from skill.understanding.examples import OUT_OF_SCOPE, SAFETY, examples
from skill.understanding.normalise import normalise
from skill.understanding.wounds import Wounds

FATAL, SERIOUS, MINOR, NUISANCE = "fatal", "serious", "minor", "nuisance"
CALLS_FOR_CARE = {"heavy_bleeding", "fever", "infection_signs", "call_doctor", "bleeding_not_stopped", "pain_during_sex"}
"""Topics whose answer sends the person to a doctor; to lose one to a harmless topic is serious."""

FIRST_SEED = 1_000
"""Above every seed that the training used."""


def damage(text: str, seed: int, times: int = 2) -> str:
    """The text with `times` wounds. Raises ModuleNotFoundError without the `bench` extra."""
    return _wounds().damage(normalise(text), FIRST_SEED + seed, times)


def severity(question: Question, topic: str) -> str:
    """How bad it is that this question was answered with this topic; "" where it was answered rightly."""
    if topic in question.topics:
        return ""
    if question.topics[0] in SAFETY:
        return MINOR if topic in SAFETY else FATAL
    if topic in SAFETY:
        return NUISANCE
    return SERIOUS if question.topics[0] in CALLS_FOR_CARE and topic not in (*CALLS_FOR_CARE, OUT_OF_SCOPE) else MINOR


@cache
def _wounds() -> Wounds:
    import jellyfish

    return Wounds((word for text in examples(load_ways()) for word in text.split()), jellyfish.metaphone)

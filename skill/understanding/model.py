"""The trained model as a whole: a linear model over words and letters, and a fine-tuned encoder, averaged.

The two err differently: the first knows our utterances to the letter, the second knows English. The first costs a tenth
of the second: where it is sure, and sees no danger, the second is not asked.
"""

from collections.abc import Callable

from skill.understanding import classifier, encoder
from skill.understanding.examples import SAFETY

Scores = Callable[[str], dict[str, float]]
"""A normalised text in; every label with its probability out, best first."""

ENCODER = 0.65
"""How much the encoder's word counts beside the linear model's."""


SURE, HARMLESS = 0.97, 0.005
"""The linear model's best probability from which it is believed alone, and how much danger it may see for that."""


def averaged(linear: classifier.Classifier, deep: encoder.Encoder, share: float = ENCODER, sure: float = SURE) -> Scores:
    """The two models as one. Remembers no text."""

    def scores(text: str) -> dict[str, float]:
        one = linear.scores(text)
        best = next(iter(one))
        if one[best] >= sure and (best in SAFETY or sum(one[topic] for topic in SAFETY) < HARMLESS):
            return one
        two = deep.scores(text)
        mixed = {label: (1 - share) * one[label] + share * two[label] for label in one}
        return dict(sorted(mixed.items(), key=lambda row: -row[1]))

    return scores

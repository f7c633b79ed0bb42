"""The trained model as a whole: a linear model over words and letters, and a fine-tuned encoder, averaged.

The two err differently: the first knows our utterances to the letter, the second knows English.
"""

from collections.abc import Callable

from skill.understanding import classifier, encoder

Scores = Callable[[str], dict[str, float]]
"""A normalised text in; every label with its probability out, best first."""

ENCODER = 0.6
"""How much the encoder's word counts beside the linear model's."""


def averaged(linear: classifier.Classifier, deep: encoder.Encoder, share: float = ENCODER) -> Scores:
    """The two models as one. Remembers no text."""

    def scores(text: str) -> dict[str, float]:
        one, two = linear.scores(text), deep.scores(text)
        mixed = {label: (1 - share) * one[label] + share * two[label] for label in one}
        return dict(sorted(mixed.items(), key=lambda row: -row[1]))

    return scores

"""Understanding: a person's words in, a move out, with a score, the runner-up and the rung that decided.

The conversation does not know how this is done, so it can be replaced as a whole: anything with
`understand(text) -> Understood` will do.
"""

from functools import cache

from skill.conversation.move import Move
from skill.understanding import classifier, encoder
from skill.understanding.decide import Understood
from skill.understanding.ladder import understand
from skill.understanding.model import Scores, averaged

__all__ = ["Understanding", "Understood", "default"]


class Understanding:
    """Our own understanding, with a trained model."""

    def __init__(self, scores: Scores):
        self.scores = scores

    def understand(self, text: str) -> Understood:
        """What a text means, and why."""
        return understand(text, self.scores)

    def move(self, text: str) -> Move:
        """Only what a text means: what a face needs."""
        return self.understand(text).move


@cache
def default() -> Understanding:
    """The understanding that comes with the project. Raises GentleError where its model is missing."""
    return Understanding(averaged(classifier.load(), encoder.load()))

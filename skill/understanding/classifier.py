"""The trained model: which topic does a text ask about? A linear model over words and letters; numpy alone runs it."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from skill.errors import GentleError
from skill.understanding.features import SIZE, features

FILE = Path(__file__).parent / "model.npz"


@dataclass(frozen=True)
class Classifier:
    """Weights of a multinomial logistic regression, one byte each.

    `weights` is (buckets + 1) x labels, its last row all zero; `row` maps a feature bucket to its row;
    `rarity` is the inverse document frequency by bucket; `scale` and `bias` are one number a label.
    """

    labels: tuple[str, ...]
    row: np.ndarray
    rarity: np.ndarray
    weights: np.ndarray
    scale: np.ndarray
    bias: np.ndarray
    fingerprint: str

    def weighted(self, text: str) -> tuple[np.ndarray, np.ndarray]:
        """The features of a normalised text as buckets and TF-IDF weights of length 1."""
        where, weight = features(text)
        weight = weight * self.rarity[where]
        return where, weight / (np.sqrt(np.square(weight).sum()) or 1)

    def scores(self, text: str) -> dict[str, float]:
        """Every label with its probability, best first; they add up to 1."""
        where, weight = self.weighted(text)
        logits = (weight @ self.weights[self.row[where]].astype(np.float32)) * self.scale + self.bias
        odds = np.exp(logits - logits.max())
        odds /= odds.sum()
        return {self.labels[place]: float(odds[place]) for place in np.argsort(-odds)}


@cache
def load(path: Path = FILE) -> Classifier:
    """The trained model. Raises GentleError where there is none."""
    if not path.exists():
        raise GentleError("The understanding model is missing. Run: make model.")
    with np.load(path, allow_pickle=False) as data:
        row = np.full(SIZE, len(data["buckets"]), np.int64)
        row[data["buckets"]] = np.arange(len(data["buckets"]))
        weights = np.vstack([data["weights"], np.zeros((1, data["weights"].shape[1]), np.int8)])
        rarity = np.zeros(SIZE, np.float32)
        rarity[data["buckets"]] = data["rarity"]
        return Classifier(
            tuple(map(str, data["labels"])), row, rarity, weights, data["scale"], data["bias"], str(data["fingerprint"])
        )

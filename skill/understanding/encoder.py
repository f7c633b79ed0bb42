"""The fine-tuned encoder, run by numpy alone: which topic does a text mean? Trained by `finetune.py`.

BERT's forward pass (Devlin et al. 2019) for one text: about 20 pieces through six layers of 384.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from skill.errors import GentleError
from skill.understanding.wordpiece import WordPiece

FILE = Path(__file__).parent / "encoder.npz"
LAYERS, HEADS, WIDTH = 6, 12, 384
LONGEST_PLACE = 48


@dataclass(frozen=True)
class Encoder:
    """Weights by their published names; matrices are stored in one byte a number and a scale a row."""

    labels: tuple[str, ...]
    pieces: WordPiece
    weights: dict[str, np.ndarray]
    places: np.ndarray
    """Each piece's number in the published vocabulary."""
    fingerprint: str

    def scores(self, text: str) -> dict[str, float]:
        """Every label with its probability, best first; they add up to 1."""
        logits = self.weights["head.weight"] @ self.vector(text) + self.weights["head.bias"]
        odds = np.exp(logits - logits.max())
        odds /= odds.sum()
        return {self.labels[place]: float(odds[place]) for place in np.argsort(-odds)}

    def vector(self, text: str) -> np.ndarray:
        """The text as 384 numbers: the mean of what the last layer makes of its pieces."""
        w, ids = self.weights, self.pieces(text, LONGEST_PLACE)
        x = w["embeddings.word_embeddings.weight"][ids].astype(np.float32)
        x *= w["embeddings.word_embeddings.weight.scale"][ids, None]
        x += w["embeddings.position_embeddings.weight"][: len(ids)] + w["embeddings.token_type_embeddings.weight"][0]
        x = self._norm(x, "embeddings.LayerNorm")
        for layer in range(LAYERS):
            x = self._layer(x, f"encoder.layer.{layer}")
        return x.mean(axis=0)

    def _layer(self, x: np.ndarray, at: str) -> np.ndarray:
        together = self._linear(x, f"{at}.attention.self")
        query, key, value = together.reshape(len(x), 3, HEADS, -1).transpose(1, 2, 0, 3)
        alike = query @ key.swapaxes(1, 2) / np.sqrt(WIDTH / HEADS, dtype=np.float32)
        alike = np.exp(alike - alike.max(axis=-1, keepdims=True))
        mixed = (alike / alike.sum(axis=-1, keepdims=True)) @ value
        mixed = mixed.swapaxes(0, 1).reshape(len(x), WIDTH)
        x = self._norm(x + self._linear(mixed, f"{at}.attention.output.dense"), f"{at}.attention.output.LayerNorm")
        inner = _gelu(self._linear(x, f"{at}.intermediate.dense"))
        return self._norm(x + self._linear(inner, f"{at}.output.dense"), f"{at}.output.LayerNorm")

    def _linear(self, x: np.ndarray, name: str) -> np.ndarray:
        return x @ self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]

    def _norm(self, x: np.ndarray, name: str) -> np.ndarray:
        x = x - x.mean(axis=-1, keepdims=True)
        x /= np.sqrt(np.square(x).mean(axis=-1, keepdims=True) + 1e-12)
        return x * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]


def _gelu(x: np.ndarray) -> np.ndarray:
    """Hendrycks and Gimpel 2016, with erf by Abramowitz and Stegun 7.1.26 (error below 1.5e-7)."""
    z = np.abs(x) * np.float32(0.7071067811865476)
    t = 1 / (1 + np.float32(0.3275911) * z)
    poly = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
    erf = np.sign(x) * (1 - poly * np.exp(-z * z))
    return 0.5 * x * (1 + erf)


def quantised(arrays: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The arrays with every matrix in one byte a number, and a `.scale` for each of its rows."""
    out: dict[str, np.ndarray] = {}
    for name, array in arrays.items():
        if name.startswith("embeddings.position"):
            array = array[:LONGEST_PLACE]
        if array.ndim < 2 or name.startswith("head"):
            out[name] = array.astype(np.float32)
            continue
        scale = np.abs(array).max(axis=1, keepdims=True) / 127
        out[name] = np.rint(array / np.where(scale, scale, 1)).astype(np.int8)
        out[f"{name}.scale"] = scale[:, 0].astype(np.float32)
    return out


@cache
def load(path: Path = FILE) -> Encoder:
    """The fine-tuned encoder. Raises GentleError where there is none."""
    if not path.exists():
        raise GentleError("The encoder is missing. Run: make model.")
    with np.load(path, allow_pickle=False) as data:
        kept = {name: data[name] for name in data.files if name not in ("vocabulary", "places", "labels", "fingerprint")}
        pieces = WordPiece(data["vocabulary"].tolist())
        return Encoder(tuple(map(str, data["labels"])), pieces, _ready(kept), data["places"], str(data["fingerprint"]))


def _ready(weights: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The weights as they are multiplied: inputs x outputs in one block of memory (half the time of a transposed view),
    and each layer's query, key and value side by side."""
    for name in [name for name in weights if f"{name}.scale" in weights and "word_embeddings" not in name]:
        whole = weights[name].astype(np.float32) * weights.pop(f"{name}.scale")[:, None]
        weights[name] = np.ascontiguousarray(whole.T) if name.startswith("encoder.") else whole
    for layer in range(LAYERS):
        at = f"encoder.layer.{layer}.attention.self"
        for part in ("weight", "bias"):
            weights[f"{at}.{part}"] = np.concatenate(
                [weights.pop(f"{at}.{each}.{part}") for each in ("query", "key", "value")], axis=-1
            )
    return weights

"""Train the classifier from the utterances. Needs the `train` extra (scikit-learn); what it writes runs on numpy alone.

Multinomial logistic regression on TF-IDF weighted features, its weights rounded to one byte a number.
Nothing random goes in: the same utterances give the same file.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from skill.understanding.classifier import FILE
from skill.understanding.examples import examples, fingerprint, lessons
from skill.understanding.features import SIZE, features

STRENGTH = 30.0
"""Inverse of the regularisation, chosen on held-out utterances (tests/benchmarks)."""


def matrix(texts: Sequence[str]):
    """Raw feature counts as a sparse matrix, texts x buckets."""
    from scipy.sparse import csr_matrix

    rows = [features(text) for text in texts]
    starts = np.cumsum([0] + [len(where) for where, _ in rows])
    return csr_matrix((np.concatenate([w for _, w in rows]), np.concatenate([b for b, _ in rows]), starts), (len(texts), SIZE))


def fit(rows: dict[str, str], strength: float = STRENGTH) -> dict[str, np.ndarray]:
    """The arrays of the model file, by name."""
    from sklearn.linear_model import LogisticRegression

    texts, labels = zip(*lessons(rows), strict=True)
    counts = matrix(texts)
    documents = np.bincount(counts.indices, minlength=SIZE)
    buckets = np.flatnonzero(documents)
    rarity = (np.log((1 + len(texts)) / (1 + documents[buckets])) + 1).astype(np.float32)
    weighted = counts[:, buckets].multiply(rarity).tocsr()
    lengths = np.sqrt(weighted.multiply(weighted).sum(axis=1)).A1
    weighted = weighted.multiply(1 / lengths[:, None]).tocsr()
    model = LogisticRegression(C=strength, max_iter=150, tol=1e-3)
    model.fit(weighted, labels)
    scale = np.abs(model.coef_).max(axis=1) / 127
    return {
        "labels": model.classes_.astype("U"),
        "buckets": buckets.astype(np.int32),
        "rarity": rarity,
        "weights": np.rint(model.coef_ / scale[:, None]).astype(np.int8).T,
        "scale": scale.astype(np.float32),
        "bias": model.intercept_.astype(np.float32),
        "fingerprint": np.array(fingerprint(rows)),
    }


def train(path: Path = FILE) -> Path:
    """Writes the model file from the utterances as they are now, and returns its path."""
    from skill.content.ways import load_ways

    np.savez_compressed(path, **fit(examples(load_ways())))
    return path

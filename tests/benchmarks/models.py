"""Which model? The candidates on the same utterances and the same questions, in one run.

Needs the `train` and `bench` extras. Trains the linear heads (minutes); the fine-tuned encoder is taken as committed.

    .venv/bin/python tests/benchmarks/models.py
"""

import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from skill.content.ways import load_ways
from skill.scorecard import measure
from skill.scorecard.minilm import embed
from skill.scorecard.questions import read
from skill.understanding import Understanding, classifier, encoder
from skill.understanding.examples import examples
from skill.understanding.model import averaged
from skill.understanding.train import fit


def frozen(rows: dict[str, str]):
    """MiniLM as published, its vectors under a logistic regression."""
    from sklearn.linear_model import LogisticRegression

    head = LogisticRegression(C=30, max_iter=300).fit(embed(list(rows)), list(rows.values()))

    def scores(text: str) -> dict[str, float]:
        odds = head.predict_proba(embed([text]))[0]
        return {head.classes_[place]: float(odds[place]) for place in np.argsort(-odds)}

    return scores


def main() -> None:
    """Prints a table: each candidate inside the same ladder, on all questions."""
    rows, questions = examples(load_ways()), read()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.npz"
        np.savez_compressed(path, **fit(rows))
        linear = classifier.load.__wrapped__(path)
    print("frozen encoder: embedding the utterances ...", file=sys.stderr)
    candidates = {
        "n-grams and sounds, linear": linear.scores,
        "MiniLM frozen, linear head": frozen(rows),
        "MiniLM fine-tuned, ours": encoder.load().scores,
        "linear and fine-tuned, averaged": averaged(linear, encoder.load()),
    }
    print(f"{'model':34}  right  wrong  near  far  plain  veiled  alarms  ms")
    for name, scores in candidates.items():
        started = time.perf_counter()
        outcomes = measure.run(measure.ours(Understanding(scores)), questions)
        figures = measure.figures(outcomes)
        chosen = "".join(f"{100 * figures[place].value:7.1f}" for place in (0, 3, 4, 5, 6, 7, 8))
        print(f"{name:34}{chosen}{measure.milliseconds(outcomes):7.1f}   ({time.perf_counter() - started:.0f} s)", flush=True)


if __name__ == "__main__":
    main()

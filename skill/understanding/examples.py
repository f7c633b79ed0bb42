"""The texts from which the classifier is trained, with their labels: topics, safety ids, or "out_of_scope"."""

import hashlib

from skill.content.ways import Ways
from skill.understanding.normalise import normalise
from skill.understanding.sound import sound
from skill.understanding.wounds import Wounds

OUT_OF_SCOPE = "out_of_scope"
SAFETY = ("urgent_physical", "crisis_emotional", "unsafe_partner")
FORMAT = "2"
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


def wounded(rows: dict[str, str]) -> list[tuple[str, str]]:
    """The examples as recognisers damage them: three of each danger sign, one of everything else."""
    wounds = Wounds((word for text in rows for word in text.split()), sound)
    times = {label: 3 if label in SAFETY else 1 for label in set(rows.values())}
    damaged = ((wounds.damage(text, seed), label) for text, label in rows.items() for seed in range(times[label]))
    return [(text, label) for text, label in damaged if text not in rows]


def fingerprint(rows: dict[str, str]) -> str:
    """Changes with any text, any label, and the training itself."""
    digest = hashlib.sha256(FORMAT.encode())
    for text, label in sorted(rows.items()):
        digest.update(f"{label}\t{text}\n".encode())
    return digest.hexdigest()

"""The texts from which the classifier is trained, with their labels: topics, safety ids, or "out_of_scope"."""

import hashlib
import random

from skill.content.ways import Ways
from skill.understanding.normalise import normalise
from skill.understanding.sound import sound
from skill.understanding.wounds import Wounds

OUT_OF_SCOPE = "out_of_scope"
SAFETY = ("urgent_physical", "crisis_emotional", "unsafe_partner")
FORMAT = "3"
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
    """The examples as recognisers damage them: three of each danger sign, one of everything else.

    What was cut down to three words or fewer is left out: "i want to" is no report of "i want to die".
    """
    wounds = Wounds((word for text in rows for word in text.split()), sound)
    times = {label: 3 if label in SAFETY else 1 for label in set(rows.values())}
    damaged = ((text, wounds.damage(text, seed), label) for text, label in rows.items() for seed in range(times[label]))
    return [(hurt, label) for text, hurt, label in damaged if hurt not in rows and not _stump(text, hurt)]


def _stump(text: str, hurt: str) -> bool:
    return len(hurt.split()) < min(4, len(text.split()))


def scraps(rows: dict[str, str], seed: int = 1) -> list[tuple[str, str]]:
    """One to three words out of each text that is not ours, as a recogniser hands on when somebody is cut off.

    Only scraps with a word that nobody uses for a question of ours: "bleeding" out of "nose bleeding" is one.
    """
    chance = random.Random(seed)
    ours = {word for text, label in rows.items() if label != OUT_OF_SCOPE for word in text.split()}
    found = set()
    for words in (text.split() for text, label in rows.items() if label == OUT_OF_SCOPE):
        length = chance.randint(1, 3)
        start = chance.randrange(max(1, len(words) - length + 1))
        found.add(tuple(words[start : start + length]))
    foreign = sorted(" ".join(words) for words in found if not set(words) <= ours)
    return [(text, OUT_OF_SCOPE) for text in foreign if text not in rows]


def lessons(rows: dict[str, str]) -> list[tuple[str, str]]:
    """Everything that the models learn from: the examples as they are, as they are misheard, and scraps."""
    return [*rows.items(), *wounded(rows), *scraps(rows)]


def fingerprint(rows: dict[str, str]) -> str:
    """Changes with any text, any label, and the training itself."""
    digest = hashlib.sha256(FORMAT.encode())
    for text, label in sorted(rows.items()):
        digest.update(f"{label}\t{text}\n".encode())
    return digest.hexdigest()

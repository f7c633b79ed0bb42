"""What the classifier sees of a text: words, pairs and skipped pairs, how they sound, and runs of 3 to 5 letters; hashed."""

import zlib
from collections import Counter

import numpy as np

from skill.understanding.sound import sound

SIZE = 1 << 18
"""Buckets into which features are hashed."""


def features(text: str) -> tuple[np.ndarray, np.ndarray]:
    """Bucket numbers of a normalised text, and for each 1 + log(how often it occurs); empty for an empty text."""
    counts = Counter(map(_bucket, _tokens(text)))
    where = np.fromiter(counts, np.int64, len(counts))
    return where, 1 + np.log(np.fromiter(counts.values(), np.float32, len(counts)))


def _tokens(text: str) -> list[str]:
    words = ["<", *text.split(), ">"]
    tokens = [f"1 {word}" for word in words[1:-1]]
    tokens += [f"2 {a} {b}" for a, b in zip(words, words[1:], strict=False)]
    tokens += [f"3 {a} {b}" for a, b in zip(words, words[2:], strict=False)]
    sounds = [sound(word) for word in words[1:-1]]
    tokens += [f"s {one}" for one in sounds]
    tokens += [f"t {a} {b}" for a, b in zip(sounds, sounds[1:], strict=False)]
    for word in words[1:-1]:
        tokens += _letters(word)
    return tokens


def _letters(word: str) -> tuple[str, ...]:
    padded = f" {word} "
    return tuple(padded[i : i + n] for n in (3, 4, 5) for i in range(len(padded) - n + 1))


def _bucket(token: str) -> int:
    return zlib.crc32(token.encode()) % SIZE

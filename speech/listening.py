"""Can it be understood by ear? What was said is compared with what an ear heard of it.

Word error rate is that of Levenshtein (1966) over words: (substituted + dropped + added) / words said.
"""

import re
from dataclasses import dataclass

import numpy as np
from num2words import num2words

from speech.audio import Audio

NOISE_DECIBELS = 10.0
"""How far the noise lies under the voice where no other figure is given."""

NEGATIONS = ("not", "no", "never", "without", "cannot")


@dataclass(frozen=True)
class Hearing:
    """One comparison."""

    errors: int
    words: int
    lost: tuple[str, ...]
    """Numbers and negations that were said and were not heard."""


def compare(said: str, heard: str) -> Hearing:
    """Both texts in plain words; figures count as the words that they are read as."""
    one, two = plain(said).split(), plain(heard).split()
    return Hearing(distance(one, two), len(one), lost(one, two))


def plain(text: str) -> str:
    """Lower case, figures in words, negations spelled out, no punctuation."""
    text = text.lower().replace("’", "'")
    text = re.sub(r"\b(can't|cannot)\b", "can not", text)
    text = re.sub(r"\bwon't\b", "will not", text)
    text = re.sub(r"n't\b", " not", text)
    text = re.sub(r"\bd\s?(?:&|and|n)\s?c\b|\bdnc\b", "d and c", text)
    text = re.sub(r"\d+(?:\s*[,\s-]\s*\d+)*", _digits, text)
    text = text.replace("°", " degrees ").replace("%", " percent")
    text = re.sub(r"\d+", lambda found: f" {num2words(int(found[0]))} ", text)
    return " ".join(re.findall(r"[a-z']+", text.replace("-", " ")))


def _digits(found: re.Match[str]) -> str:
    """A long number digit by digit, as it is said; a small one as it stands."""
    groups = re.findall(r"\d+", found[0])
    one_by_one = max(map(len, groups)) >= 3 or (len(groups) > 1 and max(map(len, groups)) == 1)
    return " ".join("".join(groups)) if one_by_one else found[0]


def distance(one: list[str], two: list[str]) -> int:
    """Words to substitute, drop or add to make one of the other."""
    row = np.arange(len(two) + 1)
    for number, word in enumerate(one, 1):
        before, row = row, np.empty_like(row)
        row[0] = number
        changed = before[:-1] + np.array([word != other for other in two], dtype=int) if two else before[:-1]
        for place in range(1, len(two) + 1):
            row[place] = min(changed[place - 1], before[place] + 1, row[place - 1] + 1)
    return int(row[-1])


def lost(said: list[str], heard: list[str]) -> tuple[str, ...]:
    """The numbers and negations that were said more often than they were heard."""
    matter = [word for word in said if word in NEGATIONS or word in NUMBERS]
    return tuple(word for word in dict.fromkeys(matter) if heard.count(word) < said.count(word))


NUMBERS = frozenset({num2words(number) for number in [*range(20), *range(20, 100, 10)]} | {"hundred", "thousand"})


def noisy(sound: Audio, seed: int, decibels: float = NOISE_DECIBELS) -> Audio:
    """The sound with pink noise, its power so many decibels under the voice's. Pink: power falls as 1/f (Voss 1975)."""
    samples = sound.samples.astype(float)
    if not len(samples):
        return sound
    spectrum = np.fft.rfft(np.random.default_rng(seed).standard_normal(len(samples)))
    spectrum[1:] /= np.sqrt(np.arange(1, len(spectrum)))
    noise = np.fft.irfft(spectrum, len(samples))
    noise *= np.sqrt(np.mean(samples**2) / np.mean(noise**2)) * 10 ** (-decibels / 20)
    return Audio.of(samples + noise, sound.rate)

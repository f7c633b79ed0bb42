"""How a word sounds, roughly: consonants in classes, vowels only at the start. "forced" and "forest" sound alike."""

import re

_CLASSES = str.maketrans(
    {
        letter: sound
        for sound, letters in {"p": "b", "f": "v", "t": "d", "k": "gcq", "s": "zxj", "m": "n"}.items()
        for letter in letters
    }
    | dict.fromkeys("hwyaeiou'", "")
)
_PAIRS = (("ph", "f"), ("th", "t"), ("ck", "k"), ("ce", "se"), ("ci", "si"), ("ge", "je"), ("gi", "ji"))


def sound(word: str) -> str:
    """A code that words which are mistaken for each other share."""
    start = "A" if word[:1] in tuple("aeiou") else ""
    for pair, one in _PAIRS:
        word = word.replace(pair, one)
    return start + re.sub(r"(.)\1+", r"\1", word.translate(_CLASSES))

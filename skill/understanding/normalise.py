"""Text as it arrives, made into the plain words that everything else looks at."""

import re
import unicodedata
from functools import cache

from skill.content import HERE
from skill.content.marked import Marked
from skill.understanding.phrases import whole

LONGEST = 600
"""Characters that are looked at. A spoken question is seldom longer than 200."""

FILLERS = {"um", "uh", "er", "erm", "uhm", "hmm", "mm", "ah", "eh", "alexa"}
COURTESY = re.compile(r"^(?:(?:hi|hello|hey|please|so|well|okay|ok|right|and|but) )+|(?: (?:please|thanks|thank you))+$")

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = ". . twenty thirty forty fifty sixty seventy eighty ninety".split()


def normalise(text: str) -> str:
    """Lower-case words of letters and apostrophes, numbers in words, fillers out, misheard forms put right."""
    text = unicodedata.normalize("NFKC", text[:LONGEST]).lower().replace("’", "'").replace("`", "'")
    text = _unheard().sub(lambda found: _meant()[found[0]], f" {text} ".replace("&", " & "))
    text = re.sub(r"(\d+)\s?(?:°|degrees)?\s?([cf])\b", r"\1 degrees", text)
    text = re.sub(r"\d+(?:\.\d+)?", lambda found: f" {spoken(found[0])} ", text)
    text = re.sub(r"[^\w']+|_", " ", text)
    words = [word.strip("'") for word in text.split() if word not in FILLERS]
    return _unheard().sub(lambda found: _meant()[found[0]], " ".join(_without_doubles(words)))


def bare(text: str) -> str:
    """A normalised text without the courtesies around it."""
    return COURTESY.sub("", text).strip() or text


def spoken(number: str) -> str:
    """A number as people say it: "28" is "twenty eight", "101.5" is "one hundred and one point five"."""
    whole, _, part = number.partition(".")
    said = _whole(int(whole)) if len(whole) < 4 else " ".join(_ONES[int(digit)] for digit in whole)
    return said + (" point " + " ".join(_ONES[int(digit)] for digit in part) if part else "")


def _whole(number: int) -> str:
    if number < 20:
        return _ONES[number]
    if number < 100:
        return _TENS[number // 10] + (f" {_ONES[number % 10]}" if number % 10 else "")
    rest = number % 100
    return f"{_ONES[number // 100]} hundred" + (f" and {_whole(rest)}" if rest else "")


def _without_doubles(words: list[str]) -> list[str]:
    """A word said twice in a row counts once, as when somebody stammers."""
    return [word for place, word in enumerate(words) if place == 0 or word != words[place - 1]]


@cache
def _meant() -> dict[str, str]:
    table = Marked(HERE / "en" / "heard_as.yaml").as_type(dict[str, tuple[str, ...]])
    return {heard: meant for meant, forms in table.items() for heard in forms}


@cache
def _unheard() -> re.Pattern[str]:
    return whole(_meant())

"""A locale: what differs from the language's own source. `content/en-GB.yaml` and its neighbours.

The language is the part before the hyphen, and its words lie in the folder of that name. A locale changes words, never
meaning: each entry of `words` is said in place of another, as whole words, wherever the source says it.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from skill.content.marked import Marked

T = TypeVar("T")

SPOKEN = {"say", "name", "offer", "origin", "short", "normal", "more", "partner"}
"""The fields of the content that hold sentences; the others hold ids, sources and dates."""


class Locale(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file such as `en-GB.yaml`."""

    name: str
    """The country, for an editor."""
    words: dict[str, str] = {}
    """Said instead of the source's words."""
    asks: dict[str, str] = {}
    """How people ask here: these words in place of those, in the samples of the interaction model."""


def available(root: Path) -> tuple[str, ...]:
    """The locales that have a file, the first language's first country first ("en-US")."""
    found = {path.stem for path in root.glob("*-*.yaml")}
    return tuple(sorted(found, key=lambda locale: (locale != "en-US", locale)))


def languages(root: Path) -> set[str]:
    """The languages that we have words in."""
    return {path.parent.name for path in root.glob("*/topics")}


def language(locale: str) -> str:
    """The folder that holds the words of a locale: "en" for "en-GB"."""
    return locale.partition("-")[0]


@cache
def read(locale: str, root: Path) -> Locale:
    """What differs in a locale; nothing for one that has no file. Raises ContentError where the file is broken."""
    path = root / f"{locale}.yaml"
    return Marked(path).as_type(Locale) if path.exists() else Locale(locale)


def in_words_of(locale: Locale, content: T) -> T:
    """A content value with the locale's words in its sentences."""
    if not locale.words:
        return content
    data = _spoken(msgspec.to_builtins(content), locale.words)
    return msgspec.convert(data, type(content), strict=False)


def instead(text: str, words: Mapping[str, str]) -> str:
    """`text` with each whole-word entry of `words` replaced, the longest first; a capital stays a capital."""
    return _any_of(tuple(words)).sub(lambda found: _replaced(found[0], words), text) if words else text


def _spoken(value: Any, words: Mapping[str, str], said: bool = False) -> Any:
    if isinstance(value, dict):
        return {key: _spoken(part, words, key in SPOKEN) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_spoken(part, words, said) for part in value]
    return instead(value, words) if said and isinstance(value, str) else value


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.I)


def _replaced(found: str, words: Mapping[str, str]) -> str:
    key = found if found in words else next(word for word in words if word.lower() == found.lower())
    new = words[key]
    return new[0].upper() + new[1:] if found[0].isupper() and key[0].islower() else new

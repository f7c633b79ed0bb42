"""Digits, abbreviations and signs that a voice may read wrongly."""

import re
from collections.abc import Iterator

from speech.ssml.tree import Node, Text

WRITTEN = [
    (r"\d[\d\s-]*-\s?\d[\d -]*\d|\d{3} \d{3}[\d ]*", "{0!r} may be read as a sum or as one great number", 'Put it in <say-as interpret-as="telephone">'),
    (r"\b\d{5,}\b", "{0!r} is read as one great number", 'Put it in <say-as interpret-as="digits">'),
    (r"\b(911|999|000|112|988|111|811)\b", "{0!r} may be read as a great number", 'Put it in <say-as interpret-as="digits">'),
    (r"\d+\s?/\s?\d+", "{0!r} may be read as a date or a fraction", "Write it in words, or use <say-as>"),
    (r"\d\s?[-–]\s?\d", "{0!r} may be read as a sum", "Write 'to' between the numbers"),
    (r"°\s?[CF]?", "{0!r} is read differently by every voice", "Write degrees Fahrenheit or degrees Celsius"),
    (r"(?i)\b(e\.g\.|i\.e\.|etc\.|approx\.|vs\.?|wks?\b\.?|hrs?\b\.?|mins?\b\.|yrs?\b\.?|dr\.|mr\.|mrs\.|no\.\s?(?=\d)|w/|b/c|d&c)", "the abbreviation {0!r} may be read wrongly", "Write the words"),
    (r"\b(?!OK\b|AM\b|PM\b|TV\b|GP\b|UK\b|US\b|NHS\b)[A-Z]{2,5}s?\b", "the capitals {0!r} may be read as a word", 'Write the words, or use <say-as interpret-as="characters">'),
    (r"[#*%@<>=+~^_|\\{}\[\]&/]", "the sign {0!r} may be read out, or not at all", "Write the word"),
    (r"&(amp|lt|gt|quot|apos);", "{0!r} was escaped twice", "Escape once"),
    (r"[\U0001F000-\U0001FAFF\u2600-\u27BF]", "the picture {0!r} is read out by its name", "Leave it out"),
]  # fmt: skip
"""What is written, what is wrong with it, and what to do."""

PATTERNS = [(re.compile(pattern), problem, fix) for pattern, problem, fix in WRITTEN]

EXPLAINED = ("say-as", "sub", "phoneme")
"""Tags that say how their text is read."""


def misread(root: Node) -> Iterator[tuple[int, int, str, str]]:
    """Line, column, problem and fix of each place; one finding a place. What <say-as> and <sub> explain is left alone."""
    for text in _unexplained(root):
        taken: list[tuple[int, int]] = []
        for pattern, problem, fix in PATTERNS:
            for found in pattern.finditer(text.text):
                if all(found.end() <= start or found.start() >= end for start, end in taken):
                    taken.append(found.span())
                    yield *_place(text, found.start()), problem.format(found[0].strip()), fix


def _unexplained(node: Node) -> Iterator[Text]:
    for part in node.inside:
        if isinstance(part, Text):
            yield part
        elif part.tag not in EXPLAINED:
            yield from _unexplained(part)


def _place(text: Text, offset: int) -> tuple[int, int]:
    before = text.text[:offset]
    lines = before.count("\n")
    return text.line + lines, (len(before) - before.rfind("\n") if lines else text.column + offset)

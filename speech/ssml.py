"""SSML, read: the tags that Alexa takes in every locale, and what a voice needs to know of them.

Source: Alexa's "Speech Synthesis Markup Language (SSML) Reference".
"""

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass, replace

from speech.errors import SsmlError

RATES = {"x-slow": 0.5, "slow": 0.8, "medium": 1.0, "fast": 1.25, "x-fast": 1.5}
STRENGTHS = {"none": 0, "x-weak": 0, "weak": 150, "medium": 300, "strong": 600, "x-strong": 1000}
TAGS = {"speak": set(), "p": set(), "s": set(), "break": {"time", "strength"}, "prosody": {"rate"}, "say-as": {"interpret-as"}}
LONGEST_BREAK = 10_000
BETWEEN_SENTENCES = 250


@dataclass(frozen=True)
class Chunk:
    """A run of words said at one speed."""

    text: str
    rate: float = 1.0
    """A share of the voice's own speed."""
    pause: int = 0
    """Milliseconds of silence afterwards."""


def parse(ssml: str) -> list[Chunk]:
    """The chunks to say, in order. Raises SsmlError for markup that is broken or that we cannot speak."""
    chunks: list[Chunk] = []
    _walk(_root(ssml), 1.0, chunks)
    return [chunk for chunk in chunks if chunk.text or chunk.pause]


def words(ssml: str) -> str:
    """The text without markup: what a caption shows."""
    if not ssml:
        return ""
    return " ".join(" ".join(_texts(_root(ssml))).split())


def _root(ssml: str) -> ET.Element:
    try:
        root = ET.fromstring(ssml)
    except ET.ParseError as error:
        line, column = error.position
        raise SsmlError(f"SSML, line {line}, column {column}: {error.msg.partition(':')[0]}. Escape & and <.") from None
    if root.tag != "speak":
        raise SsmlError(f"SSML begins with <{root.tag}>. Put everything inside <speak>.")
    return root


def _texts(node: ET.Element) -> list[str]:
    """Sentences end with a space; what stands inside one is joined as written."""
    inside = (node.text or "") + "".join("".join(_texts(child)) + (child.tail or "") for child in node)
    return [inside + (" " if node.tag in ("s", "p") else "")]


def _walk(node: ET.Element, rate: float, chunks: list[Chunk]) -> None:
    _check(node)
    if node.tag == "break":
        chunks.append(Chunk("", rate, _break(node)))
        return
    if node.tag == "prosody":
        rate *= _rate(node.get("rate", "medium"))
    spoken = _say_as(node) if node.tag == "say-as" else (node.text or "")
    _add(spoken, rate, chunks)
    for child in node:
        _walk(child, rate, chunks)
        _add(child.tail or "", rate, chunks)
    if node.tag in ("s", "p") and chunks:
        chunks[-1] = replace(chunks[-1], pause=chunks[-1].pause + BETWEEN_SENTENCES)


def _add(text: str, rate: float, chunks: list[Chunk]) -> None:
    """Joins words that belong to one sentence, so that the voice keeps its melody."""
    text = " ".join(text.split())
    if not text:
        return
    if chunks and chunks[-1].text and not chunks[-1].pause and chunks[-1].rate == rate:
        space = "" if re.match(r"[.,?!]", text) else " "
        chunks[-1] = replace(chunks[-1], text=chunks[-1].text + space + text)
    else:
        chunks.append(Chunk(text, rate))


def _check(node: ET.Element) -> None:
    if node.tag not in TAGS:
        raise SsmlError(f"<{node.tag}> is not a tag that this voice can speak. Use one of: {', '.join(sorted(TAGS))}.")
    for name in sorted(set(node.attrib) - TAGS[node.tag]):
        raise SsmlError(f"<{node.tag}> takes no {name!r}. Leave it out.")


def _break(node: ET.Element) -> int:
    time = node.get("time")
    if time is None:
        return STRENGTHS[node.get("strength", "medium")]
    found = re.fullmatch(r"(\d+(?:\.\d+)?)(ms|s)", time)
    length = float(found[1]) * (1000 if found[2] == "s" else 1) if found else -1
    if not 0 <= length <= LONGEST_BREAK:
        raise SsmlError(f'<break time="{time}"> is not a time of at most 10 s. Write 400ms or 1.5s.')
    return int(length)


def _rate(value: str) -> float:
    if value in RATES:
        return RATES[value]
    found = re.fullmatch(r"(\d+)%", value)
    if not found or int(found[1]) < 20:
        raise SsmlError(f'<prosody rate="{value}"> is not a speed. Write 80%, or one of: {", ".join(RATES)}.')
    return int(found[1]) / 100


def _say_as(node: ET.Element) -> str:
    """Digits one by one; a telephone number with a rest between its groups."""
    text = node.text or ""
    if node.get("interpret-as") not in ("digits", "telephone"):
        return text
    return ", ".join(" ".join(group) for group in re.findall(r"\d+", text))

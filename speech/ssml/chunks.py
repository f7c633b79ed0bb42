"""SSML as chunks: runs of words that a voice says in one way, with the rests between them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from speech.ssml.lint import require
from speech.ssml.say_as import say_as
from speech.ssml.tags import PITCHES, RATES, VOLUMES, milliseconds
from speech.ssml.tree import Node, Text

BETWEEN_SENTENCES = 250
BETWEEN_PARAGRAPHS = 600
"""Milliseconds of rest after a sentence and a paragraph; a longer <break> there takes its place."""

EMPHASES = {
    "strong": {"rate": 0.8, "pitch": 1.1, "gain": 3.0},
    "moderate": {"rate": 0.9, "pitch": 1.05, "gain": 1.5},
    "reduced": {"rate": 1.1, "pitch": 1.0, "gain": -3.0},
}
"""Alexa's reference: strong is louder and slower, moderate less so, reduced softer and faster."""


@dataclass(frozen=True)
class Chunk:
    """A run of words said in one way."""

    text: str
    rate: float = 1.0
    """A share of the voice's own speed."""
    pause: int = 0
    """Milliseconds of silence afterwards."""
    pitch: float = 1.0
    """A share of the voice's own pitch."""
    gain: float = 0.0
    """Decibels above or below the voice's own loudness."""
    whispered: bool = False
    language: str = ""
    """A language tag where it is not the voice's own."""
    ipa: str = ""
    """How the text sounds, in the International Phonetic Alphabet, where the markup says so."""

    def continues(self, other: "Chunk") -> bool:
        """True where the other can follow in the same breath."""
        return bool(self.text) and not self.pause and not self.ipa and replace(other, text=self.text) == self


def parse(ssml: str, locale: str = "en-US") -> list[Chunk]:
    """The chunks to say, in order. Raises SsmlError, with the place, for SSML that Alexa would not take in the locale."""
    chunks: list[Chunk] = []
    _walk(require(ssml, locale), Chunk(""), chunks)
    return [chunk for chunk in chunks if chunk.text or chunk.pause]


def _walk(node: Node, style: Chunk, chunks: list[Chunk]) -> None:
    style = _styled(node, style)
    if node.tag == "break":
        _rest(chunks, milliseconds(node.attributes))
    elif node.tag in ("say-as", "sub", "phoneme"):
        _add(_read_out(node), style, chunks)
    else:
        _inside(node, style, chunks)


def _inside(node: Node, style: Chunk, chunks: list[Chunk]) -> None:
    for part in node.inside:
        if isinstance(part, Text):
            _add(part.text, style, chunks)
        else:
            _walk(part, style, chunks)
    if node.tag in ("s", "p"):
        _rest(chunks, BETWEEN_SENTENCES if node.tag == "s" else BETWEEN_PARAGRAPHS)


def _styled(node: Node, style: Chunk) -> Chunk:
    """The style inside the element."""
    value = node.attributes.get
    match node.tag:
        case "prosody":
            rate, pitch = _share(value("rate"), RATES), _share(value("pitch"), PITCHES)
            return replace(
                style, rate=style.rate * rate, pitch=style.pitch * pitch, gain=style.gain + _decibels(value("volume"))
            )
        case "emphasis":
            more = EMPHASES[value("level", "moderate")]
            return replace(
                style, rate=style.rate * more["rate"], pitch=style.pitch * more["pitch"], gain=style.gain + more["gain"]
            )
        case "amazon:effect":
            return replace(style, whispered=True)
        case "lang":
            return replace(style, language=value("xml:lang", ""))
        case "phoneme" if value("alphabet", "ipa") == "ipa":
            return replace(style, ipa=value("ph", ""))
    return style


def _read_out(node: Node) -> str:
    if node.tag == "sub":
        return node.attributes["alias"]
    if node.tag == "say-as":
        return say_as(node.words, node.attributes["interpret-as"], node.attributes.get("format", ""))
    return node.words


def _share(value: str | None, names: Mapping[str, float]) -> float:
    if value is None:
        return 1.0
    if value in names:
        return names[value]
    number = float(value.rstrip("%")) / 100
    return 1 + number if value[0] in "+-" else number


def _decibels(value: str | None) -> float:
    return 0.0 if value is None else VOLUMES[value] if value in VOLUMES else float(value.removesuffix("dB"))


def _rest(chunks: list[Chunk], length: int) -> None:
    """A rest after what was said; of two rests in one place, the longer."""
    if chunks:
        chunks[-1] = replace(chunks[-1], pause=max(chunks[-1].pause, length))
    else:
        chunks.append(Chunk("", pause=length))


def _add(text: str, style: Chunk, chunks: list[Chunk]) -> None:
    """Joins words that belong to one sentence, so that the voice keeps its melody."""
    text = " ".join(text.split())
    if not text:
        return
    if chunks and chunks[-1].continues(style):
        space = "" if re.match(r"[.,?!;:]", text) else " "
        chunks[-1] = replace(chunks[-1], text=chunks[-1].text + space + text)
    else:
        chunks.append(replace(style, text=text))

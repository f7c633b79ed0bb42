"""What a voice cannot do of what the markup asks for: listed, never silently dropped."""

from collections.abc import Iterator

from speech.ssml.tree import Node, read

RATE, PITCH, VOLUME, EMPHASIS = "rate", "pitch", "volume", "emphasis"
WHISPER, LANGUAGE, PHONEME = "whispered", "lang", "phoneme"

BY_TAG = {
    "emphasis": EMPHASIS,
    "phoneme": PHONEME,
    "lang": LANGUAGE,
    "amazon:effect": WHISPER,
    "w": "w",
    "voice": "voice",
    "amazon:emotion": "emotion",
    "amazon:domain": "domain",
    "audio": "audio",
    "alexa:name": "name",
}
LEFT_OUT = ("audio", "name")
"""What is not heard at all where a voice cannot do it; of everything else the words are said plainly."""


def beyond(ssml: str, can: frozenset[str]) -> list[str]:
    """A line for each thing asked of a voice with the abilities `can` that it cannot do. Raises SsmlError."""
    return list(dict.fromkeys(_line(node, ability) for node, ability in _asked(read(ssml)) if ability not in can))


def _asked(root: Node) -> Iterator[tuple[Node, str]]:
    for node, _ in root.walk():
        if node.tag == "prosody":
            yield from ((node, name) for name in node.attributes)
        elif node.tag == "say-as" and node.attributes.get("interpret-as") == "interjection":
            yield node, "interjection"
        elif node.tag in BY_TAG:
            yield node, BY_TAG[node.tag]


def _line(node: Node, ability: str) -> str:
    what = f"<{node.tag}>" if ability in BY_TAG.values() else f"<{node.tag}> {ability}"
    return f"{node.line}:{node.column}: this voice cannot do {what}; {'it is left out' if ability in LEFT_OUT else 'the words are said plainly'}"

"""SSML without its markup: what a caption shows."""

from speech.ssml.tree import Node, Text, read


def words(ssml: str) -> str:
    """The text of the SSML, each sentence after the other. Raises SsmlError where it is not well-formed."""
    return " ".join(_texts(read(ssml)).split()) if ssml else ""


def _texts(node: Node) -> str:
    """Sentences end with a space; what stands inside one is joined as written."""
    inside = "".join(part.text if isinstance(part, Text) else _texts(part) for part in node.inside)
    return inside + (" " if node.tag in ("s", "p", "break") else "")

"""SSML as a tree in which every part knows its place in the text."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Union
from xml.parsers import expat

from speech.errors import SsmlError

MENDS = {
    "not well-formed": "Escape & as &amp; and < as &lt;, and quote every attribute",
    "undefined entity": "Escape & as &amp;",
    "mismatched tag": "Close the tag that was opened last",
    "no element found": "Close every tag that was opened",
    "syntax error": "Put everything inside <speak>",
    "junk after document element": "Put everything inside one <speak>",
    "duplicate attribute": "Write each attribute once",
    "unclosed token": "Close the tag with >",
}


@dataclass
class Node:
    """One element. `inside` holds its texts and elements in order; `line` counts from 1, `column` too."""

    tag: str
    attributes: dict[str, str]
    line: int
    column: int
    inside: list[Union["Node", "Text"]] = field(default_factory=list)

    def walk(self, *above: "Node") -> Iterator[tuple["Node", tuple["Node", ...]]]:
        """This element and every one inside it, each with those around it, the nearest last."""
        yield self, above
        for part in self.inside:
            if isinstance(part, Node):
                yield from part.walk(*above, self)

    def texts(self) -> Iterator["Text"]:
        """Every text inside, in order."""
        for part in self.inside:
            yield from part.texts() if isinstance(part, Node) else (part,)

    @property
    def words(self) -> str:
        """The text inside, as written."""
        return "".join(text.text for text in self.texts())


@dataclass
class Text:
    """A run of text, with the place where it begins."""

    text: str
    line: int
    column: int


def read(ssml: str) -> Node:
    """The <speak> element. Raises SsmlError, with the place, for markup that is not well-formed."""
    builder = _Builder()
    try:
        builder.parser.Parse(ssml.encode(), True)
    except expat.ExpatError as fault:
        said = expat.errors.messages[fault.code]
        mend = next((mend for start, mend in MENDS.items() if said.startswith(start)), "Check the markup there")
        raise SsmlError(_at(fault.lineno, fault.offset + 1, said.partition(" (")[0], mend)) from None
    root = builder.root
    if root.tag != "speak":
        raise SsmlError(_at(root.line, root.column, f"the text begins with <{root.tag}>", "Put everything inside <speak>"))
    return root


def _at(line: int, column: int, problem: str, mend: str) -> str:
    return f"SSML, line {line}, column {column}: {problem}. {mend}."


class _Builder:
    """Fills a tree from expat's events. Document types are refused: they can name other files, and grow without end."""

    root: Node

    def __init__(self) -> None:
        self.open: list[Node] = []
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._doctype

    def _place(self) -> tuple[int, int]:
        return self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        node = Node(tag, attributes, *self._place())
        if self.open:
            self.open[-1].inside.append(node)
        else:
            self.root = node
        self.open.append(node)

    def _end(self, _tag: str) -> None:
        self.open.pop()

    def _text(self, text: str) -> None:
        """Expat hands a text over in pieces; its place is that of the first."""
        inside = self.open[-1].inside
        if inside and isinstance(inside[-1], Text):
            inside[-1].text += text
        else:
            inside.append(Text(text, *self._place()))

    def _doctype(self, *_: object) -> None:
        raise SsmlError(_at(*self._place(), "a document type is not SSML", "Leave <!DOCTYPE out"))

"""Is this SSML that Alexa will take, and that will be read rightly? Every finding points at its place."""

from collections.abc import Iterator
from dataclasses import dataclass

from speech.errors import SsmlError
from speech.ssml.caption import words
from speech.ssml.misread import misread
from speech.ssml.tags import (
    CLASHES,
    DOMAINS,
    EMOTIONAL,
    LONGEST_BREAK,
    LONGEST_SPEECH,
    MOST_AUDIO,
    TAGS,
    VOICES,
    Values,
    milliseconds,
)
from speech.ssml.tree import Node, read


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong. Line and column count from 1."""

    line: int
    column: int
    problem: str
    fix: str

    def __str__(self) -> str:
        return f"{self.line}:{self.column}: {self.problem}. {self.fix}."


def lint(ssml: str, locale: str = "en-US", caption: str | None = None) -> list[Finding]:
    """What is wrong with the SSML of one response, in order. With `caption`, its words must be those of the SSML.

    Raises SsmlError, with the place, where it is not well-formed: then nothing else can be said about it.
    """
    root = read(ssml)
    found = [finding for node, above in root.walk() for finding in _node(node, above, locale)]
    found += [Finding(*where) for where in misread(root)]
    found += _whole(ssml, root, caption)
    return sorted(found, key=lambda finding: (finding.line, finding.column))


def require(ssml: str, locale: str = "en-US") -> Node:
    """The tree. Raises SsmlError for the first thing that Alexa would refuse: then it would not be spoken at all."""
    root = read(ssml)
    found = [finding for node, above in root.walk() for finding in _node(node, above, locale)]
    if found := found or list(_whole(ssml, root, None)):
        raise SsmlError(f"SSML, line {found[0].line}, column {found[0].column}: {found[0].problem}. {found[0].fix}.")
    return root


def _whole(ssml: str, root: Node, caption: str | None) -> Iterator[Finding]:
    if len(ssml) >= LONGEST_SPEECH:
        yield Finding(1, 1, f"the speech has {len(ssml)} characters", f"Keep it under {LONGEST_SPEECH}")
    if sum(node.tag == "audio" for node, _ in root.walk()) > MOST_AUDIO:
        yield Finding(1, 1, "there are too many <audio> files", f"A response takes {MOST_AUDIO}")
    if caption is not None and words(ssml) != " ".join(caption.split()):
        yield Finding(1, 1, f"the caption differs from what is said: {words(ssml)!r}", "Make both from the same sentences")


def _node(node: Node, above: tuple[Node, ...], locale: str) -> Iterator[Finding]:
    if node.tag not in TAGS:
        yield _at(node, f"<{node.tag}> is not a tag that Alexa takes", f"Use one of: {', '.join(sorted(TAGS))}")
        return
    if above and node.tag == "speak":
        yield _at(node, "<speak> stands inside <speak>", "Leave the inner one out")
    yield from _attributes(node)
    yield from _nesting(node, above)
    yield from _locale(node, locale)


def _attributes(node: Node) -> Iterator[Finding]:
    tag = TAGS[node.tag]
    for name, value in node.attributes.items():
        if name not in tag.attributes:
            takes = ", ".join(sorted(tag.attributes)) or "nothing"
            yield _at(node, f"<{node.tag}> takes no {name!r}", f"It takes {takes}")
        elif not _fits(value, tag.attributes[name]):
            yield _at(node, f'{name}="{value}" is not a value of <{node.tag}>', _values(tag.attributes[name]))
    for group in tag.needs:
        if not set(group.split("|")) & set(node.attributes):
            yield _at(node, f"<{node.tag}> has no {group.replace('|', ' or ')}", "Add it")
    if node.tag == "break" and milliseconds(node.attributes) > LONGEST_BREAK:
        yield _at(node, "the break is longer than 10 s", "Shorten it")


def _fits(value: str, values: Values) -> bool:
    return value in values if isinstance(values, frozenset) else bool(values.fullmatch(value))


def _values(values: Values) -> str:
    if isinstance(values, frozenset):
        return f"Use one of: {', '.join(sorted(values))}"
    return "See the SSML reference for the values it takes"


def _nesting(node: Node, above: tuple[Node, ...]) -> Iterator[Finding]:
    outside = [each.tag for each in above]
    for tag in outside:
        if node.tag in CLASHES.get(tag, ()):
            yield _at(node, f"<{node.tag}> does not work inside <{tag}>", "Take one of them away")
        if node.tag in {"s": ("p", "s"), "p": ("p",), "emphasis": ("p", "s")}.get(tag, ()):
            yield _at(node, f"<{node.tag}> stands inside <{tag}>", f"Close the <{tag}> first")
    holds = TAGS[above[-1].tag].holds if above and above[-1].tag in TAGS else ""
    if holds in ("text", "nothing"):
        yield _at(node, f"<{above[-1].tag}> holds a tag", "Put only text there" if holds == "text" else "Leave it empty")
    if TAGS[node.tag].holds == "nothing" and node.words.strip():
        yield _at(node, f"<{node.tag}> holds text", "Leave it empty")


def _locale(node: Node, locale: str) -> Iterator[Finding]:
    name = node.attributes.get("name", "")
    if node.tag == "amazon:domain" and locale not in DOMAINS.get(name, {locale}):
        yield _at(node, f"the domain {name!r} does not work in {locale}", "Leave it out")
    if node.tag == "amazon:emotion" and locale not in EMOTIONAL:
        yield _at(node, f"<amazon:emotion> does not work in {locale}", "Leave it out")
    if node.tag == "voice" and not any(name in names for names in VOICES.values() if name) and locale.startswith("en"):
        yield _at(node, f"the voice {name!r} does not speak English", "Use one that does")


def _at(node: Node, problem: str, fix: str) -> Finding:
    return Finding(node.line, node.column, problem, fix)

"""The content check: everything a clinician's word must pass before it is spoken. `gentle check` prints it."""

from collections.abc import Iterator
from pathlib import Path

from skill.check import grounding, lists, locale, style
from skill.check.article import Article
from skill.check.finding import Finding, Passage, passages
from skill.content import HERE, locales, read_now
from skill.content.marked import Marked
from skill.content.model import Topic
from skill.errors import ContentError


def check(article: Article | None, root: Path = HERE) -> Iterator[Finding]:
    """Every finding, file by file and locale by locale. What needs the article is left out where `article` is None."""
    words = root / "en"
    broken = [*_broken(words), *_unloadable(root)]
    yield from broken
    if broken:
        return
    runs = article.runs() if article else set()
    for passage in all_passages(root):
        yield from style.findings(passage)
        if article:
            yield from grounding.findings(passage, article, runs)
    yield from lists.phrase_findings(words / "phrases.yaml")
    yield from lists.safety_findings(words / "safety.yaml")
    yield from lists.screen_findings(words)
    for name in locales.available(root):
        yield from locale.locale_findings(name, root)
    yield from locale.helpline_findings(root / "helplines.yaml")
    yield from lists.utterance_findings(words)
    if article:
        yield from _unused(article, root)


def all_passages(root: Path = HERE) -> Iterator[Passage]:
    """Every form of every topic, in the source's words and then in those of each locale that has its own."""
    differing = [local for name in locales.available(root) if (local := locales.read(name, root)).words]
    for local in (None, *differing):
        for path in sorted((root / "en" / "topics").glob("*.yaml")):
            yield from passages(path, local)


def coverage(article: Article, root: Path = HERE) -> dict[int, list[str]]:
    """The article's paragraphs that hold content, each with the topics that restate it."""
    used: dict[int, set[str]] = {number: set() for number in sorted(article.content)}
    for passage in all_passages(root):
        for sentence in passage.form:
            for number in sentence.paragraphs:
                used.setdefault(number, set()).add(passage.file.stem)
    return {number: sorted(topics) for number, topics in used.items()}


def _broken(words: Path) -> Iterator[Finding]:
    """Every file that does not fit the schema, so that all can be mended in one go."""
    for path in sorted((words / "topics").glob("*.yaml")):
        try:
            Marked(path).as_type(Topic)
        except ContentError as error:
            yield Finding(error.file, error.line, error.problem, error.fix)


def _unloadable(root: Path) -> Iterator[Finding]:
    """What stops a locale from loading."""
    for name in locales.available(root):
        try:
            read_now(name, root)
        except ContentError as error:
            yield Finding(error.file, error.line, error.problem, error.fix)


def _unused(article: Article, root: Path) -> Iterator[Finding]:
    for number, topics in coverage(article, root).items():
        if not topics:
            place = root / "en" / "topics"
            yield Finding(
                place, 1, f"paragraph {number} of the article is used nowhere", "Restate it in the topic it belongs to"
            )

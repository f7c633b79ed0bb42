"""One thing that is wrong with the content, where it stands, and what to do."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from skill.content.locales import Locale, in_words_of
from skill.content.marked import Marked
from skill.content.model import FORMS, Form, Sentence, Topic


@dataclass(frozen=True, order=True)
class Finding:
    """Reads `file:line: what is wrong. what to do.`"""

    file: Path
    line: int
    problem: str
    fix: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.problem}. {self.fix}."


@dataclass(frozen=True)
class Passage:
    """One form of one topic: what is said in one go."""

    file: Path
    steps: tuple[str, ...]
    """Where it stands in its file: ("normal",), ("partner", "short"), ("kinds", "complete")."""
    form: Form
    first: int = 0
    """The place in its list of the first sentence."""

    @property
    def text(self) -> str:
        return " ".join(sentence.say for sentence in self.form)

    def finding(self, index: int, problem: str, fix: str) -> Finding:
        """A finding at one of its sentences."""
        return Finding(self.file, marked(self.file).line(*self.steps, self.first + index), problem, fix)


@cache
def marked(path: Path) -> Marked:
    return Marked(path)


def passages(path: Path, locale: Locale | None = None) -> Iterator[Passage]:
    """Every form of the topic in this file, in the words of a locale."""
    topic = marked(path).as_type(Topic)
    if locale:
        topic = in_words_of(locale, topic)
    for name in FORMS:
        if getattr(topic, name):
            yield Passage(path, (name,), getattr(topic, name))
        if getattr(topic.partner, name):
            yield Passage(path, ("partner", name), getattr(topic.partner, name))
    for place, belief in enumerate(topic.beliefs):
        yield Passage(path, ("beliefs",), (Sentence(belief.say, belief.paragraphs),), place)
        if belief.partner:
            yield Passage(path, ("beliefs",), (Sentence(belief.partner, belief.paragraphs),), place)
    for kind, change in topic.kinds.items():
        if not isinstance(change, str):
            yield Passage(path, ("kinds", kind), change)

"""Checks on what is not an answer: phrases, safety lines, helplines, and how people ask."""

import re
from collections.abc import Iterator
from pathlib import Path

from skill.check.finding import Finding, marked
from skill.check.style import sentence_problems
from skill.content.model import Helpline, Phrase, Safety
from skill.understanding.normalise import normalise

Utterances = dict[str, tuple[str, ...]]


def phrase_findings(path: Path) -> Iterator[Finding]:
    """Standing phrases: one kind sentence a line."""
    for name, phrase in marked(path).as_type(dict[str, Phrase]).items():
        for index, text in enumerate(phrase.say):
            for problem, fix in sentence_problems(text):
                yield Finding(path, marked(path).line(name, "say", index), problem, fix)


def safety_findings(path: Path) -> Iterator[Finding]:
    """Safety lines: a source, the emergency number in each form, and no sentence too long once a number is in it."""
    for name, safety in marked(path).as_type(dict[str, Safety]).items():
        for form in ("short", "normal", "partner"):
            texts = getattr(safety, form)
            if not any("{emergency}" in text for text in texts):
                yield Finding(path, marked(path).line(name, form), "no emergency number is named", "Add {emergency}")
            for index, text in enumerate(texts):
                for problem, fix in sentence_problems(text):
                    yield Finding(path, marked(path).line(name, form, index), problem, fix)


def helpline_findings(path: Path) -> Iterator[Finding]:
    """A number that is spoken has a source, a date, and stands in what is said."""
    for locale, lines in marked(path).as_type(dict[str, dict[str, Helpline]]).items():
        for name, line in lines.items():
            where = marked(path).line(locale, name)
            if locale == "anywhere" and (line.number or re.search(r"\d", line.say)):
                yield Finding(path, where, "a number is given for people whose country we do not know", "Leave it out")
            if line.number and (not line.source or line.checked is None):
                yield Finding(path, where, "a number has no source or no date", "Add source and checked")
            if line.number not in line.say:
                yield Finding(path, where, "the number is not in what is said", "Write it the same way in both")


def utterance_findings(folder: Path) -> Iterator[Finding]:
    """No utterance is claimed by two topics, however it is spelled, and each is something that a recogniser could write."""
    seen: dict[str, Path] = {}
    for path in sorted(folder.glob("utterances/*.yaml")) + sorted(folder.glob("not_ours/*.yaml")):
        for kind, texts in marked(path).as_type(Utterances).items():
            for index, text in enumerate(texts):
                other = seen.setdefault(normalise(text), path)
                if other != path:
                    line = marked(path).line(kind, index)
                    yield Finding(path, line, f"{text!r} stands in {other.name} too", "Keep it where it belongs")
                elif not re.fullmatch(r"[^\W\d_](?:[^\W\d_]|[ .'\-])*", text):
                    line = marked(path).line(kind, index)
                    yield Finding(
                        path, line, f"{text!r} has a character that no recogniser writes", "Use letters, spaces and '"
                    )

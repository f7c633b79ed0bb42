"""Checks on what is not an answer: phrases, safety lines, and how people ask."""

import re
from collections.abc import Iterator
from pathlib import Path

from skill.check.finding import Finding, marked
from skill.check.style import sentence_problems
from skill.content.model import Phrase, Safety
from skill.content.screen import Screen
from skill.content.ways import Navigation
from skill.understanding.normalise import bare, normalise

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


def screen_findings(words: Path) -> Iterator[Finding]:
    """What can be touched can be said: each text is among the utterances of its verb."""
    path = words / "screen.yaml"
    verbs = marked(words / "navigation.yaml").as_type(Navigation).verbs
    for verb, text in marked(path).as_type(Screen).touch.items():
        if bare(normalise(text)) not in {bare(normalise(said)) for said in verbs.get(verb, ())}:
            yield Finding(path, marked(path).line("touch", verb), f"{text!r} cannot be said", "Add it to navigation.yaml")


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

"""What differs in a locale: is it used, does it keep every figure, and what does the locale still lack?"""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

from skill.check.finding import Finding, marked
from skill.check.grounding import figures
from skill.content import FIRST, locales
from skill.content.model import Helpline
from skill.errors import UsageError

MUST_HAVE = ("emergency", "crisis")
"""The lines that a locale may not be without."""


def locale_findings(locale: str, root: Path) -> Iterator[Finding]:
    """Words that replace nothing, and words that lose a figure."""
    path, words, local = root / f"{locale}.yaml", root / locales.language(locale), locales.read(locale, root)
    source = _source(words)
    for old in set(local.asks) - _asked(words, tuple(local.asks)):
        yield Finding(path, marked(path).line("asks", old), f"nobody asks with {old!r}", "Correct it, or take it out")
    for old, new in local.words.items():
        line = marked(path).line("words", old)
        if not re.search(rf"\b{re.escape(old)}\b", source, re.I):
            yield Finding(path, line, f"nothing says {old!r}", "Correct it, or take it out")
        if set(figures(new)) - set(figures(old)) - set(figures(source)):
            yield Finding(path, line, f"{new!r} has a figure that the source lacks", "Keep to the article's figures")


def helpline_findings(path: Path) -> Iterator[Finding]:
    """A number that is spoken has a source and dates, and stands in what is said."""
    for locale, lines in _helplines(path).items():
        for name, line in lines.items():
            where = marked(path).line(locale, name)
            if locale == "anywhere" and (line.number or re.search(r"\d", line.say)):
                yield Finding(path, where, "a number is given for people whose country we do not know", "Leave it out")
            if line.number and not (line.source and line.checked and line.review_by):
                yield Finding(path, where, "a number has no source or no date", "Add source, checked and review_by")
            if line.number not in line.say:
                yield Finding(path, where, "the number is not in what is said", "Write it the same way in both")


def due(path: Path, today: datetime.date) -> Iterator[Finding]:
    """Numbers whose day of review has come: a reminder, not a fault."""
    for locale, lines in _helplines(path).items():
        for name, line in lines.items():
            if line.review_by and line.review_by <= today:
                where = marked(path).line(locale, name, "review_by")
                problem = f"the {name} line of {locale} was to be reviewed by {line.review_by}"
                yield Finding(path, where, problem, "Look it up again, then move checked and review_by")


def missing(locale: str, root: Path) -> Iterator[str]:
    """What a locale lacks to be spoken, a line each: files, entries, and telephone numbers.

    Raises UsageError for a name that is no locale.
    """
    if not re.fullmatch(r"[a-z]{2}-[A-Z]{2}", locale):
        raise UsageError(f"{locale!r} is not a locale. Write it like en-GB or es-US.")
    if not (root / f"{locale}.yaml").exists():
        yield f"{locale}.yaml: the file that says what differs in this country (copy en-US.yaml)"
    yield from _missing_words(root / FIRST, root / locales.language(locale))
    lines = _helplines(root / "helplines.yaml")
    for name in lines["anywhere"]:
        line = lines.get(locale, {}).get(name)
        need = "needed" if name in MUST_HAVE else "without it, no number is named"
        if line is None:
            yield f"helplines.yaml: {locale} has no {name} line ({need})"
        elif not line.verified:
            yield f"helplines.yaml: the {name} line of {locale} is not verified, so it is not spoken"


def _missing_words(source: Path, target: Path) -> Iterator[str]:
    for path in sorted(source.rglob("*.yaml")):
        inside = target / path.relative_to(source)
        name = f"{target.name}/{path.relative_to(source)}"
        if not inside.exists():
            yield f"{name}: the file"
        elif path.name in ("phrases.yaml", "safety.yaml", "page.yaml"):
            yield from (f"{name}: {key}" for key in marked(path).data if key not in marked(inside).data)


def _helplines(path: Path) -> dict[str, dict[str, Helpline]]:
    return marked(path).as_type(dict[str, dict[str, Helpline]])


def _asked(words: Path, wanted: tuple[str, ...]) -> set[str]:
    text = "\n".join(marked(path).text for path in (words / "utterances").glob("*.yaml"))
    return {word for word in wanted if re.search(rf"\b{re.escape(word)}\b", text)}


def _source(words: Path) -> str:
    files = (*sorted((words / "topics").glob("*.yaml")), words / "phrases.yaml", words / "safety.yaml")
    return "\n".join(marked(path).text for path in files)

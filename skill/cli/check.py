"""`gentle check`: checks every word of the content, and reports how it reads."""

import argparse
import datetime
import sys
from pathlib import Path

from skill.check import all_passages, check, coverage
from skill.check.article import USUAL_PLACE, Article, read
from skill.check.locale import due, missing
from skill.content import HERE
from skill.errors import UsageError


def add_to(commands: argparse._SubParsersAction) -> None:
    """The command and its options."""
    command = commands.add_parser(
        "check", help="check every word of the content", description="Check the content: schema, grounding, lengths, style."
    )
    command.add_argument("--article", type=Path, metavar="PATH", help="the article's text (default: ../shared/article.txt)")
    command.add_argument(
        "--locale", metavar="LOCALE", help="list what a locale such as en-GB or es-US lacks, instead of checking"
    )
    command.add_argument("--report", action="store_true", help="print paragraph coverage and reading grades, too")
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Exit status: 0 nothing found, 1 something found. Raises UsageError where the article named cannot be read."""
    if options.locale:
        return _missing(options.locale)
    article = _article(options.article)
    found = sorted(set(check(article)))
    for finding in found:
        print(_near(str(finding)))
    for reminder in due(HERE / "helplines.yaml", datetime.date.today()):
        print(f"{_near(str(reminder))} (a reminder)")
    if options.report:
        _report(article)
    print(f"{len(found)} finding{'s' * (len(found) != 1)}", file=sys.stderr)
    return 1 if found else 0


def _article(path: Path | None) -> Article | None:
    if path or USUAL_PLACE.exists():
        return read(path or USUAL_PLACE)
    print(
        "The article is not at hand, so figures, coverage and wording were not compared. Give --article PATH.", file=sys.stderr
    )
    return None


def _missing(locale: str) -> int:
    lacks = list(missing(locale, HERE))
    for line in lacks:
        print(line)
    print(f"{locale} lacks {len(lacks) or 'nothing'}", file=sys.stderr)
    return 1 if any("(needed)" in line or "helplines.yaml" not in line for line in lacks) else 0


def _near(text: str) -> str:
    """Paths from where we stand, which an editor can open."""
    return text.replace(f"{Path.cwd()}/", "")


def _report(article: Article | None) -> None:
    if article:
        print("\nParagraph  restated by")
        for number, topics in coverage(article).items():
            print(f"{number:>9}  {', '.join(topics)}")
    try:
        import textstat
    except ModuleNotFoundError:
        raise UsageError("Reading grades need textstat. Run: pip install 'gentle-recovery[test]'.") from None
    print("\nGrade  words  form")
    rows = [(textstat.flesch_kincaid_grade(p.text), len(p.text.split()), p) for p in all_passages()]
    for grade, words, passage in sorted(rows, key=lambda row: -row[0]):
        print(f"{grade:5.1f}  {words:5}  {passage.file.stem} {'/'.join(passage.steps)}")

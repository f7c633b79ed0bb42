"""What is printed: the list of rules, and the table for the README."""

from collections.abc import Iterable, Iterator

from skill.certify.examine import BY_HAND, FAIL, PASS, Result
from skill.content import Content, load

MOST_SHOWN = 5
NONE = "–"
HEAD = "| locale | topics | utterances | helplines, and the day each was checked | checks passed | by hand |"


def listed(results: Iterable[Result], number: int = 1) -> Iterator[str]:
    """A line for each rule, with what failed below it; what to do by hand stands below the first locale's rules only."""
    for each in results:
        yield f"  {each.outcome:8} {each.rule.rule}"
        if each.outcome == FAIL or (each.outcome == BY_HAND and number == 1):
            yield from (f"             {finding}" for finding in each.findings[:MOST_SHOWN])
            if len(each.findings) > MOST_SHOWN:
                yield f"             ... and {len(each.findings) - MOST_SHOWN} more"


def summed(locale: str, results: list[Result]) -> str:
    """The counts of one locale, in a line."""
    return f"{locale}: " + ", ".join(f"{count(results, outcome)} {outcome.lower()}" for outcome in (PASS, FAIL, BY_HAND))


def count(results: list[Result], outcome: str) -> int:
    """How many rules came out so."""
    return sum(each.outcome == outcome for each in results)


def row(locale: str, utterances: int, results: list[Result]) -> str:
    """One row of the README's table; a locale that was not examined has no utterances and no results."""
    content = load(locale)
    passed = f"{count(results, PASS)} of {count(results, PASS) + count(results, FAIL)}" if results else NONE
    cells = (locale, len(content.topics), utterances or NONE, helplines(content), passed, count(results, BY_HAND) or NONE)
    return "| " + " | ".join(map(str, cells)) + " |"


def head() -> list[str]:
    """The table's first two lines."""
    return [HEAD, "| " + " | ".join(["---"] * (HEAD.count("|") - 1)) + " |"]


def helplines(content: Content) -> str:
    """The numbers that are spoken in this locale, each with its day."""
    lines = [f"{name} {line.number} ({line.checked})" for name, line in content.helplines.items() if line.number]
    return ", ".join(lines) or NONE

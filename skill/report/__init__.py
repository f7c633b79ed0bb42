"""The report that a clinician reviews: every conversation and every answer, to read and to hear, what fell short first.

The page itself is `speech.report`, which serves any skill; here is what only ours has to show.
"""

from collections import Counter
from collections.abc import Callable, Iterable

from markupsafe import Markup

from skill.check import check, coverage
from skill.check.article import Article
from skill.cli.stage import reply_behind
from skill.content import Content
from skill.content.ways import load_ways
from skill.hearing.answers import FIRST_FACT, LIMITS
from skill.report.answers import Row, rows
from skill.report.graph import picture
from skill.report.screens import pictures
from speech.device import Heard
from speech.preview import LABEL
from speech.rehearse import Outcome
from speech.report import Report, Section, Sentence, conversation, environment, heard_as_one
from speech.report.sounds import Sounds

GRADE = 6.0
"""Reading grade to look at, not a gate."""


def build(
    content: Content,
    outcomes: list[Outcome],
    sounds: Sounds,
    article: Article | None,
    made: str,
    watch: Callable[[Iterable], Iterable],
) -> tuple[Report, dict[str, str]]:
    """The report, and the sounds of its own sections. `watch` shows how far it has come."""
    talks = tuple(conversation(outcome, sounds, _sentences) for outcome in watch(outcomes))
    answers = list(rows(content, sounds, watch))
    sections = (
        Section("Every answer", _html("answers.html", answers=answers, grade=GRADE, limits=LIMITS)),
        Section("What leads where", _html("graph.html", picture=picture(content), topics=content.topics)),
        Section("On a screen", _html("screens.html", pictures=pictures(), label=LABEL)),
        Section("Coverage", _html("coverage.html", **_coverage(content, outcomes, article))),
    )
    report = Report("Gentle Recovery: every word", made, tuple(_short(outcomes, answers, article)), talks, sections)
    return report, {row.clip.name: row.clip.mp3 for row in answers if row.clip}


def _short(outcomes: list[Outcome], answers: list[Row], article: Article | None) -> Iterable[str]:
    yield from (f"Content: {finding}" for finding in check(article))
    yield from (f"Dialogue “{o.dialogue.dialogue}”: {text}" for o in outcomes for text in o.differences)
    yield from (
        f"{row.name}, {row.form}: {row.seconds:.1f} s; the limit is {LIMITS[row.form]:.0f} s"
        for row in answers
        if row.seconds > LIMITS[row.form]
    )
    yield from (
        f"{row.name}, {row.form}: the first sentence ends after {row.first:.1f} s; the limit is {FIRST_FACT:.0f} s"
        for row in answers
        if row.first > FIRST_FACT
    )
    for row in answers:
        if row.lost:
            yield f"{row.name}, {row.form}: an ear did not hear {', '.join(row.lost)} in one of its {row.heard} hearings or more"
    high = [row for row in answers if row.grade > GRADE]
    if high:
        named = ", ".join(f"{row.name} {row.form} ({row.grade:.1f})" for row in sorted(high, key=lambda row: -row.grade)[:12])
        yield f"Reading grade over {GRADE:.0f} in {len(high)} of {len(answers)} forms, the highest: {named}"
    if not any(row.heard for row in answers):
        yield "No listening results were found. Run gentle listen-check first, then make the report again"


def _sentences(heard: Heard, locale: str) -> tuple[Sentence, ...]:
    """With their paragraphs, where the words are those of the reply that the state names."""
    reply = reply_behind(heard, locale) if heard.attributes.get("state") else None
    if reply and reply.caption == heard.text:
        return tuple(Sentence(line.text, source(line.paragraphs)) for line in reply.lines)
    return heard_as_one(heard, locale)


def source(paragraphs: tuple[int, ...]) -> str:
    """The article's paragraphs as a reader sees them."""
    return f"article {', '.join(map(str, paragraphs))}" if paragraphs else ""


def _coverage(content: Content, outcomes: list[Outcome], article: Article | None) -> dict:
    reached = Counter(heard.attributes.get("topic") for outcome in outcomes for heard in outcome.heard)
    ways = load_ways()
    topics = [
        (topic, content.name(topic), len(ways.asking(topic)), reached[topic]) for topic in (*content.topics, *content.safety)
    ]
    paragraphs = coverage(article) if article else {}
    return {"topics": topics, "paragraphs": paragraphs, "unasked": [name for topic, name, _, count in topics if not count]}


def _html(template: str, **values: object) -> Markup:
    from jinja2 import ChoiceLoader, PackageLoader

    pages = environment()
    pages.loader = ChoiceLoader([PackageLoader("skill.report", "."), pages.loader])
    return Markup(pages.get_template(template).render(source=source, **values))

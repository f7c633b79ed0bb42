"""The scorecard as Markdown, and as one HTML page with a picture of the confusions."""

import html
from collections import Counter
from dataclasses import dataclass, field

from skill.scorecard.measure import Figure, Outcome, by_kind, milliseconds

PUBLISHED = [
    ("general assistants on postpartum questions, by voice (Yang 2021)", "14-29 % right"),
    ("Alexa on 40 pregnancy questions (Schindler-Ruwisch 2020)", "10 % accurate, 35 % unanswered"),
    ("assistants on safety-critical prompts (Kocaballi 2020)", "41 % handled well"),
    ("assistants told of a cardiac arrest (2023)", "9 of 32 said to call emergency services"),
    ("a purpose-built diabetes skill (2023)", "10 of 74 answered"),
    ("the best narrow health bot (Dina 2022)", "88.5 % answered"),
]
CAVEAT = "Published figures are from other questions and many topics; one article is an easier task."


@dataclass
class Card:
    """Everything that one run measured."""

    outcomes: list[Outcome]
    figures: list[Figure]
    damaged: list[tuple[str, int, int]]
    """Severity, how many of the damaged questions, of how many."""
    peers: list[tuple[str, list[Figure] | str, float]] = field(default_factory=list)
    """Name; its figures, or why it was not asked; median milliseconds a question."""
    margins: dict[str, list[tuple[float, str]]] = field(default_factory=dict)
    """For each danger, the margin to every harmless topic, closest first."""
    starting: str = ""
    """Seconds to start, and memory."""


def markdown(card: Card, misses: bool = True) -> str:
    """The whole card as Markdown."""
    blocks = [
        "# Scorecard",
        table(["figure", "goal", "measured", "of", "met"], [_figure(each) for each in card.figures]),
        f"Time for one question: {milliseconds(card.outcomes):.2f} ms at the median. {card.starting}",
        "## By kind of wording",
        table(
            ["kind", "questions", "right", "asked which", "wrong", "refused"], [_kind(row) for row in by_kind(card.outcomes)]
        ),
        "## Damaged as recognisers do (two wounds each, seeded)",
        table(["severity", "questions", "of"], [[name, str(count), str(total)] for name, count, total in card.damaged]),
        "## The margin between danger and harmless topics",
        "The probability of danger less that of the topic, at its least over all danger questions; below zero the topic won.",
        table(["danger", "closest topics"], [[name, _closest(rows)] for name, rows in card.margins.items()]),
        "## Peers, on the same questions with the same utterances in this run",
        _peers(card),
        "## Published figures",
        table(["who", "figure"], [list(row) for row in PUBLISHED]),
        CAVEAT,
    ]
    if misses:
        blocks += ["## Misses (the part that may be looked at)", _misses(card.outcomes)]
    return "\n\n".join(blocks) + "\n"


def table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "/") for cell in row) + " |" for row in lines)


def page(card: Card) -> str:
    """One HTML page, no network: the card, and the confusions drawn as squares."""
    body = html.escape(markdown(card))
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Scorecard</title>'
        "<style>body{font:16px/1.5 system-ui;margin:2rem auto;max-width:70rem;padding:0 1rem}pre{overflow:auto}"
        "text{font:9px system-ui}</style><h1>Scorecard</h1>"
        f"<h2>What was taken for what</h2>{confusion(card.outcomes)}<pre>{body}</pre></html>"
    )


def confusion(outcomes: list[Outcome]) -> str:
    """An SVG: a row for what was asked, a column for what was answered, darker for more."""
    pairs = Counter((row.question.topics[0], row.answered[0]) for row in outcomes if row.verdict != "asked")
    names = sorted({name for pair in pairs for name in pair})
    totals = Counter(row.question.topics[0] for row in outcomes)
    size, left, top = 16, 170, 150
    cells = []
    for (asked, answered), count in sorted(pairs.items()):
        x, y = left + size * names.index(answered), top + size * names.index(asked)
        fill = "#2b6cb0" if asked == answered else "#c53030"
        title = f"<title>{asked} answered as {answered}: {count}</title>"
        opacity = max(0.12, count / totals[asked]) if totals[asked] else 0.12
        cells.append(
            f'<rect x="{x}" y="{y}" width="{size}" height="{size}" fill="{fill}" fill-opacity="{opacity:.2f}">{title}</rect>'
        )
    for place, name in enumerate(names):
        at = size * place + size - 4
        cells.append(f'<text x="{left - 4}" y="{top + at}" text-anchor="end">{name}</text>')
        cells.append(f'<text transform="translate({left + at},{top - 4}) rotate(-90)">{name}</text>')
    wide = left + size * len(names) + 10
    label = "Rows: what was asked. Columns: what was answered. Blue is right, red is not."
    return f'<p>{label}</p><svg role="img" aria-label="{label}" viewBox="0 0 {wide} {top + size * len(names)}">{"".join(cells)}</svg>'


def _figure(each: Figure) -> list[str]:
    met = "" if not each.goal else "yes" if each.met else "**no**"
    return [each.name, each.goal, f"{each.value:.1%}", str(each.count), met]


def _kind(row: tuple) -> list[str]:
    kind, count, *shares = row
    return [kind, str(count), *(f"{value:.1%}" for value in shares)]


def _closest(rows: list[tuple[float, str]], count: int = 6) -> str:
    rest = f"; the other {len(rows) - count} at {rows[count][0]:+.2f} or more" if len(rows) > count else ""
    return ", ".join(f"{topic} {margin:+.2f}" for margin, topic in rows[:count]) + rest


def _peers(card: Card) -> str:
    head = [
        "who",
        "right",
        "wrong",
        "neighbours refused",
        "the rest refused",
        "plain danger",
        "veiled danger",
        "false alarms",
        "ms",
    ]
    chosen = (1, 3, 4, 5, 6, 7, 8)
    rows = [["**ours**", *(f"{card.figures[i].value:.1%}" for i in chosen), f"{milliseconds(card.outcomes):.1f}"]]
    for name, figures, time in card.peers:
        shown = (
            [figures] + [""] * 7 if isinstance(figures, str) else [f"{figures[i].value:.1%}" for i in chosen] + [f"{time:.1f}"]
        )
        rows.append([name, *shown][: len(head)])
    return table(head, rows)


def _misses(outcomes: list[Outcome]) -> str:
    rows = [o for o in outcomes if o.question.part == "look" and o.verdict in ("wrong", "refused")]
    return table(
        ["kind", "asked", "answered", "question"],
        [[o.question.kind, ", ".join(o.question.topics), ", ".join(o.answered), o.question.text] for o in rows],
    )

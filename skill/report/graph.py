"""What leads where, as a picture: topics on a circle, a line for each offer and each follow-up."""

from math import cos, pi, sin

from markupsafe import Markup, escape

from skill.content import Content

SIZE, RADIUS = 900, 260


def picture(content: Content) -> Markup:
    """An SVG; the table beside it says the same in words."""
    names = list(content.topics)
    places = {name: _place(number, len(names)) for number, name in enumerate(names)}
    lines = [
        _line(places[name], places[other], colour)
        for name, topic in content.topics.items()
        for colour, others in (("#2b6cb0", topic.next), ("#b7791f", topic.follow.values()))
        for other in others
        if other in places
    ]
    labels = [_label(name, number, len(names)) for number, name in enumerate(names)]
    return Markup(
        f'<svg role="img" aria-label="Topics on a circle. Blue lines are offers, brown lines are follow-ups." '
        f'viewBox="0 0 {SIZE} {SIZE}">{"".join(lines)}{"".join(labels)}</svg>'
    )


def _place(number: int, count: int, radius: float = RADIUS) -> tuple[float, float]:
    turn = 2 * pi * number / count
    return SIZE / 2 + radius * cos(turn), SIZE / 2 + radius * sin(turn)


def _line(start: tuple[float, float], end: tuple[float, float], colour: str) -> str:
    (a, b), (c, d), middle = start, end, SIZE / 2
    return f'<path d="M{a:.0f} {b:.0f}Q{middle:.0f} {middle:.0f} {c:.0f} {d:.0f}" fill="none" stroke="{colour}" stroke-opacity=".45"/>'


def _label(name: str, number: int, count: int) -> str:
    x, y = _place(number, count, RADIUS + 12)
    turn = 360 * number / count
    flip, anchor = (180, "end") if 90 < turn < 270 else (0, "start")
    x0, y0 = _place(number, count)
    text = f'<text x="{x:.0f}" y="{y:.0f}" font-size="13" text-anchor="{anchor}" dominant-baseline="middle" transform="rotate({turn + flip:.1f} {x:.0f} {y:.0f})">{escape(name)}</text>'
    return f'<circle cx="{x0:.0f}" cy="{y0:.0f}" r="4" fill="#2b6cb0"/>{text}'

"""What was heard, as tables."""

from collections.abc import Callable, Iterable
from itertools import groupby

from skill.hearing.answers import FIRST_FACT, LIMITS, Heard
from skill.hearing.questions import Asked, Spoken
from skill.scorecard.report import table

WORDS_A_MINUTE = (140, 170)


def answers(rows: list[Heard]) -> str:
    """By voice, speed and noise: words a minute, word error rate, and the share in which all that matters was heard."""
    lines = []
    for (voice, speed, noise), group in _by(rows, lambda row: (row.voice, row.speed, row.noise)):
        clear = sum(not row.lost for row in group)
        pace = 60 * sum(row.words for row in group) / sum(row.seconds for row in group)
        wrong = sum(row.errors for row in group) / sum(row.words for row in group)
        lines.append([voice or "pyttsx3", speed, "pink, 10 dB" if noise else "quiet", str(len(group)), f"{pace:.0f}", f"{wrong:.1%}", f"{clear / len(group):.1%}"])  # fmt: skip
    return table(["voice", "speed", "noise", "answers", "words a minute", "word errors", "numbers and nots all heard"], lines)


def lengths(rows: list[Heard]) -> str:
    """The longest of each form at normal speed, and of the first sentences, beside their limits."""
    lines = []
    normal = [row for row in rows if row.speed == "normal" and not row.noise]
    for (voice, form), group in _by(normal, lambda row: (row.voice, row.form)):
        longest = max(group, key=lambda row: row.seconds)
        over = sum(row.seconds > LIMITS[form] for row in group)
        lines.append([voice or "pyttsx3", form, f"{LIMITS[form]:.0f} s", f"{longest.seconds:.1f} s ({longest.topic})", f"{over} of {len(group)}"])  # fmt: skip
    for voice, group in _by([row for row in normal if row.form == "normal"], lambda row: row.voice):
        longest = max(group, key=lambda row: row.first)
        over = sum(row.first > FIRST_FACT for row in group)
        lines.append([voice or "pyttsx3", "first sentence", f"{FIRST_FACT:.0f} s", f"{longest.first:.1f} s ({longest.topic})", f"{over} of {len(group)}"])  # fmt: skip
    return table(["voice", "form", "limit", "longest", "over the limit"], lines)


def lost(rows: list[Heard], most: int = 20) -> str:
    """The answers in which a number or a negation was lost, those lost most often first."""
    found: dict[tuple[str, str, str], int] = {}
    for row in rows:
        for word in row.lost:
            found[row.topic, row.form, word] = found.get((row.topic, row.form, word), 0) + 1
    worst = sorted(found.items(), key=lambda item: -item[1])[:most]
    total = {key: len(list(group)) for key, group in _by(rows, lambda row: (row.topic, row.form))}
    return table(
        ["answer", "form", "word", "not heard in"],
        [[topic, form, word, f"{count} of {total[topic, form]}"] for (topic, form, word), count in worst],
    )


def questions(rows: list[tuple[Spoken, str, Asked, bool]], clean: float) -> str:
    """By ear and voice: word error rate, and the share that reached the right topic, beside that of the clean text."""
    lines = [["(clean text)", "", str(len({row[0] for row in rows})), "", f"{clean:.1%}"]]
    for (ear, voice, noise), group in _by(rows, lambda row: (row[1], row[0].voice, row[0].noise)):
        lines.append(_heard(ear, f"{voice or 'pyttsx3'}, {'pink noise' if noise else 'quiet'}", group))
    for ear, group in _by(rows, lambda row: row[1]):
        lines.append(_heard(ear, "all", group))
    return table(["ear", "voice", "questions", "word errors", "right topic"], lines)


def _heard(ear: str, voice: str, group: list[tuple[Spoken, str, Asked, bool]]) -> list[str]:
    wrong = sum(row[2].errors for row in group) / sum(row[2].words for row in group)
    return [ear, voice, str(len(group)), f"{wrong:.1%}", f"{sum(row[3] for row in group) / len(group):.1%}"]


def _by(rows: Iterable, name: Callable) -> list[tuple]:
    return [(found, list(group)) for found, group in groupby(sorted(rows, key=lambda row: str(name(row))), key=name)]

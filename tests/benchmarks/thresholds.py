"""What each threshold of skill/understanding/decide.py trades for what, on the part of the questions that may be looked at.

.venv/bin/python tests/benchmarks/thresholds.py
"""

from skill.scorecard import measure
from skill.scorecard.questions import read
from skill.understanding import Understanding, classifier, decide, default, encoder
from skill.understanding.model import averaged

TRIED = {
    "DANGER_FROM": (0.08, 0.12, 0.15, 0.20, 0.30),
    "DANGER_FROM_BY_RULE": (0.02, 0.06, 0.12),
    "OURS_FROM": (0.35, 0.50, 0.65),
    "ANSWER_FROM": (0.20, 0.30, 0.40),
    "CLOSE": (0.45, 0.60, 0.80),
    "TAIL": (0.50, 0.70, 0.85),
}
SHARES = (0.0, 0.4, 0.5, 0.6, 0.8, 1.0)
HEAD = ["setting", "right or asked", "at once", "worst kind", "wrong", "neighbours", "the rest", "plain", "veiled", "alarms"]


def main() -> None:
    """Prints one row a setting; the first is today's."""
    questions = [question for question in read() if question.part == "look"]
    print(" | ".join(HEAD))
    show("today", questions, default())
    for name, values in TRIED.items():
        today = getattr(decide, name)
        for value in values:
            setattr(decide, name, value)
            show(f"{name} {value:.2f}", questions, default())
        setattr(decide, name, today)
    for share in SHARES:
        show(f"encoder's share {share:.1f}", questions, Understanding(averaged(classifier.load(), encoder.load(), share)))


def show(name: str, questions: list, understanding: Understanding) -> None:
    figures = measure.figures(measure.run(measure.ours(understanding), questions))
    print(f"{name:28}" + "".join(f"{100 * figure.value:7.1f}" for figure in figures), flush=True)


if __name__ == "__main__":
    main()

"""`gentle scorecard`: measures the understanding on questions that nobody trained on, beside its peers."""

import argparse
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import takewhile
from pathlib import Path

from skill.cli.progress import progress
from skill.content.ways import load_ways
from skill.scorecard import measure, peers, report
from skill.scorecard.damage import FATAL, MINOR, NUISANCE, SERIOUS, damage, severity
from skill.scorecard.questions import USUAL_PLACE, Question, read
from skill.understanding import default
from skill.understanding.examples import examples


def add_to(commands: argparse._SubParsersAction) -> None:
    """The command and its options."""
    command = commands.add_parser(
        "scorecard",
        help="measure the understanding, beside its peers",
        description="Measure the understanding on the measuring set, the danger set, the refusal set and damaged questions.",
    )
    command.add_argument("--questions", type=Path, default=USUAL_PLACE, metavar="FOLDER", help="default: tests/questions")
    command.add_argument("--part", choices=["look", "scored"], help="only one part of the questions (default: both)")
    command.add_argument("--peers", action="store_true", help="ask the peers too (needs the `bench` extra; minutes)")
    command.add_argument(
        "--seed", type=int, default=1, help="of the damage, and of the questions that slow peers are asked (default: 1)"
    )
    command.add_argument("--out", type=Path, metavar="FOLDER", help="write scorecard.md and scorecard.html there")
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Exit status 0 whatever was measured: the figures are for reading, not a gate."""
    questions = [q for q in read(options.questions) if options.part in (None, q.part)]
    answer = measure.ours(default())
    answer("a question to warm up")
    outcomes = measure.run(answer, questions)
    card = report.Card(outcomes, measure.figures(outcomes), _damaged(answer, questions, options.seed), starting=_starting())
    card.margins = measure.margins(default(), questions)
    if options.peers:
        card.peers = list(_ask_peers(questions, options.seed))
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
        (options.out / "scorecard.md").write_text(report.markdown(card), encoding="utf-8")
        (options.out / "scorecard.html").write_text(report.page(card), encoding="utf-8")
    print(report.markdown(card))
    return 0


def _damaged(answer: measure.Answer, questions: list[Question], seed: int) -> list[tuple[str, int, int]]:
    try:
        rows = [(q, answer(damage(q.text, seed))) for q in questions if q.group in ("in scope", "danger")]
    except ModuleNotFoundError as missing:
        print(
            f"The damaged questions were left out; {missing.name} is needed. pip install 'gentle-recovery[bench]'",
            file=sys.stderr,
        )
        return []
    counts = Counter(severity(q, topics[0]) for q, topics in rows if len(topics) == 1)
    danger = sum(q.group == "danger" for q, _ in rows)
    totals = {FATAL: danger, SERIOUS: len(rows) - danger, MINOR: len(rows), NUISANCE: len(rows) - danger}
    return [(name, counts[name], total) for name, total in totals.items()]


def _ask_peers(questions: list[Question], seed: int):
    rows, drawn = examples(load_ways()), random.Random(seed).sample(questions, len(questions))
    for name, make in peers.available():
        if isinstance(make, str):
            yield name, make, 0.0
            continue
        outcomes = measure.run(make(rows), _in_time(progress(drawn, name)))
        if len(outcomes) < len(questions):
            name = f"{name}, {len(outcomes)} of {len(questions)} questions"
        figures = measure.figures(outcomes)
        print(
            f"{name}: {100 * figures[0].value:.1f} % right in scope, {measure.milliseconds(outcomes):.1f} ms a question",
            file=sys.stderr,
        )
        yield name, figures, measure.milliseconds(outcomes)


def _in_time(questions: Iterable[Question]) -> Iterator[Question]:
    until = time.monotonic() + peers.PATIENCE
    return takewhile(lambda _: time.monotonic() < until, questions)


def _starting() -> str:
    """Start-up of a fresh process, and this one's memory."""
    code = "from skill.understanding import default; default().understand('a question')"
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    seconds = time.perf_counter() - started
    try:
        import resource
    except ModuleNotFoundError:  # Windows
        return f"Start-up in a fresh process: {seconds:.2f} s."
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (1024 if sys.platform == "linux" else 1024 * 1024)
    return f"Start-up in a fresh process: {seconds:.2f} s, with {memory:.0f} MB of memory."

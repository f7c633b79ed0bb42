"""`gentle listen-check`: says every answer and hears it again; speaks questions and sees whether they are understood."""

import argparse
import random
from pathlib import Path

from skill.cli.ears import EARS, ear_of
from skill.cli.progress import progress
from skill.cli.voices import voice_of
from skill.content import load
from skill.hearing import answers, questions, report
from skill.hearing.store import Store
from skill.scorecard import measure
from skill.scorecard.questions import USUAL_PLACE, read
from skill.understanding import default
from speech.files import write_whole

ANSWER_VOICES = ["", "piper-joe"]
QUESTION_VOICES = ["", "gmw/en-us+f2", "gmw/en-us+klatt", "piper-joe"]
CACHE = Path("build/listen-check")


def add_to(commands: argparse._SubParsersAction) -> None:
    """The command and its options."""
    command = commands.add_parser(
        "listen-check",
        help="is every answer understood by ear, and every spoken question?",
        description="Say every form of every answer at three speeds in two voices, quiet and in noise, and hear it again; "
        "speak questions of the measuring set and see whether they reach their topic. Seeded, offline; needs the `ear` extra.",
    )
    command.add_argument(
        "--answers", type=int, metavar="N", help="only N of the ways to say an answer, drawn by the seed (default: all)"
    )
    command.add_argument("--questions", type=int, default=300, metavar="N", help="how many questions are spoken (default: 300)")
    command.add_argument(
        "--ears", default=",".join(EARS), help="who hears the questions (default: both); the first hears the answers"
    )
    command.add_argument(
        "--voices",
        help=f"who says the answers (default: the engine's, piper-joe); questions: {', '.join(QUESTION_VOICES[1:])} too",
    )
    command.add_argument("--seed", type=int, default=1, help="of the noise and the draw (default: 1)")
    command.add_argument(
        "--cache", type=Path, default=CACHE, metavar="FOLDER", help=f"what was measured before (default: {CACHE})"
    )
    command.add_argument("--out", type=Path, metavar="FILE", help="write the tables there, too, as Markdown")
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Exit status 0 whatever was heard: the figures are for reading, not a gate."""
    store = Store(options.cache)
    ears = [ear_of(name) for name in options.ears.split(",")]
    blocks = ["# Heard again"]
    if options.answers != 0:
        rows = _answers(options, ears[0], store)
        blocks += [f"## Answers, heard by {ears[0].name}", report.answers(rows), "## How long", report.lengths(rows)]
        blocks += ["## Numbers and negations that were not heard", report.lost(rows)]
    if options.questions:
        blocks += ["## Spoken questions", _questions(options, ears, store)]
    text = "\n\n".join(blocks) + "\n"
    print(text)
    if options.out:
        write_whole(options.out, text.encode())
    return 0


def _answers(options: argparse.Namespace, ear, store: Store) -> list[answers.Heard]:
    voices = options.voices.split(",") if options.voices is not None else ANSWER_VOICES
    made = {name: voice_of(name) for name in voices}
    todo = answers.cells(load(), voices)
    if options.answers:
        todo = random.Random(options.seed).sample(todo, min(options.answers, len(todo)))
    return [answers.listen(cell, made[cell.voice], ear, options.seed, store) for cell in progress(todo, "answers")]


def _questions(options: argparse.Namespace, ears: list, store: Store) -> str:
    voices = options.voices.split(",") if options.voices is not None else QUESTION_VOICES
    made = {name: voice_of(name) for name in voices}
    spoken, answer = questions.plan(read(USUAL_PLACE), voices, options.questions, options.seed), measure.ours(default())
    clean = sum(questions.reached(answer, each.question, each.question.text) for each in spoken) / len(spoken)
    rows = []
    for each, ear in progress([(each, ear) for ear in ears for each in spoken], "questions"):
        asked = questions.ask(each, made[each.voice], ear, options.seed, store)
        rows.append((each, ear.name, asked, questions.reached(answer, each.question, asked.heard)))
    return report.questions(rows, clean)

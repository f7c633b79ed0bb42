"""`gentle rehearse`: plays scripted dialogues and says what differed."""

import argparse
import sys
from itertools import groupby
from pathlib import Path

from skill.cli import stage
from skill.cli.progress import progress
from speech.rehearse import Outcome, find, rehearse
from speech.update import changes, renew, shown

DIALOGUES = Path(__file__).parents[2] / "tests" / "dialogues"
DIFFERED, NOTHING_TO_RUN = 1, 5
"""Exit statuses; 2 is "could not start", as everywhere. 5 is pytest's for the same."""


def add_to(commands: argparse._SubParsersAction) -> None:
    """The command and its options."""
    command = commands.add_parser(
        "rehearse",
        help="play scripted dialogues and compare",
        description="Play dialogues from YAML files and compare. Exit status: 0 all as written, 1 an answer differed, "
        "2 it could not start, 5 nothing was found to play.",
    )
    command.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="YAML files or folders (default: tests/dialogues)")
    command.add_argument("--show", action="store_true", help="print every conversation, not only what differed")
    command.add_argument(
        "--update", action="store_true", help="show each change of the words in `hears`, and ask whether to take it"
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Plays, compares, tells. Raises ScriptError where a file is broken."""
    found = list(find(options.paths or [DIALOGUES]))
    if not found:
        print("gentle: there is no dialogue to play. Give a YAML file or a folder of them.", file=sys.stderr)
        return NOTHING_TO_RUN
    differed = 0
    played = [(file, rehearse(dialogue, stage.device)) for file, dialogue in progress(found, "dialogues")]
    for file, outcomes in groupby(played, key=lambda row: row[0]):
        for number, (_, outcome) in enumerate(outcomes):
            taken = options.update and _update(file, number, outcome)
            differed += bool(outcome.differences) and not taken
            if not taken:
                _tell(file, outcome, options.show)
    print(f"{len(played) - differed} of {len(played)} dialogues went as written")
    return DIFFERED if differed else 0


def _tell(file: Path, outcome: Outcome, show: bool) -> None:
    if outcome.differences or show:
        print(f"\n{file.name}: {outcome.dialogue.dialogue}")
    if show:
        for turn, heard in zip(outcome.dialogue.turns, outcome.heard, strict=False):
            print(f"  > {turn.say or '...'}\n    {heard.text}")
    for difference in outcome.differences:
        print(f"  {difference}")


def _update(file: Path, number: int, outcome: Outcome) -> bool:
    """True if every difference of the dialogue was one of words, and was taken."""
    taken = {}
    for place, (before, after) in changes(outcome).items():
        print(f"\n{file.name}: {outcome.dialogue.dialogue}, turn {place + 1}\n  {shown(before, after)}")
        if input("Take the new words? [y/N] ").strip().lower() in ("y", "yes"):
            taken[place] = after
    if taken:
        renew(file, number, taken)
    return len(taken) == len(outcome.differences)

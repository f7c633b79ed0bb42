"""`gentle rehearse`: plays scripted dialogues and says what differed."""

import argparse
import sys
from pathlib import Path

from skill.cli import stage
from skill.errors import UsageError
from speech.rehearse import Outcome, find, rehearse

DIALOGUES = Path(__file__).parents[2] / "tests" / "dialogues"


def add_to(commands: argparse._SubParsersAction) -> None:
    """The command and its options."""
    command = commands.add_parser(
        "rehearse", help="play scripted dialogues and compare", description="Play dialogues from YAML files and compare."
    )
    command.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="YAML files or folders (default: tests/dialogues)")
    command.add_argument("--show", action="store_true", help="print every conversation, not only what differed")
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Exit status: 0 all as written, 1 an answer differed. Raises UsageError where there is nothing to play."""
    dialogues = list(find(options.paths or [DIALOGUES]))
    if not dialogues:
        raise UsageError("There is no dialogue to play. Give a YAML file or a folder of them.")
    differed = 0
    for number, (file, dialogue) in enumerate(dialogues, 1):
        outcome = rehearse(dialogue, stage.device)
        differed += bool(outcome.differences)
        _tell(number, len(dialogues), file, outcome, options.show)
    print(f"{len(dialogues) - differed} of {len(dialogues)} dialogues went as written")
    return 1 if differed else 0


def _tell(number: int, total: int, file: Path, outcome: Outcome, show: bool) -> None:
    print(f"\r{number} of {total}", end="" if number < total else "\n", file=sys.stderr, flush=True)
    if outcome.differences or show:
        print(f"\n{file.name}: {outcome.dialogue.dialogue}")
    if show:
        for turn, heard in zip(outcome.dialogue.turns, outcome.heard, strict=False):
            print(f"  > {turn.say or '...'}\n    {heard.text}")
    for difference in outcome.differences:
        print(f"  {difference}")

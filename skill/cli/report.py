"""`gentle report`: one page on which a clinician can read and hear every word."""

import argparse
import platform
from datetime import UTC, datetime
from pathlib import Path

from skill.check.article import USUAL_PLACE, read
from skill.cli import stage
from skill.cli.progress import progress
from skill.cli.rehearse import DIALOGUES
from skill.cli.voices import add_voice, voice_of
from skill.content import load
from speech.rehearse import find, rehearse

CACHE = Path("build/report-sounds")


def add_to(commands: argparse._SubParsersAction) -> None:
    """The command and its options."""
    command = commands.add_parser(
        "report",
        help="one page with every word, to read and to hear",
        description="Write one self-contained HTML page: every dialogue and every answer with its sound, its sources and "
        "its figures, what fell short first. Listening results come from `gentle listen-check`.",
    )
    command.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="dialogues (default: tests/dialogues)")
    command.add_argument(
        "--out", type=Path, default=Path("build/report.html"), metavar="FILE", help="default: build/report.html"
    )
    command.add_argument("--article", type=Path, default=USUAL_PLACE, metavar="PATH", help="the article's text, for coverage")
    command.add_argument("--cache", type=Path, default=CACHE, metavar="FOLDER", help=f"sounds made before (default: {CACHE})")
    add_voice(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Exit status 0 when the page is written; raises FileError where it cannot be."""
    from skill.report import build  # textstat takes half a second to load
    from speech.report import write
    from speech.report.sounds import Sounds
    from speech.voice import NORMAL_SPEED

    outcomes = [
        rehearse(dialogue, stage.device) for _, dialogue in progress(list(find(options.paths or [DIALOGUES])), "dialogues")
    ]
    sounds = Sounds(voice_of(options.voice), f"{options.voice or platform.system()} {NORMAL_SPEED}", options.cache)
    made = (
        f"Made on {datetime.now(UTC):%Y-%m-%d} with the voice {options.voice or 'of pyttsx3'}, from {len(outcomes)} dialogues."
    )
    article = read(options.article) if options.article.exists() else None
    report, sounds_too = build(load(), outcomes, sounds, article, made, lambda items: progress(items, "sounds"))
    write(report, options.out, sounds_too)
    print(f"{options.out}: {options.out.stat().st_size / 1e6:.1f} MB, {len(report.shortfalls)} things fell short")
    return 0

"""`gentle screens`: pictures of what a screen shows, to look at."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from skill.cli.progress import progress
from skill.cli.stage import device
from skill.content import LOCALES, require_locale
from speech.device import Device
from speech.errors import FileError
from speech.preview import HUB, LABEL, ROUND, SMALL, page, painter

FOLDER = Path("build/screens")
SCENES: dict[str, tuple[str, ...]] = {
    "opened": ("",),
    "answer": ("", "when can we have sex again"),
    "one-shot": ("when can we have sex again",),
    "list": ("", "what can I ask"),
    "danger": ("", "I am soaking two pads an hour"),
    "crisis": ("", "I want to die"),
    "unsafe": ("", "my husband forces me to have sex"),
    "two-at-once": ("", "cramps or pain with sex"),
    "card": ("", "what about a fever", "send it to my phone"),
    "goodbye": ("", "stop"),
    "hidden": ("", "what about a fever", "hide"),
}
"""A picture's name, and what the person says up to it; "" opens the skill."""


def add_to(commands: argparse._SubParsersAction) -> None:
    """The command and its options."""
    command = commands.add_parser(
        "screens",
        help="pictures of what an Echo with a screen shows",
        description="Hold a few conversations on an Echo with a screen and draw what it shows, as PNG files, on three "
        f"sizes, dark and light. Each is labelled: {LABEL}. Needs Chromium and the `test` extra.",
    )
    command.add_argument("--out", type=Path, default=FOLDER, metavar="DIR", help=f"default: {FOLDER}")
    command.add_argument("--locale", default="en-US", help=f"one of {', '.join(LOCALES)} (default: en-US)")
    command.add_argument("--only", choices=SCENES, metavar="SCENE", help=f"one of {', '.join(SCENES)} (default: all)")
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Exit status 0 when all are drawn; raises PreviewError, FileError or UsageError where that cannot be."""
    require_locale(options.locale)
    try:
        options.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(f"{options.out} cannot be made: {error.strerror}. Choose another folder.") from None
    with painter() as paint:
        todo = list(pictures(options.locale, [options.only] if options.only else list(SCENES)))
        for name, html, viewport in progress(todo, "pictures"):
            paint(html, viewport, options.out / f"{name}.png")
    print(f"{options.out}: {len(todo)} pictures ({LABEL})")
    return 0


def pictures(locale: str, scenes: list[str]) -> Iterator[tuple[str, str, Any]]:
    """Name, page and viewport of each picture. The second sentence of an answer is drawn as it is being read."""
    for scene in scenes:
        directives = last_of(device(locale, screen=True), SCENES[scene])
        reading = 1 if len(directives) > 1 else None
        for viewport in (HUB, SMALL, ROUND):
            for theme in ("dark", "light"):
                yield f"{scene}-{viewport.name}-{theme}", page(directives[0], viewport, theme, reading), viewport


def last_of(device: Device, said: tuple[str, ...]) -> list[dict[str, Any]]:
    """What the skill sends to the screen after these words."""
    heard = device.last
    for text in said:
        heard = device.say(text) if text else device.open()
    directives: list[dict[str, Any]] = heard.response["directives"]
    return directives

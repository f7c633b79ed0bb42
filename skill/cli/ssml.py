"""`gentle ssml`: checks a file of SSML as Alexa would, and speaks it."""

import argparse
import sys
from pathlib import Path

from skill.cli.voices import add_voice, voice_of, write_sound
from skill.errors import UsageError
from speech.ssml import lint
from speech.ssml.abilities import beyond


def add_to(commands: argparse._SubParsersAction) -> None:
    """The command and its options."""
    command = commands.add_parser(
        "ssml",
        help="check SSML as Alexa would, and speak it",
        description="Check SSML: what Alexa would refuse, what would be read wrongly, and what this voice cannot do.",
    )
    command.add_argument("file", type=Path, help="a file with <speak>...</speak>; - for standard input")
    command.add_argument("--locale", default="en-US", help="some tags work only in some locales (default: en-US)")
    command.add_argument("--wav", type=Path, metavar="FILE", help="write what is heard to a WAV file")
    add_voice(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Exit status: 0 nothing found, 1 something was; raises SsmlError where the markup is broken."""
    ssml = _read(options.file)
    found = lint(ssml, options.locale)
    for finding in found:
        print(f"{options.file}:{finding}")
    if options.wav:
        voice = voice_of(options.voice)
        for line in beyond(ssml, voice.can):
            print(f"{options.file}:{line}", file=sys.stderr)
        write_sound(options.wav, voice.speak(ssml))
    return 1 if found else 0


def _read(path: Path) -> str:
    try:
        return sys.stdin.read() if str(path) == "-" else path.read_text(encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path} cannot be read ({error.strerror}). Give a text file with SSML.") from None
    except UnicodeDecodeError:
        raise UsageError(f"{path} is not UTF-8 text. Save it again as UTF-8.") from None

"""`gentle ask`: one question, or a file of them, each in a session of its own."""

import argparse
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from skill.cli import stage
from skill.cli.talk import Speaker
from skill.cli.voices import write_sound
from skill.errors import UsageError
from skill.understanding import default
from skill.understanding.explain import explain
from speech.device import Heard
from speech.voice import EngineVoice

PROGRESS_EVERY = 100


def add_to(commands: argparse._SubParsersAction) -> None:
    """The command and its options."""
    command = commands.add_parser("ask", help="ask one question, or a file of them", description="Ask, and get the answer.")
    command.add_argument("question", nargs="?", help="the question, in quotes")
    command.add_argument("--batch", type=Path, metavar="FILE", help="a file with one question a line; - for standard input")
    command.add_argument("--json", action="store_true", help="a JSON object a question: text, topic, score, sources, ssml, ...")
    command.add_argument("--why", action="store_true", help="show how the question was understood, and the nearest utterances")
    command.add_argument("--wav", type=Path, metavar="FILE", help="write the spoken answer to a WAV file")
    command.add_argument("--speak", action="store_true", help="say the answer out loud, too")
    command.add_argument("--locale", default="en-US", help="en-US (default), en-GB, en-AU, en-CA or en-IN")
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Exit status 0; raises UsageError where the question or a file is missing."""
    if bool(options.batch) == (options.question is not None):
        raise UsageError('Ask one question in quotes, say gentle ask "when can we have sex again", or give --batch FILE.')
    if options.batch:
        return _batch(options)
    if not options.question.strip():
        raise UsageError('The question is empty. Try: gentle ask "when can we have sex again".')
    if options.why:
        print("\n".join(explain(default(), options.question)))
        return 0
    witness = stage.Witness()
    heard = stage.device(options.locale, witness=witness).say(options.question)
    if options.wav:
        write_sound(options.wav, EngineVoice().speak(heard.ssml))
    if options.json:
        _print_json(options.question, heard, options.locale, witness)
    elif options.speak:
        Speaker(EngineVoice()).say(heard)
    else:
        print(heard.text)
    return 0


def _batch(options: argparse.Namespace) -> int:
    questions = list(_read(options.batch))
    witness, started = stage.Witness(), time.perf_counter()
    device = stage.device(options.locale, witness=witness)
    for number, question in enumerate(questions, 1):
        heard = device.say(question)
        if options.json:
            _print_json(question, heard, options.locale, witness)
        else:
            print(f"{question}\n  {heard.text}")
        device.session = None
        if number % PROGRESS_EVERY == 0 or number == len(questions):
            print(f"\r{number} of {len(questions)} questions", end="", file=sys.stderr, flush=True)
    print(f", {time.perf_counter() - started:.1f} s", file=sys.stderr)
    return 0


def _print_json(text: str, heard: Heard, locale: str, witness: stage.Witness) -> None:
    print(json.dumps(stage.as_json(text, heard, locale, witness.understood(text)), ensure_ascii=False))


def _read(path: Path) -> Iterator[str]:
    try:
        text = sys.stdin.read() if str(path) == "-" else path.read_text(encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path} cannot be read ({error.strerror}). Give a text file with one question a line.") from None
    except UnicodeDecodeError:
        raise UsageError(f"{path} is not UTF-8 text. Save it again as UTF-8.") from None
    questions = [line.strip() for line in text.splitlines() if line.strip()]
    if not questions:
        raise UsageError(f"{path} holds no question. Write one a line.")
    yield from questions

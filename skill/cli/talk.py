"""`gentle talk`: a conversation, typed or piped in, answered out loud and in captions."""

import argparse
import sys
from collections.abc import Iterator

from skill.cli import stage
from skill.cli.voices import add_voice, voice_of
from speech.device import Device, Heard
from speech.player import Player
from speech.voice import SilentVoice, Voice

HINT = 'Type a question and press Enter. An empty line is silence; "stop" ends. Try: when can we have sex again'


def add_to(commands: argparse._SubParsersAction) -> None:
    """The command and its options."""
    command = commands.add_parser(
        "talk", help="hold a conversation, out loud", description="Hold a conversation: type, or pipe in one question a line."
    )
    command.add_argument("--silent", action="store_true", help="captions only, no sound")
    command.add_argument("--locale", default="en-US", help="en-US (default), en-GB, en-AU, en-CA or en-IN")
    add_voice(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Talks until the questions end, or the person stops."""
    device = stage.device(options.locale)
    speaker = Speaker(SilentVoice() if options.silent else voice_of(options.voice))
    typed = sys.stdin.isatty()
    if typed:
        print(HINT, file=sys.stderr)
    speaker.say(device.open())
    for line in _lines(typed):
        speaker.say(_answer(device, line))
        if typed and not device.listening and device.last.attributes.get("topic") is None:
            break
    return 0


class Speaker:
    """Shows the caption, then speaks it; where there is no sound device it says so once and goes on with captions."""

    def __init__(self, voice: Voice):
        self.voice, self.player = voice, Player()

    def say(self, heard: Heard) -> None:
        print(f"  {heard.text}" if heard.text else "  (silence)", flush=True)
        sound = self.voice.speak(heard.ssml)
        if sound.frames and self.player.works and not self.player.play(sound):
            print(
                "No sound device was found, so here are captions only. `gentle ask --wav FILE` writes sound.", file=sys.stderr
            )


def _answer(device: Device, line: str) -> Heard:
    """An empty line is a silence; a silence after the end is a goodbye that was not said."""
    return device.say(line) if line.strip() else device.silence()


def _lines(typed: bool) -> Iterator[str]:
    while True:
        print("> ", end="" if typed else "", flush=True)
        line = sys.stdin.readline()
        if not line:
            print()
            return
        if not typed:
            print(line.rstrip("\n"))
        yield line

"""`gentle talk`: a conversation, typed, piped in or spoken, answered out loud and in captions."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from skill.cli import lines, stage
from skill.cli.ears import add_ear, ear_of
from skill.cli.voices import SILENT, add_voice, voice_of
from skill.errors import UsageError
from speech.device import Device, Heard
from speech.files import write_whole
from speech.microphone import LEAST_SILENCE, MOST_SILENCE, SILENCE
from speech.player import Player
from speech.record import Recorder
from speech.voice import Voice

HINT = 'Type a question and press Enter. An empty line is silence; "stop" ends. Try: when can we have sex again'


def add_to(commands: argparse._SubParsersAction) -> None:
    """The command and its options."""
    command = commands.add_parser(
        "talk",
        help="hold a conversation, out loud",
        description="Hold a conversation: type, pipe in one question a line, speak, or give spoken questions as files.",
    )
    command.add_argument("--silent", action="store_true", help="captions only, no sound")
    command.add_argument("--locale", default="en-US", help="en-US (default), en-GB, en-AU, en-CA or en-IN")
    command.add_argument("--screen", action="store_true", help="an Echo with a screen: what can be touched is shown, too")
    add_voice(command)
    spoken = command.add_mutually_exclusive_group()
    spoken.add_argument("--listen", action="store_true", help="speak to the microphone (needs the `ear` extra)")
    spoken.add_argument("--wav", type=Path, action="append", metavar="FILE", help="a spoken question; may be given many times")
    add_ear(command)
    command.add_argument("--silence", type=float, default=SILENCE, metavar="SECONDS", help=f"of silence that end a spoken question (default {SILENCE:g}, up to {MOST_SILENCE:g})")  # fmt: skip
    command.add_argument(
        "--save", type=Path, metavar="FOLDER", help="write the sound of each answer there, as 1.wav, 2.wav, ..."
    )
    command.add_argument(
        "--record", type=Path, metavar="FILE", help="write the conversation as a dialogue for `gentle rehearse`"
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Talks until the questions end, or the person stops. Raises UsageError, VoiceError or EarError."""
    if not LEAST_SILENCE <= options.silence <= MOST_SILENCE:
        raise UsageError(f"--silence is from {LEAST_SILENCE:g} to {MOST_SILENCE:g} seconds.")
    device = stage.device(options.locale, options.screen)
    speaker = Speaker(voice_of(SILENT if options.silent else options.voice), options.save)
    questions = _questions(options, speaker)
    recorder = Recorder(options.locale)
    try:
        _hold(device, speaker, questions, recorder, ends=not _piped(options))
    finally:
        if options.record:
            recorder.write(options.record)
    return 0


def _hold(device: Device, speaker: "Speaker", questions: Iterator[str], recorder: Recorder, ends: bool) -> None:
    speaker.say(recorder.keep(device.open(), open=True))
    for text in questions:
        heard = recorder.keep(device.say(text), say=text) if text else recorder.keep(device.silence(), silence=True)
        speaker.say(heard)
        if ends and not device.listening and device.last.attributes.get("topic") is None:
            break


def _piped(options: argparse.Namespace) -> bool:
    return bool(options.wav) or (not options.listen and not sys.stdin.isatty())


def _questions(options: argparse.Namespace, speaker: "Speaker") -> Iterator[str]:
    if options.wav:
        return lines.from_files(options.wav, ear_of(options.ear), options.silence)
    if options.listen:
        return lines.from_microphone(ear_of(options.ear), options.silence, speaker.player.play)
    if sys.stdin.isatty():
        print(HINT, file=sys.stderr)
    return lines.typed(shown=not sys.stdin.isatty())


def _beside(heard: Heard) -> Iterator[str]:
    """What a person sees beside the caption: what can be touched, and that a card was sent."""
    if heard.shown and heard.shown.touches:
        yield "  " + " ".join(f"[{label}]" for label in heard.shown.touches)
    if heard.card:
        yield "  (a card goes to the app)"


class Speaker:
    """Shows the caption, then speaks it; where there is no sound device it says so once and goes on with captions."""

    def __init__(self, voice: Voice, folder: Path | None = None):
        self.voice, self.folder, self.player, self.said = voice, folder, Player(), 0

    def say(self, heard: Heard) -> None:
        print(f"  {heard.text}" if heard.text else "  (silence)", flush=True)
        print("".join(f"{line}\n" for line in _beside(heard)), end="", flush=True)
        sound = self.voice.speak(heard.ssml)
        self.said += 1
        if self.folder:
            write_whole(self.folder / f"{self.said}.wav", sound.to_wav())
        elif sound.frames and self.player.works and not self.player.play(sound):
            print("No sound device was found, so here are captions only. --save FOLDER writes the sound.", file=sys.stderr)

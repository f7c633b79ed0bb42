"""Which voice: the option that every speaking command has."""

import argparse
from pathlib import Path

from skill.errors import UsageError
from speech.audio import Audio
from speech.files import write_whole
from speech.piper import NAMES, PiperVoice
from speech.voice import EngineVoice, SilentVoice, Voice

SILENT = "silent"


def add_voice(command: argparse.ArgumentParser) -> None:
    """Adds --voice."""
    command.add_argument(
        "--voice",
        default="",
        metavar="NAME",
        help=f"a voice of this machine's speech engine, {', '.join(NAMES)} (a neural voice, with the `piper` extra), or {SILENT}",
    )


def voice_of(name: str) -> Voice:
    """The voice of that name. Raises VoiceError where it cannot be had."""
    if name == SILENT:
        return SilentVoice()
    return PiperVoice(name) if name in NAMES else EngineVoice(name)


def write_sound(path: Path, sound: Audio) -> None:
    """Writes a WAV file where the person asked for one. Raises UsageError or FileError where that cannot be."""
    if not path.parent.is_dir():
        raise UsageError(f"{path} cannot be written: there is no folder {path.parent}. Make it, or choose another place.")
    write_whole(path, sound.to_wav())

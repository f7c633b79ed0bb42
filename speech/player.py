"""Play sound on this machine's speaker, if it has one."""

import platform
import shutil
import subprocess
import tempfile
from pathlib import Path

from speech.audio import Audio

LINUX_PLAYERS = (["pw-play", "-"], ["paplay"], ["aplay", "-q", "-"])
GRACE = 5.0
"""Seconds that a player may take beyond the sound itself."""


class Player:
    """Plays sounds one after the other. `works` turns false for good when the machine cannot play."""

    def __init__(self) -> None:
        self.works = True

    def play(self, sound: Audio) -> bool:
        """True if the sound was heard to its end; False where there is no sound device. Never raises for that."""
        if not self.works or not sound.frames:
            return False
        self.works = _play(sound)
        return self.works


def _play(sound: Audio) -> bool:
    system = platform.system()
    if system == "Windows":
        import winsound

        try:
            winsound.PlaySound(sound.to_wav(), winsound.SND_MEMORY)
        except RuntimeError:
            return False
        return True
    return _play_on_mac(sound) if system == "Darwin" else _play_on_linux(sound)


def _play_on_mac(sound: Audio) -> bool:
    with tempfile.TemporaryDirectory(prefix="speech-") as folder:
        path = Path(folder) / "answer.wav"
        path.write_bytes(sound.to_wav())
        return _run(["afplay", str(path)], b"", sound.seconds)


def _play_on_linux(sound: Audio) -> bool:
    players = [command for command in LINUX_PLAYERS if shutil.which(command[0])]
    return any(_run(command, sound.to_wav(), sound.seconds) for command in players)


def _run(command: list[str], data: bytes, seconds: float) -> bool:
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=seconds + GRACE, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0

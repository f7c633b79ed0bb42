"""What the person says in `gentle talk`: typed, piped in, spoken into a microphone, or spoken in files."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from speech.audio import Audio
from speech.ear import RATE, Ear
from speech.earcon import earcon
from speech.microphone import frames_of, microphone, question_in
from speech.sound_file import at_rate, read_sound


def typed(shown: bool) -> Iterator[str]:
    """Lines from standard input; `shown` where they come from a file and are not seen yet."""
    while True:
        print("> ", end="", flush=True)
        line = sys.stdin.readline()
        if not line:
            print()
            return
        if shown:
            print(line.rstrip("\n"))
        yield line.strip()


def from_files(paths: list[Path], ear: Ear, silence: float) -> Iterator[str]:
    """What the ear hears in each sound file, ended by silence as at a microphone."""
    for path in paths:
        yield _heard(question_in(frames_of(at_rate(read_sound(path), RATE)), silence), ear)


def from_microphone(ear: Ear, silence: float, play: Callable[[Audio], object]) -> Iterator[str]:
    """What the ear hears at the microphone, a tone before and after; "" where nobody spoke."""
    while True:
        play(earcon("open"))
        print("(listening)", end="\r", file=sys.stderr, flush=True)
        sound = question_in(microphone(), silence)
        play(earcon("closed"))
        yield _heard(sound, ear)


def _heard(sound: Audio, ear: Ear) -> str:
    words = ear.hear(sound)
    print(f"> {words or '(silence)'}", flush=True)
    return words

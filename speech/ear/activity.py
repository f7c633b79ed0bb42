"""Is anybody speaking? WebRTC's detector, as pocketsphinx carries it. A recogniser that is given silence makes words up."""

from collections.abc import Iterator
from typing import Any

from speech.audio import WIDTH, Audio
from speech.ear import INSTALL, RATE
from speech.errors import EarError

FRAME = 0.03
"""Seconds of one frame."""
SIZE = int(RATE * FRAME) * WIDTH
"""Bytes of one frame."""
STRICTNESS = 2
"""Of the detector, 0 to 3: at 2 a quiet room is silence and a soft voice is speech."""
LEAST = 3
"""Frames of speech below which a sound holds no word."""


def detector() -> Any:
    """Something with `is_speech(frame)`. Raises EarError where pocketsphinx is missing."""
    try:
        from pocketsphinx import Vad
    except ModuleNotFoundError:
        raise EarError(f"Listening needs pocketsphinx. {INSTALL}.") from None
    return Vad(STRICTNESS, RATE, FRAME)


def frames(sound: Audio) -> Iterator[bytes]:
    """A sound at RATE Hz in whole frames."""
    yield from (sound.frames[start : start + SIZE] for start in range(0, len(sound.frames) - SIZE + 1, SIZE))


def speaks(sound: Audio) -> bool:
    """True if somebody speaks in a sound at RATE Hz."""
    found = detector()
    return sum(found.is_speech(frame) for frame in frames(sound)) >= LEAST

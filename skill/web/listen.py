"""A spoken question: sound of any usual sort in, words out, in memory and on this machine; nothing is written."""

import io
from threading import BoundedSemaphore, Lock

import numpy as np

from speech.audio import FULL, Audio
from speech.ear import RATE, Ear

LARGEST = 2_000_000
"""Bytes of a recording."""
LONGEST = 60.0
"""Seconds of a recording."""
WAITING = 4
"""Recordings that may wait while one is recognised; beyond them the service says that it is busy."""


class Busy(Exception):
    """Raised where too many recordings wait already."""


class NotSound(Exception):
    """Raised where a recording cannot be read. The text is for the person."""


class Listener:
    """One ear, one recording at a time, and a short queue."""

    def __init__(self, ear: Ear, waiting: int = WAITING):
        self.ear, self._queue, self._turn = ear, BoundedSemaphore(waiting + 1), Lock()

    def words(self, data: bytes) -> str:
        """What was said, "" for nothing. Raises NotSound or Busy."""
        if not self._queue.acquire(blocking=False):
            raise Busy
        try:
            sound = decoded(data)
            with self._turn:
                return self.ear.hear(sound)
        finally:
            self._queue.release()


def decoded(data: bytes) -> Audio:
    """A WAV, or a browser's WebM/Opus or MP4/AAC, as samples at RATE Hz. Raises NotSound."""
    import av
    from av.error import FFmpegError

    pieces, seconds = [], 0.0
    try:
        with av.open(io.BytesIO(data), mode="r", metadata_errors="ignore") as file:
            resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
            for frame in file.decode(audio=0):
                pieces += [part.to_ndarray().reshape(-1) for part in resampler.resample(frame)]
                seconds += frame.samples / frame.sample_rate
                if seconds > LONGEST:
                    raise NotSound(f"The recording is longer than {LONGEST:.0f} seconds.")
            pieces += [part.to_ndarray().reshape(-1) for part in resampler.resample(None)]
    except (FFmpegError, IndexError, ValueError, OSError):
        raise NotSound("The recording cannot be read. Send WAV, WebM or MP4.") from None
    samples = np.concatenate(pieces) if pieces else np.zeros(0)
    return Audio.of(np.clip(samples, -FULL - 1, FULL), RATE)

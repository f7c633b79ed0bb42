"""Sound files of any usual sort, read into plain samples: WAV of any width, rate and channels, FLAC, OGG, MP3 (libsndfile)."""

from pathlib import Path

import numpy as np
import soundfile

from speech.audio import FULL, Audio
from speech.errors import EarError

LONGEST = 300.0
"""Seconds that are read; a question is shorter."""


def read_sound(path: Path) -> Audio:
    """The file as mono samples at its own rate. Raises EarError where it is missing, empty, too long, or not a sound."""
    if not path.is_file():
        raise EarError(f"{path} is not there. Give a WAV file with a spoken question.")
    try:
        with soundfile.SoundFile(str(path)) as file:
            if file.frames / file.samplerate > LONGEST:
                raise EarError(f"{path} is longer than {LONGEST:.0f} s. Cut out the question.")
            samples = file.read(dtype="float32", always_2d=True).mean(axis=1)
            rate = file.samplerate
    except (soundfile.LibsndfileError, RuntimeError, ValueError):
        raise EarError(f"{path} is not a sound file that can be read. Save it again as WAV.") from None
    if not len(samples):
        raise EarError(f"{path} holds no sound. Record it again.")
    return Audio.of(np.nan_to_num(samples) * FULL, rate)


def at_rate(sound: Audio, rate: int) -> Audio:
    """The same sound with so many samples a second (soxr)."""
    if sound.rate == rate or not sound.frames:
        return Audio(sound.frames, rate)
    import soxr

    return Audio.of(soxr.resample(sound.samples.astype(np.float32), sound.rate, rate), rate)

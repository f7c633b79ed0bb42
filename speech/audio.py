"""Sound as plain samples: 16-bit, mono."""

import io
import wave
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

WIDTH = 2
FULL = 32_767
QUIET = 0.01
"""Share of a sound's own peak below which it counts as silence."""


@dataclass(frozen=True)
class Audio:
    """`frames` are 16-bit little-endian mono samples at `rate` Hz."""

    frames: bytes = b""
    rate: int = 22_050

    @property
    def seconds(self) -> float:
        return len(self.frames) / WIDTH / self.rate

    @property
    def samples(self) -> np.ndarray:
        """The samples as 16-bit integers; read-only."""
        return np.frombuffer(self.frames, "<i2")

    def __add__(self, other: "Audio") -> "Audio":
        """One after the other. Raises ValueError where the sample rates differ and both hold sound."""
        if self.frames and other.frames and self.rate != other.rate:
            raise ValueError(f"cannot join {self.rate} Hz and {other.rate} Hz")
        return Audio(self.frames + other.frames, self.rate if self.frames else other.rate)

    @classmethod
    def silence(cls, milliseconds: int, rate: int = 22_050) -> "Audio":
        return cls(bytes(WIDTH * (rate * milliseconds // 1000)), rate)

    @classmethod
    def of(cls, samples: np.ndarray, rate: int) -> "Audio":
        """Samples between -32768 and 32767, of any number type; what is louder is cut off."""
        return cls(np.clip(samples, -FULL - 1, FULL).astype("<i2").tobytes(), rate)

    @classmethod
    def read(cls, path: Path) -> "Audio":
        """A 16-bit mono WAV file, as engines write it. Raises wave.Error or EOFError where it is not whole."""
        with wave.open(str(path), "rb") as file:
            return cls(file.readframes(file.getnframes()), file.getframerate())

    def to_wav(self) -> bytes:
        """The sound as the bytes of a WAV file."""
        buffer = io.BytesIO()
        with wave.open(buffer, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(WIDTH)
            file.setframerate(self.rate)
            file.writeframes(self.frames)
        return buffer.getvalue()

    def trimmed(self) -> "Audio":
        """Without the silence before and after."""
        loud = np.flatnonzero(self._loud())
        return (
            replace(self, frames=self.frames[WIDTH * loud[0] : WIDTH * (loud[-1] + 1)]) if len(loud) else Audio(b"", self.rate)
        )

    def louder(self, decibels: float) -> "Audio":
        """Louder by so many decibels, or softer; full scale is the limit."""
        return Audio.of(self.samples * 10 ** (decibels / 20), self.rate) if decibels else self

    def pauses(self, at_least: int = 100) -> list[int]:
        """The lengths in milliseconds of the silences inside, in order, from `at_least` on."""
        loud = np.flatnonzero(self._loud())
        gaps = np.diff(loud) * 1000 / self.rate
        return [round(gap) for gap in gaps if gap >= at_least]

    def _loud(self) -> np.ndarray:
        size = np.abs(self.samples.astype(np.int32))
        return size > QUIET * size.max(initial=1)

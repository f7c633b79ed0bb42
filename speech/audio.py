"""Sound as plain samples: 16-bit, mono."""

import io
import wave
from dataclasses import dataclass
from pathlib import Path

WIDTH = 2


@dataclass(frozen=True)
class Audio:
    """`frames` are 16-bit little-endian mono samples at `rate` Hz."""

    frames: bytes = b""
    rate: int = 22_050

    @property
    def seconds(self) -> float:
        return len(self.frames) / WIDTH / self.rate

    def __add__(self, other: "Audio") -> "Audio":
        """One after the other. Raises ValueError where the sample rates differ and both hold sound."""
        if self.frames and other.frames and self.rate != other.rate:
            raise ValueError(f"cannot join {self.rate} Hz and {other.rate} Hz")
        return Audio(self.frames + other.frames, self.rate if self.frames else other.rate)

    @classmethod
    def silence(cls, milliseconds: int, rate: int = 22_050) -> "Audio":
        return cls(bytes(WIDTH * (rate * milliseconds // 1000)), rate)

    @classmethod
    def read(cls, path: Path) -> "Audio":
        """A WAV file. Raises wave.Error or EOFError where it is not whole."""
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

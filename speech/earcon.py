"""Two soft tones: up, the microphone is open; down, it is closed again."""

import numpy as np

from speech.audio import FULL, Audio

RATE = 22_050
LOUD = 0.15
"""Share of full scale: well under the voice."""
NOTES = {"open": (523.25, 659.25), "closed": (659.25, 523.25)}
"""Hz of the two tones (C5 and E5)."""
SECONDS = 0.09


def earcon(kind: str) -> Audio:
    """The tones for "open" or "closed", each with soft edges."""
    time = np.arange(int(RATE * SECONDS)) / RATE
    edges = np.sin(np.pi * time / SECONDS)
    tones = [np.sin(2 * np.pi * hertz * time) * edges for hertz in NOTES[kind]]
    return Audio.of(np.concatenate(tones) * LOUD * FULL, RATE)

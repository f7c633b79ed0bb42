"""Ears: sound in, words out, on this machine alone. An ear is anything with `hear`.

pip install 'gentle-recovery[ear]'
"""

from typing import Protocol

from speech.audio import Audio

RATE = 16_000
"""Hz that both recognisers want."""


class Ear(Protocol):
    """What an ear can do."""

    name: str

    def hear(self, sound: Audio) -> str:
        """The words of the sound, lower case; "" where there are none. The sound is any length, 16-bit mono."""


INSTALL = "Run: pip install 'gentle-recovery[ear]'"

"""The sound of an answer: rendered once, kept in memory by a hash of its words, addressed by a token that says nothing.

The token holds the answer's SSML, encrypted: whoever serves it needs the key and nothing else, so any copy of the service
answers for any other, and no address, history or log of a proxy shows what was asked.
"""

import hashlib
import io
import zlib
from collections import OrderedDict
from threading import Lock

import numpy as np
import soundfile
from cryptography.fernet import Fernet, InvalidToken

from speech.errors import SpeechError
from speech.voice import Voice

VALID = 900
"""Seconds for which a token can be played."""


class Sounds:
    """`key` is Fernet's, the same for every copy of a service; `most` bytes of sound are kept."""

    def __init__(self, voice: Voice, key: bytes | None = None, most: int = 64_000_000):
        self.voice, self.most = voice, most
        self.box = Fernet(key or Fernet.generate_key())
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def address(self, ssml: str) -> str:
        """Where the sound of the SSML can be had, for some minutes; "" for no words."""
        return f"/sound/{self.box.encrypt(zlib.compress(ssml.encode())).decode()}" if ssml else ""

    def play(self, token: str) -> bytes | None:
        """The sound behind a token as MP3; None for a token that is not ours, or is old."""
        try:
            ssml = zlib.decompress(self.box.decrypt(token.encode(), ttl=VALID)).decode()
        except (InvalidToken, ValueError, zlib.error):
            return None
        return self.mp3(ssml)

    def ready(self, ssml: str) -> bool:
        """Its sound is there already."""
        return _name(ssml) in self._kept

    def mp3(self, ssml: str) -> bytes | None:
        """The sound of the SSML, rendered or remembered; None where the voice cannot speak."""
        name = _name(ssml)
        with self._lock:
            if name in self._kept:
                self._kept.move_to_end(name)
                return self._kept[name]
        try:
            sound = self.voice.speak(ssml)
        except SpeechError:
            return None
        out = io.BytesIO()
        soundfile.write(out, sound.samples.astype(np.float32) / 32_768, sound.rate, format="MP3", subtype="MPEG_LAYER_III")
        self._keep(name, out.getvalue())
        return out.getvalue()

    def _keep(self, name: str, data: bytes) -> None:
        with self._lock:
            if name not in self._kept:
                self._kept[name] = data
                self._size += len(data)
            while self._size > self.most:
                self._size -= len(self._kept.popitem(last=False)[1])


def _name(ssml: str) -> str:
    return hashlib.sha256(ssml.encode()).hexdigest()

"""Voices: SSML in, sound out. A voice is anything with `speak` and `can`; the engine's is the default, the silent one is
for tests, and a neural one is in `speech/piper.py`."""

import platform
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from speech import engine
from speech.audio import Audio
from speech.ssml import Chunk, parse
from speech.ssml.abilities import EMPHASIS, LANGUAGE, PITCH, RATE, VOLUME, WHISPER

NORMAL_SPEED = 148
"""Words a minute asked of the engine at rate 100 %: measured over all our answers, rests included, it makes 164."""


@dataclass(frozen=True)
class Cue:
    """When a run of words is said, in seconds from the start."""

    text: str
    start: float
    end: float


@dataclass(frozen=True)
class Spoken:
    """A sound, and what is said when."""

    sound: Audio
    cues: tuple[Cue, ...] = ()


class Voice(Protocol):
    """What a voice can do."""

    can: frozenset[str]
    """What of the markup it honours, beside words and rests: names of `speech.ssml.abilities`."""

    def speak(self, ssml: str) -> Audio:
        """The SSML as sound. Raises SsmlError for markup that Alexa would not take."""

    def cued(self, ssml: str) -> Spoken:
        """The same, with what is said when."""


def spoken(ssml: str, say: Callable[[Chunk], Audio], rate: int) -> Spoken:
    """The chunks of the SSML one after the other, with exactly the rests that it asks for."""
    sound, cues = Audio(b"", rate), []
    for chunk in parse(ssml) if ssml else ():
        part = say(chunk).trimmed() if chunk.text else Audio(b"", rate)
        cues += [Cue(chunk.text, sound.seconds, sound.seconds + part.seconds)] if chunk.text else []
        sound += part.louder(chunk.gain) + Audio.silence(chunk.pause, part.rate)
    return Spoken(sound, tuple(cues))


class EngineVoice:
    """The system's speech engine, through pyttsx3. `name` is one of `engine.voices()`; "" is the default."""

    def __init__(self, name: str = "", words_a_minute: int = NORMAL_SPEED):
        self.name, self.words_a_minute = name, words_a_minute
        espeak = {PITCH, WHISPER, LANGUAGE} if platform.system() == "Linux" else set()
        self.can = frozenset({RATE, VOLUME, EMPHASIS} | espeak)

    def speak(self, ssml: str) -> Audio:
        return self.cued(ssml).sound

    def cued(self, ssml: str) -> Spoken:
        return spoken(ssml, self._say, Audio().rate)

    def _say(self, chunk: Chunk) -> Audio:
        name = self.name
        if chunk.language and LANGUAGE in self.can:
            name = engine.voice_for(chunk.language) or name
        if chunk.whispered and WHISPER in self.can:
            name = f"{(name or engine.default_voice()).partition('+')[0]}+whisper"
        return engine.render(chunk.text, round(self.words_a_minute * chunk.rate), name, chunk.pitch)


class SilentVoice:
    """Says nothing and remembers what it would have said."""

    can = frozenset({RATE, PITCH, VOLUME, EMPHASIS, LANGUAGE, WHISPER})

    def __init__(self) -> None:
        self.said: list[str] = []

    def speak(self, ssml: str) -> Audio:
        self.said.append(" ".join(chunk.text for chunk in parse(ssml)) if ssml else "")
        return Audio()

    def cued(self, ssml: str) -> Spoken:
        return Spoken(self.speak(ssml))

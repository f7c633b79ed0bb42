"""Voices: SSML in, sound out. A voice is anything with `speak`; the engine's is the default, the silent one is for tests."""

from typing import Protocol

from speech import engine
from speech.audio import Audio
from speech.ssml import Chunk, parse

NORMAL_SPEED = 165
"""Words a minute asked of the engine at rate 100 %. Comfortable synthetic speech is 150 to 200."""


class Voice(Protocol):
    """What a voice can do."""

    def speak(self, ssml: str) -> Audio:
        """The SSML as sound. Raises SsmlError for markup that cannot be spoken."""


class EngineVoice:
    """The system's speech engine, through pyttsx3. `name` is one of `engine.voices()`; "" is the default."""

    def __init__(self, name: str = "", words_a_minute: int = NORMAL_SPEED):
        self.name, self.words_a_minute = name, words_a_minute

    def speak(self, ssml: str) -> Audio:
        sound = Audio()
        for chunk in parse(ssml) if ssml else ():
            sound += self._say(chunk)
        return sound

    def _say(self, chunk: Chunk) -> Audio:
        spoken = engine.render(chunk.text, round(self.words_a_minute * chunk.rate), self.name)
        return spoken + Audio.silence(chunk.pause, spoken.rate)


class SilentVoice:
    """Says nothing and remembers what it would have said."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def speak(self, ssml: str) -> Audio:
        self.said.append(" ".join(chunk.text for chunk in parse(ssml)) if ssml else "")
        return Audio()

"""What can go wrong while speaking and rehearsing. Every message is one line: what is wrong, then what to do.

SpeechError
├── SsmlError      a response's markup cannot be spoken
├── VoiceError     there is no such voice, or the engine cannot be started
├── EarError       a recogniser or a sound file cannot be used
├── FileError      a file cannot be written
├── ScriptError    a dialogue file cannot be read
└── SkillError     the skill broke one of Alexa's rules for a response
"""

from pathlib import Path


class SpeechError(Exception):
    """Root of this package's errors."""


class SsmlError(SpeechError):
    """Raised where SSML is not well-formed, or holds a tag that Alexa does not take."""


class VoiceError(SpeechError):
    """Raised where a voice is unknown or an engine does not start."""


class EarError(SpeechError):
    """Raised where a recogniser is missing, or a sound cannot be read."""


class FileError(SpeechError):
    """Raised where a file cannot be written."""


class ScriptError(SpeechError):
    """Raised where a dialogue file is broken. Reads `file:line: what is wrong. what to do.`"""

    def __init__(self, file: Path, line: int, problem: str, fix: str):
        super().__init__(f"{file}:{line}: {problem}. {fix}.")


class SkillError(SpeechError):
    """Raised where a response is one that Alexa would refuse."""

"""SSML as Alexa takes it: read, checked, shown as a caption, and cut into chunks that a voice can say."""

from speech.ssml.caption import words
from speech.ssml.chunks import Chunk, parse
from speech.ssml.lint import Finding, lint, require

__all__ = ["Chunk", "Finding", "lint", "parse", "require", "words"]

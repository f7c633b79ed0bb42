"""What a response says, for the checks."""

import re
from typing import Any

from speech.screen import all_said
from speech.ssml import words

Json = dict[str, Any]


def said(answer: Json) -> str:
    """The words that are heard: those of the response, then those that a screen reads."""
    return _plain(all_said(answer.get("response") or {}))


def said_after_silence(answer: Json) -> str:
    """The words of the reprompt."""
    return _words((answer.get("response") or {}).get("reprompt") or {})


def asks(answer: Json) -> bool:
    """The speech ends with a question."""
    return said(answer).endswith("?")


def listens(answer: Json) -> bool:
    """The session stays open."""
    return (answer.get("response") or {}).get("shouldEndSession") is False


def closes(answer: Json) -> bool:
    """The session is closed, explicitly."""
    return (answer.get("response") or {}).get("shouldEndSession") is True


def topic(answer: Json) -> str:
    """The topic answered, as the session has it."""
    return (answer.get("sessionAttributes") or {}).get("topic") or ""


def sentences(text: str) -> list[str]:
    """The text, a sentence each."""
    return [part for part in re.split(r"(?<=[.?!])\s+", text) if part]


def _words(part: Json) -> str:
    return _plain((part.get("outputSpeech") or {}).get("ssml") or "")


def _plain(ssml: str) -> str:
    return words(ssml or "<speak/>").strip()

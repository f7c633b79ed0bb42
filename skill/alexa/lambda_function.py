"""AWS Lambda's entry point: `skill.alexa.lambda_function.handler`.

What stands here outside of functions runs once, while Lambda starts. The trained model is not among it: it costs more
than all the rest, and a launch, a "yes" or a topic that Alexa recognised itself needs none.
"""

import logging
import os
from typing import Any

from skill.alexa.reader import SPOKEN
from skill.alexa.skill import Envelope, build
from skill.content import load
from skill.conversation import State, compose, words
from skill.conversation.move import Move
from skill.rendering.ssml import speech

log = logging.getLogger("gentle")


os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
"""An instance answers one request at a time and has one core: numpy's second thread would only wait for the first."""


def understand(text: str) -> Move:
    """What a text means; the first call loads the model."""
    from skill.understanding import default

    return default().move(text)


_answer = build(understand, os.environ.get("SKILL_ID"))


def handler(envelope: Envelope, context: Any) -> Envelope:
    """Answers one request. Never raises: Lambda would log what was raised, and it may quote the request."""
    try:
        return _answer(envelope)
    except Exception as fault:
        log.error("a request could not be read: %s", type(fault).__name__)
        return {"version": "1.0", "response": _apology() if _wants_speech(envelope) else {}}


def _wants_speech(envelope: Envelope) -> bool:
    """Somebody is listening, and listening to this skill."""
    try:
        kind, asked = envelope["request"]["type"], envelope["context"]["System"]["application"]["applicationId"]
    except (KeyError, TypeError, IndexError):
        return False
    return kind in SPOKEN and asked == os.environ.get("SKILL_ID", asked)


def _apology() -> dict[str, Any]:
    reply = compose(load(), State(), (words.phrase("trouble"),))
    said, asked = ({"type": "SSML", "ssml": f"<speak>{speech(lines)}</speak>"} for lines in (reply.lines, reply.reprompt))
    return {"outputSpeech": said, "reprompt": {"outputSpeech": asked}, "shouldEndSession": False}

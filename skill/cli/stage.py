"""Putting the skill on its stage: a virtual device that talks to it, and the reply as the skill meant it."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import interaction_models
from skill.alexa.skill import build
from skill.content import load, require_locale
from skill.conversation import Reply, State, compose
from skill.conversation.move import Move
from skill.errors import UsageError
from skill.understanding import Understood, default
from speech.device import Device, Heard
from speech.nlu import SampleMatcher


@cache
def matcher(locale: str = "en-US") -> SampleMatcher:
    """Alexa's part of the understanding, from the committed interaction model of a locale."""
    path = Path(interaction_models.__file__).parent / f"{require_locale(locale)}.json"
    if not path.exists():
        raise UsageError("The interaction model is missing. Run: make model.")
    return SampleMatcher(json.loads(path.read_text(encoding="utf-8")))


class Witness:
    """Our understanding, with the last thing understood kept for whoever wants to show it."""

    last: Understood | None = None

    def move(self, text: str) -> Move:
        """What a text means."""
        self.last = default().understand(text)
        return self.last.move

    def understood(self, text: str) -> Understood:
        """How the text was understood: once, also where the device matched it to an intent by itself."""
        found, self.last = self.last, None
        return found or default().understand(text)


def device(locale: str = "en-US", screen: bool = False, witness: Witness | None = None) -> Device:
    """A virtual device with our skill behind it. Raises UsageError for a locale that is not ours."""
    return Device(build((witness or default()).move), matcher(locale), locale, screen)


def reply_behind(heard: Heard, locale: str) -> Reply:
    """The reply that a response was made from, by the parts that its state names: it knows the sources."""
    state = State.from_json(heard.attributes.get("state") or {})
    return compose(load(locale), state, state.last)


def as_json(text: str, heard: Heard, locale: str, understood: Understood) -> dict[str, Any]:
    """One answered question as the JSON object that `gentle ask --json` prints."""
    reply = reply_behind(heard, locale)
    return {
        "text": text,
        "topic": "clarify" if reply.candidates else heard.attributes.get("topic"),
        "score": round(understood.score, 4),
        "runner_up": understood.runner_up or None,
        "runner_up_score": round(understood.runner_up_score, 4),
        "rung": understood.rung,
        "candidates": list(reply.candidates),
        "intent": heard.intent,
        "ssml": heard.ssml,
        "caption": heard.text,
        "sources": list(reply.sources),
        "ends_session": heard.ends_session,
    }

"""Many people at once, as a function on Lambda meets them: sessions of a few turns, and requests that nobody should send."""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import interaction_models
from skill.scorecard.questions import read
from speech.envelope import Session, Slot

MODEL = json.loads((Path(interaction_models.__file__).parent / "en-US.json").read_text(encoding="utf-8"))
INTENTS = MODEL["interactionModel"]["languageModel"]["intents"]
LOCALES = ("en-US", "en-GB", "en-AU", "en-CA", "en-IN", "es-US", "fr-FR", "")
SHARES = {"launch": 15, "intent": 30, "question": 35, "ended": 6, "touched": 4, "fault": 2, "odd": 4, "garbage": 4}
"""What is sent, of a hundred requests."""
ODD = ("", " ", "🙂" * 50, "\x00\x1b[2J", "ﷺ ǅ ß", "why " * 2_000, "<speak>&amp;</speak>", "{topic}", "9" * 500)
SPEECHLESS = ("ended", "fault", "garbage")


class Crowd:
    """`request()` is what comes next; `heard(answer)` carries the conversation on."""

    def __init__(self, seed: int = 1, application: str = "amzn1.ask.skill.virtual"):
        self.random, self.application = Random(seed), application
        self.questions = [question.text for question in read()]
        self._arrive()

    def request(self) -> tuple[str, Any]:
        """The kind, a key of SHARES, and the request."""
        kind = self.random.choices(list(SHARES), list(SHARES.values()))[0]
        if kind == "launch":
            self._arrive()
        return kind, getattr(self, f"_{kind}")()

    def heard(self, answer: Any) -> None:
        """Ends the session where the answer does."""
        self.session.new = False
        self.session.attributes = answer.get("sessionAttributes") or {}
        if answer["response"].get("shouldEndSession", True):
            self._arrive()

    def _arrive(self) -> None:
        self.session = Session(self.random.choice(LOCALES), self.random.random() < 0.3, application=self.application)

    def _launch(self) -> Any:
        return self.session.launch()

    def _intent(self) -> Any:
        chosen = self.random.choice(INTENTS)
        slots = [Slot(slot["name"], self.random.choice(("", "d and c")), "", slot["type"]) for slot in chosen.get("slots", ())]
        return self.session.intent(chosen["name"], slots)

    def _question(self) -> Any:
        return self._asked(self.random.choice(self.questions))

    def _odd(self) -> Any:
        return self._asked(self.random.choice(ODD))

    def _asked(self, text: str) -> Any:
        return self.session.intent("QuestionIntent", [Slot("question", text, type="AMAZON.SearchQuery")])

    def _ended(self) -> Any:
        return self.session.ended(self.random.choice(("USER_INITIATED", "EXCEEDED_MAX_REPROMPTS", "ERROR")))

    def _touched(self) -> Any:
        return self._as({"type": "Alexa.Presentation.APL.UserEvent", "token": "t", "arguments": ["x"], "source": {}})

    def _fault(self) -> Any:
        error = {"type": "INVALID_RESPONSE", "message": "no"}
        return self._as({"type": "System.ExceptionEncountered", "error": error, "cause": {"requestId": "r"}})

    def _as(self, request: dict[str, Any]) -> Any:
        whole = self.session.launch()
        kept = {name: whole["request"][name] for name in ("requestId", "timestamp", "locale")}
        return whole | {"request": kept | request}

    def _garbage(self) -> Any:
        return self.random.choice(list(garbage(self.session.launch())))


def garbage(whole: dict[str, Any]) -> Iterator[Any]:
    """What is no request, or only half of one."""
    yield from ({}, [], None, 7, "launch", [[]], {"request": None}, {"request": {"type": "Nonsense"}})
    for part in ("request", "context", "session"):
        yield {name: value for name, value in whole.items() if name != part}
        yield whole | {part: "zanzibar whispers"}
        yield whole | {part: ["zanzibar whispers"]}
    yield whole | {"request": {"type": "zanzibar whispers"}}
    yield whole | {"request": whole["request"] | {"timestamp": "zanzibar whispers"}}
    yield whole | {"session": whole["session"] | {"attributes": {"state": {"last": "zanzibar whispers", "speed": 4}}}}


def problem(kind: str, answer: Any) -> str:
    """What is wrong with an answer, or ""."""
    if not isinstance(answer, dict) or not isinstance(answer.get("response"), dict):
        return f"{kind}: no response"
    if kind not in SPEECHLESS and not _speaks(answer["response"]):
        return f"{kind}: silence"
    return ""


def _speaks(response: Any) -> bool:
    """By itself, or through the screen's list."""
    commands = [command for directive in response.get("directives", ()) for command in directive.get("commands", ())]
    return "outputSpeech" in response or any(command["type"] == "SpeakList" for command in commands)

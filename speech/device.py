"""The virtual device: it keeps the session, sends what Alexa would send, and hears what comes back."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from speech.envelope import Json, Session
from speech.errors import SkillError, SsmlError
from speech.nlu import Match
from speech.screen import Shown, all_said, shown
from speech.ssml import require, words

Handler = Callable[[Json], Json]
Understanding = Callable[[str], Match]

LARGEST_RESPONSE = 24_000


@dataclass(frozen=True)
class Heard:
    """What came out of the speaker after one turn."""

    ssml: str = ""
    reprompt: str = ""
    ends_session: bool = True
    attributes: Json = field(default_factory=dict)
    intent: str = ""
    """The intent that was sent, or the request's type where there was none."""
    response: Json = field(default_factory=dict)
    shown: Shown | None = None
    """What came on the screen, if anything new did."""

    @property
    def text(self) -> str:
        """The words, without markup."""
        return words(self.ssml)

    @property
    def card(self) -> str:
        """The text of the card that was sent to the app, or ""."""
        return (self.response.get("card") or {}).get("content") or ""


class Device:
    """Holds conversations with one skill. Everything passes through JSON both ways, as over a network."""

    def __init__(self, handler: Handler, understanding: Understanding, locale: str = "en-US", screen: bool = False):
        self.handler, self.understanding = handler, understanding
        self.locale, self.screen = locale, screen
        self.session: Session | None = None
        self.silences = 0
        self.last = Heard()
        self.display: Shown | None = None
        """What is on the screen now."""

    @property
    def listening(self) -> bool:
        """The microphone is open."""
        return self.session is not None

    def open(self) -> Heard:
        """ "Alexa, open ..." """
        self.session = None
        return self._send(lambda session: session.launch(), "LaunchRequest")

    def say(self, text: str) -> Heard:
        """The person says something; in no session, it is a one-shot question ("Alexa, ask ...")."""
        name, slots = self.understanding(text)
        return self._send(lambda session: session.intent(name, slots), name)

    def touch(self, label: str) -> Heard:
        """The person touches what bears this text. Raises SkillError where nothing on the screen does."""
        arguments = self.display.touches.get(label) if self.display else None
        if self.display is None or arguments is None:
            raise SkillError(f"There is nothing to touch that says {label!r}.")
        token = self.display.token
        return self._send(lambda session: session.touch(token, arguments), "touch")

    def silence(self) -> Heard:
        """Eight seconds pass. First the device plays the reprompt by itself; then it ends the session."""
        if self.session is None:
            return Heard()
        self.silences += 1
        if self.silences == 1 and self.last.reprompt:
            return Heard(self.last.reprompt, self.last.reprompt, False, self.session.attributes, "silence")
        return self.leave("EXCEEDED_MAX_REPROMPTS")

    def leave(self, reason: str = "USER_INITIATED") -> Heard:
        """The session ends from the device's side; whatever the skill answers is not spoken."""
        heard = self._send(lambda session: session.ended(reason), "SessionEndedRequest")
        self.session = None
        if heard.ssml:
            raise SkillError("The skill spoke after SessionEndedRequest. Answer that request with an empty response.")
        return heard

    def _send(self, make: Callable[[Session], Json], intent: str) -> Heard:
        session = self.session or Session(self.locale, self.screen)
        request = json.loads(json.dumps(make(session)))
        answer = json.loads(json.dumps(self.handler(request)))
        heard = _heard(answer, intent, self.locale, self.screen)
        self.display = heard.shown or self.display
        self.silences, self.last = 0, heard
        session.new, session.attributes = False, heard.attributes
        self.session = None if heard.ends_session else session
        return heard


def _heard(answer: Json, intent: str, locale: str, screen: bool) -> Heard:
    response = answer.get("response") or {}
    directives = response.get("directives") or []
    if directives and not screen:
        raise SkillError("The skill sent something to show, and this device has no screen.")
    heard = Heard(
        ssml=all_said(response),
        reprompt=_ssml((response.get("reprompt") or {}).get("outputSpeech")),
        ends_session=response.get("shouldEndSession", True) is not False,
        attributes=answer.get("sessionAttributes") or {},
        intent=intent,
        response=response,
        shown=shown(directives),
    )
    for ssml in filter(None, (heard.ssml, heard.reprompt)):
        try:
            require(ssml, locale)
        except SsmlError as error:
            raise SkillError(f"Alexa would not speak this. {error}") from None
    size = len(json.dumps(answer).encode())
    if size > LARGEST_RESPONSE:
        raise SkillError(f"The response has {size} bytes; keep it under {LARGEST_RESPONSE}.")
    return heard


def _ssml(speech: dict[str, Any] | None) -> str:
    return (speech or {}).get("ssml") or ""

"""What is examined: one locale of the skill, with everything that Amazon would see of it."""

import json
import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from skill.alexa.intents import topic_intent
from skill.alexa.skill import build
from skill.content import Content, load
from skill.package.endpoint import endpoint, site
from skill.package.icon import ASSETS
from skill.package.manifest import manifest
from skill.package.models import model
from skill.understanding import default
from speech.device import Device
from speech.envelope import Session, Slot
from speech.nlu import SEARCH, SampleMatcher

Json = dict[str, Any]
Handler = Callable[[Json], Json]

DOOR = "https://recovery.example.org/alexa"
"""Where requests would go; only the form of the address is examined."""
SKILL = "amzn1.ask.skill.00000000-0000-0000-0000-000000000000"
STATES = {"at once": (), "opened": ("",), "after an answer": ("", "GriefIntent"), "after danger": ("", "UrgentPhysicalIntent")}
"""Where each intent is tried: the intents before it, "" being the launch."""


@dataclass(frozen=True)
class Step:
    """One request of the walk, what came back, and how long it took."""

    where: str
    request: Json
    answer: Json
    seconds: float


@dataclass(frozen=True)
class Subject:
    """One locale. Each part can be replaced, so that every check can be shown something broken."""

    locale: str
    content: Content
    model: Json
    manifest: Json
    skill: Handler
    match: SampleMatcher
    icons: Path = ASSETS
    door: Callable[[], Any] = field(default=lambda: _service())
    """Makes a client of the service."""

    @property
    def published(self) -> Json:
        """What the store shows in this locale."""
        return self.manifest["manifest"]["publishingInformation"]["locales"][self.locale]

    @property
    def intents(self) -> dict[str, Json]:
        """The model's intents by name."""
        return {intent["name"]: intent for intent in self.model["interactionModel"]["languageModel"]["intents"]}

    @property
    def utterances(self) -> int:
        """How many samples the model has."""
        return sum(len(intent["samples"]) for intent in self.intents.values())

    def device(self, screen: bool = False) -> Device:
        """A new device that talks to the skill."""
        return Device(self.skill, self.match, self.locale, screen)

    def session(self, *before: str, screen: bool = False) -> Session:
        """A session in which these intents were answered; "" is the launch."""
        session = Session(self.locale, screen)
        for name in before:
            answer = self.skill(session.intent(name, []) if name else session.launch())
            session.new, session.attributes = False, answer.get("sessionAttributes") or {}
        return session

    def asked(self, intent: str, *before: str, **slots: str) -> Json:
        """The answer to one intent after others; a slot given has this text, unresolved."""
        return self.skill(self.session(*before).intent(intent, [Slot(name, text, type=SEARCH) for name, text in slots.items()]))

    @cached_property
    def walk(self) -> tuple[Step, ...]:
        """Every intent in every state of STATES, with its slots empty, and the launch."""
        return tuple(self._steps(screen=False))

    @cached_property
    def walk_on_a_screen(self) -> tuple[Step, ...]:
        """The same on a device with a screen."""
        return tuple(self._steps(screen=True))

    def _steps(self, screen: bool) -> Iterator[Step]:
        for where, before in STATES.items():
            session = self.session(*before, screen=screen)
            requests = {"launch": session.launch()} | {name: session.intent(name, self._slots(name)) for name in self.intents}
            for name, request in requests.items():
                start = time.perf_counter()
                answer = self.skill(request)
                yield Step(f"{name}, {where}", request, answer, time.perf_counter() - start)

    def _slots(self, name: str) -> list[Slot]:
        return [Slot(slot["name"], type=slot["type"]) for slot in self.intents[name].get("slots", ())]

    def topic_intents(self) -> dict[str, str]:
        """Topic id to intent, without the safety topics."""
        return {topic: topic_intent(topic) for topic in self.content.topics}


def _service() -> Any:
    from skill.web.app import Parts, create_app
    from skill.web.sound import Sounds
    from skill.web.verify import Verifier
    from speech.voice import SilentVoice

    app = create_app(Parts(default(), Sounds(SilentVoice()), verifier=Verifier(SKILL), skill_id=SKILL))
    return app.test_client()


def subject(locale: str) -> Subject:
    """The skill in this locale, as it is published. Raises UsageError for a locale without content."""
    default().move("a question")  # read now, so that no request of the walk waits for it
    logging.getLogger("gentle").addHandler(logging.NullHandler())
    ours = model(locale)
    store = manifest((locale,), endpoint(DOOR), site("", DOOR))
    return Subject(locale, load(locale), ours, store, over_the_wire(build(default().move)), SampleMatcher(ours))


def over_the_wire(skill: Handler) -> Handler:
    """The skill as Alexa sees it: plain JSON, there and back."""
    return lambda request: json.loads(json.dumps(skill(json.loads(json.dumps(request)))))

"""The skill itself, as one function: an Alexa request envelope goes in, a response envelope comes out, both plain JSON."""

import json
from collections.abc import Callable
from typing import Any

from ask_sdk_core.skill import CustomSkill
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_model import RequestEnvelope

from skill.alexa.can_fulfill import CanFulfillHandler
from skill.alexa.handlers import HANDLERS, FallbackHandler, LaunchHandler, SilentHandler, TouchHandler, Trouble, Unhandled
from skill.alexa.moves import Understand
from skill.alexa.reader import Reader

Envelope = dict[str, Any]


def builder(understand: Understand, skill_id: str | None = None) -> SkillBuilder:
    """The SDK's builder with all our handlers. With `skill_id`, requests meant for another skill are refused."""
    skill = SkillBuilder()
    skill.skill_id = skill_id
    first = (LaunchHandler(), CanFulfillHandler(understand), SilentHandler(), TouchHandler())
    handlers = (*first, *(make(understand) for make in HANDLERS), FallbackHandler(), Unhandled())
    for handler in handlers:
        skill.add_request_handler(handler)
    skill.add_exception_handler(Trouble())
    return skill


def custom_skill(understand: Understand, skill_id: str | None = None) -> CustomSkill:
    """The SDK's skill, which reads requests of unknown types, too."""
    skill = builder(understand, skill_id).create()
    skill.serializer = Reader()
    return skill


def build(understand: Understand, skill_id: str | None = None) -> Callable[[Envelope], Envelope]:
    """The skill as a function of one envelope."""
    skill = custom_skill(understand, skill_id)

    def handle(envelope: Envelope) -> Envelope:
        request = skill.serializer.deserialize(json.dumps(envelope), RequestEnvelope)
        return skill.serializer.serialize(skill.invoke(request, None))

    return handle

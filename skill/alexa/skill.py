"""The skill itself, as one function: an Alexa request envelope goes in, a response envelope comes out, both plain JSON.

`handler` at the end is the entry point for AWS Lambda.
"""

from collections.abc import Callable
from typing import Any

from ask_sdk_core.skill_builder import SkillBuilder

from skill.alexa.handlers import HANDLERS, FallbackHandler, LaunchHandler, SilentHandler, TouchHandler, Trouble, Unhandled
from skill.alexa.moves import Understand

Envelope = dict[str, Any]


def builder(understand: Understand, skill_id: str | None = None) -> SkillBuilder:
    """The SDK's builder with all our handlers. With `skill_id`, requests meant for another skill are refused."""
    skill = SkillBuilder()
    skill.skill_id = skill_id
    first = (LaunchHandler(), SilentHandler(), TouchHandler())
    handlers = (*first, *(make(understand) for make in HANDLERS), FallbackHandler(), Unhandled())
    for handler in handlers:
        skill.add_request_handler(handler)
    skill.add_exception_handler(Trouble())
    return skill


def build(understand: Understand, skill_id: str | None = None) -> Callable[[Envelope], Envelope]:
    """The skill as a function of one envelope."""
    handle = builder(understand, skill_id).lambda_handler()
    return lambda envelope: handle(envelope, None)


def handler(envelope: Envelope, context: Any) -> Envelope:
    """AWS Lambda's entry point: `skill.alexa.skill.handler`."""
    from skill.understanding import default

    return build(default().move)(envelope)

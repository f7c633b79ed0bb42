"""From an Alexa intent to a move."""

from collections.abc import Callable

from ask_sdk_model import IntentRequest, Slot
from ask_sdk_model.slu.entityresolution import StatusCode

from skill.alexa.intents import BUILT_IN, FALLBACK, FOLLOW_UPS, QUESTION, VERBS, topic_intent
from skill.content import Content
from skill.conversation.move import Ask, Danger, FollowUp, Move, NotUnderstood, Verb

Understand = Callable[[str], Move]
"""A person's words in, what they want out."""
LONGEST = 2_000
"""Characters of a question that are read."""


def move_for(request: IntentRequest, content: Content, understand: Understand) -> Move | None:
    """The move that an intent request asks for; None for an intent that we do not have."""
    name = request.intent.name
    if name in BUILT_IN or name in VERBS:
        return Verb(BUILT_IN.get(name) or VERBS[name])
    if name in FOLLOW_UPS:
        return FollowUp(FOLLOW_UPS[name], kinds_in(request))
    if name == FALLBACK:
        return NotUnderstood()
    if name == QUESTION:
        return understand(heard_in(request))
    return _topic_move(name, content, kinds_in(request))


def kinds_in(request: IntentRequest) -> tuple[str, ...]:
    """The kinds of loss and treatments in the slots, as our own ids; what Alexa could not resolve is left out."""
    found = (resolved(slot) for name, slot in sorted((request.intent.slots or {}).items()) if name in ("kind", "treatment"))
    return tuple(filter(None, found))


def resolved(slot: Slot) -> str:
    """The id of the first value that any authority matched, or ""."""
    authorities = (slot.resolutions and slot.resolutions.resolutions_per_authority) or ()
    for authority in authorities:
        if authority.status and authority.status.code == StatusCode.ER_SUCCESS_MATCH and authority.values:
            return authority.values[0].value.id or ""
    return ""


def heard_in(request: IntentRequest) -> str:
    """The words that the search slot caught, as far as we read them."""
    slot = (request.intent.slots or {}).get("question")
    return ((slot and slot.value) or "")[:LONGEST]


def _topic_move(name: str, content: Content, kinds: tuple[str, ...]) -> Move | None:
    for topic in content.topics:
        if topic_intent(topic) == name:
            return Ask(topic, kinds)
    for topic in content.safety:
        if topic_intent(topic) == name:
            return Danger(topic)
    return None

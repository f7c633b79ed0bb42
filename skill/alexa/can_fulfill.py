"""Alexa asks beforehand whether we could answer somebody who named no skill. The truth, and nothing else happens.

YES only for a topic of ours whose slots are all understood. MAYBE for a whole question that our understanding takes for
a topic: it may be wrong. NO for the rest: verbs mean nothing before a conversation, and who is in danger is better
served by whatever Alexa itself does than by a skill that they did not ask for.
"""

from ask_sdk_core.dispatch_components import AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.utils import is_request_type
from ask_sdk_model import IntentRequest, Response, Slot
from ask_sdk_model.canfulfill import (
    CanFulfillIntent,
    CanFulfillIntentValues,
    CanFulfillSlot,
    CanFulfillSlotValues,
    CanUnderstandSlotValues,
)

from skill.alexa.intents import QUESTION
from skill.alexa.moves import Understand, move_for, resolved
from skill.alexa.reader import BEFOREHAND
from skill.content import load
from skill.conversation.move import Ask

Answer = CanFulfillIntentValues


class CanFulfillHandler(AbstractRequestHandler):
    """No speech, no state, no side effect."""

    def __init__(self, understand: Understand):
        self.understand = understand

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return is_request_type(BEFOREHAND)(handler_input)

    def handle(self, handler_input: HandlerInput) -> Response:
        said = answer_to(handler_input.request_envelope.request, self.understand)
        return handler_input.response_builder.set_can_fulfill_intent(said).response


def cannot(handler_input: HandlerInput) -> Response:
    """The answer where something went wrong."""
    return handler_input.response_builder.set_can_fulfill_intent(CanFulfillIntent(can_fulfill=Answer.NO)).response


def answer_to(request: IntentRequest, understand: Understand) -> CanFulfillIntent:
    """Whether we answer this intent, and what we make of each slot that holds something."""
    if not request.intent or not request.intent.name:
        return CanFulfillIntent(can_fulfill=Answer.NO)
    name = request.intent.name
    ours = isinstance(move_for(request, load(request.locale or ""), understand), Ask)
    if name == QUESTION:
        return CanFulfillIntent(can_fulfill=Answer.MAYBE if ours else Answer.NO)
    filled = {key: slot for key, slot in (request.intent.slots or {}).items() if slot.value}
    slots = {key: _slot(slot, ours) for key, slot in filled.items()}
    understood = all(resolved(slot) for slot in filled.values())
    return CanFulfillIntent(can_fulfill=Answer.YES if ours and understood else Answer.NO, slots=slots or None)


def _slot(slot: Slot, ours: bool) -> CanFulfillSlot:
    known = bool(resolved(slot))
    return CanFulfillSlot(
        can_understand=CanUnderstandSlotValues.YES if known else CanUnderstandSlotValues.NO,
        can_fulfill=CanFulfillSlotValues.YES if known and ours else CanFulfillSlotValues.NO,
    )

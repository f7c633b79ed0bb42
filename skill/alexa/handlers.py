"""Request handlers, in the order in which they are asked. Each turns its request into a move; `converse` does the rest."""

import logging

from ask_sdk_core.dispatch_components import AbstractExceptionHandler, AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.utils import get_intent_name, is_intent_name, is_request_type
from ask_sdk_model import Response

from skill.alexa import screen
from skill.alexa.can_fulfill import cannot
from skill.alexa.intents import BUILT_IN, FALLBACK, FOLLOW_UPS, QUESTION, VERBS, topic_intent
from skill.alexa.moves import Understand, move_for
from skill.alexa.reader import BEFOREHAND, SPOKEN
from skill.alexa.respond import card, respond, state_of
from skill.alexa.screen.touch import move_of
from skill.content import load
from skill.conversation import compose, turn, words
from skill.conversation.move import Launch, Move, NotUnderstood

log = logging.getLogger("gentle")


def converse(handler_input: HandlerInput, move: Move) -> Response:
    """One turn of the conversation."""
    content = load(handler_input.request_envelope.request.locale or "")
    state, reply = turn(content, state_of(handler_input), move)
    response = respond(handler_input, state, reply)
    if reply.card:
        response.card = card(content, reply)
    if screen.has_screen(handler_input):
        screen.show(handler_input, content, reply)
    return response


class LaunchHandler(AbstractRequestHandler):
    """Opened without a question."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return is_request_type("LaunchRequest")(handler_input)

    def handle(self, handler_input: HandlerInput) -> Response:
        return converse(handler_input, Launch())


class SilentHandler(AbstractRequestHandler):
    """The session is over, or a message about a fault or an event; nothing may be said."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return handler_input.request_envelope.request.object_type not in SPOKEN

    def handle(self, handler_input: HandlerInput) -> Response:
        return handler_input.response_builder.response


class _IntentHandler(AbstractRequestHandler):
    """Base of the handlers for our intents: `names` are its own."""

    def __init__(self, understand: Understand):
        self.understand = understand
        self.names = self.intents()

    def intents(self) -> frozenset[str]:
        raise NotImplementedError

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return is_request_type("IntentRequest")(handler_input) and get_intent_name(handler_input) in self.names

    def handle(self, handler_input: HandlerInput) -> Response:
        request = handler_input.request_envelope.request
        content = load(request.locale or "")
        return converse(handler_input, move_for(request, content, self.understand) or NotUnderstood())


class TopicHandler(_IntentHandler):
    """A question that Alexa itself recognised as one of our topics, danger signs included."""

    def intents(self) -> frozenset[str]:
        content = load()
        return frozenset(topic_intent(topic) for topic in (*content.topics, *content.safety))


class NavigationHandler(_IntentHandler):
    """Moving about: Alexa's built-in intents and our own verbs."""

    def intents(self) -> frozenset[str]:
        return frozenset((*BUILT_IN, *VERBS))


class FollowUpHandler(_IntentHandler):
    """A question about the answer at hand."""

    def intents(self) -> frozenset[str]:
        return frozenset(FOLLOW_UPS)


class QuestionHandler(_IntentHandler):
    """A whole question in the person's own words."""

    def intents(self) -> frozenset[str]:
        return frozenset((QUESTION,))


class TouchHandler(AbstractRequestHandler):
    """Something on the screen was touched: the same move as the words on it."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return is_request_type("Alexa.Presentation.APL.UserEvent")(handler_input)

    def handle(self, handler_input: HandlerInput) -> Response:
        request = handler_input.request_envelope.request
        move = move_of(load(request.locale or ""), request.arguments)
        return converse(handler_input, move or NotUnderstood())


class FallbackHandler(AbstractRequestHandler):
    """Alexa could make nothing of it."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return is_intent_name(FALLBACK)(handler_input)

    def handle(self, handler_input: HandlerInput) -> Response:
        return converse(handler_input, NotUnderstood())


class Unhandled(AbstractRequestHandler):
    """Anything else, an intent that we do not know included. Last in the list, so that no request goes unanswered."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return True

    def handle(self, handler_input: HandlerInput) -> Response:
        return converse(handler_input, NotUnderstood())


class Trouble(AbstractExceptionHandler):
    """A fault of ours: an apology, and the conversation stays where it was. Logs the fault's kind, never its text.

    Where Alexa takes no speech nothing is said; where it asks beforehand whether we could answer, we could not.
    """

    def can_handle(self, handler_input: HandlerInput, exception: Exception) -> bool:
        return True

    def handle(self, handler_input: HandlerInput, exception: Exception) -> Response:
        log.error("a request failed: %s", type(exception).__name__)
        kind = getattr(handler_input.request_envelope.request, "object_type", None)
        if kind not in SPOKEN:
            return cannot(handler_input) if kind == BEFOREHAND else handler_input.response_builder.response
        content = load()
        state = state_of(handler_input)
        return respond(handler_input, state, compose(content, state, (words.phrase("trouble"),)))


HANDLERS = (TopicHandler, NavigationHandler, FollowUpHandler, QuestionHandler)

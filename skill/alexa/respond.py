"""From a reply to an Alexa response."""

from typing import Any

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response
from ask_sdk_model.ui import SimpleCard

from skill.content import Content
from skill.content.screen import load_screen
from skill.conversation import Reply, State
from skill.rendering.ssml import speech


def respond(handler_input: HandlerInput, state: State, reply: Reply) -> Response:
    """The reply as a response: the session stays open, with a reprompt, if and only if the reply asks something."""
    builder = handler_input.response_builder
    if reply.lines:
        builder.speak(speech(reply.lines, reply.speed))
    if reply.asks:
        builder.ask(speech(reply.reprompt, reply.speed))
    else:
        builder.set_should_end_session(True)
    if handler_input.request_envelope.session is not None:
        handler_input.attributes_manager.session_attributes = {"topic": reply.topic, "state": state.to_json()}
    return builder.response


def state_of(handler_input: HandlerInput) -> State:
    """Where the conversation stands, from the session; a new one where there is no session."""
    session = handler_input.request_envelope.session
    attributes: dict[str, Any] = (session and session.attributes) or {}
    return State.from_json(attributes.get("state") or {})


def card(content: Content, reply: Reply) -> SimpleCard:
    """The card that was asked for: a neutral title, and the caption of that answer."""
    return SimpleCard(load_screen(content.locale).title, " ".join(line.text for line in reply.card))

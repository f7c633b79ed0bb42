"""One turn for the phone: plain JSON in, plain JSON out. Keeps nothing; the conversation's state travels with the person."""

from typing import Any

import msgspec

from skill.content import Content, load
from skill.conversation import State, compose, turn, words
from skill.conversation.move import CannotSend, Launch, Silence, Verb
from skill.conversation.reply import Reply
from skill.conversation.state import LONGEST_TRAIL
from skill.rendering.helplines import helplines
from skill.rendering.ssml import RATES, speech
from skill.understanding import Understanding

LONGEST = 2_000
"""Characters of a question that are read."""


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is asked. No question opens a conversation; an empty one is a silence."""

    question: str | None = None
    state: dict[str, Any] = {}
    """The `state` of the answer before; none for a new conversation."""
    locale: str = "en-US"


def reply_to(asked: Question, understanding: Understanding) -> tuple[Content, State, Reply]:
    """The conversation's next state and reply. Never raises for anything in `asked`."""
    content = load(asked.locale)
    state = known(content, asked.state)
    if asked.question is None:
        return content, *turn(content, state, Launch())
    text = asked.question[:LONGEST].strip()
    move = understanding.move(text) if text else Silence()
    return content, *turn(content, state, CannotSend() if move == Verb("send") else move)


def known(content: Content, data: dict[str, Any]) -> State:
    """The state, if it is one that we could have given; else a new conversation."""
    state = State.from_json(data)
    shaped = (
        state.speed in RATES
        and 0 <= state.menu <= len(content.menu)
        and len(state.trail) <= LONGEST_TRAIL
        and all(part.startswith((words.TOPIC, words.SAFETY)) for part in (state.at or words.TOPIC, *state.trail))
        and (state.danger or words.SAFETY).startswith(words.SAFETY)
        and (state.danger or not any(part.startswith(words.SAFETY) for part in _parts(state)))
    )
    try:
        compose(content, state, tuple(filter(None, (*_parts(state), state.danger))))
    except (KeyError, IndexError, ValueError, AttributeError):
        return State()
    return state if shaped else State()


def _parts(state: State) -> tuple[str, ...]:
    return (*state.last, state.at, *state.trail, *state.card)


def as_json(content: Content, state: State, reply: Reply) -> dict[str, Any]:
    """The answer, as the JSON door gives it."""
    return {
        "topic": "clarify" if reply.candidates else reply.topic,
        "candidates": list(reply.candidates),
        "caption": reply.caption,
        "sentences": [{"text": line.text, "sources": list(line.paragraphs)} for line in reply.lines],
        "ssml": f"<speak>{speech(reply.lines, reply.speed)}</speak>" if reply.lines else "",
        "reprompt": " ".join(line.text for line in reply.reprompt),
        "listens": reply.asks,
        "clear": reply.clear,
        "speed": reply.speed,
        "urgent": reply.topic in content.safety,
        "helplines": dialled(content, reply),
        "state": state.to_json(),
    }


def dialled(content: Content, reply: Reply) -> list[dict[str, str]]:
    """The telephone numbers of the reply, the emergency number first, as a phone shows and dials them."""
    return [
        {"name": name, "say": line.say, "number": line.number, "tel": f"tel:{''.join(filter(str.isdigit, line.number))}"}
        for name, line in helplines(content, reply)
    ]

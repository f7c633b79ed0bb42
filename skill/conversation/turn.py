"""One turn: a state and a move go in, a state and a reply come out. Pure: no SDK, no clock, no file, nothing kept.

A conversation is a fold of `turn` over moves, so any point in it can be rebuilt from them.
"""

from skill.content import Content
from skill.conversation import misses, navigation, words
from skill.conversation.move import (
    Ask,
    CannotSend,
    Clarify,
    Danger,
    FollowUp,
    Launch,
    Move,
    NotUnderstood,
    OutOfScope,
    Silence,
    Verb,
)  # fmt: skip
from skill.conversation.reply import Line, Reply
from skill.conversation.routes import Turn, ask, danger, follow_up, say
from skill.conversation.state import State


def turn(content: Content, state: State, move: Move) -> tuple[State, Reply]:
    """What we say to this move, and where the conversation stands then."""
    if not isinstance(move, Silence):
        state = state.but(silences=0)
    if not isinstance(move, OutOfScope | NotUnderstood | Silence):
        state = state.but(misses=0)
    before = state
    state, parts = _route(content, state, move)
    if words.phrase("send_ask") not in state.last:
        state = state.but(card=())
    card = before.card if words.phrase("sent") in parts else ()
    reply = compose(content, state, parts, clear=move == Verb("hide"), card=card)
    return (state if reply.asks else state.but(misses=0, silences=0)), reply


def compose(content: Content, state: State, parts: tuple[str, ...], clear: bool = False, card: tuple[str, ...] = ()) -> Reply:
    """The reply that says these parts, and sends a card that holds those."""
    lines = _lines(content, parts)
    question = parts[-1] if parts else ""
    return Reply(
        lines=lines,
        reprompt=words.reprompt(content, question) if question else (),
        topic=topic_of(parts),
        speed=state.speed,
        clear=clear,
        candidates=words.named(question) if question.startswith("phrase:which_topic") else (),
        card=_lines(content, card),
    )


def _lines(content: Content, parts: tuple[str, ...]) -> tuple[Line, ...]:
    return tuple(line for part in parts for line in words.say(content, part))


def topic_of(parts: tuple[str, ...]) -> str | None:
    """The contract's id for what these parts answer."""
    for part in parts:
        sort, name, _ = words.fields(part)
        if sort in (words.TOPIC, words.SAFETY):
            return name
        if name.startswith(("out_of_scope", "not_understood")):
            return "out_of_scope"
    return None


def _route(content: Content, state: State, move: Move) -> Turn:
    match move:
        case Launch():
            return say(State(), words.phrase("welcome"))
        case Danger(topic, partner):
            return danger(state, topic, partner)
        case Ask():
            return ask(content, state.but(partner=move.partner or state.partner), move)
        case FollowUp():
            return follow_up(content, state, move)
        case Clarify(candidates):
            return say(state, words.phrase("which_topic", *candidates))
        case OutOfScope() | NotUnderstood() | Silence():
            return misses.missed(content, state, move)
        case CannotSend():
            return say(state, words.phrase("cannot_send"))
        case Verb(name):
            return navigation.ROUTES[name](content, state)

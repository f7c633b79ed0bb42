"""The conversation itself. `turn(content, state, move)` is all that a face needs."""

from skill.conversation import words
from skill.conversation.reply import Line, Reply
from skill.conversation.state import State
from skill.conversation.turn import compose, turn

__all__ = ["Line", "Reply", "State", "compose", "turn", "words"]

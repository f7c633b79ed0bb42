"""Where a conversation stands: a small frozen value of plain JSON, holding names of ours and nothing that was asked."""

from typing import Annotated, Any

import msgspec

LONGEST_TRAIL = 6

Count = Annotated[int, msgspec.Meta(ge=0)]


class State(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """`State()` is a conversation in which nothing has been said yet."""

    last: tuple[str, ...] = ()
    """The parts of the last reply (see words.py): what "repeat" says again, and which question is open."""
    at: str = ""
    """The answer the conversation is at, as a part; "more", "shorter" and follow-ups refer to it."""
    trail: tuple[str, ...] = ()
    """The answers before it, oldest first: what "go back" goes back to."""
    brief: bool = False
    partner: bool = False
    speed: str = "normal"
    menu: Count = 0
    """How many topics the spoken list has named."""
    misses: Count = 0
    silences: Count = 0
    disclaimed: bool = False
    danger: str = ""
    """The safety part that came up in this session, if any; nothing else is offered after it."""
    card: tuple[str, ...] = ()
    """The parts of the answer that a card would hold, while we ask whether to send it."""

    def to_json(self) -> dict[str, Any]:
        """A dict of strings, numbers, lists and booleans, without what is at its default."""
        return msgspec.to_builtins(self)

    @classmethod
    def from_json(cls, data: Any) -> "State":
        """The state that `to_json` wrote. Anything else, however mangled, is a new conversation, never an error."""
        try:
            return msgspec.convert(data, cls, strict=True)
        except msgspec.ValidationError:
            return cls()

    def going_to(self, part: str) -> "State":
        """The state at another answer, with the present one on the trail."""
        if part == self.at:
            return self
        trail = (*self.trail, self.at)[-LONGEST_TRAIL:] if self.at else self.trail
        return self.but(at=part, trail=trail)

    def but(self, **changes: Any) -> "State":
        """A copy with some fields changed."""
        return msgspec.structs.replace(self, **changes)

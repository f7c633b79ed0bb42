"""`hearing.yaml`: what helps a recogniser to hear our words."""

from functools import cache

import msgspec

from skill.content import HERE
from skill.content.marked import Marked


class Hearing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The prompt of a recogniser that takes one, and pronunciations (word to ARPAbet) for one that has a dictionary."""

    prompt: str
    pronunciations: dict[str, str]


@cache
def load_hearing() -> Hearing:
    """Raises ContentError, with file and line, where the file is broken."""
    return Marked(HERE / "en" / "hearing.yaml").as_type(Hearing)

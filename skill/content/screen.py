"""`screen.yaml`: the few words that a screen or a card shows beside what is said."""

from functools import cache

import msgspec

from skill.content import FIRST, HERE, locales
from skill.content.marked import Marked


class Screen(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Neutral words: a screen is seen from across the room, and a card stays in an app that others use."""

    title: str
    touch: dict[str, str]
    """A verb of the conversation, and what is touched for it."""
    lines: dict[str, str]
    """A helpline's name, and what stands above its number."""


@cache
def load_screen(locale: str = "en-US") -> Screen:
    """The words in the locale's language, or in English. Raises ContentError, with file and line, where a file is broken."""
    path = HERE / locales.language(locale) / "screen.yaml"
    return Marked(path if path.exists() else HERE / FIRST / "screen.yaml").as_type(Screen)

"""Renders the likeliest answers before they are asked for, while nobody waits, so that they are heard at once."""

from collections.abc import Iterator
from threading import Event, Thread

from skill.content import LOCALES, load
from skill.conversation import State, turn
from skill.conversation.move import Ask, Danger, Launch
from skill.web.answer import as_json
from skill.web.sound import Sounds

REST = 0.05
"""Seconds between two of them, for whoever asks meanwhile."""


def likely(locale: str = LOCALES[0]) -> Iterator[str]:
    """The SSML of what people hear first: help in danger, each answer as a first one, and each after another."""
    content = load(locale)
    opened, _ = turn(content, State(), Launch())
    later, _ = turn(content, opened, Ask(content.menu[0]))
    moves = [*map(Danger, content.safety), *map(Ask, content.topics)]
    for state in (opened, later):
        for move in moves:
            yield as_json(content, *turn(content, state, move))["ssml"]


class Ahead(Thread):
    """Renders until it is done or stopped."""

    def __init__(self, sounds: Sounds):
        super().__init__(daemon=True)
        self.sounds, self._stop_now = sounds, Event()

    def run(self) -> None:
        for ssml in likely():
            if self._stop_now.wait(REST):
                return
            self.sounds.mp3(ssml)

    def stop(self) -> None:
        """Ends after the answer that is being rendered."""
        self._stop_now.set()
        self.join(5)

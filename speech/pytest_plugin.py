"""A pytest fixture with which a test reads as a conversation. Works for any skill.

In conftest.py:

    pytest_plugins = ["speech.pytest_plugin"]

    @pytest.fixture
    def device():                                   # your skill on a virtual device
        return Device(handler, understanding)

In a test:

    def test_a_first_visit(talk):
        talk.open()
        talk.hears("what would you like to know")   # these words, in upper or lower case
        talk.ask("when can we have sex again")
        talk.hears("2 weeks", "bleeding")
        talk.does_not_hear("tampons")
        talk.topic("sex_timing")                    # the session attribute
        talk.listens()                              # the microphone is open
        talk.silence()                              # eight seconds pass
        talk.ask("stop")
        talk.is_over()

A failure shows the whole dialogue up to there.
"""

import pytest

from speech.device import Device, Heard


class Talk:
    """One conversation with a device. What is heard is compared without regard to case and double spaces."""

    def __init__(self, device: Device):
        self.device, self.lines, self.heard = device, [], Heard()

    def open(self) -> Heard:
        """The person opens the skill by name."""
        return self._keep("(opens the skill)", self.device.open())

    def ask(self, text: str) -> Heard:
        """The person says something."""
        return self._keep(text, self.device.say(text))

    def silence(self) -> Heard:
        """The person says nothing for eight seconds."""
        return self._keep("(silence)", self.device.silence())

    def hears(self, *words: str) -> None:
        """Fails unless each of the words was heard in the last turn."""
        for each in words:
            self._check(_plain(each) in _plain(self.heard.text), f"{each!r} was not heard")

    def does_not_hear(self, *words: str) -> None:
        """Fails if one of the words was heard in the last turn."""
        for each in words:
            self._check(_plain(each) not in _plain(self.heard.text), f"{each!r} was heard")

    def topic(self, topic: str | None) -> None:
        """Fails unless the session attribute `topic` is this."""
        found = self.heard.attributes.get("topic")
        self._check(found == topic, f"the topic is {found}, not {topic}")

    def listens(self) -> None:
        """Fails unless the microphone is open."""
        self._check(self.device.listening, "the microphone is closed")

    def is_over(self) -> None:
        """Fails unless the session has ended."""
        self._check(not self.device.listening, "the microphone is open")

    def _keep(self, said: str, heard: Heard) -> Heard:
        self.lines += [f"  > {said}", f"    {heard.text or '(nothing is said)'}"]
        self.heard = heard
        return heard

    def _check(self, good: bool, problem: str) -> None:
        __tracebackhide__ = True
        if not good:
            pytest.fail("\n".join([problem, "the dialogue up to here:", *self.lines]), pytrace=False)


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


@pytest.fixture
def talk(device: Device) -> Talk:
    """A conversation with the skill that the `device` fixture holds."""
    return Talk(device)

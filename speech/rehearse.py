"""Rehearse dialogues: YAML scripts in, an account of what differed out.

A file holds a list of dialogues:

    - dialogue: what it shows, in a few words
      locale: en-US                 # optional
      screen: true                  # optional: a device with a screen
      turns:
      - open: true                  # "Alexa, open ..."; or `silence: true`, `leave: true`, `say: ...`, `touch: ...`
      - say: when can we have sex again
        topic: sex_timing           # session attribute `topic`; null after a standing phrase
        must: [2 weeks, bleeding]   # words that must be heard, upper or lower case
        must_not: [tampons]         # words that must not
        hears: Sex may be safe ...  # every word that is heard; `gentle talk --record` writes it, `rehearse --update` renews it
        nothing: true               # must reach nothing: no topic is answered
        listens: true               # the microphone stays open
        same_as: 2                  # the identical words as in turn 2 (the first is 1)
        card: true                  # a card is sent to the app, or none is
        shows: [Why waiting helps]  # texts that come on the screen; an empty list is a screen with nothing on it
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from speech.device import Device, Heard
from speech.errors import ScriptError, SkillError
from speech.yaml_file import YamlFile

NOTHING = "-"
"""Stands for "not said" where `null` has a meaning of its own."""

OUT_OF_SCOPE = "out_of_scope"
"""What a skill's `topic` says where it refused a question."""


class Turn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that the person does, and what must come of it."""

    say: str = ""
    open: bool = False
    silence: bool = False
    leave: bool = False
    topic: str | None = NOTHING
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    hears: str = ""
    nothing: bool = False
    listens: bool | None = None
    same_as: int = 0
    touch: str = ""
    card: bool | None = None
    shows: tuple[str, ...] | None = None


class Dialogue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One conversation."""

    dialogue: str
    turns: tuple[Turn, ...]
    locale: str = "en-US"
    screen: bool = False


@dataclass(frozen=True)
class Outcome:
    """What came of a dialogue: the turns as heard, and what differed, a line each."""

    dialogue: Dialogue
    heard: tuple[Heard, ...] = ()
    differences: tuple[str, ...] = field(default=())


MakeDevice = Callable[[str, bool], Device]
"""A device for a locale, with or without a screen."""


def read(path: Path) -> list[Dialogue]:
    """The dialogues of a file. Raises ScriptError with file and line where it is broken."""
    return YamlFile(path, ScriptError).as_type(list[Dialogue])


def find(paths: list[Path]) -> Iterator[tuple[Path, Dialogue]]:
    """Every dialogue of the files, and of the YAML files in the folders."""
    for path in paths:
        for file in sorted(path.rglob("*.yaml")) if path.is_dir() else [path]:
            yield from ((file, dialogue) for dialogue in read(file))


def rehearse(dialogue: Dialogue, make_device: MakeDevice) -> Outcome:
    """Holds the conversation and compares."""
    device = make_device(dialogue.locale, dialogue.screen)
    heard: list[Heard] = []
    found: list[str] = []
    for number, turn in enumerate(dialogue.turns, 1):
        try:
            heard.append(_play(device, turn))
        except SkillError as error:
            return Outcome(dialogue, tuple(heard), (*found, f"turn {number}: {error}"))
        found += [f"turn {number} ({_shown(turn)}): {text}" for text in _compare(turn, heard, device)]
    return Outcome(dialogue, tuple(heard), tuple(found))


def _play(device: Device, turn: Turn) -> Heard:
    if turn.open:
        return device.open()
    if turn.silence:
        return device.silence()
    if turn.touch:
        return device.touch(turn.touch)
    return device.leave() if turn.leave else device.say(turn.say)


def _shown(turn: Turn) -> str:
    return (
        f'"{turn.say or turn.touch}"'
        if turn.say or turn.touch
        else next(name for name in ("open", "silence", "leave") if getattr(turn, name))
    )


def _compare(turn: Turn, heard: list[Heard], device: Device) -> Iterator[str]:
    now, said = heard[-1], heard[-1].text.lower()
    if turn.topic != NOTHING and now.attributes.get("topic") != turn.topic:
        yield f"topic {turn.topic} was expected, {now.attributes.get('topic')} answered: {now.text}"
    if turn.nothing and now.attributes.get("topic") not in (None, OUT_OF_SCOPE):
        yield f"nothing was to be reached, {now.attributes.get('topic')} answered: {now.text}"
    if turn.hears and turn.hears != now.text:
        yield f"other words were heard: {now.text}"
    for words in turn.must:
        if words.lower() not in said:
            yield f"{words!r} was not heard in: {now.text}"
    for words in turn.must_not:
        if words.lower() in said:
            yield f"{words!r} was heard in: {now.text}"
    if turn.listens is not None and device.listening != turn.listens:
        yield f"the microphone is {'open' if device.listening else 'closed'} after: {now.text}"
    if turn.same_as and now.text != heard[turn.same_as - 1].text:
        yield f"these are not the words of turn {turn.same_as}: {now.text}"
    yield from _compare_seen(turn, now)


def _compare_seen(turn: Turn, now: Heard) -> Iterator[str]:
    texts = now.shown.texts if now.shown else None
    if turn.card is not None and bool(now.card) != turn.card:
        yield f"a card was {'not ' if turn.card else ''}sent"
    if turn.shows is None:
        return
    if texts is None or (not turn.shows and texts):
        yield f"the screen shows {texts}" if texts else "nothing came on the screen"
    yield from (f"{text!r} is not on the screen" for text in turn.shows if text not in (texts or ()))

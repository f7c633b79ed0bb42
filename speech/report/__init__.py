"""A report that one page holds: conversations to read and to hear, and whatever else a skill has to show.

`write(report, path)` makes it. The page needs no network and no server, and works without its script, silently.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from speech.device import Heard
from speech.files import write_whole
from speech.rehearse import Outcome
from speech.report.sounds import Clip, Sounds

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Sentence:
    """One sentence that is heard, and where it comes from (say "article 7, 16"), or ""."""

    text: str
    source: str = ""


@dataclass(frozen=True)
class Turn:
    """One thing that the person does, and what is heard."""

    did: str
    sentences: tuple[Sentence, ...]
    ssml: str = ""
    clip: Clip | None = None
    notes: str = ""
    """What a reader may want to know: the topic, whether the microphone is open."""
    differences: tuple[str, ...] = ()


@dataclass(frozen=True)
class Conversation:
    """One rehearsed dialogue."""

    title: str
    turns: tuple[Turn, ...]
    differences: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    """Something of the skill's own: a heading, and HTML that is safe already."""

    title: str
    html: Markup


@dataclass(frozen=True)
class Report:
    """Everything on the page, what fell short first."""

    title: str
    made: str
    """When and of what it was made."""
    shortfalls: tuple[str, ...] = ()
    conversations: tuple[Conversation, ...] = ()
    sections: tuple[Section, ...] = field(default=())

    @property
    def clips(self) -> dict[str, str]:
        """Every sound once, by its name, as base64."""
        turns = (turn for conversation in self.conversations for turn in conversation.turns)
        return {turn.clip.name: turn.clip.mp3 for turn in turns if turn.clip}


def heard_as_one(heard: Heard, locale: str) -> tuple[Sentence, ...]:
    """All that was heard as one sentence of no known source."""
    return (Sentence(heard.text or "(nothing is said)"),)


def conversation(
    outcome: Outcome, sounds: Sounds, sentences: Callable[[Heard, str], tuple[Sentence, ...]] = heard_as_one
) -> Conversation:
    """A rehearsed dialogue with its sound. `sentences` cuts what was heard, and knows where it comes from."""
    turns = []
    for turn, heard in zip(outcome.dialogue.turns, outcome.heard, strict=False):
        did = turn.say or next((f"({name})" for name in ("open", "silence", "leave") if getattr(turn, name)), "(silence)")
        notes = f"topic: {heard.attributes.get('topic') or 'none'}; microphone {'closed' if heard.ends_session else 'open'}"
        said = sentences(heard, outcome.dialogue.locale)
        turns.append(Turn(did, said, heard.ssml, sounds.clip(heard.ssml), notes))
    return Conversation(outcome.dialogue.dialogue, tuple(turns), outcome.differences)


def write(report: Report, path: Path, sounds: dict[str, str] | None = None) -> None:
    """Writes the page; `sounds` are those of the sections, as `Report.clips`. Raises FileError where it cannot be written."""
    page = environment().get_template("page.html").render(
        report=report, sounds=report.clips | (sounds or {}), style=_asset("page.css"), script=_asset("page.js")
    )  # fmt: skip
    write_whole(path, page.encode())


def environment() -> Environment:
    """Jinja with our macros: everything is escaped, and a name that is missing is an error."""
    return Environment(
        loader=PackageLoader("speech.report", "."), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )  # fmt: skip


def _asset(name: str) -> Markup:
    return Markup((HERE / name).read_text(encoding="utf-8"))

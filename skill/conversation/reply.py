"""What we say next: words and their sources, no markup. SSML, captions, JSON and screens are renderings of this."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Line:
    """One spoken sentence."""

    text: str
    paragraphs: tuple[int, ...] = ()
    """The article's paragraphs that it restates; none for a standing phrase or a safety line."""
    digits: tuple[str, ...] = ()
    """The telephone numbers inside `text`, to be read digit by digit."""
    part: str = ""
    """Which part of the content it comes from (see words.py)."""


@dataclass(frozen=True)
class Reply:
    """The sentences of one turn, in the order in which they are said."""

    lines: tuple[Line, ...] = ()
    reprompt: tuple[Line, ...] = ()
    topic: str | None = None
    """The topic answered, a safety id, "out_of_scope", or None after a standing phrase."""
    speed: str = "normal"
    clear: bool = False
    """Whatever is on a screen is to be taken away."""
    candidates: tuple[str, ...] = field(default=())
    """The two topics between which this reply asks, if it does."""

    card: tuple[Line, ...] = ()
    """What goes on a card, because somebody asked for it and said yes."""

    @property
    def asks(self) -> bool:
        """The microphone stays open if and only if the last sentence is a question."""
        return bool(self.lines) and self.lines[-1].text.endswith("?")

    @property
    def caption(self) -> str:
        """Everything said, as text."""
        return " ".join(line.text for line in self.lines)

    @property
    def sources(self) -> tuple[int, ...]:
        """The article's paragraphs behind the reply, in order."""
        return tuple(sorted({number for line in self.lines for number in line.paragraphs}))

"""What the person wants, in the conversation's own terms. Every face turns its requests into one of these."""

from dataclasses import dataclass

VERBS = (
    "more", "shorter", "repeat", "slower", "faster", "normal_speed", "back", "menu", "yes", "no",
    "first", "second", "third", "help", "source", "doctor", "data", "send", "stop", "cancel", "hide",
)  # fmt: skip


@dataclass(frozen=True)
class Ask:
    """A question that one of our topics answers."""

    topic: str
    kinds: tuple[str, ...] = ()
    """Kinds of loss and treatments that were named, in the order of content.model.KINDS."""
    partner: bool = False
    """Somebody asks about another person."""
    belief: int | None = None
    """The place, among the topic's beliefs, of one that the question holds."""
    also: str = ""
    """A second topic that the same breath asked about; it is offered next."""


@dataclass(frozen=True)
class FollowUp:
    """A question that means something only after an answer: "and after a D and C?", "how long?", "why?"."""

    about: str
    """One of "how_long", "why", "kind", "partner"."""
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True)
class Danger:
    """A danger sign, a crisis or coercion, said to be happening: a safety id."""

    topic: str
    partner: bool = False


@dataclass(frozen=True)
class Clarify:
    """Two topics are equally likely; the person is asked which."""

    candidates: tuple[str, str]


@dataclass(frozen=True)
class OutOfScope:
    """A question that we do not answer; `nearest` are the topics closest to it, where any is close."""

    nearest: tuple[str, ...] = ()


@dataclass(frozen=True)
class NotUnderstood:
    """Nothing could be made out."""


@dataclass(frozen=True)
class Launch:
    """The service was opened without a question."""


@dataclass(frozen=True)
class Silence:
    """Nobody said anything in the time there was."""


@dataclass(frozen=True)
class CannotSend:
    """Somebody wants a card where there is none: a face without an app turns the verb "send" into this."""


@dataclass(frozen=True)
class Verb:
    """A way of moving about: one of VERBS."""

    name: str


Move = Ask | FollowUp | Danger | Clarify | OutOfScope | NotUnderstood | Launch | Silence | CannotSend | Verb

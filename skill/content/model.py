"""What the content files hold, as frozen types. A file that does not fit one of these is refused on load."""

import datetime

import msgspec

FORMS = ("short", "normal", "more")
KINDS = ("complete", "missed", "incomplete", "ectopic", "molar", "chemical", "d_and_c", "medicine")


class _Frozen(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of all content: unchangeable, and strict about names."""


class Sentence(_Frozen, rename={"paragraphs": "from"}):
    """One spoken sentence, and the paragraphs of the article that it restates."""

    say: str
    paragraphs: tuple[int, ...]


Form = tuple[Sentence, ...]


class Belief(_Frozen, rename={"paragraphs": "from"}):
    """A belief inside a yes-or-no question, and what is said first where the article says otherwise."""

    heard: tuple[str, ...]
    """Phrases that show the belief, as plain words; matched whole."""
    say: str
    paragraphs: tuple[int, ...]
    partner: str = ""


class Partner(_Frozen):
    """The answer for a partner, a parent or a friend; a form left out is the same as for the person."""

    short: Form = ()
    normal: Form = ()
    more: Form = ()


class Topic(_Frozen):
    """One answer of `content/<language>/topics/`."""

    name: str
    """Said in lists: "I could tell you about {name}"."""
    offer: str
    """Said after another answer: one question that yes or no answers."""
    short: Form
    """About 8 seconds."""
    normal: Form
    """At most 45 words in 4 sentences: about 20 seconds."""
    follow: dict[str, str]
    """Where "how long?" and "why?" lead, as topic ids."""
    next: tuple[str, ...]
    """What may be offered afterwards, best first: topic ids, or "more"."""
    more: Form = ()
    """What the full form adds to the normal one."""
    partner: Partner = Partner()
    kinds: dict[str, str | Form] = {}
    """What changes with the kind of loss or treatment: other sentences, or the topic that answers instead."""
    beliefs: tuple[Belief, ...] = ()
    origin: str = ""
    """Said on "where does that come from", before the standing phrase."""


class Safety(_Frozen):
    """One answer of `safety.yaml`; its lines come from `source`, not from the article."""

    name: str
    offer: str
    source: str
    checked: datetime.date
    short: tuple[str, ...]
    normal: tuple[str, ...]
    partner: tuple[str, ...]


class Phrase(_Frozen):
    """A standing phrase of `phrases.yaml`."""

    say: tuple[str, ...]
    reprompt: str = ""
    """The phrase said after a silence; needed where this one ends in a question."""


class Helpline(_Frozen):
    """One line of `helplines.yaml`."""

    say: str
    number: str = ""
    source: str = ""
    checked: datetime.date | None = None
    review_by: datetime.date | None = None
    verified: bool = False
    """A number that is not verified is never spoken."""


class SlotValue(_Frozen):
    """One value of a slot: what we call it, and how else people say it."""

    say: str
    synonyms: tuple[str, ...]

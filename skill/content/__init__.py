"""The words, as data. `load(locale)` reads them; nothing else in the project opens these files.

content/helplines.yaml            telephone numbers by locale
content/en-GB.yaml                what differs in a country: words, never meaning
content/en/topics/<id>.yaml       what we say
content/en/utterances/<id>.yaml   how people ask
content/en/safety.yaml            what we say to somebody in danger
content/en/phrases.yaml           everything said beside an answer
"""

from functools import cache
from pathlib import Path

import msgspec

from skill.content import locales
from skill.content.marked import Marked
from skill.content.model import Helpline, Phrase, Safety, Topic
from skill.content.references import check_references
from skill.errors import UsageError

HERE = Path(__file__).parent
LOCALES = locales.available(HERE)
FIRST = "en"
"""The language for a locale in whose language we have no words."""


class Content(msgspec.Struct, frozen=True):
    """Every word for one locale. `topics` and `safety` are keyed by the ids of the contract in topics.json."""

    locale: str
    topics: dict[str, Topic]
    safety: dict[str, Safety]
    phrases: dict[str, Phrase]
    menu: tuple[str, ...]
    helplines: dict[str, Helpline]

    def name(self, topic: str) -> str:
        """What a topic is called in a spoken list."""
        return (self.topics.get(topic) or self.safety[topic]).name


def load(locale: str = "en-US", root: Path = HERE) -> Content:
    """The content for a locale such as "en-US", read once.

    A locale we do not know gets the words of its language, or our English ones, and no country's telephone numbers.
    Raises ContentError, with file and line, where a file is broken.
    """
    return _kept(known(locale, root), root)


def known(locale: str, root: Path = HERE) -> str:
    """The locale, its language, or FIRST, whichever we have first: no other name from outside reaches a file or a memory."""
    named = str(locale)
    if named in (LOCALES if root == HERE else locales.available(root)):
        return named
    language = locales.language(named)
    return language if language in locales.languages(root) else FIRST


def read_now(locale: str, root: Path) -> Content:
    """The content, read now. Raises ContentError, with file and line, where a file is broken."""
    words = root / locales.language(locale)
    if not (words / "topics").is_dir():
        words = root / FIRST
    local = locales.read(locale, root)
    topics = {path.stem: Marked(path).as_type(Topic) for path in sorted((words / "topics").glob("*.yaml"))}
    content = Content(
        locale=locale,
        topics=topics,
        safety=Marked(words / "safety.yaml").as_type(dict[str, Safety]),
        phrases=Marked(words / "phrases.yaml").as_type(dict[str, Phrase]),
        menu=Marked(words / "menu.yaml").as_type(tuple[str, ...]),
        helplines=_helplines(root, locale),
    )
    check_references(content, words)
    return _localised(content, local)


_kept = cache(read_now)


def require_locale(locale: str) -> str:
    """The locale, if it is one of ours. Raises UsageError with the list where it is not."""
    if locale not in LOCALES:
        raise UsageError(f"There is no locale {locale!r}. Choose one of: {', '.join(LOCALES)}.")
    return locale


def _localised(content: Content, local: locales.Locale) -> Content:
    def said(entries: dict) -> dict:
        return {name: locales.in_words_of(local, entry) for name, entry in entries.items()}

    return msgspec.structs.replace(
        content, topics=said(content.topics), safety=said(content.safety), phrases=said(content.phrases)
    )


def _helplines(root: Path, locale: str) -> dict[str, Helpline]:
    """The lines of a locale that may be spoken: the verified ones, and words without a number for the others."""
    lines = Marked(root / "helplines.yaml").as_type(dict[str, dict[str, Helpline]])
    return lines["anywhere"] | {name: line for name, line in lines.get(locale, {}).items() if line.verified}

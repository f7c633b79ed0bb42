"""The words, as data. `load(locale)` reads them; nothing else in the project opens these files.

content/helplines.yaml            telephone numbers by locale
content/en/topics/<id>.yaml       what we say
content/en/utterances/<id>.yaml   how people ask
content/en/safety.yaml            what we say to somebody in danger
content/en/phrases.yaml           everything said beside an answer
"""

from functools import cache
from pathlib import Path

import msgspec

from skill.content.marked import Marked
from skill.content.model import Helpline, Phrase, Safety, Topic
from skill.content.references import check_references
from skill.errors import UsageError

HERE = Path(__file__).parent
LOCALES = ("en-US", "en-GB", "en-AU", "en-CA", "en-IN")


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


@cache
def load(locale: str = "en-US", root: Path = HERE) -> Content:
    """The content for a locale such as "en-US".

    A locale we do not know gets our English words and no country's telephone numbers.
    Raises ContentError, with file and line, where a file is broken.
    """
    words = root / "en"
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
    return content


def require_locale(locale: str) -> str:
    """The locale, if it is one of ours. Raises UsageError with the list where it is not."""
    if locale not in LOCALES:
        raise UsageError(f"There is no locale {locale!r}. Choose one of: {', '.join(LOCALES)}.")
    return locale


def _helplines(root: Path, locale: str) -> dict[str, Helpline]:
    lines = Marked(root / "helplines.yaml").as_type(dict[str, dict[str, Helpline]])
    return lines["anywhere"] | lines.get(locale, {})

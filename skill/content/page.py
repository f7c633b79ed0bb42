"""The words of the phone page, in the words of a country."""

from functools import cache
from pathlib import Path

from skill.content import HERE, known, locales
from skill.content.marked import Marked


def page_words(locale: str = "en-US") -> dict[str, str]:
    """Every word of `page.yaml`. Raises ContentError, with file and line, where the file is broken."""
    return _kept(known(locale), HERE)


@cache
def _kept(locale: str, root: Path) -> dict[str, str]:
    words = Marked(root / locales.language(locale) / "page.yaml").as_type(dict[str, str])
    local = locales.read(locale, root).words
    return {name: locales.instead(text, local) for name, text in words.items()}

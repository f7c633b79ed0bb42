"""The words of the phone page, in the words of a country."""

from functools import lru_cache
from pathlib import Path

from skill.content import FIRST, HERE, locales
from skill.content.marked import Marked


@lru_cache(maxsize=16)
def page_words(locale: str = "en-US", root: Path = HERE) -> dict[str, str]:
    """Every word of `page.yaml`. Raises ContentError, with file and line, where the file is broken."""
    path = root / locales.language(locale) / "page.yaml"
    words = Marked(path if path.exists() else root / FIRST / "page.yaml").as_type(dict[str, str])
    local = locales.read(locale, root).words
    return {name: locales.instead(text, local) for name, text in words.items()}

"""`publishing.yaml` and `pages.yaml`: what the store says about the skill, and the pages that it asks for."""

import datetime
from functools import cache
from pathlib import Path

import msgspec

from skill.content import HERE, load
from skill.content.marked import Marked
from skill.errors import UsageError


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One locale in which we publish, and what only it has."""

    country: str
    code: str
    """The country's two letters (ISO 3166)."""
    name: str = ""
    summary: str = ""
    example_phrases: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()


class Publishing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the store says, for one locale."""

    name: str
    summary: str
    description: tuple[str, ...]
    """Paragraphs."""
    example_phrases: tuple[str, ...]
    keywords: tuple[str, ...]
    testing: str
    category: str
    interfaces: tuple[str, ...]
    compliance: dict[str, bool]
    locales: dict[str, Place]


class Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A heading and its paragraphs."""

    heading: str
    text: tuple[str, ...]


class Page(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One page of plain words."""

    title: str
    updated: datetime.date
    opening: str
    sections: tuple[Section, ...]


class Pages(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`pages.yaml`."""

    privacy: Page
    terms: Page
    contact: str
    updated: str


@cache
def load_publishing(locale: str = "en-US", root: Path = HERE) -> Publishing:
    """The words for a locale, its own number and country filled in.

    Raises ContentError where the file is broken, UsageError where it lacks the locale.
    """
    path = root / "en" / "publishing.yaml"
    said = Marked(path).as_type(Publishing)
    if locale not in said.locales:
        raise UsageError(f"{path} has no row for {locale}. Add one under locales.")
    place = said.locales[locale]
    own = {name: getattr(place, name) or getattr(said, name) for name in ("name", "summary", "example_phrases", "keywords")}
    names = {"emergency": load(locale).helplines["emergency"].say, "country": place.country}
    description = tuple(text.format_map(names) for text in said.description)
    return msgspec.structs.replace(said, description=description, **own)


@cache
def load_pages(root: Path = HERE) -> Pages:
    """The privacy policy and the terms. Raises ContentError where the file is broken."""
    return Marked(root / "en" / "pages.yaml").as_type(Pages)

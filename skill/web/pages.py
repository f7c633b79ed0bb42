"""The privacy policy and the terms: on the service, and as files that any host can serve."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from typing import Any

from flask import Flask, render_template
from jinja2 import Environment, FileSystemLoader

from skill.content.publishing import load_pages

NAMES = ("privacy", "terms")
HERE = files("skill.web")


@dataclass(frozen=True)
class Place:
    """Where the pages stand: how they find each other, their style and their icon."""

    address: str
    style: str
    icon: str = ""


SERVED = Place("/{name}", "/static/page.css", "/static/icon.svg")
AS_FILES = Place("../{name}/", "../page.css")


def add_to(app: Flask, contact: str) -> None:
    """Mounts `/privacy` and `/terms`."""
    for name in NAMES:
        app.add_url_rule(f"/{name}", name, partial(_shown, render_template, name, SERVED, contact))


def as_files(contact: str) -> dict[str, str]:
    """File name to text: the same pages, and the style they share."""
    templates = Environment(loader=FileSystemLoader(str(HERE / "templates")), autoescape=True, keep_trailing_newline=True)

    def render(template: str, **names: Any) -> str:
        return templates.get_template(template).render(**names)

    pages = {f"{name}/index.html": _shown(render, name, AS_FILES, contact) for name in NAMES}
    return pages | {"page.css": (HERE / "static" / "page.css").read_text(encoding="utf-8")}


def _shown(render: Callable[..., str], name: str, place: Place, contact: str) -> str:
    pages = load_pages()
    page, other = getattr(pages, name), NAMES[1 - NAMES.index(name)]
    return render(
        "words.html",
        page=page,
        contact=pages.contact.format(contact=contact) if contact else "",
        updated=pages.updated.format(date=f"{page.updated.day} {page.updated:%B %Y}"),
        other={"title": getattr(pages, other).title, "address": place.address.format(name=other)},
        style=place.style,
        icon=place.icon,
    )

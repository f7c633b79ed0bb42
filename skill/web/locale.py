"""Which country's words and numbers a page has: what the browser says that it prefers, and nothing else is looked at."""

import re

from flask import Request

from skill.content import LOCALES

SHAPE = re.compile(r"[a-z]{2}(-[A-Z]{2})?")


def locale_of(request: Request) -> str:
    """The first preference that is one of ours; else the first that is a locale at all, which has no country's numbers.

    A browser that says nothing gets the first of ours.
    """
    wanted = [tag for tag, _ in request.accept_languages if SHAPE.fullmatch(tag)]
    return next((tag for tag in wanted if tag in LOCALES), wanted[0] if wanted else LOCALES[0])

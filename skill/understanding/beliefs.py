"""A belief inside a yes-or-no question: "I have to wait for my period first, don't I?"."""

import re
from functools import cache

from skill.content import load
from skill.content.ways import load_navigation
from skill.understanding.phrases import whole


def belief_in(topic: str, text: str) -> int | None:
    """The place, among the topic's beliefs, of one that a normalised yes-or-no question holds."""
    if not _yes_or_no().search(text):
        return None
    found = (place for place, pattern in enumerate(_beliefs(topic)) if pattern.search(text))
    return next(found, None)


@cache
def _yes_or_no() -> re.Pattern[str]:
    phrases = load_navigation().yes_or_no
    openers, anywhere = [p[1:] for p in phrases if p[0] == "^"], [p for p in phrases if p[0] != "^"]
    return re.compile(rf"^(?:so |and |but )?(?:{_either(openers)})\b|(?<!\S)(?:{_either(anywhere)})(?!\S)")


@cache
def _beliefs(topic: str) -> list[re.Pattern[str]]:
    return [whole(belief.heard) for belief in load().topics[topic].beliefs]


def _either(phrases) -> str:
    return "|".join(map(re.escape, phrases))

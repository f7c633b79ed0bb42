"""The ladder: rung by rung, until one of them knows what the person wants. Danger is the first rung."""

import re
from dataclasses import replace
from functools import cache

from skill.content.ways import load_navigation, load_slots
from skill.conversation.move import Ask, Clarify, FollowUp, NotUnderstood, OutOfScope, Verb
from skill.understanding.danger import alarm
from skill.understanding.decide import Understood, decide
from skill.understanding.model import Scores
from skill.understanding.normalise import bare, normalise
from skill.understanding.phrases import whole
from skill.understanding.slots import kinds_in


def understand(text: str, scores_of: Scores) -> Understood:
    """Climbs the ladder. Never raises for anything in `text`."""
    plain = normalise(text)
    if not plain:
        return Understood(NotUnderstood(), 0.0, rung="empty")
    if rule := alarm(plain):
        return decide(plain, scores_of, rule)
    if verb := _verbs().get(bare(plain)):
        return Understood(Verb(verb), rung="navigation", text=plain)
    if follow_up := _follow_up(bare(plain)):
        return Understood(follow_up, rung="follow-up", text=plain)
    found = decide(plain, scores_of)
    if isinstance(found.move, Ask | Clarify) and _orders().search(plain):
        return replace(found, move=OutOfScope(), rung="an order")
    return found


def _follow_up(plain: str) -> FollowUp | None:
    for about, pattern in _follow_ups():
        if pattern.fullmatch(plain):
            return FollowUp(about, kinds_in(plain))
    return None


@cache
def _orders() -> re.Pattern[str]:
    return whole(load_navigation().orders)


@cache
def _verbs() -> dict[str, str]:
    return {bare(normalise(text)): verb for verb, texts in load_navigation().verbs.items() for text in texts}


@cache
def _follow_ups() -> list[tuple[str, re.Pattern[str]]]:
    slots = {
        slot: "(?:" + "|".join(re.escape(text) for value in values.values() for text in (value.say, *value.synonyms)) + ")"
        for slot, values in load_slots().items()
    }
    rows = []
    for about, samples in load_navigation().follow_ups.items():
        patterns = (re.sub(r"\{(\w+)\}", lambda found: slots[found[1]], bare(sample)) for sample in samples)
        rows.append((about, re.compile("|".join(patterns))))
    return rows

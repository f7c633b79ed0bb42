"""The ladder: rung by rung, until one of them knows what the person wants. Danger is the first rung."""

import re
from dataclasses import dataclass, field
from functools import cache

from skill.content.ways import load_ways
from skill.conversation.move import Ask, Clarify, Danger, FollowUp, Move, NotUnderstood, OutOfScope, Verb
from skill.understanding.beliefs import belief_in
from skill.understanding.classifier import Classifier
from skill.understanding.danger import alarm
from skill.understanding.examples import OUT_OF_SCOPE
from skill.understanding.normalise import bare, normalise
from skill.understanding.parts import corrected, halves
from skill.understanding.slots import about_another, kinds_in

SAFETY = ("urgent_physical", "crisis_emotional", "unsafe_partner")

DANGER_FROM = 0.40
"""Probability of all danger labels together, from which the trained model raises the alarm."""
ANSWER_FROM = 0.30
"""Probability of a topic from which it is answered."""
OURS_FROM = 0.50
"""Probability of all topics together, from which a question counts as ours."""
CLOSE = 0.80
"""Share of the best score that the runner-up must reach for the two to be asked about."""
BOTH_FROM = 0.60
"""Probability that each half of a text must reach to count as a question of its own."""
NEAR_FROM = 0.08
"""Probability from which a topic is worth offering when a question is refused."""


@dataclass(frozen=True)
class Understood:
    """What a text means, and why we think so."""

    move: Move
    score: float = 1.0
    runner_up: str = ""
    runner_up_score: float = 0.0
    rung: str = ""
    text: str = ""
    """The normalised text."""
    because: tuple[str, ...] = ()
    """The phrases of the danger rule that fired."""
    scores: dict[str, float] = field(default_factory=dict)


def understand(text: str, classifier: Classifier) -> Understood:
    """Climbs the ladder. Never raises for anything in `text`."""
    plain = normalise(text)
    if not plain:
        return Understood(NotUnderstood(), 0.0, rung="empty")
    if found := alarm(plain):
        move = Danger(found.topic, about_another(plain))
        return Understood(move, rung="danger rule", text=plain, because=found.heard)
    if verb := _verbs().get(bare(plain)):
        return Understood(Verb(verb), rung="navigation", text=plain)
    if follow_up := _follow_up(bare(plain)):
        return Understood(follow_up, rung="follow-up", text=plain)
    return _classified(plain, classifier)


def _classified(plain: str, classifier: Classifier) -> Understood:
    scores = _scores(plain, classifier)
    danger = sum(scores[topic] for topic in SAFETY)
    if danger >= DANGER_FROM:
        topic = max(SAFETY, key=scores.__getitem__)
        return _ranked(Danger(topic, about_another(plain)), "danger model", plain, scores, topic)
    if two := _two_questions(plain, classifier):
        first, second, sure = two
        move = Ask(first, kinds_in(plain), about_another(plain), also=second)
        return Understood(move, sure, second, sure, "two questions", plain, scores=scores)
    first, second = _topics(scores)[:2]
    if sum(scores[topic] for topic in _topics(scores)) < OURS_FROM or scores[first] < ANSWER_FROM:
        near = tuple(topic for topic in (first, second) if scores[topic] >= NEAR_FROM)
        return _ranked(OutOfScope(near), "refusal", plain, scores, OUT_OF_SCOPE)
    if scores[second] >= CLOSE * scores[first]:
        return _ranked(Clarify((first, second)), "near tie", plain, scores, first)
    move = Ask(first, kinds_in(plain), about_another(plain), belief_in(first, plain))
    return _ranked(move, "classifier", plain, scores, first)


def _scores(plain: str, classifier: Classifier) -> dict[str, float]:
    """Of the whole text; where somebody corrected themselves, with what came after weighing as much again."""
    scores, tail = classifier.scores(plain), corrected(plain)
    if not tail:
        return scores
    after = classifier.scores(tail)
    mixed = {label: (scores[label] + after[label]) / 2 for label in scores}
    return dict(sorted(mixed.items(), key=lambda row: -row[1]))


def _two_questions(plain: str, classifier: Classifier) -> tuple[str, str, float] | None:
    """The topics of the two halves, where both are clearly ours and differ, and how sure the less sure one is."""
    for left, right in halves(plain):
        (first, sure), (second, as_sure) = (next(iter(classifier.scores(half).items())) for half in (left, right))
        ours = {first, second}.isdisjoint((*SAFETY, OUT_OF_SCOPE))
        if ours and first != second and min(sure, as_sure) >= BOTH_FROM:
            return first, second, min(sure, as_sure)
    return None


def _topics(scores: dict[str, float]) -> list[str]:
    return [label for label in scores if label not in (*SAFETY, OUT_OF_SCOPE)]


def _ranked(move: Move, rung: str, plain: str, scores: dict[str, float], chosen: str) -> Understood:
    other = next(label for label in scores if label != chosen)
    return Understood(move, scores[chosen], other, scores[other], rung, plain, scores=scores)


def _follow_up(plain: str) -> FollowUp | None:
    for about, pattern in _follow_ups():
        if pattern.fullmatch(plain):
            return FollowUp(about, kinds_in(plain))
    return None


@cache
def _verbs() -> dict[str, str]:
    return {bare(normalise(text)): verb for verb, texts in load_ways().navigation.verbs.items() for text in texts}


@cache
def _follow_ups() -> list[tuple[str, re.Pattern[str]]]:
    slots = {
        slot: "(?:" + "|".join(re.escape(text) for value in values.values() for text in (value.say, *value.synonyms)) + ")"
        for slot, values in load_ways().slots.items()
    }
    rows = []
    for about, samples in load_ways().navigation.follow_ups.items():
        patterns = (re.sub(r"\{(\w+)\}", lambda found: slots[found[1]], bare(sample)) for sample in samples)
        rows.append((about, re.compile("|".join(patterns))))
    return rows

"""Deciding by score: danger, two questions, refusal, a near tie, or an answer. The thresholds were chosen on the part
of the measuring set that may be looked at, by the table of `python tests/benchmarks/thresholds.py`."""

from dataclasses import dataclass, field, replace

from skill.conversation.move import Ask, Clarify, Danger, Move, OutOfScope
from skill.understanding.beliefs import belief_in
from skill.understanding.danger import Alarm
from skill.understanding.examples import OUT_OF_SCOPE, SAFETY
from skill.understanding.model import Scores
from skill.understanding.parts import corrected, halves
from skill.understanding.slots import about_another, kinds_in

DANGER_FROM = 0.20
"""Probability of all danger labels together, from which the trained model raises the alarm."""
SHORT, DANGER_FROM_SHORT = 2, 0.50
"""The same for a text of so few words: "in", "let me" and "half of" are mostly what a recogniser left of something else. Of
1,713 such scraps of ordinary requests one in 14 passed 0.20, and one in 33 passes 0.50."""
DANGER_FROM_BY_RULE = 0.01
"""The same where a danger rule fired: the rule raises the alarm unless the model is sure that it is none. A rule that is "certain" in danger.yaml
needs nobody's consent."""
ANSWER_FROM = 0.30
"""Probability of a topic from which it is answered."""
OURS_FROM = 0.60
"""Probability of all topics together, from which a question counts as ours."""
SURELY_OURS, CHOICE_FROM = 0.88, 0.12
"""Probability of all topics together from which a question is not refused although no topic stands out: the two best, the
first of at least so much, are asked about instead."""
CLOSE = 0.40
"""Share of the best score that the runner-up must reach for the two to be asked about."""
BOTH_FROM = 0.60
"""Probability that each half of a text must reach to count as a question of its own."""
NEAR_FROM = 0.08
"""Probability from which a topic is worth offering when a question is refused."""
TAIL = 0.70
"""How much what follows a self-correction or a contrast counts, beside the whole text."""


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


def decide(plain: str, scores_of: Scores, rule: Alarm | None = None) -> Understood:
    """What a normalised text means, by its scores and by the danger rule that fired, if one did."""
    scores = scores_of(plain)
    danger = sum(scores[topic] for topic in SAFETY)
    if (rule and rule.certain) or danger >= _danger_from(plain, rule):
        topic = rule.topic if rule else max(SAFETY, key=scores.__getitem__)
        found = _ranked(Danger(topic, about_another(plain)), "danger rule" if rule else "danger model", plain, scores, topic)
        return replace(found, because=rule.heard if rule else ())
    if two := _two_questions(plain, scores_of):
        return replace(two, text=plain, scores=scores)
    return _one_question(plain, _corrected(plain, scores, scores_of))


def _danger_from(plain: str, rule: Alarm | None) -> float:
    if rule:
        return DANGER_FROM_BY_RULE
    return DANGER_FROM if len(plain.split()) > SHORT else DANGER_FROM_SHORT


def _one_question(plain: str, scores: dict[str, float]) -> Understood:
    topics = [label for label in scores if label not in (*SAFETY, OUT_OF_SCOPE)]
    first, second = topics[:2]
    ours = sum(scores[topic] for topic in topics)
    if ours >= SURELY_OURS and CHOICE_FROM <= scores[first] < ANSWER_FROM:
        return _ranked(Clarify((first, second)), "several topics", plain, scores, first)
    if ours < OURS_FROM or scores[first] < ANSWER_FROM:
        near = tuple(topic for topic in (first, second) if scores[topic] >= NEAR_FROM)
        return _ranked(OutOfScope(near), "refusal", plain, scores, OUT_OF_SCOPE)
    if scores[second] >= CLOSE * scores[first]:
        return _ranked(Clarify((first, second)), "near tie", plain, scores, first)
    move = Ask(first, kinds_in(plain), about_another(plain), belief_in(first, plain))
    return _ranked(move, "classifier", plain, scores, first)


def _corrected(plain: str, scores: dict[str, float], scores_of: Scores) -> dict[str, float]:
    """The scores, where somebody corrected themselves mixed with those of what came after."""
    tail = corrected(plain)
    if not tail:
        return scores
    after = scores_of(tail)
    mixed = {label: (1 - TAIL) * scores[label] + TAIL * after[label] for label in scores}
    return dict(sorted(mixed.items(), key=lambda row: -row[1]))


def _two_questions(plain: str, scores_of: Scores) -> Understood | None:
    """Both halves, where both are clearly ours and differ: the first to answer, the second to offer."""
    for left, right in halves(plain):
        (first, sure), (second, as_sure) = (next(iter(scores_of(half).items())) for half in (left, right))
        ours = {first, second}.isdisjoint((*SAFETY, OUT_OF_SCOPE))
        if ours and first != second and min(sure, as_sure) >= BOTH_FROM:
            move = Ask(first, kinds_in(left), about_another(plain), also=second)
            return Understood(move, min(sure, as_sure), second, as_sure, "two questions")
    return None


def _ranked(move: Move, rung: str, plain: str, scores: dict[str, float], chosen: str) -> Understood:
    other = next(label for label in scores if label != chosen)
    return Understood(move, scores[chosen], other, scores[other], rung, plain, scores=scores)

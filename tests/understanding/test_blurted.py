"""A feeling said in two or three words, and nothing else, is met with care: it is no emergency, and it is not sent away."""

import pytest

from skill.conversation.move import Ask, Clarify, Danger, OutOfScope
from skill.understanding import default
from skill.understanding.examples import OUT_OF_SCOPE, examples, lessons, scraps

CARE = {"grief", "support"}
FEELINGS = [
    "I'm so very lonely",
    "just feeling like a failure",
    "I'm struggling a lot",
    "I feel really broken",
    "nobody really understands",
    "feeling so numb",
    "why me though",
    "I'm really depressed",
    "my body has let me down",
    "I'm feeling gutted",
]
CRISES = ["I feel utterly worthless", "what's the point now", "I really can't go on"]
OTHERS = [
    "I feel like a sandwich",
    "my laptop died",
    "I'm struggling with this recipe",
    "he won't stop barking at the postman",
    "let me",
    "in the",
    "half the",
]


@pytest.mark.parametrize("said", FEELINGS)
def test_a_feeling_is_met_with_care(said):
    move = default().understand(said).move
    assert isinstance(move, Ask | Clarify)
    assert CARE & ({move.topic} if isinstance(move, Ask) else set(move.candidates))


@pytest.mark.parametrize("said", CRISES)
def test_despair_in_few_words_is_a_crisis(said):
    assert default().understand(said).move == Danger("crisis_emotional")


@pytest.mark.parametrize("said", OTHERS)
def test_the_same_words_about_something_else_are_not_ours(said):
    assert isinstance(default().understand(said).move, OutOfScope)


def test_scraps_are_learned_as_none_of_ours_and_hold_no_question_of_ours(ways):
    rows = examples(ways)
    found = dict(scraps(rows))
    assert set(found.values()) == {OUT_OF_SCOPE}
    assert not found.keys() & rows.keys()
    assert not found.keys() & {"bleeding", "sex", "baby", "miscarriage", "how long", "pain"}
    assert len(lessons(rows)) > len(rows) + len(found)

"""The pieces of understanding, each by itself."""

import pytest

from skill.understanding.beliefs import belief_in
from skill.understanding.parts import corrected, halves
from skill.understanding.sound import sound
from skill.understanding.wordpiece import WordPiece
from skill.understanding.wounds import Wounds


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("how long will i bleed no wait when can we have sex", "when can we have sex"),
        ("not the bleeding i mean the cramps", "the cramps"),
        ("i don't want to know why i want to know how long", "how long"),
        ("never mind my period just tell me when sex is safe", "when sex is safe"),
        ("three weeks no four weeks ago", ""),
        ("when can we have sex", ""),
        ("", ""),
    ],
)
def test_what_follows_a_correction_or_a_contrast_is_found(said, meant):
    assert corrected(said) == meant


def test_two_questions_in_one_breath_are_cut_where_both_are_questions():
    assert ("when can we have sex", "when will my period come") in list(
        halves("when can we have sex and when will my period come")
    )
    assert list(halves("pain and fever")) == []
    assert list(halves("bleeding and cramping after a miscarriage")) == []


@pytest.mark.parametrize(
    ("topic", "said", "held"),
    [
        ("first_period", "i have to wait for my period first don't i", True),
        ("first_period", "when does my period come back", False),
        ("sex_timing", "is it okay while i'm still bleeding", True),
        ("sex_timing", "when is it safe", False),
        ("fever", "i thought a slight fever is normal", True),
    ],
)
def test_a_belief_is_heard_in_a_yes_or_no_question_only(topic, said, held):
    assert (belief_in(topic, said) is not None) == held


@pytest.mark.parametrize(
    ("one", "other"), [("forced", "forest"), ("pills", "pils"), ("abusing", "apoosing"), ("fever", "vefer")]
)
def test_words_that_are_mistaken_for_each_other_sound_alike(one, other):
    assert sound(one) == sound(other)


def test_words_that_are_not_do_not():
    assert sound("fever") != sound("period")


def test_a_word_is_cut_into_the_longest_pieces():
    pieces = WordPiece(["[UNK]", "[CLS]", "[SEP]", "mis", "##carriage", "##carri", "sex"])
    assert pieces("miscarriage sex xyz") == [1, 3, 4, 6, 0, 2]


def test_a_long_text_is_cut_and_an_empty_one_is_not_an_error():
    pieces = WordPiece(["[UNK]", "[CLS]", "[SEP]", "sex"])
    assert len(pieces("sex " * 1_000, 48)) == 48
    assert pieces("") == [1, 2]


def test_the_same_seed_gives_the_same_damage_and_another_seed_another():
    wounds = Wounds("when can we have sex again forced forest".split(), sound)
    text = "when can we have sex again after a miscarriage"
    assert wounds.damage(text, 1) == wounds.damage(text, 1)
    assert len({wounds.damage(text, seed) for seed in range(20)}) > 5
    assert wounds.damage("sex", 1) == "sex"

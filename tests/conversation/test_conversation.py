"""Conversations in which one thing is shown at a time."""

import pytest

from skill.content import load
from skill.conversation import State, turn
from skill.conversation.move import Ask, Clarify, Danger, FollowUp, Launch, NotUnderstood, OutOfScope, Silence, Verb
from states import reach


def hold(*moves, locale="en-US"):
    """The captions of a conversation."""
    state, said = State(), []
    for move in moves:
        state, reply = turn(load(locale), state, move)
        said.append(reply.caption)
    return said


def test_the_greeting_does_not_say_aloud_what_happened():
    """Somebody else may be in the room."""
    (greeting,) = hold(Launch())
    assert "miscarriage" not in greeting
    assert "sex" not in greeting.lower()
    assert greeting.endswith("?")


def test_a_one_shot_question_is_answered_and_closed():
    _, reply = reach([Ask("first_period")])
    assert not reply.asks


def test_the_disclaimer_comes_once_a_session_and_after_the_answer():
    said = hold(Launch(), Ask("first_period"), Ask("fever"))
    assert "not medical advice" in said[1]
    assert not said[1].startswith("This is general")
    assert "not medical advice" not in said[2]


def test_more_gives_the_rest_then_says_that_there_is_no_more():
    said = hold(Launch(), Ask("ectopic_molar"), Verb("more"))
    assert said[-1].startswith("That is all the article says")
    said = hold(Launch(), Ask("why_wait"), Verb("more"), Verb("more"))
    assert "ultrasound" in said[2]
    assert said[3].startswith("That is all")


def test_shorter_stays_until_more():
    """Brevity is a setting: once somebody asked for it, the next answers are short too."""
    state, _ = reach([Launch(), Ask("grief"), Verb("shorter")])
    _, reply = turn(load(), state, Ask("fever"))
    assert reply.lines[0].part == "topic:fever:short"
    state, _ = turn(load(), state, Verb("more"))
    assert not state.brief


def test_slower_twice_stays_slow_and_normal_speed_undoes_it():
    state, _ = reach([Launch(), Ask("fever"), Verb("slower"), Verb("slower")])
    assert state.speed == "slow"
    assert turn(load(), state, Ask("grief"))[1].speed == "slow"
    assert turn(load(), state, Verb("normal_speed"))[1].speed == "normal"


def test_go_back_returns_answer_by_answer():
    said = hold(Launch(), Ask("why_wait"), Ask("fever"), Ask("grief"), Verb("back"), Verb("back"), Verb("back"))
    assert said[4].startswith("Any fever")
    assert said[5].startswith("While the body clears")
    assert said[6].startswith("That was the first")


def test_the_list_names_three_topics_at_a_time_and_each_topic_once():
    state, named = State(), []
    for _ in range(12):
        state, reply = turn(load(), state, Verb("menu"))
        named += reply.lines[0].part.split(":")[2].split(",")
    assert sorted(named) == sorted(load().topics)


def test_the_second_one_takes_the_second_of_a_list():
    _, reply = reach([Launch(), Verb("menu"), Verb("second")])
    assert reply.topic == "not_ready"


def test_yes_takes_an_offer_and_no_declines_it_then_says_goodbye():
    _, reply = reach([Launch(), Ask("sex_timing"), Verb("yes")])
    assert reply.topic == "why_wait"
    said = hold(Launch(), Ask("sex_timing"), Verb("no"), Verb("no"))
    assert said[2].endswith("else you'd like to know?")
    assert said[3] == "Take gentle care."


def test_an_offer_that_was_not_taken_is_not_pressed():
    said = hold(Launch(), Ask("sex_timing"), Verb("more"))
    assert said[1].split(". ")[-1] != said[2].split(". ")[-1]


def test_did_you_mean_offers_both_and_takes_either():
    pair = ("cramping", "pain_during_sex")
    assert reach([Launch(), Clarify(pair)])[1].candidates == pair
    assert reach([Launch(), Clarify(pair), Verb("second")])[1].topic == "pain_during_sex"
    assert reach([Launch(), Clarify(pair), Verb("yes")])[1].topic == "cramping"


def test_and_after_a_d_and_c_stays_with_the_question():
    assert reach([Launch(), Ask("sex_timing"), FollowUp("kind", ("d_and_c",))])[1].topic == "sex_timing_procedure"
    assert reach([Launch(), Ask("bleeding_duration"), FollowUp("kind", ("d_and_c",))])[1].topic == "bleeding_after_procedure"


def test_a_kind_that_changes_nothing_here_is_taken_to_be_about_when():
    assert reach([Launch(), Ask("grief"), FollowUp("kind", ("medicine",))])[1].topic == "sex_timing_procedure"
    assert reach([FollowUp("kind", ("ectopic",))])[1].topic == "ectopic_molar"


def test_why_and_how_long_follow_the_answer_at_hand():
    assert reach([Launch(), Ask("nothing_inside"), FollowUp("why")])[1].topic == "why_wait"
    assert reach([Launch(), Ask("heavy_bleeding"), FollowUp("how_long")])[1].topic == "bleeding_duration"
    assert hold(FollowUp("why"))[0].endswith("like to know about?")


def test_what_about_my_wife_gives_the_partners_words_from_then_on():
    said = hold(Launch(), Ask("not_ready"), FollowUp("partner"), Ask("pain_during_sex"))
    assert "Many people don't feel up to sex" in said[2]
    assert "the doctor" in said[3]


def test_never_the_same_words_twice_while_misunderstanding():
    for miss in (NotUnderstood(), OutOfScope()):
        said = hold(Launch(), miss, miss, miss)[1:]
        assert len(set(said)) == 3
        assert not said[-1].endswith("?")


def test_an_answer_between_two_misses_starts_the_ladder_again():
    said = hold(Launch(), OutOfScope(), Ask("grief"), OutOfScope())
    assert said[1] == said[3]


def test_a_near_miss_offers_what_is_near():
    state, reply = reach([Launch(), OutOfScope(("fever", "cramping"))])
    assert "fever, or cramps" in reply.caption
    assert turn(load(), state, Verb("second"))[1].topic == "cramping"


def test_silence_asks_once_more_in_other_words_and_then_closes():
    said = hold(Launch(), Ask("sex_timing"), Silence(), Silence())
    assert said[2] == "No hurry. Would you like that, or something else?"
    assert not said[3].endswith("?")


def test_after_a_silence_yes_still_takes_the_offer():
    assert reach([Launch(), Ask("sex_timing"), Silence(), Verb("yes")])[1].topic == "why_wait"


def test_where_the_figures_come_from():
    said = hold(Launch(), Ask("risk_of_another"), Verb("source"))
    assert said[2].startswith("The article takes those figures from the Mayo Clinic.")


def test_delete_my_data_says_that_nothing_is_kept():
    assert "I keep nothing" in hold(Verb("data"))[0]


def test_a_danger_sign_in_the_middle_then_a_question_does_not_lose_the_way_to_help():
    said = hold(Launch(), Ask("fever"), Danger("urgent_physical"), Ask("grief"), Verb("yes"))
    assert said[3].endswith("Would you like to hear again how to get help?")
    assert said[4] == said[2]


def test_a_crisis_of_somebody_else_is_answered_for_them():
    assert "neither of you is alone" in reach([Danger("crisis_emotional", partner=True)])[1].caption


@pytest.mark.parametrize("locale", ["fr-FR", "", "en-NZ", "xx"])
@pytest.mark.parametrize("danger", ["urgent_physical", "crisis_emotional", "unsafe_partner"])
def test_an_unknown_locale_never_hears_another_countrys_number(locale, danger):
    (said,) = hold(Danger(danger), locale=locale)
    assert not any(character.isdigit() for character in said)
    assert "local emergency number" in said


@pytest.mark.parametrize("damaged", [None, [], "x", {"at": 5}, {"last": "abc"}, {"nonsense": 1}, {"misses": "many"}])
def test_a_damaged_state_starts_a_new_conversation(damaged):
    assert State.from_json(damaged) == State()

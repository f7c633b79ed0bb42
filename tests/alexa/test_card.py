"""Cards: none unasked; after the warning and a yes, one whose text is the caption of the last answer."""

import json

import pytest

from skill.conversation import State, turn
from skill.conversation.move import Ask, Danger, Launch, Silence, Verb
from skill.web.answer import Question, known, reply_to
from states import MOVES, WAYS, reach


@pytest.mark.parametrize(
    "first", [Ask("grief"), Ask("not_ready", partner=True), Danger("urgent_physical"), Ask("fever", also="cramping")]
)
def test_the_card_is_the_caption_of_the_last_answer_word_for_word(content, first):
    _, answer = reach([Launch(), first])
    state, asked = reach([Launch(), first, Verb("send")])
    assert asked.asks and not asked.card
    assert "can see it" in asked.caption
    _, sent = turn(content, state, Verb("yes"))
    assert " ".join(line.text for line in sent.card) == answer.caption


def test_after_something_said_in_between_the_card_is_the_answer_at_hand(content):
    _, sent = reach([Launch(), Ask("grief"), Verb("help"), Verb("send"), Verb("yes")])
    assert sent.card[0].part == "topic:grief:normal"


def test_a_silence_and_a_second_asking_lose_nothing(content):
    _, sent = reach([Launch(), Ask("grief"), Verb("send"), Silence(), Verb("send"), Verb("yes")])
    assert sent.card


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_no_move_from_any_state_sends_a_card_but_a_yes_to_the_question(content, way):
    state, reply = reach(way)
    for move in MOVES:
        _, after = turn(content, state, move)
        assert bool(after.card) == (move == Verb("yes") and reply is not None and reply.lines[-1].part == "phrase:send_ask")


def test_the_card_through_the_skill_has_a_neutral_title(device):
    device.open()
    answer = device.say("what about cramps")
    device.say("send it to my phone")
    card = device.say("yes").response["card"]
    assert card == {"type": "Simple", "title": "Questions", "content": answer.text}


def test_a_state_of_before_is_still_a_state():
    """As Alexa may send it back from a session that began before cards."""
    old = {"last": ["topic:grief:normal", "offer:support"], "at": "topic:grief:normal", "disclaimed": True}
    assert State.from_json(json.loads(json.dumps(old))).at == "topic:grief:normal"
    assert "card" not in State.from_json(old).to_json()


def test_a_face_without_an_app_says_that_it_cannot(content):
    class Heard:
        def move(self, text):
            return Verb("send")

    state, _ = reach([Launch(), Ask("grief")])
    _, after, reply = reply_to(Question("send it to my phone", state.to_json()), Heard())
    assert "can't send" in reply.caption
    assert after.card == () and known(content, after.to_json()) == after

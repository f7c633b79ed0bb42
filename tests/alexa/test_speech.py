"""Everything that can be said is SSML that Alexa takes, is read rightly, and equals its caption."""

import pytest

from skill.content import LOCALES, load
from skill.conversation import State, turn
from skill.conversation.move import Ask, Danger, Launch, Verb
from skill.rendering.ssml import speech
from speech.ssml import lint
from states import MOVES, WAYS


def says(content, *moves):
    state = State()
    for move in moves:
        state, reply = turn(content, state, move)
        yield reply, state


def assert_clean(reply, speed, locale):
    for lines in (reply.lines, reply.reprompt):
        ssml = f"<speak>{speech(lines, speed)}</speak>"
        assert lint(ssml, locale, caption=" ".join(line.text for line in lines)) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_every_form_of_every_answer_and_every_safety_answer(locale):
    content = load(locale)
    for topic in content.topics:
        for partner in (False, True):
            for reply, _ in says(content, Launch(), Ask(topic, partner=partner), Verb("shorter"), Verb("more"), Verb("source")):
                assert_clean(reply, "normal", locale)
    for danger in content.safety:
        for reply, _ in says(content, Danger(danger), Verb("repeat"), Danger(danger, True)):
            assert_clean(reply, "slow", locale)


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_every_reply_from_every_state(content, way):
    for move in MOVES:
        for reply, state in says(content, *way, move):
            assert_clean(reply, state.speed, "en-US")

"""SSML, read: what a voice says and where it pauses."""

import pytest

from speech.errors import SsmlError
from speech.ssml import Chunk, parse, words


def test_sentences_are_said_one_by_one_with_a_rest_between():
    assert parse("<speak><s>One.</s><s>Two.</s></speak>") == [Chunk("One.", 1.0, 250), Chunk("Two.", 1.0, 250)]


def test_a_break_is_silence():
    assert parse('<speak>One<break time="1.5s"/>two</speak>') == [Chunk("One", 1.0, 1500), Chunk("two")]


def test_prosody_changes_the_speed_of_what_it_holds():
    assert [chunk.rate for chunk in parse('<speak>a <prosody rate="80%">b</prosody> c</speak>')] == [1.0, 0.8, 1.0]
    assert parse('<speak><prosody rate="slow">b</prosody></speak>')[0].rate == 0.8


def test_a_telephone_number_is_said_digit_by_digit_in_groups():
    ssml = '<speak><s>Call <say-as interpret-as="telephone">800-799-7233</say-as>, now.</s></speak>'
    assert parse(ssml)[0].text == "Call eight - zero - zero, seven - nine - nine, seven - two - three - three, now."
    assert words(ssml) == "Call 800-799-7233, now."


def test_words_are_the_caption():
    assert words('<speak><s>Tea &amp; toast.</s><break time="400ms"/><s>More?</s></speak>') == "Tea & toast. More?"
    assert words("") == ""


@pytest.mark.parametrize(
    "ssml",
    [
        "no markup",
        "<speak>tea & toast</speak>",
        "<speak><s>open</speak>",
        "<p>no root</p>",
        "<speak><marquee>x</marquee></speak>",
        '<speak><break time="11s"/></speak>',
        '<speak><break time="soon"/></speak>',
        '<speak><prosody rate="5%">x</prosody></speak>',
        '<speak><prosody colour="red">x</prosody></speak>',
    ],
)
def test_markup_that_alexa_would_refuse_is_an_error_that_says_what_to_do(ssml):
    with pytest.raises(SsmlError, match=r"\. [A-Z]"):
        parse(ssml)

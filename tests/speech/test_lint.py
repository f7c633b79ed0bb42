"""SSML that Alexa would refuse, or that would be read wrongly: every finding points at its place."""

import pytest

from speech.errors import SsmlError
from speech.ssml import lint, parse
from speech.ssml.tags import TAGS

GOOD = [
    "<s>Wait until the bleeding has stopped.</s>",
    '<p><s>One.</s><break time="10s"/><s>Two.</s></p>',
    '<prosody rate="80%" pitch="-33.3%" volume="+4dB">slowly</prosody>',
    '<prosody rate="x-slow" pitch="x-high" volume="silent">slowly</prosody>',
    '<emphasis level="strong">never</emphasis>',
    'Call <say-as interpret-as="telephone">800-799-7233</say-as> or <say-as interpret-as="digits">911</say-as>.',
    'On <say-as interpret-as="date" format="mdy">11/23/2026</say-as>.',
    'A <sub alias="dilation and curettage">D&amp;C</sub>.',
    'Say <phoneme alphabet="ipa" ph="pɪˈkɑːn">pecan</phoneme>.',
    'They <w role="amazon:VBD">read</w> it.',
    '<lang xml:lang="fr-FR">Bonjour</lang>',
    '<voice name="Joanna">Hello.</voice>',
    '<audio src="soundbank://soundlibrary/nature/amzn_sfx_rain_01"/>',
    '<amazon:effect name="whispered">quietly</amazon:effect>',
    '<amazon:emotion name="disappointed" intensity="low">Oh.</amazon:emotion>',
    '<amazon:domain name="news">Today.</amazon:domain>',
    "Sex may be safe as soon as 2 weeks after, at 9 weeks, or at 38.5 degrees Celsius.",
]

BAD = {
    "<marquee>x</marquee>": "is not a tag that Alexa takes",
    "<s>a<p>b</p></s>": "<p> stands inside <s>",
    "<s>a<s>b</s></s>": "<s> stands inside <s>",
    "<speak>a</speak>": "<speak> stands inside <speak>",
    '<break time="11s"/>': "longer than 10 s",
    '<break time="10001ms"/>': "longer than 10 s",
    '<break time="soon"/>': "is not a value of <break>",
    '<break strength="huge"/>': "is not a value of <break>",
    "<break>x</break>": "<break> holds text",
    '<prosody rate="5%">x</prosody>': "is not a value of <prosody>",
    '<prosody pitch="+60%">x</prosody>': "is not a value of <prosody>",
    '<prosody pitch="-34%">x</prosody>': "is not a value of <prosody>",
    '<prosody volume="+9dB">x</prosody>': "is not a value of <prosody>",
    '<prosody colour="red">x</prosody>': "takes no 'colour'",
    "<prosody>x</prosody>": "has no rate or pitch or volume",
    "<emphasis>x</emphasis>": "has no level",
    '<say-as interpret-as="phone">x</say-as>': "is not a value of <say-as>",
    '<say-as interpret-as="digits"><s>1</s></say-as>': "<say-as> holds a tag",
    "<sub>x</sub>": "has no alias",
    '<phoneme alphabet="arpabet" ph="x">x</phoneme>': "is not a value of <phoneme>",
    '<w role="verb">read</w>': "is not a value of <w>",
    '<lang xml:lang="xx-XX">x</lang>': "is not a value of <lang>",
    '<voice name="Marvin">x</voice>': "is not a value of <voice>",
    '<voice name="Mizuki">x</voice>': "does not speak English",
    '<audio src="http://example.org/x.mp3"/>': "is not a value of <audio>",
    '<audio src="https://example.org/x.mp3"/>' * 6: "too many <audio> files",
    '<amazon:effect name="shouted">x</amazon:effect>': "is not a value of <amazon:effect>",
    '<amazon:emotion name="excited">x</amazon:emotion>': "has no intensity",
    '<amazon:domain name="fun">x</amazon:domain>': "does not work in en-US",
    '<voice name="Joanna"><emphasis level="strong">x</emphasis></voice>': "does not work inside <voice>",
    '<p mood="sad">x</p>': "takes no 'mood'",
}

MISREAD = [
    "Call 800-799-7233.",
    "Call 116 123.",
    "Call 911.",
    "In 123456 cases.",
    "Half is 1/2.",
    "Wait 2-4 weeks.",
    "A fever of 38°C.",
    "Rest, e.g. at home.",
    "Wait 2 wks.",
    "Ask Dr. Who.",
    "In the ER.",
    "50 % of it.",
    "Tea &amp;amp; toast.",
    "Good \N{GRINNING FACE}.",
]


@pytest.mark.parametrize("inside", GOOD)
def test_what_alexa_takes_has_no_finding_and_can_be_cut_into_chunks(inside):
    assert lint(f"<speak>{inside}</speak>") == []
    parse(f"<speak>{inside}</speak>")


def test_every_tag_is_tried():
    tried = " ".join(GOOD)
    assert [tag for tag in TAGS if f"<{tag}" not in tried and tag not in ("speak", "alexa:name")] == []


@pytest.mark.parametrize(("inside", "problem"), BAD.items())
def test_what_alexa_would_refuse_is_found_and_is_not_spoken(inside, problem):
    assert problem in "\n".join(map(str, lint(f"<speak>{inside}</speak>")))
    with pytest.raises(SsmlError, match="line 1, column"):
        parse(f"<speak>{inside}</speak>")


@pytest.mark.parametrize("text", MISREAD)
def test_what_may_be_read_wrongly_is_found_and_is_spoken_all_the_same(text):
    assert len(lint(f"<speak><s>{text}</s></speak>")) == 1
    parse(f"<speak><s>{text}</s></speak>")


@pytest.mark.parametrize(
    ("ssml", "place"),
    [
        ("<speak>\n  tea & toast\n</speak>", "line 2, column 8"),
        ("<speak><s>open</speak>", "line 1, column 17"),
        ("no markup", "line 1, column 1"),
        ("<p>no root</p>", "line 1, column 1"),
        ("", "line 1, column 1"),
        ("<speak>", "line 1, column 8"),
        ('<!DOCTYPE x [<!ENTITY a "aa">]><speak>&a;</speak>', "document type"),
    ],
)
def test_broken_markup_is_an_error_with_its_place_and_what_to_do(ssml, place):
    with pytest.raises(SsmlError, match=r"\. [A-Z]") as error:
        lint(ssml)
    assert place in str(error.value)


def test_a_finding_points_at_its_place():
    (found,) = lint("<speak><s>One.</s>\n<s>Two is fine, and then call 911 now.</s></speak>")
    assert (found.line, found.column) == (2, 31)


def test_the_caption_must_be_what_is_said():
    assert lint("<speak><s>Wait.</s> <s>Rest.</s></speak>", caption="Wait. Rest.") == []
    assert "the caption differs" in str(lint("<speak><s>Wait.</s></speak>", caption="Rest.")[0])


def test_the_locale_decides_what_works():
    assert lint('<speak><amazon:domain name="news">x</amazon:domain></speak>', "en-AU") == []
    assert lint('<speak><amazon:emotion name="excited" intensity="low">x</amazon:emotion></speak>', "en-IN")


def test_eight_thousand_characters_are_too_many():
    assert "8000" in str(lint(f"<speak>{'a ' * 4_000}</speak>")[0])

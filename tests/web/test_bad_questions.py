"""What the service is sent and should not be: no questions, foreign states, sounds that are none."""

import json

import pytest

from doors import Parrot, ask, service
from speech.audio import Audio


@pytest.mark.parametrize("locale", ["en/phrases", "../../x", "fr-FR", "\0", "en-NZ", "x" * 5_000])
def test_a_locale_that_is_not_ours_gets_words_and_no_numbers(client, locale):
    answer = ask(client, "i am soaking a pad every hour", locale=locale)
    assert answer["urgent"] and answer["helplines"] == [] and "your local emergency number" in answer["caption"]


BAD = {
    "nothing": b"",
    "not JSON": b"{hello",
    "a list": b"[]",
    "a number for a question": b'{"question": 3}',
    "a list for a state": b'{"state": []}',
    "an unknown key": b'{"questions": "x"}',
    "not UTF-8": b'{"question": "\xff"}',
    "very deep": b'{"state":' + b'{"a":' * 9_000,
}


@pytest.mark.parametrize("what", BAD)
def test_what_is_no_question_is_a_calm_400(client, what):
    answer = client.post("/api/ask", data=BAD[what])
    assert answer.status_code == 400 and "Send JSON like" in answer.json["error"]


STATES = [
    {"last": ["topic:nothing:normal"]},
    {"last": ["phrase:no_such"]},
    {"last": ["phrase:which_topic"]},
    {"at": "topic:grief:backwards"},
    {"at": "belief:sex_timing:99"},
    {"at": "nonsense"},
    {"trail": [""] * 50},
    {"speed": "at once"},
    {"menu": -3},
    {"menu": 10**30},
    {"danger": "safety:nobody:normal"},
    {"danger": "topic:grief:normal"},
    {"misses": 10**9, "silences": -4},
    {"canary": True},
]


@pytest.mark.parametrize("state", STATES, ids=json.dumps)
def test_a_state_that_we_never_gave_is_a_new_conversation(client, state):
    for question in (
        "why",
        "more",
        "yes",
        "repeat",
        "back",
        "menu",
        "",
        "what about the sofa",
        "slower",
        "when can we have sex",
    ):
        assert ask(client, question, state)["caption"]


@pytest.mark.parametrize(
    "text", ["\0\x1b[2J", "😭" * 500, "<canary>&amp;", "'; drop table users; --", "x" * 10_000, "我什么时候可以"]
)
def test_any_text_is_answered_and_nothing_is_echoed(client, text):
    answer = ask(client, text)
    assert answer["caption"] and text[:6] not in answer["ssml"]


def test_a_question_that_is_far_too_long_is_refused(client):
    assert client.post("/api/ask", json={"question": "x" * 70_000}).status_code == 413
    assert service(ear=Parrot()).post("/api/listen", data=b"x" * 2_100_000).status_code == 413


@pytest.mark.parametrize("data", [b"", b"hello", b"RIFF", Audio.silence(100).to_wav()[:20], b"\x1aE\xdf\xa3" + b"\0" * 100])
def test_what_is_no_sound_is_a_calm_415(data):
    answer = service(ear=Parrot()).post("/api/listen", data=data)
    assert answer.status_code == 415 and "Send WAV" in answer.json["error"]


def test_a_recording_that_is_too_long_is_refused():
    answer = service(ear=Parrot()).post("/api/listen", data=Audio.silence(61_000, 8_000).to_wav())
    assert answer.status_code == 415 and "longer than 60 seconds" in answer.json["error"]


@pytest.mark.parametrize("name", ["misses", "silences", "menu"])
def test_a_count_that_nobody_could_have_is_a_new_conversation(client, name):
    answer = ask(client, "qwertz", {"last": ["phrase:not_understood_1"], name: -1})
    assert answer["state"] == ask(client, "qwertz")["state"]

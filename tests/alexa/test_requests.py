"""Every sort of request that Alexa can send, recorded, is answered as Alexa takes it; and the helper that says so is strict."""

import json

import pytest

from recorded import FOLDER, made, recorded, text
from skill.alexa.handlers import SPOKEN
from skill.alexa.intents import topic_intent
from skill.alexa.skill import build
from skill.certify.validity import faults
from skill.content import load
from skill.understanding import default
from skill.web.app import Parts, create_app
from skill.web.sound import Sounds
from speech.envelope import Session, Slot
from speech.requests import can_fulfill
from speech.voice import SilentVoice

ENVELOPES = recorded()
CONTENT = load()


@pytest.fixture(scope="module")
def skill():
    return build(default().move)


def test_the_envelopes_are_what_the_device_makes():
    assert {name: text(envelope) for name, envelope in made()} == {
        path.stem: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.json")
    }, "run: python tests/alexa/recorded.py"


@pytest.mark.parametrize("name", ENVELOPES)
def test_every_request_is_answered_as_alexa_takes_it(skill, name, caplog):
    answer = json.loads(json.dumps(skill(ENVELOPES[name])))
    assert list(faults(ENVELOPES[name], answer)) == []
    failed = "a request failed" in caplog.text
    assert failed == (name == "question_without_an_intent"), caplog.text


@pytest.mark.parametrize("name", ENVELOPES)
def test_the_service_answers_the_same(skill, name, door):
    answered = door.post("/alexa", json=ENVELOPES[name])
    assert answered.status_code == 200
    assert answered.json["response"] == json.loads(json.dumps(skill(ENVELOPES[name])))["response"]


@pytest.fixture(scope="module")
def door():
    return create_app(Parts(default(), Sounds(SilentVoice()), unverified=True)).test_client()


def test_large_envelopes_are_as_large_as_alexa_sends_them():
    large = [name for name in ENVELOPES if name.startswith("large")]
    assert len(large) == 3
    assert all(22_000 < len(json.dumps(ENVELOPES[name])) < 25_000 for name in large)


def test_nothing_is_said_where_alexa_takes_no_speech(skill):
    silent = [name for name, envelope in ENVELOPES.items() if envelope["request"]["type"] not in SPOKEN]
    assert len(silent) > 20
    for name in silent:
        assert set(skill(ENVELOPES[name])["response"]) <= {"canFulfillIntent"}, name


def test_an_event_leaves_the_conversation_where_it_was(skill):
    session = Session()
    session.attributes = json.loads(json.dumps(skill(session.intent("FeverIntent", []))["sessionAttributes"]))
    after = skill(session.request("Alexa.Presentation.APL.RuntimeError", token="t", errors=[]))
    assert after["sessionAttributes"] == session.attributes


@pytest.mark.parametrize("locale", ["es-ES", "xx"])
def test_a_locale_that_we_do_not_know_hears_no_countrys_number(skill, locale):
    said = skill(Session(locale).intent("UrgentPhysicalIntent", []))["response"]["outputSpeech"]["ssml"]
    assert not any(letter.isdigit() for letter in said.replace("400ms", ""))
    assert "your local emergency number" in said


@pytest.mark.parametrize("name", ["launch_without_a_locale", "launch_without_a_user", "launch_without_a_session"])
def test_what_is_missing_changes_no_word(skill, name):
    assert skill(ENVELOPES[name])["response"] == skill(ENVELOPES["launch"])["response"]


def beforehand(skill, name, *slots):
    answer = skill(can_fulfill(Session(), name, list(slots)))
    assert list(faults(can_fulfill(Session(), name, []), json.loads(json.dumps(answer)))) == []
    return answer["response"]["canFulfillIntent"]


@pytest.mark.parametrize("topic", CONTENT.topics)
def test_can_fulfill_says_yes_for_each_topic(skill, topic):
    assert beforehand(skill, topic_intent(topic))["canFulfill"] == "YES"


NO = ["AMAZON.HelpIntent", "ShorterIntent", "HowLongIntent", "KindIntent", "SomethingElseIntent", "AMAZON.FallbackIntent"]


@pytest.mark.parametrize("name", [*NO, *map(topic_intent, CONTENT.safety)])
def test_can_fulfill_says_no_for_the_rest(skill, name):
    assert beforehand(skill, name)["canFulfill"] == "NO"


def test_can_fulfill_says_what_it_makes_of_each_slot(skill):
    known, unknown = Slot("kind", "tubal", "ectopic", "KindOfLoss"), Slot("treatment", "a hex", "", "Treatment")
    both = beforehand(skill, "SexTimingIntent", known, unknown)
    assert both["canFulfill"] == "NO"
    assert both["slots"]["kind"] == {"canUnderstand": "YES", "canFulfill": "YES"}
    assert both["slots"]["treatment"] == {"canUnderstand": "NO", "canFulfill": "NO"}
    assert beforehand(skill, "SexTimingIntent", known)["canFulfill"] == "YES"


@pytest.mark.parametrize(
    ("words", "answer"), [("when we can have sex again", "MAYBE"), ("the weather on mars", "NO"), ("i want to die", "NO")]
)
def test_can_fulfill_is_not_sure_of_a_whole_question(skill, words, answer):
    assert beforehand(skill, "QuestionIntent", Slot("question", words, type="AMAZON.SearchQuery"))["canFulfill"] == answer


def broken(text):
    raise RuntimeError


def test_a_fault_of_ours_is_no_speech_where_alexa_takes_none():
    question = Slot("question", "anything", type="AMAZON.SearchQuery")
    request = can_fulfill(Session(), "QuestionIntent", [question])
    assert build(broken)(request)["response"] == {"canFulfillIntent": {"canFulfill": "NO"}}


def test_what_is_no_request_is_refused():
    from ask_sdk_core.exceptions import SerializationException

    for request in ({}, {"type": 7}, {"type": "IntentRequest", "timestamp": "yesterday"}):
        with pytest.raises(SerializationException, match="no request that can be read"):
            build(broken)({"version": "1.0", "request": request})


@pytest.mark.parametrize("body", [b"canary", b'{"request": {"type": "IntentRequest", "intent": "canary"}}', b'["canary"]'])
def test_what_is_no_request_gets_400_and_leaves_nothing_of_it_in_the_log(door, body, caplog):
    assert door.post("/alexa", data=body).status_code == 400
    assert caplog.text and "canary" not in caplog.text


SPEECH = {"type": "SSML", "ssml": "<speak><s>That is all.</s></speak>"}
QUESTION = {"type": "SSML", "ssml": "<speak><s>What next?</s></speak>"}
SAID = {"outputSpeech": SPEECH, "shouldEndSession": True}
ASKED = {
    "outputSpeech": QUESTION,
    "shouldEndSession": False,
    "reprompt": {"outputSpeech": {"type": "SSML", "ssml": "<speak><s>Anything else?</s></speak>"}},
}
RENDER = {"type": "Alexa.Presentation.APL.RenderDocument", "token": "t", "document": {"type": "APL"}}
LAUNCH, ENDED, BEFORE = Session().launch(), Session().ended("ERROR"), can_fulfill(Session(), "FeverIntent", [])
YES = {"canFulfillIntent": {"canFulfill": "YES"}}
BROKEN = {
    "silence": (LAUNCH, {}),
    "a question, and closed": (LAUNCH, ASKED | {"shouldEndSession": True}),
    "no question, and open": (LAUNCH, SAID | {"shouldEndSession": False}),
    "left undefined": (LAUNCH, {"outputSpeech": SPEECH}),
    "no reprompt": (LAUNCH, {"outputSpeech": QUESTION, "shouldEndSession": False}),
    "a reprompt after no question": (LAUNCH, SAID | {"reprompt": ASKED["reprompt"]}),
    "the same words as reprompt": (LAUNCH, ASKED | {"reprompt": {"outputSpeech": QUESTION}}),
    "a card": (LAUNCH, SAID | {"card": {"type": "Simple", "title": "t", "content": "c"}}),
    "a tag": (LAUNCH, SAID | {"outputSpeech": {"type": "SSML", "ssml": "<speak><mark/>That is all.</speak>"}}),
    "too long": (LAUNCH, SAID | {"outputSpeech": {"type": "SSML", "ssml": f"<speak>{'word ' * 1_700}</speak>"}}),
    "a screen that is not there": (LAUNCH, SAID | {"directives": [RENDER]}),
    "a directive that acts": (LAUNCH, SAID | {"directives": [{"type": "Dialog.Delegate"}]}),
    "speech after the end": (ENDED, SAID),
    "a field that does not exist": (LAUNCH, SAID | {"shuoldEndSession": True}),
    "speech beforehand": (BEFORE, YES | {"outputSpeech": SPEECH}),
    "neither yes nor no": (BEFORE, {"canFulfillIntent": {"canFulfill": None}}),
    "a slot half answered": (BEFORE, {"canFulfillIntent": {"canFulfill": "NO", "slots": {"x": {"canUnderstand": "YES"}}}}),
}


@pytest.mark.parametrize("what", BROKEN)
def test_what_alexa_would_not_take_is_found(what):
    request, response = BROKEN[what]
    assert list(faults(request, {"version": "1.0", "response": response})), what


def test_what_alexa_takes_is_not_found():
    for request, response in ((LAUNCH, SAID), (LAUNCH, ASKED), (ENDED, {}), (BEFORE, YES)):
        assert list(faults(request, {"version": "1.0", "response": response})) == []
    screen = Session(screen=True).launch()
    assert list(faults(screen, {"version": "1.0", "response": SAID | {"directives": [RENDER]}})) == []


def test_a_response_too_large_or_of_another_version_or_with_state_beforehand_is_found():
    assert list(faults(LAUNCH, {"version": "1.0", "response": SAID, "sessionAttributes": {"x": "y" * 24_000}}))
    assert list(faults(LAUNCH, {"version": "2", "response": SAID}))
    assert list(faults(BEFORE, {"version": "1.0", "response": YES, "sessionAttributes": {"x": "y"}}))

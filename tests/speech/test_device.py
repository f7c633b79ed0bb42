"""The virtual device with a skill of a few lines that is not ours: it knows nothing of Gentle Recovery."""

import pytest

from speech.device import Device
from speech.envelope import Session
from speech.errors import ScriptError, SkillError
from speech.nlu import SampleMatcher
from speech.rehearse import Dialogue, Turn, read, rehearse

MODEL = {
    "interactionModel": {
        "languageModel": {
            "invocationName": "echo box",
            "intents": [
                {"name": "AMAZON.FallbackIntent", "samples": []},
                {"name": "HelloIntent", "samples": ["hello", "good morning"]},
                {"name": "ColourIntent", "samples": ["paint it {colour}"], "slots": [{"name": "colour", "type": "Colour"}]},
            ],
            "types": [{"name": "Colour", "values": [{"id": "red", "name": {"value": "red", "synonyms": ["crimson"]}}]}],
        }
    }
}


class Parrot:
    """A skill that says which request it got, and keeps every envelope."""

    def __init__(self, speech="You said {name}. More?", end=False):
        self.seen, self.speech, self.end = [], speech, end

    def __call__(self, envelope):
        self.seen.append(envelope)
        request = envelope["request"]
        if request["type"] == "SessionEndedRequest":
            return {"version": "1.0", "response": {}}
        text = self.speech.format(name=request.get("intent", {}).get("name", request["type"]))
        say = {"type": "SSML", "ssml": f"<speak>{text}</speak>"}
        response = {"outputSpeech": say, "shouldEndSession": self.end}
        if not self.end:
            response["reprompt"] = {"outputSpeech": {"type": "SSML", "ssml": "<speak>Well?</speak>"}}
        count = envelope["session"]["attributes"].get("turns", 0) + 1
        return {"version": "1.0", "response": response, "sessionAttributes": {"turns": count, "topic": None}}


@pytest.fixture
def parrot():
    return Parrot()


@pytest.fixture
def talking(parrot):
    return Device(parrot, SampleMatcher(MODEL))


def test_the_first_request_is_new_and_attributes_go_to_and_fro(talking, parrot):
    talking.open()
    talking.say("hello")
    assert [envelope["session"]["new"] for envelope in parrot.seen] == [True, False]
    assert parrot.seen[1]["session"]["attributes"] == {"turns": 1, "topic": None}
    assert parrot.seen[0]["session"]["sessionId"] == parrot.seen[1]["session"]["sessionId"]


def test_opening_again_starts_a_new_session(talking, parrot):
    talking.open()
    talking.open()
    assert parrot.seen[1]["session"]["new"]
    assert parrot.seen[0]["session"]["sessionId"] != parrot.seen[1]["session"]["sessionId"]


def test_punctuation_and_case_do_not_matter(talking):
    assert talking.say("Good morning!").intent == "HelloIntent"


def test_a_slot_comes_with_its_resolution(talking, parrot):
    talking.say("paint it crimson")
    slot = parrot.seen[0]["request"]["intent"]["slots"]["colour"]
    (authority,) = slot["resolutions"]["resolutionsPerAuthority"]
    assert slot["value"] == "crimson"
    assert authority["status"]["code"] == "ER_SUCCESS_MATCH"
    assert authority["values"][0]["value"] == {"name": "red", "id": "red"}


def test_what_matches_nothing_is_the_fallback(talking):
    assert talking.say("something else").intent == "AMAZON.FallbackIntent"


def test_silence_is_a_reprompt_and_then_the_end_of_the_session(talking, parrot):
    talking.open()
    assert talking.silence().text == "Well?"
    assert talking.listening
    assert talking.silence().text == ""
    assert not talking.listening
    assert parrot.seen[-1]["request"]["reason"] == "EXCEEDED_MAX_REPROMPTS"


def test_a_screen_is_announced(parrot):
    device = Device(parrot, SampleMatcher(MODEL), screen=True)
    device.open()
    context = parrot.seen[0]["context"]
    assert "Alexa.Presentation.APL" in context["System"]["device"]["supportedInterfaces"]
    assert context["Viewport"]["pixelWidth"] == 1024


def test_amazons_own_classes_read_our_envelopes():
    import json

    from ask_sdk_core.serialize import DefaultSerializer
    from ask_sdk_model import RequestEnvelope

    for envelope in (Session().launch(), Session(screen=True).intent("HelloIntent", []), Session().ended("ERROR")):
        read_back = DefaultSerializer().deserialize(json.dumps(envelope), RequestEnvelope)
        assert read_back.request.object_type == envelope["request"]["type"]


def test_too_much_speech_is_the_skills_mistake():
    device = Device(Parrot("x" * 8_000), SampleMatcher(MODEL))
    with pytest.raises(SkillError, match="Keep it under 8000"):
        device.open()


def test_speaking_after_the_session_ended_is_the_skills_mistake():
    device = Device(
        lambda envelope: {"response": {"outputSpeech": {"type": "SSML", "ssml": "<speak>Bye</speak>"}}}, SampleMatcher(MODEL)
    )
    with pytest.raises(SkillError, match="SessionEndedRequest"):
        device.leave()


def rehearsed(parrot, *turns):
    dialogue = Dialogue("a test", turns)
    return rehearse(dialogue, lambda locale, screen: Device(parrot, SampleMatcher(MODEL), locale, screen)).differences


def test_a_dialogue_as_written_differs_nowhere(parrot):
    assert rehearsed(parrot, Turn(open=True, must=("launchrequest",)), Turn(say="hello", topic=None, listens=True)) == ()


@pytest.mark.parametrize(
    "turn",
    [
        Turn(say="hello", topic="sex_timing"),
        Turn(say="hello", must=("goodbye",)),
        Turn(say="hello", must_not=("hello",)),
        Turn(say="hello", listens=False),
        Turn(say="hello", same_as=1),
    ],
)
def test_each_sort_of_difference_is_told(parrot, turn):
    (difference,) = rehearsed(parrot, Turn(open=True), turn)
    assert difference.startswith('turn 2 ("hello")')


@pytest.mark.parametrize("text", ["- dialogue: [", "- dialogue: x\n  turns: [{sya: hello}]", "just words", "- dialogue: x"])
def test_a_broken_script_says_where(tmp_path, text):
    path = tmp_path / "script.yaml"
    path.write_text(text)
    with pytest.raises(ScriptError, match=r"script.yaml:\d+: .+\. [A-Z]"):
        read(path)

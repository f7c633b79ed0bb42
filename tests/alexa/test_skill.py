"""The skill through the Alexa SDK and through JSON, as Amazon would call it."""

import json

import pytest

from skill.alexa import handlers
from skill.alexa.handlers import HANDLERS, FallbackHandler, Unhandled
from skill.alexa.intents import topic_intent
from skill.alexa.skill import build
from skill.cli import stage
from skill.content import LOCALES, load
from skill.conversation import State, turn
from skill.conversation.move import NotUnderstood
from skill.rendering.ssml import speech
from speech.device import Device
from speech.envelope import Session, Slot
from speech.ssml import parse, words
from states import MOVES, WAYS, reach

MODEL = json.loads((stage.Path(stage.interaction_models.__file__).parent / "en-US.json").read_text())
INTENTS = {intent["name"]: intent for intent in MODEL["interactionModel"]["languageModel"]["intents"]}
CONTENT = load()


@pytest.fixture(scope="module")
def skill():
    return build(lambda text: NotUnderstood())


def own_names(handler):
    return {"AMAZON.FallbackIntent"} if isinstance(handler, FallbackHandler) else handler.names


def test_every_intent_of_the_model_has_exactly_one_handler_and_the_reverse():
    claimed = [name for make in HANDLERS for name in own_names(make(None))] + ["AMAZON.FallbackIntent"]
    assert sorted(claimed) == sorted(INTENTS)


def test_the_last_handler_takes_anything():
    assert Unhandled().can_handle(None)


@pytest.mark.parametrize("name", INTENTS)
@pytest.mark.parametrize("new", [True, False], ids=["one-shot", "in a session"])
def test_every_intent_is_answered(skill, name, new):
    """With its slots empty, as Alexa sends them when nothing was filled."""
    session = Session(new=new)
    slots = [Slot(slot["name"], type=slot["type"]) for slot in INTENTS[name].get("slots", ())]
    answer = json.loads(json.dumps(skill(session.intent(name, slots))))
    spoken = words(answer["response"]["outputSpeech"]["ssml"])
    assert spoken
    assert answer["response"]["shouldEndSession"] != spoken.endswith("?")
    assert ("reprompt" in answer["response"]) == spoken.endswith("?")
    assert "card" not in answer["response"]


@pytest.mark.parametrize("topic", [*CONTENT.topics, *CONTENT.safety])
def test_every_topic_intent_answers_its_own_topic(skill, topic):
    answer = skill(Session().intent(topic_intent(topic), []))
    assert answer["sessionAttributes"]["topic"] == topic


def test_a_resolved_slot_changes_the_answer_and_an_unresolved_one_does_not(skill):
    known = Slot("treatment", "dnc", "d_and_c", "Treatment", "d and c")
    unknown = Slot("treatment", "a hex", "", "Treatment")
    assert skill(Session().intent("SexTimingIntent", [known]))["sessionAttributes"]["topic"] == "sex_timing_procedure"
    assert skill(Session().intent("SexTimingIntent", [unknown]))["sessionAttributes"]["topic"] == "sex_timing"


def test_a_slot_resolved_by_the_second_of_two_authorities_counts(skill):
    envelope = Session().intent("SexTimingIntent", [Slot("kind", "tubal", "ectopic", "KindOfLoss", "ectopic pregnancy")])
    authorities = envelope["request"]["intent"]["slots"]["kind"]["resolutions"]["resolutionsPerAuthority"]
    authorities.insert(0, {"authority": "another", "status": {"code": "ER_SUCCESS_NO_MATCH"}})
    assert skill(envelope)["sessionAttributes"]["topic"] == "ectopic_molar"


@pytest.mark.parametrize("name", WAYS)
@pytest.mark.parametrize("move", MOVES, ids=repr)
def test_the_ssml_of_every_reply_is_valid_short_enough_and_says_the_caption(name, move):
    state, _ = reach(WAYS[name])
    _, reply = turn(CONTENT, state, move)
    ssml = f"<speak>{speech(reply.lines, reply.speed)}</speak>"
    assert parse(ssml)
    assert words(ssml) == reply.caption
    assert len(ssml) < 8_000


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("topic", [*CONTENT.topics, *CONTENT.safety])
def test_every_topic_is_answered_in_every_locale(skill, locale, topic):
    answer = skill(Session(locale=locale).intent(topic_intent(topic), []))
    assert answer["sessionAttributes"]["topic"] == topic


NUMBERS = {"en-US": "911", "en-CA": "911", "en-GB": "999", "en-AU": "000", "en-IN": "112"}


@pytest.mark.parametrize("locale", LOCALES)
def test_each_locale_hears_its_own_emergency_number_digit_by_digit(skill, locale):
    ssml = skill(Session(locale=locale).intent("UrgentPhysicalIntent", []))["response"]["outputSpeech"]["ssml"]
    assert f'<say-as interpret-as="digits">{NUMBERS[locale]}</say-as>' in ssml
    assert not any(number in ssml for number in set(NUMBERS.values()) - {NUMBERS[locale]})


def test_a_request_without_a_session_is_answered(skill):
    envelope = Session().intent("GriefIntent", [])
    del envelope["session"]
    answer = skill(envelope)
    assert answer["response"]["outputSpeech"]
    assert "sessionAttributes" not in answer


def test_session_ended_says_nothing(skill):
    assert skill(Session(new=False).ended("USER_INITIATED"))["response"] == {}


def test_an_unknown_intent_is_asked_again_not_an_error(skill):
    answer = skill(Session().intent("SomethingElseIntent", []))
    assert answer["response"]["shouldEndSession"] is False


def test_a_fault_is_an_apology_the_conversation_stays_and_the_log_holds_no_words(monkeypatch, caplog):
    """Also through "repeat" afterwards: the answer before the fault is still there."""

    def broken(text):
        raise RuntimeError(f"cannot stand {text}")

    device = Device(build(broken), stage.matcher())
    device.open()
    answer = device.say("when can i have sex after a d and c").text
    assert "went wrong" in device.say("a secret question").text
    assert device.listening
    assert device.say("repeat").text == answer
    assert "secret" not in caplog.text
    assert "RuntimeError" in caplog.text


def test_the_speed_is_in_the_ssml(device):
    device.open()
    device.say("how soon can we have sex again")
    assert '<prosody rate="80%">' in device.say("slower").ssml
    assert "prosody" not in device.say("normal speed").ssml


def test_text_is_escaped_in_one_place():
    from skill.conversation import Line

    assert words(f"<speak>{speech((Line('Tea & <b>coffee</b>.'),))}</speak>") == "Tea & <b>coffee</b>."


def test_nothing_asked_is_in_the_session_attributes(device):
    heard = device.say("zanzibar whispers about my private matters")
    assert "zanzibar" not in json.dumps(heard.attributes)


def test_handlers_keep_the_parameter_names_that_the_sdk_calls_by():
    """The dispatcher calls `can_handle(handler_input=...)` by keyword; a shorter name fails on every request."""
    import inspect

    for name, each in vars(handlers).items():
        if inspect.isclass(each) and hasattr(each, "can_handle") and each.__module__ == handlers.__name__:
            assert "handler_input" in inspect.signature(each.can_handle).parameters, name


def test_state_survives_the_session_attributes(skill):
    session = Session(new=True)
    first = json.loads(json.dumps(skill(session.intent("WhyWaitIntent", []))))
    assert State.from_json(first["sessionAttributes"]["state"]).at == "topic:why_wait:normal"

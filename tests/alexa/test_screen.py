"""What a screen shows: the caption's sentences in order, everything reachable by touch and by screen reader, never twice."""

import json
import re
from functools import cache

import pytest

from skill.alexa import screen
from skill.alexa.screen.data import datasource
from skill.alexa.screen.touch import move_of, touches
from skill.alexa.skill import build
from skill.cli import stage
from skill.content import LOCALES, load
from skill.content.screen import load_screen
from skill.conversation import State, turn
from skill.conversation.move import Ask, Danger, Launch, NotUnderstood, Verb
from skill.understanding import default
from speech.device import Device
from speech.envelope import Session
from speech.ssml import words
from states import MOVES, WAYS, reach

CONTENT = load()
DOCUMENT = json.loads((screen.HERE / "document.json").read_text(encoding="utf-8"))
BLANK = json.loads((screen.HERE / "blank.json").read_text(encoding="utf-8"))
SESSION = Session(screen=True, new=False)


@pytest.fixture(scope="module")
def skill():
    return build(lambda text: NotUnderstood())


@pytest.fixture
def show():
    return stage.device("en-US", screen=True)


def every_reply(content):
    """Every topic in every form, every safety answer, and every move from every state."""
    for topic in content.topics:
        for partner in (False, True):
            state = State()
            for move in (Launch(), Ask(topic, partner=partner), Verb("shorter"), Verb("more"), Verb("more"), Verb("source")):
                state, reply = turn(content, state, move)
                yield reply
    for danger in content.safety:
        yield from (turn(content, State(), Danger(danger, partner))[1] for partner in (False, True))
    yield from (reach([Verb("menu")] * pages)[1] for pages in range(1, 13))
    for way in WAYS.values():
        state, _ = reach(way)
        yield from (turn(content, state, move)[1] for move in MOVES)


@cache
def replies(locale):
    return tuple(dict.fromkeys(every_reply(load(locale))))


@pytest.mark.parametrize("locale", LOCALES)
def test_the_sentences_on_the_screen_are_the_captions_in_order_and_what_it_reads_is_the_same(locale):
    content = load(locale)
    for reply in replies(locale):
        shown = datasource(content, reply, screen.speaks(content, reply))["properties"]
        assert [each["text"] for each in shown["sentences"]] == [line.text for line in reply.lines]
        assert " ".join(each["text"] for each in shown["sentences"]) == reply.caption
        if screen.speaks(content, reply):
            assert [words(each["ssml"]) for each in shown["sentences"]] == [line.text for line in reply.lines]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_screen_shows_no_word_of_its_own_about_what_was_asked(locale):
    """Title, labels of numbers and verbs are neutral; topics are named only where the reply offers them."""
    content, neutral = load(locale), load_screen(locale)
    for text in (neutral.title, *neutral.touch.values(), *neutral.lines.values()):
        assert not re.search(r"miscarriage|pregnan|sex|bleed|loss|recover", text, re.I)
    for reply in replies(locale):
        offered = {each.what for each in touches(content, reply, neutral) if each.does == "ask"}
        named = reply.lines[-1].part.split(":")
        assert offered <= set(named[-1].split(","))


@pytest.mark.parametrize("locale", LOCALES)
def test_every_number_that_is_said_is_shown_large_the_emergency_number_first(locale):
    content = load(locale)
    for reply in replies(locale):
        shown = datasource(content, reply, False)["properties"]["numbers"]
        assert {each["number"] for each in shown} == {number for line in reply.lines for number in line.digits}
    for danger in content.safety:
        first = datasource(content, turn(content, State(), Danger(danger))[1], False)["properties"]["numbers"][0]
        assert first["number"] == content.helplines["emergency"].number
        assert first["digits"] == " ".join(first["number"])


def test_after_a_danger_sign_no_topic_can_be_touched():
    for danger in CONTENT.safety:
        _, reply = turn(CONTENT, State(), Danger(danger))
        assert [each.does for each in touches(CONTENT, reply, load_screen())] == ["verb"] * 3


def test_every_touch_can_be_said():
    """The text of each touch, understood as speech: the very same move for a verb, the same topic's answer for a topic."""
    shown = {touch for reply in replies("en-US") for touch in touches(CONTENT, reply, load_screen())}
    assert {touch.what for touch in shown if touch.does == "ask"} == set(CONTENT.topics)
    for touch in shown:
        touched, said = move_of(CONTENT, [touch.does, touch.what]), default().move(touch.label)
        assert said == touched or (isinstance(said, Ask) and said.topic == touched.topic), touch.label


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_touching_a_topic_answers_as_yes_or_the_second_one_does(way):
    state, reply = reach(way) if way else (State(), None)
    if not reply or not reply.asks or reply.lines[-1].part.startswith("phrase:menu_one"):
        return
    offered = [touch for touch in touches(CONTENT, reply, load_screen()) if touch.does == "ask"]
    for touch, verb in zip(offered, ["yes"] if len(offered) == 1 else ["first", "second", "third"], strict=False):
        said, touched = Verb(verb), move_of(CONTENT, [touch.does, touch.what])
        assert turn(CONTENT, state, said) == turn(CONTENT, state, touched)


def test_everybody_who_is_asked_can_answer_by_touch():
    """Each open question leaves something to touch, and hiding is always there."""
    for reply in replies("en-US"):
        found = touches(CONTENT, reply, load_screen())
        assert found[-1].what == "hide"
        assert (len(found) > 1) == reply.asks
        assert len(found) <= 5


@pytest.mark.parametrize(
    "arguments", [None, [], ["ask"], ["ask", "no_such_topic"], ["verb", "sing"], ["say", 1], [{}, []], "ask"]
)
def test_a_touch_of_something_that_we_never_showed_is_asked_again(skill, arguments):
    assert move_of(CONTENT, arguments) is None
    answer = skill(SESSION.touch("questions", arguments))
    assert answer["response"]["shouldEndSession"] is False


def test_every_response_to_a_screen_is_small_enough_and_is_said_once(skill):
    """The device refuses a response of 24 KB, one that says a sentence twice, and what Alexa would not speak."""
    for locale in LOCALES:
        for topic in load(locale).topics:
            device = Device(skill, lambda text: (text, []), locale, screen=True)
            device.open()
            device._send(lambda session, topic=topic: session.touch("questions", ["ask", topic]), "touch")
            assert device.last.text.startswith(load(locale).topics[topic].normal[0].say)
            for verb in ("more", "slower", "source", "menu", "send", "yes"):
                device._send(lambda session, verb=verb: session.touch("questions", ["verb", verb]), "touch")
                assert device.last.text.endswith("?")


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_every_reply_from_every_state_through_the_skill(skill, way):
    """One speaker, never two; an open session if and only if a question was asked; every move by touch."""
    state, _ = reach(way)
    for verb in ("more", "help", "repeat", "yes", "no", "menu", "back", "stop", "hide", "send"):
        session = Session(screen=True, new=False, attributes={"state": state.to_json()})
        device = Device(skill, lambda text: (text, []), screen=True)
        device.session = session
        heard = device._send(lambda session, verb=verb: session.touch("questions", ["verb", verb]), "touch")
        _, reply = turn(CONTENT, state, Verb(verb))
        assert heard.text == reply.caption
        assert heard.ends_session != reply.asks
        assert bool(heard.reprompt) == reply.asks
        assert ("outputSpeech" in heard.response) != any(
            each["type"].endswith("ExecuteCommands") for each in heard.response["directives"]
        )


def test_the_way_to_help_and_every_last_word_are_spoken_by_the_response(show):
    """They are heard even where a screen fails."""
    show.open()
    assert "outputSpeech" in show.say("i am soaking two pads an hour").response
    assert "outputSpeech" in show.say("stop").response
    assert "outputSpeech" in stage.device("en-US", screen=True).say("what about cramps").response


def test_without_a_screen_nothing_is_sent_to_one(device):
    device.open()
    assert "directives" not in device.say("what about cramps").response
    assert "directives" not in device.say("hide").response


@pytest.mark.parametrize(
    ("runtime", "sent"), [("1.5", False), ("1.6", True), ("1.10", True), ("2024.3", True), ("", True), (None, True)]
)
def test_an_older_screen_that_cannot_show_the_document_is_spoken_to_as_if_it_had_none(skill, runtime, sent):
    envelope = Session(screen=True).launch()
    apl = {"runtime": {"maxVersion": runtime}} if runtime is not None else {}
    envelope["context"]["System"]["device"]["supportedInterfaces"] = {"Alexa.Presentation.APL": apl}
    response = skill(envelope)["response"]
    assert ("directives" in response) == sent
    assert ("outputSpeech" in response) != sent


def test_hide_leaves_nothing_on_the_screen_and_ends(show):
    show.open()
    show.say("what about cramps")
    heard = show.touch("Hide")
    assert heard.shown.texts == () and heard.shown.touches == {}
    assert heard.response["directives"][0]["document"] == BLANK
    assert heard.response["shouldEndSession"] is True
    assert not show.listening


def test_a_screen_that_failed_is_answered_with_nothing(skill):
    error = {"type": "Alexa.Presentation.APL.RuntimeError", "token": "questions", "errors": []}
    assert skill(SESSION._envelope(error))["response"] == {}


def test_a_fault_of_ours_is_an_apology_that_the_response_speaks(monkeypatch):
    monkeypatch.setattr(screen, "datasource", lambda *_: 1 / 0)
    heard = stage.device("en-US", screen=True).open()
    assert "went wrong" in heard.text
    assert "directives" not in heard.response

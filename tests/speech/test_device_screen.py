"""The device's screen, with documents of another skill: what it shows, reads, lets touch, and refuses."""

import pytest

from speech.device import Device
from speech.errors import SkillError
from speech.screen import all_said, resolve, shown, spoken

TEXT = {"type": "Text", "id": "one", "text": "${data.name} tea", "speech": "${data.sound}"}
TOUCH = {
    "type": "TouchWrapper",
    "accessibilityLabel": "Pour",
    "onPress": [{"type": "SendEvent", "arguments": ["pour", "${kind}"]}],
}
DOCUMENT = {
    "type": "APL",
    "version": "1.6",
    "layouts": {"Button": {"parameters": ["kind"], "item": TOUCH}},
    "mainTemplate": {
        "parameters": ["payload"],
        "items": [
            {"type": "Container", "id": "list", "data": "${payload.tea.properties.kinds}", "items": TEXT},
            {"type": "Button", "kind": "${payload.tea.properties.kinds.length}"},
        ],
    },
}
KINDS = [{"name": "Green", "ssml": "<speak>Green tea.</speak>"}, {"name": "Black", "ssml": "<speak>Black tea.</speak>"}]
RULE = {"inputPath": "kinds[*].ssml", "outputName": "sound", "transformer": "ssmlToSpeech"}
RENDER = {
    "type": "Alexa.Presentation.APL.RenderDocument",
    "token": "tea",
    "document": DOCUMENT,
    "datasources": {"tea": {"type": "object", "properties": {"kinds": KINDS}, "transformers": [RULE]}},
}


def read(**command):
    return {"type": "Alexa.Presentation.APL.ExecuteCommands", "token": "tea", "commands": [command]}


LIST = read(type="SpeakList", componentId="list", start=0, count=2)


def test_every_text_is_shown_and_every_touch_has_its_arguments():
    found = shown([RENDER])
    assert found.texts == ("Green tea", "Black tea")
    assert list(found.touches) == ["Pour"]


def test_a_list_is_read_from_where_it_starts():
    assert spoken([RENDER, LIST]) == tuple(each["ssml"] for each in KINDS)
    assert spoken([RENDER, read(type="SpeakList", componentId="list", start=1, count=1)]) == (KINDS[1]["ssml"],)


def test_the_response_is_heard_first_and_then_the_screen():
    response = {"outputSpeech": {"ssml": "<speak>Here.</speak>"}, "directives": [RENDER, LIST]}
    assert all_said(response) == "<speak>Here.Green tea.Black tea.</speak>"


@pytest.mark.parametrize(
    ("response", "complaint"),
    [
        ({"outputSpeech": {"ssml": "<speak>We have green. Black tea.</speak>"}, "directives": [RENDER, LIST]}, "says already"),
        ({"directives": [RENDER, LIST | {"token": "coffee"}]}, "same token"),
        ({"directives": [RENDER, read(type="SpeakList", componentId="nowhere", start=0, count=1)]}, "has speech"),
        ({"directives": [RENDER | {"token": ""}]}, "needs a token"),
        ({"directives": [RENDER | {"document": {}}]}, "needs a token"),
    ],
)
def test_what_alexa_refuses_or_says_twice_is_an_error(response, complaint):
    device = Device(lambda envelope: {"response": response}, lambda text: (text, []), screen=True)
    with pytest.raises(SkillError, match=complaint):
        device.open()


def test_something_to_show_on_a_device_without_a_screen_is_an_error():
    with pytest.raises(SkillError, match="no screen"):
        Device(lambda envelope: {"response": {"directives": [RENDER]}}, lambda text: (text, [])).open()


def test_what_is_not_there_cannot_be_touched():
    device = Device(
        lambda envelope: {"response": {"directives": [RENDER], "shouldEndSession": False}}, lambda text: (text, []), screen=True
    )
    with pytest.raises(SkillError, match="nothing to touch"):
        device.touch("Pour")
    device.open()
    assert device.touch("Pour").intent == "touch"
    with pytest.raises(SkillError, match="'Drink'"):
        device.touch("Drink")


def test_only_places_are_looked_up():
    assert resolve("${a.b} and ${a.b}", {"a": {"b": "tea"}}) == "tea and tea"
    assert resolve("${a > 1 ? 'x' : 'y'}", {}) == "${a > 1 ? 'x' : 'y'}"
    assert resolve(7, {}) == 7

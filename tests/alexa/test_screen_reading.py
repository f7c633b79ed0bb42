"""Can the screen be read: by a screen reader, in its order, by eyes that need contrast, by Amazon's own checker?"""

import copy
import json

import pytest

from apl_suggester import suggestions
from skill.alexa import screen
from skill.cli import stage

DOCUMENT = json.loads((screen.HERE / "document.json").read_text(encoding="utf-8"))
BLANK = json.loads((screen.HERE / "blank.json").read_text(encoding="utf-8"))


@pytest.fixture
def show():
    return stage.device("en-US", screen=True)


def components(part):
    if isinstance(part, dict):
        if "type" in part:
            yield part
        for value in part.values():
            yield from components(value)
    elif isinstance(part, list):
        for value in part:
            yield from components(value)


def test_a_screen_reader_finds_a_label_and_a_role_on_everything():
    found = list(components(DOCUMENT["mainTemplate"])) + [
        part for layout in DOCUMENT["layouts"].values() for part in components(layout)
    ]
    for part in found:
        if part["type"] == "TouchWrapper":
            assert part["role"] == "button" and part["accessibilityLabel"]
            assert part["actions"][0]["name"] == "activate"
            assert part["actions"][0]["command"] == part["onPress"][0]
        elif part["type"] == "Text" and part["text"] != "${label}":
            assert part["role"] in ("text", "header") and part["accessibilityLabel"]


def test_the_reading_order_is_numbers_sentences_touches(show):
    show.open()
    texts = show.say("i am soaking two pads an hour").shown.texts
    places = [texts.index(each) for each in ("Emergency", "911", "Please get medical care now.", "Yes, please", "Hide")]
    assert places == sorted(places)


def contrast(one, other):
    def light(colour):
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        return sum(
            w * (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4)
            for w, p in zip((0.2126, 0.7152, 0.0722), parts, strict=True)
        )

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [block["colors"] for block in DOCUMENT["resources"] if "colors" in block])
def test_every_text_stands_out_in_every_scheme(colours):
    for name in ("ink", "quiet", "accent", "urgent"):
        assert contrast(colours[name], colours["paper"]) >= 4.5
    assert contrast(colours["accent"], colours["card"]) >= 4.5


@pytest.mark.slow
def test_amazons_checker_finds_nothing():
    assert suggestions(DOCUMENT) == []
    assert suggestions(BLANK) == []


@pytest.mark.slow
def test_amazons_checker_would_find_a_mistake():
    broken = copy.deepcopy(DOCUMENT)
    broken["layouts"]["Touch"]["item"]["role"] = "buton"
    assert any("role" in line for line in suggestions(broken))

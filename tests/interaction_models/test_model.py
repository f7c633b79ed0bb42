"""The interaction model: what Alexa would take, what the words say, and where each utterance leads."""

import json
import re

import pytest

from interaction_models.generate import model, speakable, text
from interaction_models.limits import problems
from skill.alexa.intents import topic_intent
from skill.cli import stage
from skill.content import HERE, LOCALES, locales
from skill.content.locales import instead

FOLDER = stage.Path(stage.interaction_models.__file__).parent
COMMITTED = (FOLDER / "en-US.json").read_text(encoding="utf-8")


@pytest.fixture(params=LOCALES)
def committed(request):
    return (FOLDER / f"{request.param}.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("locale", LOCALES)
def test_the_committed_model_is_what_the_words_say(ways, locale):
    asks = locales.read(locale, HERE).asks
    assert text(ways, asks) == (FOLDER / f"{locale}.json").read_text(encoding="utf-8"), "run: make model"


def test_the_same_words_give_the_same_bytes(ways):
    assert text(ways) == text(ways)


def test_each_country_asks_in_its_own_words():
    assert not re.search(r"\b(paracetamol|mummy)\b", COMMITTED)
    assert "tylenol" not in (FOLDER / "en-GB.json").read_text()
    assert "sonography" in (FOLDER / "en-IN.json").read_text()


def test_alexa_would_take_it(committed):
    assert list(problems(json.loads(committed))) == []


def test_amazons_own_classes_lose_nothing_of_it(committed):
    """A round trip through ask-smapi-model drops a field that is misspelled."""
    from ask_sdk_model_runtime import DefaultSerializer
    from ask_smapi_model.v1.skill.interaction_model.interaction_model_data import InteractionModelData

    ours = json.loads(committed)
    read = DefaultSerializer().deserialize(committed, InteractionModelData)
    back = DefaultSerializer().serialize(read)
    assert _without_nothing(back) == _without_nothing(ours)


def _without_nothing(value):
    if isinstance(value, dict):
        return {key: _without_nothing(each) for key, each in value.items() if each is not None}
    return [_without_nothing(each) for each in value] if isinstance(value, list) else value


def test_every_utterance_reaches_its_own_intent_and_no_other(ways):
    """Through the stand-in for Alexa's understanding, slots filled with each of their values."""
    match, asks = stage.matcher(), locales.read("en-US", HERE).asks
    for topic in ways.utterances:
        for utterance in ways.asking(topic):
            said = speakable(instead(utterance, asks))
            name = match(said)[0]
            assert name == topic_intent(topic), f"{utterance!r} reaches {name}"


def test_every_navigation_phrase_reaches_its_verb(ways):
    from skill.alexa.intents import BUILT_IN, VERBS

    by_verb = {verb: name for name, verb in (BUILT_IN | VERBS).items() if name != "AMAZON.NavigateHomeIntent"}
    match = stage.matcher()
    for verb, phrases in ways.navigation.verbs.items():
        for phrase in phrases:
            assert match(phrase)[0] == by_verb[verb], phrase


def test_a_slot_is_resolved_to_its_id():
    name, slots = stage.matcher()("And after a D and C?")
    assert name == "KindIntent"
    assert {slot.name: slot.id for slot in slots if slot.value} == {"treatment": "d_and_c"}


def test_free_text_goes_to_the_search_slot_with_and_without_a_carrier():
    for said in ("i want to know about purple rain", "purple rain on tuesday"):
        name, slots = stage.matcher()(said)
        assert name == "QuestionIntent"
        assert "purple rain" in slots[0].value


BREAKS = {
    "a question mark": lambda m: m["intents"][-1]["samples"].append("is it {question}?"),
    "two intents claim one sentence": lambda m: m["intents"][-1]["samples"].append(m["intents"][-2]["samples"][0]),
    "a bare search slot": lambda m: m["intents"][-1]["samples"].append("{question}"),
    "an intent without samples": lambda m: m["intents"].append({"name": "EmptyIntent", "samples": []}),
    "a digit in a name": lambda m: m["intents"].append({"name": "Intent2", "samples": ["hello there two"]}),
    "a wake word in the invocation name": lambda m: m.update(invocationName="gentle alexa"),
    "one word as invocation name": lambda m: m.update(invocationName="gentle"),
    "no help": lambda m: m["intents"].remove(next(i for i in m["intents"] if i["name"] == "AMAZON.HelpIntent")),
    "a value too long": lambda m: m["types"][0]["values"][0]["name"].update(value="x" * 141),
    "a synonym of two values": lambda m: m["types"][0]["values"][0]["name"]["synonyms"].append("ectopic"),
    "a slot the intent lacks": lambda m: m["intents"][-1]["samples"].append("what of {nothing}"),
    "too many intents": lambda m: m["intents"].extend({"name": f"X{'x' * n}", "samples": [f"y {'y' * n}"]} for n in range(250)),
}


@pytest.mark.parametrize("what", BREAKS)
def test_what_alexa_would_refuse_is_found(what, ways):
    broken = json.loads(json.dumps(model(ways)))
    BREAKS[what](broken["interactionModel"]["languageModel"])
    assert list(problems(broken))

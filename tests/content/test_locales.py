"""Five countries, one source: each hears its own words and numbers, and nobody another's."""

import datetime
import re
import shutil

import pytest

from skill.check import check
from skill.check.locale import due, missing
from skill.content import HERE, LOCALES, load, locales, read_now
from skill.content.locales import instead
from skill.conversation import State, turn
from states import MOVES, WAYS

SPOKEN = {
    "en-US": {"911", "988", "800-799-7233"},
    "en-CA": {"911", "988", "811"},
    "en-GB": {"999", "116 123", "111"},
    "en-AU": {"000", "13 11 14"},
    "en-IN": {"112", "14416"},
}
NUMBERS = set().union(*SPOKEN.values())
WORDS = {
    "en-US": ({"Tylenol", "birth control", "101 degrees Fahrenheit, or 38.3"}, {"paracetamol", "GP", "towel", "38.3 degrees"}),
    "en-CA": ({"Tylenol", "birth control", "38.3 degrees Celsius, or 101"}, {"paracetamol", "GP", "towel", "101 degrees"}),
    "en-GB": ({"paracetamol", "contraception", "GP", "sanitary towel", "A and E"}, {"Tylenol", "birth control", "101 degrees"}),
    "en-AU": ({"paracetamol", "contraception", "GP"}, {"Tylenol", "birth control", "towel", "A and E", "101 degrees"}),
    "en-IN": ({"paracetamol", "contraception", "sanitary pad"}, {"Tylenol", "birth control", "GP", "towel", "101 degrees"}),
}


def everything_said(locale):
    """Every sentence that the conversation says in a locale: each move from each state, and every answer in each form."""
    content = load(locale)
    for way in WAYS.values():
        state = State()
        for move in way:
            state, reply = turn(content, state, move)
            yield from (line.text for line in (*reply.lines, *reply.reprompt))
        for move in MOVES:
            _, reply = turn(content, state, move)
            yield from (line.text for line in (*reply.lines, *reply.reprompt))
    for topic in content.topics.values():
        forms = [topic.short, topic.normal, topic.more, topic.partner.short, topic.partner.normal, topic.partner.more]
        yield from (sentence.say for form in forms for sentence in form)
        yield from (sentence.say for change in topic.kinds.values() if not isinstance(change, str) for sentence in change)


@pytest.fixture(scope="module", params=sorted(SPOKEN))
def said(request):
    return request.param, "\n".join(sorted(set(everything_said(request.param))))


def test_the_five_are_there():
    assert set(LOCALES) == set(SPOKEN) == set(WORDS)


def test_nobody_hears_another_countrys_number(said):
    locale, text = said
    heard = {number for number in NUMBERS if re.search(rf"(?<![\d.-]){re.escape(number)}(?![\d-])", text)}
    assert heard == SPOKEN[locale]


def test_each_country_hears_its_own_words_and_no_others(said):
    locale, text = said
    own, others = WORDS[locale]
    assert all(word in text for word in own), [word for word in own if word not in text]
    assert not any(re.search(rf"\b{word}\b", text) for word in others)


def test_a_temperature_is_said_once_in_each_scale(said):
    """Celsius and Fahrenheit change places; neither swallows the other."""
    _, text = said
    for sentence in text.splitlines():
        assert max(sentence.count("38.3"), sentence.count("101")) <= 1, sentence


def test_no_word_of_the_source_that_the_locale_replaces_is_left(said):
    locale, text = said
    words = [old for old, new in locales.read(locale, HERE).words.items() if old not in new and not re.search(r"\d", old)]
    assert not any(re.search(rf"\b{old}\b", text, re.I) for old in words)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_topic_phrase_and_safety_answer_is_there_with_the_same_sources(locale):
    source, local = load("en-US"), load(locale)
    assert (source.topics.keys(), source.phrases.keys(), source.safety.keys()) == (
        local.topics.keys(),
        local.phrases.keys(),
        local.safety.keys(),
    )
    for name, topic in source.topics.items():
        for form in ("short", "normal", "more"):
            ours, theirs = getattr(topic, form), getattr(local.topics[name], form)
            assert [s.paragraphs for s in ours] == [s.paragraphs for s in theirs]
        assert topic.next == local.topics[name].next and topic.follow == local.topics[name].follow


def test_a_number_that_nobody_verified_is_not_spoken():
    assert load("en-AU").helplines["abuse"].number == ""
    assert "1800" not in "\n".join(everything_said("en-AU"))


@pytest.mark.parametrize("locale", LOCALES)
def test_a_number_is_offered_again_and_then_said_the_same(locale):
    content = load(locale)
    from skill.conversation.move import Danger, Verb

    state, first = turn(content, State(), Danger("crisis_emotional"))
    assert first.lines[-1].text.endswith("?")
    _, again = turn(content, state, Verb("yes"))
    assert content.helplines["crisis"].number in again.caption


def test_words_are_replaced_whole_longest_first_and_keep_their_capital():
    words = {"pad": "towel", "thick pad": "thick towel", "call your doctor": "call your GP"}
    assert instead("A thick pad, padded. Call your doctor.", words) == "A thick towel, padded. Call your GP."


def test_what_a_new_language_lacks_is_listed():
    lines = list(missing("es-US", HERE))
    assert "es/topics/fever.yaml: the file" in lines
    assert any("es-US.yaml" in line for line in lines)
    assert any("es-US has no emergency line (needed)" in line for line in lines)


def test_a_language_is_added_by_adding_files(tmp_path):
    """A Welsh copy, with one sentence of its own, loads and lacks nothing but its numbers."""
    root = shutil.copytree(HERE, tmp_path / "content", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    shutil.copytree(root / "en", root / "cy")
    phrases = (root / "cy" / "phrases.yaml").read_text()
    (root / "cy" / "phrases.yaml").write_text(phrases.replace("Take gentle care.", "Cymerwch ofal."))
    (root / "cy-GB.yaml").write_text("name: Cymru\n")
    assert read_now("cy-GB", root).phrases["goodbye"].say == ("Cymerwch ofal.",)
    assert read_now("en-GB", root).phrases["goodbye"].say == ("Take gentle care.",)
    assert all(line.startswith("helplines.yaml") for line in missing("cy-GB", root))


def test_a_review_that_is_due_is_a_reminder():
    path = HERE / "helplines.yaml"
    assert list(due(path, datetime.date(2026, 11, 24))) == []
    assert any("crisis line of en-GB" in str(finding) for finding in due(path, datetime.date(2027, 6, 1)))


WRONG = {
    "a word that nothing says": ("words:\n", "words:\n  aspirin: paracetamol\n", "nothing says 'aspirin'"),
    "a figure of its own": ("Tylenol: paracetamol", "Tylenol: 500 milligrams of paracetamol", "has a figure"),
    "a word that nobody asks with": ("asks:\n", "asks:\n  zebra: horse\n", "nobody asks with 'zebra'"),
    "an unknown field": ("name: United Kingdom", "country: United Kingdom", "unknown field"),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_mistake_in_a_locale_is_found_where_it_stands(tmp_path, what):
    root = shutil.copytree(HERE, tmp_path / "content", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    old, new, expected = WRONG[what]
    path = root / "en-GB.yaml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    found = [str(finding) for finding in check(None, root) if finding.file == path]
    assert any(expected in line.lower() if expected == "unknown field" else expected in line for line in found), found

"""The content against the contract: ../shared/topics.json, where it is at hand."""

import json
from pathlib import Path

import pytest

from skill.content import LOCALES, load

CONTRACT = Path(__file__).parents[3] / "shared" / "topics.json"
IDS = """sex_timing sex_timing_procedure sex_timing_missed_incomplete ectopic_molar why_wait nothing_inside how_common
miscarriage_definition missed_miscarriage incomplete_miscarriage treatment recovery_time bleeding_duration
bleeding_after_procedure bleeding_not_stopped follow_up first_period pregnant_again contraception trying_again
risk_of_another healthy_pregnancy not_ready grief support other_intimacy cramping pain_during_sex infection_signs
call_doctor heavy_bleeding fever sex_anxiety pressure""".split()


def test_the_topics_are_those_of_the_contract(content):
    assert sorted(content.topics) == sorted(IDS)
    assert sorted(content.safety) == ["crisis_emotional", "unsafe_partner", "urgent_physical"]


@pytest.mark.skipif(not CONTRACT.exists(), reason=f"{CONTRACT} is not there")
def test_each_topic_restates_every_paragraph_that_grounds_it(content):
    for row in json.loads(CONTRACT.read_text())["topics"]:
        topic = content.topics[row["id"]]
        used = {number for form in (topic.short, topic.normal, topic.more) for s in form for number in s.paragraphs}
        assert set(row["paragraphs"]) <= used, row["id"]


def test_topics_utterances_and_interaction_model_name_the_same_topics(content, ways):
    assert sorted(ways.utterances) == sorted((*content.topics, *content.safety))
    assert set(ways.false_alarms) <= {*content.topics, "out_of_scope"}


def test_each_topic_has_a_hundred_ways_of_asking_and_many_short_ones(ways):
    for topic in ways.utterances:
        assert len(ways.asking(topic)) >= 100, topic
        assert len(ways.utterances[topic]["short"]) >= 15, topic


@pytest.mark.parametrize("locale", LOCALES)
def test_each_locale_has_an_emergency_number_and_a_crisis_line(locale):
    lines = load(locale).helplines
    assert lines["emergency"].number
    assert lines["crisis"].number


def test_the_partners_words_do_not_say_your_body_or_your_doctor(content):
    """A partner is never spoken to as the one who miscarried."""
    for name, topic in content.topics.items():
        for form in ("short", "normal", "more"):
            sentences = getattr(topic.partner, form) or getattr(topic, form)
            for sentence in sentences:
                for word in ("your doctor", "your body", "your uterus", "your first period", "your symptoms", "your pregnancy"):
                    assert word not in sentence.say.lower(), f"{name} {form}: {sentence.say}"

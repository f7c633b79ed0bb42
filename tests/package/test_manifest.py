"""The manifest and its example phrases: what Amazon would refuse in them is found."""

import pytest

from skill.content.publishing import load_publishing
from skill.package.endpoint import endpoint
from skill.package.limits import RULES, problems
from skill.package.manifest import manifest
from skill.package.models import model
from skill.package.phrases import problems as phrase_problems
from skill.package.phrases import utterance

INVOCATION = "gentle recovery"
SITE = "https://recovery.example.org"
PHRASES = {
    "Alexa, open gentle recovery": "",
    "Alexa, open gentle recovery please": None,
    "Alexa, ask gentle recovery when should I see a doctor?": "when should i see a doctor",
    "Alexa, ask gentle recovery about grief": "grief",
    "Alexa, ask gentle recovery": None,
    "Echo, open gentle recovery": None,
    "Alexa, open gentle recover": None,
    "Alexa, sing gentle recovery grief": None,
}


@pytest.mark.parametrize("phrase", PHRASES)
def test_an_example_phrase_is_taken_apart_as_alexa_would(phrase):
    assert utterance(phrase, INVOCATION) == PHRASES[phrase]


def test_phrases_that_would_not_work_are_found():
    ours = model("en-US")
    assert len(list(phrase_problems(["Alexa, ask gentle recovery when should I see a doctor"], ours))) == 1
    assert len(list(phrase_problems(["Alexa, open gentle recovery", "Alexa, ask gentle recovery purple rain"], ours))) == 1
    assert list(phrase_problems(list(load_publishing().example_phrases), ours)) == []


def _published(change):
    def apply(data):
        for each in data["manifest"]["publishingInformation"]["locales"].values():
            each.update(change)

    return apply


BREAKS = {
    "a name of Amazon's": _published({"name": "Gentle Alexa"}),
    "a name with a sign": _published({"name": "Gentle & Recovery"}),
    "a long summary": _published({"summary": "x" * 161}),
    "no description": _published({"description": ""}),
    "a long description": _published({"description": "x" * 4_001}),
    "too many keywords": _published({"keywords": ["x"] * 31}),
    "a long keyword": _published({"keywords": ["x" * 151]}),
    "too many phrases": _published({"examplePhrases": ["x"] * 4}),
    "a long phrase": _published({"examplePhrases": ["x" * 201]}),
    "no testing instructions": lambda data: data["manifest"]["publishingInformation"].update(testingInstructions=""),
    "for children": lambda data: data["manifest"]["privacyAndCompliance"].update(isChildDirected=True),
    "no answer about purchases": lambda data: data["manifest"]["privacyAndCompliance"].pop("allowsPurchases"),
    "health data": lambda data: data["manifest"]["privacyAndCompliance"].update(usesHealthInfo=False),
    "a permission": lambda data: data["manifest"].update(permissions=[]),
}


@pytest.mark.parametrize("what", BREAKS)
def test_what_amazon_would_refuse_in_a_manifest_is_found(what):
    broken = manifest(("en-US",), endpoint(f"{SITE}/alexa"), SITE)
    BREAKS[what](broken)
    assert list(problems(broken))
    assert len([rule for rule in RULES.values() if list(rule(broken))]) == 1

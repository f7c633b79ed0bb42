"""Every scripted dialogue of tests/dialogues goes as written; `gentle rehearse` plays the same ones."""

from pathlib import Path

import pytest

from skill.cli import stage
from skill.content import load
from skill.conversation.move import VERBS
from speech.rehearse import find, rehearse

ROOT = Path(__file__).parent / "dialogues"
DIALOGUES = [(file.stem, dialogue) for file, dialogue in find([ROOT])]


@pytest.mark.parametrize(("file", "dialogue"), DIALOGUES, ids=[f"{file}: {d.dialogue}" for file, d in DIALOGUES])
def test_dialogue(file, dialogue):
    assert rehearse(dialogue, stage.device).differences == ()


def test_there_are_dialogues_for_every_topic_verb_and_danger(ways):
    """At least 40; each topic answers, each verb is said, each danger sign is caught somewhere."""
    turns = [turn for _, dialogue in DIALOGUES for turn in dialogue.turns]
    answered = {turn.topic for turn in turns}
    said = {turn.say for turn in turns}
    assert len(DIALOGUES) >= 40
    assert {*load().topics, *load().safety, "out_of_scope"} <= answered
    for verb in VERBS:
        assert said & set(ways.navigation.verbs[verb]), f'nobody says "{verb}"'

"""speech/ imports nothing of skill/, and serves a second, tiny skill with its own model and dialogues."""

import ast
import json
from pathlib import Path

import pytest

import speech
from speech.device import Device
from speech.nlu import SampleMatcher
from speech.rehearse import read, rehearse
from speech.report import Report, conversation, write
from speech.report.sounds import Sounds
from speech.ssml import lint
from speech.voice import EngineVoice
from tea_time.skill import handler

TEA = Path(__file__).parents[1] / "tea_time"


def tea_device(locale="en-US", screen=False):
    return Device(
        lambda envelope: handler(envelope, None), SampleMatcher(json.loads((TEA / "model.json").read_text())), locale, screen
    )


@pytest.fixture
def device():
    return tea_device()


def test_a_test_reads_as_a_conversation(talk):
    talk.open()
    talk.hears("which tea")
    talk.listens()
    talk.ask("how long does breakfast tea take")
    talk.topic("breakfast")
    talk.silence()
    talk.hears("say another tea")
    talk.ask("stop")
    talk.hears("enjoy it")
    talk.does_not_hear("minutes")
    talk.is_over()


@pytest.mark.parametrize("dialogue", read(TEA / "dialogues.yaml"), ids=lambda dialogue: dialogue.dialogue)
def test_its_dialogues_go_as_written(dialogue):
    assert rehearse(dialogue, tea_device).differences == ()


def test_the_linter_finds_what_would_be_read_wrongly(device):
    device.open()
    assert lint(device.say("green").ssml) == []


@pytest.mark.engine
def test_it_can_be_heard(device):
    device.open()
    sound = EngineVoice().speak(device.say("green tea").ssml)
    assert pytest.approx(max(sound.pauses()), rel=0.2) == 500


@pytest.mark.engine
def test_its_report_is_one_page(tmp_path):
    sounds = Sounds(EngineVoice(), "engine", tmp_path)
    talks = tuple(conversation(rehearse(dialogue, tea_device), sounds) for dialogue in read(TEA / "dialogues.yaml"))
    write(Report("Tea time", "for a test", conversations=talks), tmp_path / "tea.html")
    page = (tmp_path / "tea.html").read_text(encoding="utf-8")
    assert "green tea takes 2 minutes" in page
    assert all(turn.clip.name in page for talk in talks for turn in talk.turns)


def test_nothing_in_speech_imports_the_skill():
    for path in Path(speech.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = (
                [alias.name for alias in node.names] if isinstance(node, ast.Import) else [getattr(node, "module", "") or ""]
            )
            assert not any(name.split(".")[0] in ("skill", "interaction_models") for name in names), path

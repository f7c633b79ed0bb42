"""An outside client: virtual-alexa (npm) holds the dialogues of virtual_alexa.yaml over HTTP, from our interaction model."""

import json
import subprocess
from pathlib import Path

import pytest

import interaction_models
from node import npm
from running import Running
from speech.device import Heard
from speech.rehearse import read, rehearse
from speech.ssml import require

HERE = Path(__file__).parent
MODEL = Path(interaction_models.__file__).parent / "en-US.json"
DIALOGUES = read(HERE / "virtual_alexa.yaml")

pytestmark = pytest.mark.slow


class VirtualAlexa:
    """The program, as a device that `rehearse` can hold a dialogue with."""

    def __init__(self, url):
        command = ["node", str(HERE / "virtual_alexa.mjs"), url, str(MODEL)]
        self.process = subprocess.Popen(command, cwd=npm(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.listening = False

    def __call__(self, locale, screen):
        self._do("meet", locale)
        return self

    def open(self):
        return self._do("open")

    def say(self, text):
        return self._do("say", text)

    def leave(self):
        return self._do("leave")

    def _do(self, deed, text=""):
        print(json.dumps([deed, text]), file=self.process.stdin, flush=True)
        found = json.loads(self.process.stdout.readline())
        assert "error" not in found, found["error"]
        self.listening = found["listening"]
        return heard(found.get("answer") or {}, found["sent"])


def heard(answer, intent):
    response = answer.get("response") or {}
    ssml = (response.get("outputSpeech") or {}).get("ssml", "")
    if ssml:
        require(ssml, "en-US")
    ends = response.get("shouldEndSession") is not False
    return Heard(ssml, "", ends, answer.get("sessionAttributes") or {}, intent, response)


@pytest.fixture(scope="module")
def alexa(tmp_path_factory):
    npm()
    service = Running(tmp_path_factory.mktemp("service"), "--unverified")
    found = VirtualAlexa(f"http://127.0.0.1:{service.port}/alexa")
    yield found
    found.process.communicate(timeout=10)
    service.stop()


@pytest.mark.parametrize("dialogue", DIALOGUES, ids=lambda each: each.dialogue)
def test_virtual_alexa_holds_the_dialogue(alexa, dialogue):
    outcome = rehearse(dialogue, alexa)
    assert outcome.differences == (), "\n".join(each.text for each in outcome.heard)


def test_the_requests_were_of_the_intended_kinds(alexa):
    """So that the dialogues show what they mean to show: samples matched, and only nonsense fell back."""
    sent = {turn.intent for dialogue in DIALOGUES for turn in rehearse(dialogue, alexa).heard}
    wanted = {"LaunchRequest", "SessionEndedRequest", "SexTimingIntent", "KindIntent", "WhyIntent", "QuestionIntent"}
    assert sent > wanted | {"UrgentPhysicalIntent", *(f"AMAZON.{name}Intent" for name in ("Help", "Stop", "Fallback", "Yes"))}

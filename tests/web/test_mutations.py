"""Mutated requests to all three doors: a valid answer, a 4xx or a spoken apology; never a 500, never an exception, memory flat.

MUTATIONS=100000 pytest -s tests/web/test_mutations.py is the long run; CI makes a short one.
"""

import json
import logging
import os
import random
from pathlib import Path

import pytest

from amazon import ADDRESS, NOW, SKILL, Amazon, body, pem
from skill.understanding import Understanding
from skill.web.app import Parts, create_app
from skill.web.listen import Listener
from skill.web.sound import Sounds
from skill.web.verify import Verifier
from speech.audio import Audio
from speech.voice import SilentVoice
from states import WAYS, reach

COUNT = int(os.environ.get("MUTATIONS", "3000"))
ODD = [
    None,
    True,
    -1,
    10**30,
    1e308,
    "",
    "\0",
    "\ud83d\ude2d",
    "<speak>&",
    "x" * 5_000,
    [],
    {},
    [[]],
    {"a": {"b": []}},
    "topic:grief:normal",
]
FLAT = {
    "out_of_scope": 0.4,
    "grief": 0.3,
    "fever": 0.2,
    "urgent_physical": 0.05,
    "crisis_emotional": 0.03,
    "unsafe_partner": 0.02,
}


class Ear:
    name = "none"

    def hear(self, sound):
        return ""


def drop(record):
    return False


@pytest.fixture(scope="module")
def clients():
    """A service with Alexa's door shut by verification, and one at which it is open; the model is a flat one, for speed."""
    alexa = Amazon()
    parts = (Understanding(lambda text: FLAT), Sounds(SilentVoice()), Listener(Ear()))
    limits = {"asking": "1000000000/minute", "listening": "1000000000/minute"}
    shut = create_app(Parts(*parts, Verifier(SKILL, pem(alexa.root), lambda _: alexa.chain(), lambda: NOW), SKILL, **limits))
    wide = create_app(Parts(*parts, unverified=True, **limits))
    good = body()
    headers = {"SignatureCertChainUrl": ADDRESS, "Signature-256": alexa.sign(good), "Content-Type": "application/json"}
    logging.getLogger("gentle").addFilter(drop)  # pytest keeps every line, and that is no memory of ours
    yield shut.test_client(), wide.test_client(), good, headers
    logging.getLogger("gentle").removeFilter(drop)


def bytes_of(chance, data):
    """Some bytes changed, dropped, doubled or swapped."""
    data = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(data) or 1)
        match chance.randrange(4):
            case 0 if data:
                data[place] = chance.randrange(256)
            case 1:
                del data[place : place + chance.randint(1, 20)]
            case 2:
                data[place:place] = data[place : place + chance.randint(1, 30)]
            case _:
                data[place:place] = chance.randbytes(chance.randint(1, 8))
    return bytes(data)


def parts_of(chance, value):
    """JSON with some of its parts replaced by odd ones, dropped, or moved."""
    if chance.random() < 0.15:
        return chance.choice(ODD)
    if isinstance(value, dict):
        kept = {name: parts_of(chance, each) for name, each in value.items() if chance.random() > 0.04}
        return kept | (
            {chance.choice(["x", "question", "state", "type"]): chance.choice(ODD)} if chance.random() < 0.05 else {}
        )
    return [parts_of(chance, each) for each in value] if isinstance(value, list) else value


def mutated(chance, data):
    return bytes_of(chance, data) if chance.random() < 0.5 else json.dumps(parts_of(chance, json.loads(data))).encode()


MOST = 16
"""Megabytes by which memory may have grown from a tenth of the way to the end."""


def resident():
    """Megabytes of memory in use; 0 where the system does not say."""
    pages = Path("/proc/self/statm")
    return int(pages.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6 if pages.exists() else 0


def watched(count, what):
    """Counts to `count`, and looks at the memory a tenth of the way and at the end."""
    for number in range(count):
        if number == count // 10:
            early = resident()
        yield number
    late = resident()
    print(f"\n{what}: {count} requests, {early:.1f} MB at a tenth, {late:.1f} MB at the end")
    assert late - early < MOST


def strange(chance):
    """A locale: ours, somebody's, or none at all."""
    made = "".join(chance.choices("abcXYZ-/.\0é", k=chance.randint(0, 8)))
    return chance.choice(["en-US", "en-GB", "en/phrases", "../en-US", made, 500 * made])


def well(answer):
    assert answer.status_code in (200, 400, 413, 415, 431), (answer.status_code, answer.data[:200])


@pytest.mark.slow
def test_alexas_door_shut(clients):
    shut, _, good, headers = clients
    chance = random.Random(1)
    for _ in watched(COUNT // 2, "Alexa, verified"):
        data = mutated(chance, good)
        if data != good:
            assert shut.post("/alexa", data=data, headers=headers).status_code == 400


@pytest.mark.slow
def test_alexas_door_open(clients):
    _, wide, good, _ = clients
    chance = random.Random(2)
    for _ in watched(COUNT // 6, "Alexa, open"):
        well(wide.post("/alexa", data=mutated(chance, good)))


@pytest.mark.slow
def test_the_json_door_and_the_page(clients):
    _, wide, _, _ = clients
    chance = random.Random(3)
    states = [reach(way)[0].to_json() for way in WAYS.values()]
    for _ in watched(COUNT // 6, "JSON and page"):
        state = chance.choice(states)
        question, locale = chance.choice(["why", "more", "yes", "", "how long"]), strange(chance)
        good = json.dumps({"question": question, "state": state, "locale": locale}).encode()
        well(wide.post("/api/ask", data=mutated(chance, good)))
        data = {"question": "why", "state": mutated(chance, json.dumps(state).encode()), "locale": locale}
        well(wide.post("/", data=data))


@pytest.mark.slow
def test_the_listening_door(clients):
    _, wide, _, _ = clients
    chance = random.Random(4)
    good = Audio.silence(300, 8_000).to_wav()
    for _ in watched(COUNT // 6, "listening"):
        well(wide.post("/api/listen", data=bytes_of(chance, good)))

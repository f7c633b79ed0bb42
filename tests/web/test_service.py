"""The JSON door and the page, as a client sees them: the same words as everywhere, nothing kept, calm about anything."""

import io
import json
import threading
import time

import pytest
import soundfile

from doors import Parrot, ask, service
from skill.content import LOCALES, load
from skill.understanding import default
from skill.web.ahead import Ahead, likely
from skill.web.answer import known
from skill.web.app import Parts, create_app
from skill.web.headers import HEADERS
from skill.web.sound import Sounds
from speech.audio import Audio
from speech.voice import EngineVoice
from states import WAYS, reach


@pytest.mark.parametrize(
    ("wanted", "number"),
    [("en-GB,en;q=0.8", "999"), ("en-US", "911"), ("fr-FR,en-AU;q=0.5", "000"), ("nn-NO", None), ("", "911")],
)
def test_the_page_has_the_numbers_of_the_browsers_country(client, wanted, number):
    page = client.get("/", headers={"Accept-Language": wanted}).text
    locale = page.partition('name="locale" value="')[2].partition('"')[0]
    answer = client.post("/", data={"question": "i am soaking a pad every hour", "locale": locale}).text
    assert (f"tel:{number}" in answer) if number else ("tel:" not in answer)


def test_a_conversation_through_the_json_door(client):
    opened = client.post("/api/ask", json={}).json
    assert opened["listens"] and opened["topic"] is None and "What would you like to know?" in opened["caption"]
    first = ask(client, "when can we have sex again", opened["state"])
    assert (first["topic"], first["listens"], first["urgent"]) == ("sex_timing", True, False)
    assert first["sentences"][0]["sources"] == [2, 7]
    then = ask(client, "and after a d and c", first["state"])
    assert then["topic"] == "sex_timing_procedure"
    assert ask(client, "repeat", then["state"])["caption"] == then["caption"]
    silent = ask(client, "", then["state"])
    assert silent["caption"] == then["reprompt"]


def test_two_copies_of_the_service_hold_one_conversation():
    one, other = service(), service()
    first = ask(one, "how long will i bleed", one.post("/api/ask", json={}).json["state"])
    assert ask(other, "why", first["state"])["caption"] == ask(one, "why", first["state"])["caption"]


@pytest.mark.parametrize("locale", LOCALES)
def test_danger_shows_numbers_to_call_first_and_only_its_own_countrys(client, locale):
    answer = ask(client, "i am soaking a pad every hour", locale=locale)
    lines = load(locale).helplines
    assert answer["urgent"] and answer["helplines"][0]["number"] == lines["emergency"].number
    assert all(line["tel"].removeprefix("tel:").isdigit() for line in answer["helplines"])
    others = {line.number for other in LOCALES for line in load(other).helplines.values() if line.number}
    others -= {line.number for line in lines.values()}
    assert not any(number in answer["caption"].split() for number in others)


def test_an_unclear_question_asks_which(client):
    found = [ask(client, text) for text in ("is bleeding after sex normal pain", "how long", "period sex bleeding")]
    for answer in found:
        assert (answer["topic"] == "clarify") == bool(answer["candidates"])


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_every_state_that_we_give_is_taken_back(way, content):
    state, _ = reach(way)
    assert known(content, json.loads(json.dumps(state.to_json()))) == state


def test_every_response_says_keep_nothing(client):
    for answer in (client.get("/"), client.post("/api/ask", json={}), client.get("/nothing"), client.get("/static/page.js")):
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS
        assert "Set-Cookie" not in answer.headers and "Access-Control-Allow-Origin" not in answer.headers
        answer.close()


def test_without_script_a_form_goes_in_and_a_page_comes_out(client):
    page = client.post("/", data={"question": "i am soaking a pad every hour", "state": "{}"}).text
    assert page.index("tel:911") < page.index("medical care") and "<audio controls" not in page.split("tel:911")[0]
    page = client.post("/", data={"question": "<script>alert(1)</script>", "state": "not json"}).text
    assert "<script>alert" not in page
    assert "What would you like to know?" in client.get("/").text


@pytest.mark.engine
def test_the_sound_of_an_answer_says_nothing_in_its_address_and_any_copy_plays_it():
    from cryptography.fernet import Fernet

    key = Fernet.generate_key()
    one, other = service(EngineVoice(), key=key), service(EngineVoice(), key=key)
    address = ask(one, "when can we have sex again")["audio"]
    assert "sex" not in address and "topic" not in address
    for copy in (one, other, one):
        played = copy.get(address)
        assert played.status_code == 200
        assert soundfile.info(io.BytesIO(played.data)).duration > 5
    assert service(EngineVoice()).get(address).status_code == 404
    assert one.get(address[:-4] + "AAA=").status_code == 404


@pytest.mark.engine
def test_a_spoken_question_in_any_coat(tmp_path):
    parrot = Parrot()
    client = service(ear=parrot)
    sound = EngineVoice().speak("<speak>when can we have sex again</speak>")
    samples = sound.samples.astype("float32") / 32_768
    for kind, subtype in (("WAV", "PCM_16"), ("WAV", "PCM_U8"), ("FLAC", None), ("OGG", "OPUS"), ("MP3", None)):
        out = io.BytesIO()
        soundfile.write(
            out, samples[: len(samples) // 2 * 2], 24_000 if subtype == "OPUS" else sound.rate, format=kind, subtype=subtype
        )
        answer = client.post("/api/listen", data=out.getvalue())
        assert answer.json == {"question": parrot.words}, kind
        assert parrot.heard[-1].rate == 16_000 and parrot.heard[-1].seconds > 1


def test_beyond_a_short_queue_it_is_busy_and_says_so():
    parrot = Parrot()
    parrot.gate.clear()
    client, wav, done = service(ear=parrot), Audio.silence(500, 16_000).to_wav(), []
    threads = [
        threading.Thread(target=lambda: done.append(client.application.test_client().post("/api/listen", data=wav)))
        for _ in range(9)
    ]
    for thread in threads:
        thread.start()
    while len(done) < 4:
        pass
    parrot.gate.set()
    for thread in threads:
        thread.join()
    statuses = sorted(answer.status_code for answer in done)
    assert statuses == [200] * 5 + [503] * 4
    assert all(answer.headers["Retry-After"] for answer in done if answer.status_code == 503)


def test_a_service_without_an_ear_says_so(client):
    assert client.post("/api/listen", data=b"x").status_code == 501


def test_who_asks_very_often_is_asked_to_wait():
    client = service(asking="3/minute")
    statuses = [client.post("/api/ask", json={}).status_code for _ in range(5)]
    assert statuses == [200, 200, 200, 429, 429]
    assert "wait" in client.post("/api/ask", json={}).json["error"]


@pytest.mark.engine
def test_what_is_likely_is_rendered_ahead_and_it_stops_when_told():
    sounds = Sounds(EngineVoice())
    ahead = Ahead(sounds)
    ahead.start()
    app = create_app(Parts(default(), sounds)).test_client()
    opened = app.post("/api/ask", json={}).json
    danger = ask(app, "i am soaking a pad every hour", opened["state"])
    for _ in range(100):
        if sounds.ready(danger["ssml"]):
            break
        time.sleep(0.1)
    ahead.stop()
    assert sounds.ready(danger["ssml"]) and not ahead.is_alive()
    assert sum(map(sounds.ready, likely())) < 70


def test_health(client):
    assert client.get("/healthz").json == {"alive": True}
    assert client.get("/readyz").json == {"ready": True}
    assert client.get("/api").json["openapi"] == "3.1.0"


def test_of_a_fault_in_alexas_adapter_the_log_has_the_kind_alone(caplog):
    client = service(unverified=True)
    answer = client.post(
        "/alexa", data=b'{"version": {"canary-4711": []}, "session": "canary-4711", "request": {"type": "canary-4711"}}'
    )
    assert answer.status_code == 400
    assert caplog.records and "canary" not in caplog.text and "Traceback" not in caplog.text


def test_a_fault_of_ours_is_told_calmly_and_logged_by_its_kind(monkeypatch, caplog):
    def broken(_):
        raise RuntimeError("canary-4711")

    client = service()
    monkeypatch.setattr("skill.web.app.reply_to", lambda *_: broken(1))
    answer = client.post("/api/ask", json={"question": "canary-4712"})
    assert answer.status_code == 500 and "Something went wrong" in answer.json["error"]
    assert "RuntimeError" in caplog.text and "canary" not in caplog.text

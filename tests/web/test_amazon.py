"""Amazon's door: what Alexa signs is answered; every forgery is a 400 with an empty body."""

import json
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives import hashes
from flask import Flask

from amazon import ADDRESS, DAY, NOW, SKILL, Amazon, body, ec_key, key, pem
from skill.understanding import default
from skill.web import amazon as door
from skill.web import verify


@pytest.fixture(scope="module")
def alexa():
    return Amazon()


class Client:
    """Sends requests to the door, with one thing changed."""

    def __init__(self, alexa):
        self.alexa, self.chain, self.downloads, self.now = alexa, alexa.chain(), [], NOW
        self.app = Flask("test")
        verifier = verify.Verifier(SKILL, pem(alexa.root), self._download, lambda: self.now)
        door.add_to(self.app, default().move, verifier, SKILL)

    def _download(self, address):
        self.downloads.append(address)
        if isinstance(self.chain, Exception):
            raise self.chain
        return self.chain

    def send(self, data=None, address=ADDRESS, signature=None, signed=None, headers=None, own=None, algorithm=None):
        data = body() if data is None else data
        signature = self.alexa.sign(signed or data, own, algorithm) if signature is None else signature
        sent = {"SignatureCertChainUrl": address, "Signature-256": signature, "Content-Type": "application/json"}
        sent = {name: value for name, value in (sent | (headers or {})).items() if value is not None}
        return self.app.test_client().post("/alexa", data=data, headers=sent)


@pytest.fixture
def client(alexa):
    return Client(alexa)


def test_what_alexa_signs_is_answered(client):
    answer = client.send()
    assert answer.status_code == 200
    assert "What would you like to know?" in answer.json["response"]["outputSpeech"]["ssml"]


def test_every_byte_counts_not_the_json_behind_it(client):
    spaced = json.dumps(json.loads(body()), indent=3, ensure_ascii=False).encode()
    assert client.send(spaced).status_code == 200
    assert client.send(spaced, signed=body()).status_code == 400


def test_certificates_are_fetched_once_and_then_again_when_they_are_old(client, monkeypatch):
    client.send(), client.send()
    assert len(client.downloads) == 1
    monkeypatch.setattr(verify.time, "monotonic", lambda: 1e12)
    client.send()
    assert len(client.downloads) == 2


def test_a_kept_certificate_that_has_run_out_is_not_believed(client):
    assert client.send().status_code == 200
    client.now = NOW + 91 * DAY
    assert client.send(body(at=client.now)).status_code == 400


ADDRESSES = [
    "http://s3.amazonaws.com/echo.api/echo-api-cert.pem",
    "https://notamazon.com/echo.api/echo-api-cert.pem",
    "https://s3.amazonaws.com.evil.org/echo.api/echo-api-cert.pem",
    "https://s3.amazonaws.com/EcHo.aPi/echo-api-cert.pem",
    "https://s3.amazonaws.com/invalid.path/echo-api-cert.pem",
    "https://s3.amazonaws.com/echo.api/../evil/cert.pem",
    "https://s3.amazonaws.com/echo.api/%2e%2e/evil/cert.pem",
    "https://s3.amazonaws.com:563/echo.api/echo-api-cert.pem",
    "https://s3.amazonaws.com:port/echo.api/echo-api-cert.pem",
    "https://s3.amazonaws.com:99999999/echo.api/cert.pem",
    "https://someone@s3.amazonaws.com/echo.api/cert.pem",
    "https://s3.amazonaws.com/echo.api/cert.pem?x=1",
    "https://s3.amazonaws.com/echo.api/cert.pem#x",
    "https://[s3.amazonaws.com/echo.api/cert.pem",
    "file:///echo.api/cert.pem",
    "not an address",
]
GOOD_ADDRESSES = ["https://s3.amazonaws.com:443/echo.api/cert.pem", "HTTPS://S3.AMAZONAWS.COM/echo.api/../echo.api/cert.pem"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_certificates_elsewhere_are_not_even_fetched(client, address):
    refused(client.send(address=address))
    assert client.downloads == []


@pytest.mark.parametrize("address", GOOD_ADDRESSES)
def test_certificates_at_amazons_are(client, address):
    assert client.send(address=address).status_code == 200


def refused(answer):
    assert (answer.status_code, answer.data) == (400, b"")


CHAINS = {
    "no certificate": lambda a: b"",
    "not PEM": lambda a: b"hello",
    "half a certificate": lambda a: a.chain()[:300],
    "a broken certificate": lambda a: b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
    "another's chain": lambda a: Amazon().chain(),
    "signed by itself": lambda a: pem(Amazon().root),
    "the intermediate is missing": lambda a: pem(a.leaf),
    "the intermediate is another's": lambda a: pem(a.leaf, Amazon().middle),
    "run out": lambda a: a.chain(a.make_leaf(start=NOW - 9 * DAY, end=NOW - DAY)),
    "not valid yet": lambda a: a.chain(a.make_leaf(start=NOW + DAY, end=NOW + 9 * DAY)),
    "made out to another": lambda a: a.chain(a.make_leaf(names=("example.org",))),
    "made out to one that looks alike": lambda a: a.chain(a.make_leaf(names=("echo-api.amazon.com.evil.org",))),
    "an elliptic key": lambda a: a.chain(a.make_leaf(own=ec_key())),
    "another key": lambda a: a.chain(a.make_leaf(own=key())),
    "too large": lambda a: a.chain() * 100,
    "no answer": lambda a: TimeoutError("timed out"),
    "refused": lambda a: OSError("refused"),
}


@pytest.mark.parametrize("what", CHAINS)
def test_a_chain_that_does_not_lead_to_amazon(client, alexa, what):
    client.chain = CHAINS[what](alexa)
    refused(client.send())


HEADERS = {
    "no signature": {"Signature-256": None},
    "no address": {"SignatureCertChainUrl": None},
    "only the old signature": {"Signature-256": None, "Signature": "AAAA"},
    "an empty signature": {"Signature-256": ""},
    "not base64": {"Signature-256": "!!!!"},
    "base64 with rubbish in it": {"Signature-256": "AA AA"},
    "a signature of nothing": {"Signature-256": "AAAA"},
}


@pytest.mark.parametrize("what", HEADERS)
def test_headers_that_prove_nothing(client, what):
    refused(client.send(headers=HEADERS[what]))


def test_a_signature_of_something_else(client):
    refused(client.send(signed=b"something else"))
    refused(client.send(own=key()))
    refused(client.send(algorithm=hashes.SHA1()))  # noqa: S303
    refused(client.send(body() + b" ", signed=body()))


def _set(*path, value):
    def change(envelope):
        *way, last = path
        for name in way:
            envelope = envelope[name]
        if value is None:
            del envelope[last]
        else:
            envelope[last] = value

    return change


BODIES = {
    "151 seconds old": lambda: body(at=NOW - timedelta(seconds=151)),
    "2 seconds ahead": lambda: body(at=NOW + timedelta(seconds=2)),
    "a year old": lambda: body(at=NOW - 365 * DAY),
    "no time": lambda: body(_set("request", "timestamp", value=None)),
    "a broken time": lambda: body(_set("request", "timestamp", value="yesterday")),
    "a time with no zone": lambda: body(_set("request", "timestamp", value="2026-11-23T12:00:00")),
    "a time that is a number": lambda: body(_set("request", "timestamp", value=1_795_435_200)),
    "no request": lambda: body(_set("request", value=None)),
    "another skill": lambda: body(_set("session", "application", "applicationId", value="amzn1.ask.skill.other")),
    "another skill in the context": lambda: body(_set("context", "System", "application", "applicationId", value="other")),
    "no skill": lambda: body(lambda e: (e.pop("session"), e["context"]["System"].pop("application"))),
    "a list": lambda: b"[]",
    "a number": lambda: b"1",
    "nothing": lambda: b"",
    "not JSON": lambda: b"{hello",
    "not UTF-8": lambda: body().replace(b"en-US", b"en-\xff"),
    "UTF-16": lambda: body().decode().encode("utf-16"),
    "very deep": lambda: b"[" * 50_000,
    "too large": lambda: body(_set("session", "attributes", value={"x": "y" * 70_000})),
}


@pytest.mark.parametrize("what", BODIES)
def test_a_body_that_is_well_signed_and_wrong(client, what):
    refused(client.send(BODIES[what]()))


def test_a_clock_a_second_ahead_and_a_slow_network_are_borne(client):
    assert client.send(body(at=NOW + timedelta(seconds=1))).status_code == 200
    assert client.send(body(at=NOW - timedelta(seconds=149))).status_code == 200


@pytest.mark.parametrize("method", ["get", "put", "delete", "patch"])
def test_only_post(client, method):
    assert getattr(client.app.test_client(), method)("/alexa").status_code == 405


def test_there_are_at_least_25_forgeries():
    assert len(ADDRESSES) + len(CHAINS) + len(HEADERS) + len(BODIES) >= 25


def test_certvalidator_is_never_imported():
    import sys

    assert "certvalidator" not in sys.modules and "oscrypto" not in sys.modules


def test_a_refusal_logs_its_kind_and_nothing_of_the_request(client, caplog):
    client.send(body(_set("request", "locale", value="canary-4711")), signed=b"x")
    assert "Forged" in caplog.text and "canary" not in caplog.text

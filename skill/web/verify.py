"""Does this request come from Alexa, just now, for our skill? Every rule of Amazon's, on the raw bytes, and then some.

Source: "Host a Custom Skill as a Web Service", developer.amazon.com; where we are stricter it says so.
"""

import base64
import binascii
import json
import posixpath
import threading
import time
import urllib.request
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import certifi
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

from skill.web.roots import roots_in

NAME = "echo-api.amazon.com"
"""What the signing certificate must be made out to."""
HOST, PATH, PORT = "s3.amazonaws.com", "/echo.api/", 443
OLDEST, NEWEST = timedelta(seconds=150), timedelta(seconds=1)
"""How far a request's time may lie behind our clock, and ahead of it."""
TIMEOUT, LARGEST = 3.0, 64_000
"""Seconds and bytes of a certificate download."""
KEPT, MOST = 3_600.0, 8
"""Seconds for which a chain is believed, and how many are kept."""

Download = Callable[[str], bytes]
Clock = Callable[[], datetime]


class Forged(Exception):
    """Raised for a request that is not to be answered. The text is a reason of ours, and holds nothing of the request."""


def download(url: str) -> bytes:
    """The bytes at an address that `check_address` has passed."""
    with urllib.request.urlopen(url, timeout=TIMEOUT) as answer:
        return answer.read(LARGEST + 1)


class Verifier:
    """`skill_id` is the application id that requests must bear; `roots` are PEM certificates (default: certifi's)."""

    def __init__(self, skill_id: str, roots: bytes | None = None, download: Download = download, clock: Clock | None = None):
        self.skill_id, self.download = skill_id, download
        self.clock = clock or (lambda: datetime.now(UTC))
        self.store = Store(roots_in(roots or Path(certifi.where()).read_bytes()))
        self._keys: dict[str, tuple[float, x509.Certificate]] = {}
        self._lock = threading.Lock()

    def verify(self, body: bytes, headers: Mapping[str, str]) -> None:
        """Raises Forged unless the request is signed by Alexa, recent, and ours."""
        address, signature = headers.get("SignatureCertChainUrl"), headers.get("Signature-256")
        if not address or not signature:
            raise Forged("a header is missing")
        check_address(address)
        _check_signature(self._certificate(address), signature, body)
        self._check_content(body)

    def _certificate(self, address: str) -> x509.Certificate:
        """The signing certificate at the address; its validity is checked again each time."""
        now = self.clock()
        with self._lock:
            until, kept = self._keys.get(address, (0.0, None))
        if kept and time.monotonic() < until and kept.not_valid_before_utc <= now <= kept.not_valid_after_utc:
            return kept
        found = check_chain(self._fetched(address), self.store, now)
        with self._lock:
            while len(self._keys) >= MOST:
                self._keys.pop(next(iter(self._keys)))
            self._keys[address] = (time.monotonic() + KEPT, found)
        return found

    def _fetched(self, address: str) -> bytes:
        try:
            data = self.download(address)
        except (OSError, ValueError):
            raise Forged("the certificates cannot be fetched") from None
        if len(data) > LARGEST:
            raise Forged("the certificates are too large")
        return data

    def _check_content(self, body: bytes) -> None:
        try:
            envelope = json.loads(body.decode("utf-8"))
            sent = datetime.fromisoformat(envelope["request"]["timestamp"])
            age = self.clock() - sent
        except (ValueError, KeyError, TypeError, RecursionError):
            raise Forged("the body is no request of Alexa's") from None
        if not -NEWEST <= age <= OLDEST:
            raise Forged("the request is not recent")
        ids = application_ids(envelope)
        if not ids or ids != {self.skill_id}:
            raise Forged("the request is for another skill")


@lru_cache(maxsize=MOST)
def check_address(address: str) -> None:
    """Raises Forged unless Amazon's certificates may lie there. Stricter than asked: no user, no query, no fragment."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise Forged("the certificates' address is broken") from None
    path = posixpath.normpath(unquote(parts.path))
    good = parts.scheme.lower() == "https" and (parts.hostname or "").lower() == HOST and port in (None, PORT)
    plain = not (parts.username or parts.password or parts.query or parts.fragment) and address.isascii()
    if not (good and plain and path.startswith(PATH) and "\\" not in path):
        raise Forged("the certificates are not at Amazon's address")


def check_chain(pem: bytes, store: Store, now: datetime) -> x509.Certificate:
    """The first certificate of the chain. Raises Forged unless it leads to a root of ours, is valid now, and is Alexa's."""
    try:
        leaf, *others = x509.load_pem_x509_certificates(pem)
        PolicyBuilder().store(store).time(now).build_server_verifier(x509.DNSName(NAME)).verify(leaf, others)
    except (ValueError, VerificationError):
        raise Forged("the certificates are not valid") from None
    return leaf


def _check_signature(certificate: x509.Certificate, signature: str, body: bytes) -> None:
    key = certificate.public_key()
    try:
        if not isinstance(key, RSAPublicKey):
            raise Forged("the certificate has no RSA key")
        key.verify(base64.b64decode(signature, validate=True), body, PKCS1v15(), SHA256())
    except (InvalidSignature, binascii.Error, ValueError):
        raise Forged("the signature is wrong") from None


def application_ids(envelope: dict) -> set[str]:
    """Every application id that the envelope names: all of them must be ours."""
    found = set()
    for path in (("session", "application"), ("context", "System", "application")):
        node = envelope
        for name in path:
            node = node.get(name) if isinstance(node, dict) else None
        if isinstance(node, dict):
            found.add(str(node.get("applicationId")))
    return found

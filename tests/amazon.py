"""A certificate chain like Amazon's, made here, and requests signed with it: root, intermediate, leaf for echo-api.amazon.com."""

import base64
import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from speech.envelope import Session

SKILL = "amzn1.ask.skill.00000000-0000-0000-0000-000000000000"
ADDRESS = "https://s3.amazonaws.com/echo.api/echo-api-cert-12.pem"
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def key():
    return rsa.generate_private_key(65_537, 2_048)


def certificate(
    name,
    own,
    issuer=None,
    issuer_key=None,
    ca=False,
    names=("echo-api.amazon.com",),
    start=NOW - DAY,
    end=NOW + 90 * DAY,
    usage=True,
):
    """A certificate for `own`'s key; its own issuer where none is given."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.subject if issuer else subject)
        .public_key(own.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(end)
        .add_extension(x509.BasicConstraints(ca, None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(own.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key((issuer_key or own).public_key()), critical=False)
        .add_extension(x509.KeyUsage(not ca, False, False, False, False, ca, ca, False, False), critical=True)
    )  # fmt: skip
    if not ca:
        made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName(each) for each in names]), critical=False)
        if usage:
            made = made.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
    return made.sign(issuer_key or own, hashes.SHA256())


@dataclass
class Amazon:
    """One chain; `leaf_key` signs requests."""

    root_key: object = field(default_factory=key)
    middle_key: object = field(default_factory=key)
    leaf_key: object = field(default_factory=key)

    def __post_init__(self):
        self.root = certificate("root", self.root_key, ca=True)
        self.middle = certificate("middle", self.middle_key, self.root, self.root_key, ca=True)
        self.leaf = self.make_leaf()

    def make_leaf(self, own=None, **changes):
        """A leaf of this chain that differs from the good one."""
        return certificate("echo-api.amazon.com", own or self.leaf_key, self.middle, self.middle_key, **changes)

    def chain(self, leaf=None, *others):
        """The chain as it is downloaded."""
        return pem(leaf or self.leaf, *(others or (self.middle, self.root)))

    def sign(self, body: bytes, own=None, algorithm=None) -> str:
        return base64.b64encode((own or self.leaf_key).sign(body, PKCS1v15(), algorithm or hashes.SHA256())).decode()


def pem(*certificates):
    return b"".join(each.public_bytes(Encoding.PEM) for each in certificates)


def ec_key():
    return ec.generate_private_key(ec.SECP256R1())


def body(change=lambda envelope: None, at=NOW) -> bytes:
    """A launch request for our skill, changed."""
    envelope = Session().launch()
    envelope["session"]["application"]["applicationId"] = SKILL
    envelope["context"]["System"]["application"]["applicationId"] = SKILL
    envelope["request"]["timestamp"] = at.strftime("%Y-%m-%dT%H:%M:%SZ")
    change(envelope)
    return json.dumps(envelope).encode()

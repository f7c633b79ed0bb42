"""A certificate for the local network, made once: a phone gives its microphone only over HTTPS."""

import ipaddress
import socket
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from speech.files import write_whole

DAYS = 397
"""For which it is valid: the longest that phones believe."""


def addresses() -> list[str]:
    """The names and addresses under which this machine may be reached on its network."""
    names = {"localhost", "127.0.0.1", socket.gethostname()}
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.connect(("192.0.2.1", 9))  # nothing is sent: this asks which of our addresses leads outwards
            names.add(probe.getsockname()[0])
    except OSError:
        pass  # no network: then only this machine
    return sorted(names)


def ensure(folder: Path) -> tuple[Path, Path]:
    """The certificate's and the key's file; new ones where there are none or they have run out. Raises FileError."""
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    if not (certificate.exists() and key.exists() and _valid(certificate)):
        made, secret = make(addresses())
        write_whole(key, secret, private=True)
        write_whole(certificate, made)
    return certificate, key


def make(names: list[str]) -> tuple[bytes, bytes]:
    """A certificate that vouches for itself, and its key, as PEM."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Questions on this network")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=DAYS))
        .add_extension(x509.SubjectAlternativeName([_named(each) for each in names]), critical=False)
        .add_extension(x509.BasicConstraints(True, 0), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return made.public_bytes(Encoding.PEM), secret


def _named(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def _valid(path: Path) -> bool:
    try:
        return x509.load_pem_x509_certificate(path.read_bytes()).not_valid_after_utc > datetime.now(UTC) + timedelta(days=1)
    except ValueError:
        return False

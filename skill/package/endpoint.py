"""Where Alexa sends its requests: an HTTPS address of ours, or a function of AWS Lambda. And where the pages stand."""

import ipaddress
import re
from typing import Any
from urllib.parse import SplitResult, urlsplit

from skill.errors import UsageError

LAMBDA = re.compile(r"arn:aws:lambda:[a-z]{2}(?:-[a-z]+)+-\d:\d{12}:function:[A-Za-z0-9_-]{1,64}(?::[A-Za-z0-9$_-]{1,128})?")
HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]", re.IGNORECASE)
CERTIFICATES = ("Trusted", "Wildcard")
"""What Alexa may be told of our certificate, for a published skill."""
NAMES_OF_OTHERS = ("amazon", "alexa", "aws")
"""What the address of a privacy policy may not hold in its host."""


def endpoint(text: str, certificate: str = "Trusted") -> dict[str, Any]:
    """The endpoint as the manifest holds it. Raises UsageError for what Alexa would not take."""
    if text.startswith("arn:"):
        if not LAMBDA.fullmatch(text):
            raise UsageError(
                f"{text!r} is not the ARN of a Lambda function. It reads: arn:aws:lambda:REGION:ACCOUNT:function:NAME."
            )
        return {"uri": text}
    address = _https(text, "endpoint")
    if address.path in ("", "/"):
        raise UsageError(
            f"{text!r} is not Alexa's door. Add its path, as `gentle serve` has it: https://{address.netloc}/alexa."
        )
    return {"uri": text, "sslCertificateType": certificate}


def site(text: str, door: str) -> str:
    """The address under which /privacy and /terms stand: the one given, or else the host of the endpoint.

    Raises UsageError where there is none, or where the store would not take it.
    """
    if not text and door.startswith("arn:"):
        raise UsageError("The pages /privacy and /terms need an address. Give --site https://HOST, where `pages/` is served.")
    address = _https(text or door, "site")
    found = [name for name in NAMES_OF_OTHERS if name in (address.hostname or "")]
    if found:
        raise UsageError(f"The host of the privacy policy may not hold {found[0]!r}. Give another with --site https://HOST.")
    return f"https://{address.netloc}" + (address.path.rstrip("/") if text else "")


def _https(text: str, what: str) -> SplitResult:
    try:
        address = urlsplit(text)
        port = address.port
    except ValueError:
        raise UsageError(f"The {what} {text!r} is not an address. Give one like https://host.example/alexa.") from None
    if address.scheme != "https" or not address.hostname:
        raise UsageError(f"The {what} {text!r} must begin with https://, or be the ARN of a Lambda function.")
    if port not in (None, 443):
        raise UsageError(f"The {what} {text!r} has port {port}. Alexa calls port 443 only: leave the port out.")
    if _is_number(address.hostname) or not HOST.fullmatch(address.hostname):
        raise UsageError(f"The {what} {text!r} needs the name of a host that the internet knows, not {address.hostname!r}.")
    if address.username or address.query or address.fragment or re.search(r"\s", text):
        raise UsageError(f"The {what} {text!r} may hold a host and a path, and nothing else.")
    return address


def _is_number(host: str) -> bool:
    try:
        return bool(ipaddress.ip_address(host))
    except ValueError:
        return False

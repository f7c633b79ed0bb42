"""Checks on Amazon's door: what it refuses."""

import json
from collections.abc import Iterator

from skill.certify.subject import SKILL, Subject

ADDRESS = "https://s3.amazonaws.com/echo.api/echo-api-cert.pem"
FORGED = {
    "no signature": {},
    "no certificate": {"Signature-256": "QQ=="},
    "the old signature alone": {"Signature": "QQ==", "SignatureCertChainUrl": ADDRESS},
    "a certificate from elsewhere": {"Signature-256": "QQ==", "SignatureCertChainUrl": "https://example.org/echo.api/cert.pem"},
    "a certificate over http": {"Signature-256": "QQ==", "SignatureCertChainUrl": ADDRESS.replace("https", "http")},
    "a certificate at another port": {"Signature-256": "QQ==", "SignatureCertChainUrl": ADDRESS.replace(".com/", ".com:563/")},
    "another folder": {"Signature-256": "QQ==", "SignatureCertChainUrl": ADDRESS.replace("echo.api", "echo.api/../x")},
}


def requests_that_are_not_alexas_are_refused(subject: Subject) -> Iterator[str]:
    client, session = subject.door(), subject.session()
    session.application = SKILL  # ours, so that nothing but the signature is wrong
    body = json.dumps(session.launch())
    for what, headers in FORGED.items():
        status = client.post("/alexa", data=body, headers=headers).status_code
        if status != 400:
            yield f"A request with {what} gets {status}, not 400."

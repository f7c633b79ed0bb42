"""Amazon's door: flask-ask-sdk's adapter, behind a verification of our own that runs before anything else reads the body.

flask-ask-sdk imports ask-sdk-webservice-support, which imports certvalidator and through it oscrypto 1.3, which cannot
read the version of OpenSSL 3.0.10 and later and raises while it is imported (wbond/oscrypto#75, #78). We check chains
with `cryptography` (verify.py), so certvalidator is never needed: an empty stand-in takes its place in the import.
"""

import sys
from contextlib import contextmanager
from types import ModuleType
from typing import Any

from flask import Flask, Response, request

from skill.alexa.moves import Understand
from skill.alexa.skill import custom_skill
from skill.web.verify import Forged, Verifier

LARGEST = 64_000
"""Bytes of a request. Alexa's session attributes and slots are within 24 kB."""


def add_to(app: Flask, understand: Understand, verifier: Verifier | None, skill_id: str | None) -> None:
    """Mounts `/alexa`. With no verifier everything is believed: for development, on loopback only."""
    adapter = _adapter(custom_skill(understand, skill_id), skill_id or "any")
    app.config.update(
        ASK_SDK_VERIFY_SIGNATURE=False, ASK_SDK_VERIFY_TIMESTAMP=False
    )  # ours comes before the adapter sees the request
    adapter.init_app(app)

    @app.post("/alexa")
    def alexa() -> Response:
        try:
            body = request.get_data(cache=True)
            if len(body) > LARGEST:
                raise Forged("too large")
            if verifier:
                verifier.verify(body, request.headers)
            return adapter.dispatch_request()
        except Exception as fault:  # whatever it is, Amazon hears 400 and nothing leaks
            app.logger.warning("an Alexa request was refused: %s", type(fault).__name__)
            return Response(status=400)


def _adapter(skill: Any, skill_id: str) -> Any:
    with _without_certvalidator():
        from flask_ask_sdk.skill_adapter import SkillAdapter
    return SkillAdapter(skill=skill, skill_id=skill_id)


@contextmanager
def _without_certvalidator():
    if "ask_sdk_webservice_support.verifier" in sys.modules:
        yield
        return
    validator, errors = ModuleType("certvalidator"), ModuleType("certvalidator.errors")
    validator.CertificateValidator = None
    errors.ValidationError, errors.PathError = ValueError, ValueError
    before = {name: sys.modules.get(name) for name in ("certvalidator", "certvalidator.errors")}
    sys.modules.update({"certvalidator": validator, "certvalidator.errors": errors})
    try:
        yield
    finally:
        for name, module in before.items():
            sys.modules.pop(name) if module is None else sys.modules.update({name: module})

"""The JSON door keeps its description: schemathesis makes requests from /api's OpenAPI and checks every response."""

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from skill.understanding import default
from skill.web.app import Parts, create_app
from skill.web.listen import Listener
from skill.web.sound import Sounds
from speech.voice import SilentVoice


class Ear:
    """Hears the same question in any sound."""

    name = "any"

    def hear(self, sound):
        return "when can we have sex again"


APP = create_app(Parts(default(), Sounds(SilentVoice()), Listener(Ear()), asking="1000000/minute", listening="1000000/minute"))
schema = schemathesis.openapi.from_wsgi("/api", APP)


@pytest.mark.slow
@schema.parametrize()
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_response_is_as_described(case):
    """Not every file is a sound, and the description cannot say which are: those are refused."""
    refused = [positive_data_acceptance] if case.path == "/api/listen" else []
    case.call_and_validate(excluded_checks=refused)

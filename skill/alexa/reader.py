"""Reading requests, those included that hold a type which did not exist when Amazon's classes were made."""

import json
from contextlib import suppress
from datetime import datetime
from typing import Any

from ask_sdk_core.exceptions import SerializationException
from ask_sdk_core.serialize import DefaultSerializer

SPOKEN = ("LaunchRequest", "IntentRequest", "Alexa.Presentation.APL.UserEvent")
"""Requests to which Alexa takes speech. To all others (the session's end, faults, lists of a screen, events of a
player, whatever comes next year) it takes none, or none from us."""
BEFOREHAND = "CanFulfillIntentRequest"
STAND_IN = "System.ExceptionEncountered"
"""What a request is read as that takes no speech and that Amazon's classes do not know."""


class Reader(DefaultSerializer):
    """Amazon's serializer, which refuses a whole envelope for one unknown type anywhere in it; ours looks past that."""

    def deserialize(self, payload: Any, obj_type: Any) -> Any:
        """Raises SerializationException for what is no request at all, with nothing of it in the text, which is logged."""
        with suppress(SerializationException):
            return super().deserialize(payload, obj_type)
        with suppress(SerializationException):
            return super().deserialize(_as_known(payload), obj_type)
        raise SerializationException("This is no request that can be read.")

    def _DefaultSerializer__deserialize_datetime(self, payload: Any, obj_type: Any) -> Any:  # noqa: N802
        """Alexa's times are ISO 8601, which Python reads; Amazon's way, dateutil, takes a fifth of a whole request's time.

        It is a private method of Amazon's (ask-sdk-core 1.19): were it renamed, requests would be read as before.
        """
        if obj_type is datetime and isinstance(payload, str):
            with suppress(ValueError):
                return datetime.fromisoformat(payload)
        return super()._DefaultSerializer__deserialize_datetime(payload, obj_type)


def _as_known(payload: Any) -> str:
    """The payload without what may be unknown: the device's state, or the body of a request that takes no speech."""
    try:
        envelope = json.loads(payload)
        request = envelope["request"]
        if request["type"] in (*SPOKEN, BEFOREHAND):
            return json.dumps(envelope | {"context": {"System": envelope["context"]["System"]}})
        if isinstance(request["type"], str):
            kept = {key: request[key] for key in ("requestId", "timestamp", "locale") if key in request}
            return json.dumps(envelope | {"request": kept | {"type": STAND_IN}})
    except (ValueError, TypeError, KeyError):
        pass
    return payload

"""Request envelopes as Alexa sends them (format: "Request and Response JSON Reference", Alexa Skills Kit)."""

import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

Json = dict[str, Any]

SCREEN = {"Alexa.Presentation.APL": {"runtime": {"maxVersion": "2024.3"}}}
VIEWPORT = {
    "experiences": [{"arcMinuteWidth": 246, "arcMinuteHeight": 144, "canRotate": False, "canResize": False}],
    "shape": "RECTANGLE", "pixelWidth": 1024, "pixelHeight": 600, "dpi": 160,
    "currentPixelWidth": 1024, "currentPixelHeight": 600, "touch": ["SINGLE"],
}  # fmt: skip


@dataclass
class Slot:
    """One slot of an intent: what was heard, and the id of the value it resolves to, if any."""

    name: str
    value: str = ""
    id: str = ""
    type: str = ""
    canonical: str = ""

    def to_json(self) -> Json:
        row: Json = {"name": self.name, "confirmationStatus": "NONE"}
        if self.value:
            row |= {"value": self.value, "source": "USER"}
        if self.value and not self.type.startswith("AMAZON."):
            row["resolutions"] = {"resolutionsPerAuthority": [self._resolution()]}
        return row

    def _resolution(self) -> Json:
        authority = f"amzn1.er-authority.echo-sdk.amzn1.ask.skill.virtual.{self.type}"
        if not self.id:
            return {"authority": authority, "status": {"code": "ER_SUCCESS_NO_MATCH"}}
        value = {"value": {"name": self.canonical or self.value, "id": self.id}}
        return {"authority": authority, "status": {"code": "ER_SUCCESS_MATCH"}, "values": [value]}


@dataclass
class Session:
    """One session of a device: its ids, and the attributes that go to and fro."""

    locale: str = "en-US"
    screen: bool = False
    new: bool = True
    attributes: Json = field(default_factory=dict)
    id: str = field(default_factory=lambda: f"amzn1.echo-api.session.{uuid.uuid4()}")
    application: str = "amzn1.ask.skill.virtual"
    user: str = "amzn1.ask.account.VIRTUAL"
    device: str = "amzn1.ask.device.VIRTUAL"

    def launch(self) -> Json:
        """The person opened the skill without a question."""
        return self._envelope({"type": "LaunchRequest", "shouldLinkResultBeReturned": False})

    def intent(self, name: str, slots: list[Slot]) -> Json:
        """The person said something that Alexa took for this intent."""
        intent: Json = {"name": name, "confirmationStatus": "NONE"}
        if slots:
            intent["slots"] = {slot.name: slot.to_json() for slot in slots}
        return self._envelope({"type": "IntentRequest", "intent": intent, "dialogState": "COMPLETED"})

    def ended(self, reason: str) -> Json:
        """The session is over: USER_INITIATED, EXCEEDED_MAX_REPROMPTS or ERROR."""
        return self._envelope({"type": "SessionEndedRequest", "reason": reason})

    def request(self, kind: str, **fields: Any) -> Json:
        """A request of any other type."""
        return self._envelope({"type": kind, **fields})

    def touch(self, token: str, arguments: list[Any]) -> Json:
        """The person touched something on the screen."""
        source = {"type": "TouchWrapper", "handler": "Press", "id": "", "value": False}
        event = {"token": token, "arguments": arguments, "source": source, "components": {}}
        return self._envelope({"type": "Alexa.Presentation.APL.UserEvent", **event})

    def _envelope(self, request: Json) -> Json:
        stamp = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        ids = {"application": {"applicationId": self.application}, "user": {"userId": self.user}}
        interfaces = SCREEN if self.screen else {}
        system = {
            **ids,
            "device": {"deviceId": self.device, "supportedInterfaces": interfaces},
            "apiEndpoint": "https://api.amazonalexa.com",
            "apiAccessToken": "virtual",
        }
        return {
            "version": "1.0",
            "session": {"new": self.new, "sessionId": self.id, "attributes": self.attributes, **ids},
            "context": {"System": system} | ({"Viewport": VIEWPORT} if self.screen else {}),
            "request": request
            | {"requestId": f"amzn1.echo-api.request.{uuid.uuid4()}", "timestamp": stamp, "locale": self.locale},
        }

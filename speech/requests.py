"""Alexa's rarer requests: what a screen sends, what asks before it opens a skill, faults, and slots that resolve oddly.

Formats: "Request Types Reference", "Alexa.Presentation.APL Interface" and "Implement CanFulfillIntentRequest",
Alexa Skills Kit.
"""

from copy import deepcopy

from speech.envelope import Json, Session, Slot


def can_fulfill(session: Session, name: str, slots: list[Slot]) -> Json:
    """Alexa asks whether the skill could answer this, for somebody who named no skill. Nothing is opened."""
    intent: Json = {"name": name, "confirmationStatus": "NONE"}
    if slots:
        intent["slots"] = {slot.name: slot.to_json() for slot in slots}
    return session.request("CanFulfillIntentRequest", dialogState="COMPLETED", intent=intent)


def screen_fault(session: Session) -> Json:
    """The screen could not show what it was sent."""
    error = {"type": "RENDER_DOCUMENT_ERROR", "reason": "INVALID_DOCUMENT", "message": "The document cannot be shown."}
    return session.request("Alexa.Presentation.APL.RuntimeError", token="screen", errors=[error])


def list_wanted(session: Session) -> Json:
    """A list on the screen wants its next rows."""
    return session.request(
        "Alexa.Presentation.APL.LoadIndexListData",
        token="screen", correlationToken="1", listId="rows", startIndex=0, count=10,
    )  # fmt: skip


def exception_encountered(session: Session) -> Json:
    """Alexa could not use an earlier response."""
    error = {"type": "INVALID_RESPONSE", "message": "The response cannot be used."}
    return session.request("System.ExceptionEncountered", error=error, cause={"requestId": "amzn1.echo-api.request.earlier"})


def resolved_by(envelope: Json, slot: str, *authorities: Json) -> Json:
    """The same request with these authorities' resolutions of a slot."""
    changed = deepcopy(envelope)
    changed["request"]["intent"]["slots"][slot]["resolutions"] = {"resolutionsPerAuthority": list(authorities)}
    return changed


def authority(name: str, code: str, **values: str) -> Json:
    """What one authority says: its code, and the values that it matched, as id to name."""
    said: Json = {"authority": f"amzn1.er-authority.echo-sdk.{name}", "status": {"code": code}}
    if values:
        said["values"] = [{"value": {"name": text, "id": key}} for key, text in values.items()]
    return said


def without(envelope: Json, *path: str) -> Json:
    """The same request with the part at this path left out."""
    changed = deepcopy(envelope)
    part = changed
    for step in path[:-1]:
        part = part[step]
    part.pop(path[-1], None)
    return changed


def filled_up(envelope: Json, size: int) -> Json:
    """The same request with a context of so many more bytes, as a screen with much on it sends."""
    changed = deepcopy(envelope)
    changed["context"]["Extensions"] = {"available": {"filler": {"settings": "x" * size}}}
    return changed

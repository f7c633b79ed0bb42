"""What a device with a screen is sent beside the speech: one document for every screen, and the words of this reply.

Nothing is said twice, and nobody is left in silence if a screen fails when it matters. So there is one rule for who speaks:

- A reply that asks something, and is about no danger, is spoken by the screen: `SpeakList` reads its sentences one by one
  and highlights each while it is heard. The response then has no speech of its own; its reprompt stays, and the
  microphone opens when the list is read.
- Everything else (the way to help, every reply that closes the session, the apology for a fault of ours) is spoken by the
  response itself, as on a device without a screen; the screen shows the sentences and stays silent.

A device without a screen is sent nothing of this.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

from ask_sdk_core.handler_input import HandlerInput

from skill.alexa.screen.data import SENTENCES, datasource
from skill.content import Content
from skill.conversation import Reply

HERE = Path(__file__).parent
TOKEN = "questions"


def has_screen(handler_input: HandlerInput) -> bool:
    """The device says that it shows documents, and not only older ones than ours."""
    context = handler_input.request_envelope.context
    device = context and context.system and context.system.device
    interfaces = device and device.supported_interfaces
    apl = interfaces and interfaces.alexa_presentation_apl
    newest = (apl and apl.runtime and apl.runtime.max_version) or ""
    return bool(apl) and (not newest or _places(newest) >= _places(_document("document")["version"]))


def speaks(content: Content, reply: Reply) -> bool:
    """The screen says this reply, and not the response."""
    return reply.asks and reply.topic not in content.safety


def show(handler_input: HandlerInput, content: Content, reply: Reply) -> None:
    """Adds what the screen shows to the response that holds the speech, and takes that away where the screen speaks."""
    from ask_sdk_model.interfaces.alexa.presentation import apl  # 10 ms that an Echo without a screen does not pay

    builder, spoken = handler_input.response_builder, speaks(content, reply)
    data = {} if reply.clear else {"screen": datasource(content, reply, spoken)}
    document = _document("blank" if reply.clear else "document")
    builder.add_directive(apl.RenderDocumentDirective(token=TOKEN, document=document, datasources=data))
    if spoken:
        builder.response.output_speech = None
        read = apl.SpeakListCommand(component_id=SENTENCES, start=0, count=len(reply.lines), align=apl.Align.center)
        builder.add_directive(apl.ExecuteCommandsDirective(token=TOKEN, commands=[read]))


def _places(version: str) -> list[int]:
    return [int(place) for place in version.split(".") if place.isdigit()]


@cache
def _document(name: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
    return document

"""What a screen shows, reads and lets touch: as much of APL (Alexa Presentation Language) as a conversation needs.

Conditions (`when`) are not weighed, so everything that some screen would show counts as shown; speech/preview draws.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from speech.errors import SkillError
from speech.ssml import words

Json = dict[str, Any]

RENDER, EXECUTE = "Alexa.Presentation.APL.RenderDocument", "Alexa.Presentation.APL.ExecuteCommands"
PLACE = re.compile(r"\$\{([\w.]+)\}")


@dataclass(frozen=True)
class Shown:
    """One document on the screen."""

    token: str
    texts: tuple[str, ...] = ()
    """Every text, in the document's order."""
    touches: dict[str, list[Any]] = field(default_factory=dict)
    """What can be touched, by the text that a screen reader says for it: the arguments that the skill gets back."""


def shown(directives: list[Json]) -> Shown | None:
    """What the directives put on the screen; None where they put nothing there. Raises SkillError for what Alexa refuses."""
    found = [directive for directive in directives if directive.get("type") == RENDER]
    if not found:
        return None
    if not found[-1].get("token") or not found[-1].get("document"):
        raise SkillError("A RenderDocument directive needs a token and a document.")
    parts = list(_parts(found[-1]))
    texts = [str(resolve(part["text"], scope)) for part, scope in parts if part["type"] == "Text"]
    return Shown(found[-1]["token"], tuple(dict.fromkeys(texts)), dict(_touches(parts)))


def all_said(response: Json) -> str:
    """Everything that is heard, as one SSML: first the response's speech, then what the screen reads.

    Raises SkillError where the two say the same.
    """
    speech = (response.get("outputSpeech") or {}).get("ssml") or ""
    read = spoken(response.get("directives") or [])
    if any(speech and words(each) in words(speech) for each in read):
        raise SkillError("The screen reads what the response says already. Let one of them speak.")
    parts = [part.removeprefix("<speak>").removesuffix("</speak>") for part in (speech, *read) if part]
    return f"<speak>{''.join(parts)}</speak>" if parts else ""


def spoken(directives: list[Json]) -> tuple[str, ...]:
    """The SSML that the screen reads out by `SpeakList` and `SpeakItem`, in order."""
    documents = {directive.get("token"): directive for directive in directives if directive.get("type") == RENDER}
    read: list[str] = []
    for directive in directives:
        if directive.get("type") == EXECUTE:
            if directive.get("token") not in documents:
                raise SkillError("The commands are for a document that is not on the screen. Give both the same token.")
            for command in directive.get("commands") or ():
                read += _read_by(command, documents[directive["token"]])
    return tuple(read)


def resolve(value: Any, scope: Json) -> Any:
    """The value with each `${a.b}` looked up; other expressions stay as they are."""
    if not isinstance(value, str):
        return value
    whole = PLACE.fullmatch(value)
    return _at(whole[1], scope) if whole else PLACE.sub(lambda found: str(_at(found[1], scope)), value)


def _read_by(command: Json, directive: Json) -> Iterator[str]:
    if command.get("type") not in ("SpeakList", "SpeakItem"):
        return
    inside = [
        resolve(part["speech"], scope)
        for part, scope in _parts(directive, under=command.get("componentId", ""))
        if part.get("speech")
    ]
    if not inside:
        raise SkillError(f"Nothing under {command.get('componentId')!r} has speech to be read.")
    start = command.get("start", 0)
    yield from inside[start : start + command.get("count", 1)]


def _touches(parts: list[tuple[Json, Json]]) -> Iterator[tuple[str, list[Any]]]:
    for part, scope in parts:
        if part["type"] == "TouchWrapper":
            event = part["onPress"][0]
            yield str(resolve(part["accessibilityLabel"], scope)), [resolve(each, scope) for each in event["arguments"]]


def _parts(directive: Json, under: str = "") -> Iterator[tuple[Json, Json]]:
    """Every component with what its bindings refer to; with `under`, those inside the component of that id."""
    document = directive["document"]
    scope = {"payload": _transformed(directive.get("datasources") or {})}
    found = _walk(document["mainTemplate"], document.get("layouts") or {}, scope)
    if under:
        tops = [(part, outer) for part, outer in found if part.get("id") == under]
        found = (pair for part, outer in tops for pair in _inside(part, document.get("layouts") or {}, outer))
    return found


def _walk(part: Json, layouts: Json, scope: Json) -> Iterator[tuple[Json, Json]]:
    layout = layouts.get(part.get("type", ""))
    if layout:
        own = {name: resolve(part.get(name), scope) for name in layout.get("parameters", ())}
        yield from _inside(layout, layouts, scope | own)
        return
    if "type" in part:
        yield part, scope
    bound = {each["name"]: resolve(each["value"], scope) for each in part.get("bind", ())}
    yield from _inside(part, layouts, scope | bound)


def _inside(part: Json, layouts: Json, scope: Json) -> Iterator[tuple[Json, Json]]:
    rows = resolve(part.get("data"), scope)
    scopes = [scope | {"data": row, "index": index} for index, row in enumerate(rows)] if isinstance(rows, list) else [scope]
    for each in scopes:
        for name in ("item", "items"):
            for child in _list(part.get(name)):
                yield from _walk(child, layouts, each)


def _transformed(datasources: Json) -> Json:
    """The data with what Alexa's transformers add; speech stays the SSML from which Alexa would make sound."""
    data = deepcopy(datasources)
    for source in data.values():
        for rule in source.get("transformers") or ():
            rows, _, name = rule["inputPath"].rpartition("[*].")
            for row in _at(rows, source["properties"]) if rows else [source["properties"]]:
                row[rule.get("outputName", name)] = row[name]
    return data


def _at(path: str, scope: Any) -> Any:
    for step in path.split("."):
        scope = scope.get(step) if isinstance(scope, dict) else None
    return scope


def _list(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]

"""A reply as the data of the screen's document: the sentences of the caption, in order, and nothing that is not in it."""

from html import escape
from typing import Any

from skill.alexa.screen.touch import touches
from skill.content import Content
from skill.content.screen import load_screen
from skill.conversation import Reply
from skill.rendering.helplines import helplines
from skill.rendering.ssml import sentences

SENTENCES = "said"
"""The id of the list of sentences in the document."""

LONG = 120
"""Characters that fit in the largest type, where no reading scrolls the screen."""


def datasource(content: Content, reply: Reply, spoken: bool) -> dict[str, Any]:
    """The object under `payload.screen`. With `spoken`, Alexa makes speech of each sentence for the screen to read."""
    words = load_screen(content.locale)
    shown: list[dict[str, str]] = [{"text": escape(line.text, quote=False)} for line in reply.lines]
    if spoken:
        for sentence, ssml in zip(shown, sentences(reply.lines, reply.speed), strict=True):
            sentence["ssml"] = ssml
    properties = {
        "title": words.title,
        "long": not spoken and len(reply.caption) > LONG,
        "sentences": shown,
        "numbers": [
            {"label": words.lines[name], "number": line.number, "digits": " ".join(filter(str.isdigit, line.number))}
            for name, line in helplines(content, reply)
        ],
        "touches": [{"label": each.label, "does": each.does, "what": each.what} for each in touches(content, reply, words)],
    }
    to_speech = {"inputPath": "sentences[*].ssml", "outputName": "speech", "transformer": "ssmlToSpeech"}
    return {"type": "object", "properties": properties, "transformers": [to_speech] if spoken else []}

"""A reply as SSML for Alexa. The one place that writes markup, and the one place that escapes.

Only tags that Alexa takes in every locale: s, break, prosody, say-as. The limits are those of
Alexa's "Speech Synthesis Markup Language reference" (https://developer.amazon.com/docs/alexa/custom-skills/speech-synthesis-markup-language-ssml-reference.html).
"""

from html import escape

from skill.conversation.reply import Line

RATES = {"slow": "80%", "normal": "", "fast": "125%"}
"""Speaking rate as a share of the voice's own, for each speed of the conversation."""

PAUSE_BEFORE_QUESTION = '<break time="400ms"/>'
PAUSE_BEFORE_NUMBER = '<break time="150ms"/>'
"""Without it a number runs into the word before ("call mine one one"). Measured with `gentle listen-check`: 20 of 36 ways
to say the short safety answers lost a digit for Whisper without it, 12 with it, before the digits were said apart, too."""


def speech(lines: tuple[Line, ...], speed: str = "normal") -> str:
    """The lines as SSML, without the <speak> root (the SDK adds it)."""
    return _at("".join(_bodies(lines)), speed)


def sentences(lines: tuple[Line, ...], speed: str = "normal") -> tuple[str, ...]:
    """The same speech a sentence at a time, each a whole <speak>, for a screen that speaks as it highlights."""
    return tuple(f"<speak>{_at(body, speed)}</speak>" for body in _bodies(lines))


def _bodies(lines: tuple[Line, ...]) -> list[str]:
    return [_sentence(line, asks=line is lines[-1] and len(lines) > 1) for line in lines]


def _at(body: str, speed: str) -> str:
    rate = RATES[speed]
    return f'<prosody rate="{rate}">{body}</prosody>' if rate and body else body


def _sentence(line: Line, asks: bool) -> str:
    text = escape(line.text, quote=False)
    for number in line.digits:
        how = "digits" if number.isdigit() else "telephone"
        text = text.replace(number, f'{PAUSE_BEFORE_NUMBER}<say-as interpret-as="{how}">{number}</say-as>')
    pause = PAUSE_BEFORE_QUESTION if asks and line.text.endswith("?") else ""
    return f"{pause}<s>{text}</s>"

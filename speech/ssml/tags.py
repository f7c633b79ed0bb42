"""What Alexa's SSML takes: every tag, its attributes and their values, and what may stand where.

Source: Alexa's "Speech Synthesis Markup Language (SSML) Reference", as set out with evidence in shared/alexa_limits.md, section 4.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

LONGEST_BREAK = 10_000
"""Milliseconds of one <break>."""
LONGEST_SPEECH = 8_000
"""Characters of a response; it must have fewer."""
MOST_AUDIO = 5
"""<audio> files of one response."""

Values = frozenset[str] | re.Pattern[str]


def _one_of(values: str) -> frozenset[str]:
    return frozenset(values.split())


DATES = _one_of("mdy dmy ymd md dm ym my d m y")
SAY_AS = _one_of(
    "characters spell-out cardinal number ordinal digits fraction unit date time telephone address interjection expletive"
)
LANGUAGES = _one_of("en-US en-GB en-IN en-AU en-CA de-DE es-ES es-MX es-US fr-FR fr-CA hi-IN it-IT ja-JP pt-BR")
ROLES = _one_of("amazon:VB amazon:VBD amazon:NN amazon:SENSE_1 amazon:DT amazon:IN amazon:JJ")
RATES = {"x-slow": 0.5, "slow": 0.8, "medium": 1.0, "fast": 1.25, "x-fast": 1.5}
PITCHES = {"x-low": 0.7, "low": 0.85, "medium": 1.0, "high": 1.2, "x-high": 1.45}
VOLUMES = {"silent": -96.0, "x-soft": -12.0, "soft": -6.0, "medium": 0.0, "loud": 3.0, "x-loud": 4.08}
STRENGTHS = {"none": 0, "x-weak": 0, "weak": 150, "medium": 300, "strong": 600, "x-strong": 1000}
VOICES = {
    "en-US": _one_of("Ivy Joanna Joey Justin Kendra Kimberly Matthew Salli"),
    "en-GB": _one_of("Amy Brian Emma"),
    "en-AU": _one_of("Nicole Russell"),
    "en-IN": _one_of("Aditi Raveena"),
}
ALL_VOICES = frozenset().union(*VOICES.values()) | _one_of(
    "Hans Marlene Vicki Conchita Enrique Carla Giorgio Mizuki Takumi Celine Lea Mathieu"
)
DOMAINS = {
    "conversational": _one_of("en-US ja-JP it-IT"),
    "long-form": _one_of("en-US"),
    "music": _one_of("en-US en-CA en-GB de-DE"),
    "news": _one_of("en-US en-AU"),
    "fun": _one_of("ja-JP"),
}
EMOTIONAL = _one_of("en-US en-GB ja-JP")
"""Locales that take <amazon:emotion>."""


@dataclass(frozen=True)
class Tag:
    """One tag: its attributes with the values they take, which it must have, and what it may hold."""

    attributes: Mapping[str, Values] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    """Attributes that it must have; of a group joined by "|", one."""
    holds: str = "anything"
    """"anything", "text" (no tags inside), "nothing", or "no blocks" (no <p>, no <s>)."""


ANYTHING = re.compile(r".+", re.DOTALL)

TAGS: dict[str, Tag] = {
    "speak": Tag(),
    "p": Tag(holds="no paragraphs"),
    "s": Tag(holds="no blocks"),
    "break": Tag({"time": re.compile(r"\d+(\.\d+)?(ms|s)"), "strength": frozenset(STRENGTHS)}, holds="nothing"),
    "emphasis": Tag({"level": _one_of("strong moderate reduced")}, ("level",), "no blocks"),
    "prosody": Tag(
        {
            "rate": re.compile("|".join(RATES) + r"|([2-9]\d|\d{3,})%"),
            "pitch": re.compile("|".join(PITCHES) + r"|\+([0-4]?\d(\.\d+)?|50)%|-([0-2]?\d(\.\d+)?|3[0-2](\.\d+)?|33(\.[0-3]\d*)?)%"),
            "volume": re.compile("|".join(VOLUMES) + r"|\+[0-4](\.\d+)?dB|-\d+(\.\d+)?dB"),
        },
        ("rate|pitch|volume",),
    ),
    "say-as": Tag({"interpret-as": SAY_AS, "format": DATES}, ("interpret-as",), "text"),
    "sub": Tag({"alias": ANYTHING}, ("alias",), "text"),
    "phoneme": Tag({"alphabet": _one_of("ipa x-sampa"), "ph": ANYTHING}, ("ph",), "text"),
    "w": Tag({"role": ROLES}, ("role",), "text"),
    "lang": Tag({"xml:lang": LANGUAGES}, ("xml:lang",)),
    "voice": Tag({"name": ALL_VOICES}, ("name",)),
    "audio": Tag({"src": re.compile(r"https://\S+|soundbank://\S+")}, ("src",), "nothing"),
    "amazon:effect": Tag({"name": _one_of("whispered")}, ("name",)),
    "amazon:emotion": Tag({"name": _one_of("excited disappointed"), "intensity": _one_of("low medium high")}, ("name", "intensity")),
    "amazon:domain": Tag({"name": frozenset(DOMAINS)}, ("name",)),
    "alexa:name": Tag({"type": _one_of("first"), "personId": ANYTHING}, ("type", "personId"), "nothing"),
}  # fmt: skip

CLASHES = {
    "voice": ("amazon:domain", "amazon:emotion", "emphasis"),
    "amazon:domain": ("amazon:emotion", "emphasis", "voice"),
    "amazon:emotion": ("amazon:domain", "voice"),
}
"""What may not stand inside what: styles, emotions and other voices do not mix."""


def milliseconds(attributes: Mapping[str, str]) -> int:
    """The length of a <break>."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)(ms|s)", attributes.get("time", ""))
    if found:
        return int(float(found[1]) * (1000 if found[2] == "s" else 1))
    return STRENGTHS.get(attributes.get("strength", "medium"), STRENGTHS["medium"])

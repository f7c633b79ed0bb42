"""Alexa's limits on a manifest, as findings by rule. Evidence for each: shared/alexa_limits.md, sections 1.5 to 2."""

import re
from collections.abc import Callable, Iterator
from typing import Any

Json = dict[str, Any]

LONGEST = {"summary": 160, "description": 4_000, "name": 50}
MOST_PHRASES, LONGEST_PHRASE = 3, 200
MOST_KEYWORDS, LONGEST_KEYWORD = 30, 150
LONGEST_TESTING = 4_000
TITLE = re.compile(r"[A-Za-z0-9' _-]{2,50}")
NOT_IN_A_TITLE = ("alexa", "echo", "computer", "amazon", "skill", "app")
ANSWERS = {
    "allowsPurchases": False,
    "usesPersonalInfo": False,
    "isChildDirected": False,
    "isExportCompliant": True,
    "containsAds": False,
}


def title(manifest: Json) -> Iterator[str]:
    """The name in the store: letters, digits, spaces, no name of Amazon's."""
    for locale, said in published(manifest):
        if not TITLE.fullmatch(said["name"]):
            yield f"{locale}: the name {said['name']!r} must have 2 to 50 letters, digits, spaces, hyphens or apostrophes."
        for word in set(said["name"].lower().split()) & set(NOT_IN_A_TITLE):
            yield f"{locale}: the name {said['name']!r} may not hold {word!r}."


def lengths(manifest: Json) -> Iterator[str]:
    """No text is empty or too long."""
    for locale, said in published(manifest):
        for name, longest in LONGEST.items():
            if not 0 < len(said[name]) <= longest:
                yield f"{locale}: the {name} has {len(said[name])} characters; the store takes 1 to {longest}."
        keywords = said["keywords"]
        if len(keywords) > MOST_KEYWORDS or any(len(word) > LONGEST_KEYWORD for word in keywords):
            yield f"{locale}: the store takes {MOST_KEYWORDS} keywords of {LONGEST_KEYWORD} characters."
        phrases = said["examplePhrases"]
        if not 0 < len(phrases) <= MOST_PHRASES or any(len(phrase) > LONGEST_PHRASE for phrase in phrases):
            yield f"{locale}: the store takes 1 to {MOST_PHRASES} example phrases of {LONGEST_PHRASE} characters."
    testing = len(publishing(manifest)["testingInstructions"])
    if not 0 < testing <= LONGEST_TESTING:
        yield f"The testing instructions have {testing} characters; Amazon takes 1 to {LONGEST_TESTING}."


def compliance(manifest: Json) -> Iterator[str]:
    """The answers to Amazon's questions are the true ones."""
    answered = manifest["manifest"]["privacyAndCompliance"]
    for name, value in ANSWERS.items():
        if answered.get(name) is not value:
            yield f"{name} must be {value}."
    if "usesHealthInfo" in answered:
        yield "usesHealthInfo is for providers under HIPAA. Leave it out."


def permissions(manifest: Json) -> Iterator[str]:
    """The skill asks for nothing: no permission, no event, no account."""
    for name in ("permissions", "events"):
        if name in manifest["manifest"]:
            yield f"The manifest asks for {name}."


RULES: dict[str, Callable[[Json], Iterator[str]]] = {
    "the_name_in_the_store_is_allowed": title,
    "texts_in_the_store_are_within_limits": lengths,
    "compliance_is_answered_truly": compliance,
    "no_permission_is_asked_for": permissions,
}


def problems(manifest: Json) -> Iterator[str]:
    """Whatever Amazon would refuse in this manifest, a sentence each."""
    for rule in RULES.values():
        yield from rule(manifest)


def publishing(manifest: Json) -> Json:
    """What the store shows."""
    return manifest["manifest"]["publishingInformation"]


def published(manifest: Json) -> Iterator[tuple[str, Json]]:
    """What the store shows, by locale."""
    yield from publishing(manifest)["locales"].items()

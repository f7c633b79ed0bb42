"""Checks on what the store gets: texts, addresses, icons, declarations."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from skill.certify.opening import numbered
from skill.certify.rules import load_words
from skill.certify.subject import Subject
from skill.certify.validity import SCREEN, without_nothing
from skill.errors import UsageError
from skill.package import icon, phrases
from skill.package.endpoint import site
from skill.package.icon import SIZES

CATEGORY, APL = "HEALTH_AND_FITNESS", "ALEXA_PRESENTATION_APL"
ADDRESSES = {"privacyPolicyUrl": "/privacy", "termsOfUseUrl": "/terms"}
PHRASES = range(5, 9)


class ByHand(Exception):
    """Raised by a check that cannot be made here; the text says what to do."""


def every_example_phrase_is_a_sample(subject: Subject) -> Iterator[str]:
    yield from phrases.problems(subject.published["examplePhrases"], subject.model)


def the_description_calls_it_a_skill_and_says_how_to_begin(subject: Subject) -> Iterator[str]:
    text = subject.published["description"]
    if not re.search(r"\bskill\b", text) or re.search(r"\bapp\b", text, re.IGNORECASE):
        yield 'The description must say "skill", and never "app".'
    if f"Alexa, open {subject.model['interactionModel']['languageModel']['invocationName']}" not in text:
        yield "The description does not say how to begin."


def the_privacy_policy_and_the_terms_can_be_read(subject: Subject) -> Iterator[str]:
    given = subject.manifest["manifest"]["privacyAndCompliance"].get("locales", {}).get(subject.locale, {})
    for name, path in ADDRESSES.items():
        try:
            site(given.get(name, ""), given.get(name, ""))
        except UsageError as fault:
            yield f"{name}: {fault}"
            continue
        found = urlsplit(given[name]).path
        if found != path or subject.door().get(found).status_code != 200:
            yield f"{name}: the service does not show {found}."


def the_icons_have_the_right_size(subject: Subject) -> Iterator[str]:
    for name in SIZES:
        try:
            icon(subject.icons, name)
        except UsageError as fault:
            yield str(fault)


def it_is_sold_only_where_its_numbers_hold(subject: Subject) -> Iterator[str]:
    information = subject.manifest["manifest"]["publishingInformation"]
    if information["category"] != CATEGORY:
        yield f"The category is {information['category']}, not {CATEGORY}."
    if information["isAvailableWorldwide"] or information["distributionCountries"] != [subject.locale.partition("-")[2]]:
        yield f"It is sold in {', '.join(information['distributionCountries'])}, and speaks for {subject.locale}."


def the_interfaces_declared_are_those_used(subject: Subject) -> Iterator[str]:
    declared = {each["type"] for each in subject.manifest["manifest"]["apis"]["custom"].get("interfaces", ())}
    answer = subject.skill(subject.session("", screen=True).intent(*_topic(subject), []))
    shown = any(each["type"].startswith(SCREEN) for each in (answer.get("response") or {}).get("directives") or ())
    if shown != (APL in declared):
        yield f"{APL} is {'not ' * shown}declared, and screens are {'not ' * (not shown)}sent."
    for other in sorted(declared - {APL}):
        yield f"{other} is declared, and not used."


def what_can_be_touched_has_a_label_and_a_role(subject: Subject) -> Iterator[str]:
    for step in subject.walk_on_a_screen:
        for directive in (step.answer.get("response") or {}).get("directives") or ():
            for part in _touchable(directive.get("document")):
                lacks = [name for name in ("accessibilityLabel", "role") if not part.get(name)]
                if lacks:
                    yield f"{step.where}: {part.get('id') or part.get('type')} has no {' and no '.join(lacks)}."


def reviewers_are_told_what_they_need(subject: Subject) -> Iterator[str]:
    text = subject.manifest["manifest"]["publishingInformation"]["testingInstructions"]
    for word in load_words().reviewers:
        if word not in text:
            yield f"The testing instructions do not say {word!r}."
    if len(numbered(subject)) not in PHRASES:
        yield f"There are {len(numbered(subject))} numbered phrases; give {PHRASES[0]} to {PHRASES[-1]}."


def amazons_own_classes_lose_nothing(subject: Subject) -> Iterator[str]:
    try:
        from ask_sdk_model_runtime import DefaultSerializer
        from ask_smapi_model.v1.skill.interaction_model.interaction_model_data import InteractionModelData
        from ask_smapi_model.v1.skill.manifest.skill_manifest_envelope import SkillManifestEnvelope
    except ModuleNotFoundError:
        raise ByHand("Run: pip install ask-smapi-model, then certify again.") from None
    for name, ours, kind in (
        ("model", subject.model, InteractionModelData),
        ("manifest", subject.manifest, SkillManifestEnvelope),
    ):
        back = DefaultSerializer().serialize(DefaultSerializer().deserialize(json.dumps(ours), kind))
        if without_nothing(back) != without_nothing(ours):
            yield f"The {name} loses something."


def _touchable(part: Any) -> Iterator[dict[str, Any]]:
    """Every component of an APL document that takes a touch."""
    if isinstance(part, dict):
        if part.get("type") in ("TouchWrapper", "VectorGraphic") and "onPress" in part:
            yield part
        part = list(part.values())
    if isinstance(part, list):
        for each in part:
            yield from _touchable(each)


def _topic(subject: Subject) -> tuple[str]:
    return (next(iter(subject.topic_intents().values())),)

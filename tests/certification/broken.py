"""For each rule, a skill that breaks it: each check must see what it is there to see."""

import json
import logging
import time
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import msgspec

from skill.alexa.skill import build
from skill.certify.subject import SKILL, over_the_wire
from skill.content.model import Sentence
from skill.conversation.move import Ask
from skill.understanding import default
from skill.web.app import Parts, create_app
from skill.web.sound import Sounds
from speech.voice import SilentVoice


def answering(change):
    """The skill with every answer changed: `change` gets the request, the intent's name or the request's type, and the answer."""

    def broken(subject):
        def skill(request):
            answer = subject.skill(request)
            name = request["request"].get("intent", {}).get("name") or request["request"]["type"]
            return change(request, name, answer) or answer

        return replace(subject, skill=skill)

    return broken


def saying(text, *names, closes=None):
    """The skill that says this to requests with these names (to all, without)."""

    def change(request, name, answer):
        if (not names or name in names) and "outputSpeech" in answer["response"]:
            answer["response"]["outputSpeech"]["ssml"] = f"<speak>{text}</speak>"
            if closes is not None:
                answer["response"]["shouldEndSession"] = closes
                answer["response"].pop("reprompt", None)

    return answering(change)


def setting(name, **response):
    """The skill whose response to this request has these fields, too."""

    def change(request, asked, answer):
        if asked == name:
            answer["response"].update(response)

    return answering(change)


def of_model(change):
    def broken(subject):
        model = deepcopy(subject.model)
        change(model["interactionModel"]["languageModel"])
        return replace(subject, model=model)

    return broken


def of_manifest(change):
    def broken(subject):
        manifest = deepcopy(subject.manifest)
        change(manifest["manifest"])
        return replace(subject, manifest=manifest)

    return broken


def publishing(**changes):
    return of_manifest(lambda manifest: manifest["publishingInformation"].update(changes))


def published(**changes):
    def change(manifest):
        for each in manifest["publishingInformation"]["locales"].values():
            each.update(changes)

    return of_manifest(change)


def of_topic(name, **changes):
    def broken(subject):
        topic = msgspec.structs.replace(subject.content.topics[name], **changes)
        return replace(subject, content=msgspec.structs.replace(subject.content, topics=subject.content.topics | {name: topic}))

    return broken


def of_phrase(name, *say):
    def broken(subject):
        phrase = msgspec.structs.replace(subject.content.phrases[name], say=say)
        phrases = subject.content.phrases | {name: phrase}
        return replace(subject, content=msgspec.structs.replace(subject.content, phrases=phrases))

    return broken


def understanding(move):
    """The skill that takes everything said in one's own words for this."""
    return lambda subject: replace(subject, skill=over_the_wire(build(lambda text: move)))


def chatty(subject):
    def skill(request):
        logging.getLogger("gentle").info("asked: %s", json.dumps(request))
        return subject.skill(request)

    return replace(subject, skill=skill)


def remembering(request, name, answer):
    slots = request["request"].get("intent", {}).get("slots", {})
    answer.setdefault("sessionAttributes", {})["heard"] = [slot.get("value") for slot in slots.values()]


def slow(subject):
    def skill(request):
        if request["request"].get("intent", {}).get("name") == "WhyIntent":
            time.sleep(1.1)
        return subject.skill(request)

    return replace(subject, skill=skill)


def always(answer_beforehand):
    def change(request, name, answer):
        if "canFulfillIntent" in answer["response"]:
            answer["response"]["canFulfillIntent"] = {"canFulfill": answer_beforehand}

    return answering(change)


def forgetful(request, name, answer):
    """Nothing of the session is kept, so every answer is a first one."""
    answer["sessionAttributes"] = {}


def believing(subject):
    app = create_app(Parts(default(), Sounds(SilentVoice()), skill_id=SKILL, unverified=True))
    return replace(subject, door=app.test_client)


def stealing(subject):
    return replace(subject, match=lambda text: ("AMAZON.FallbackIntent", []))


def no_reprompt(request, name, answer):
    answer["response"].pop("reprompt", None)


RENDER = {"type": "Alexa.Presentation.APL.RenderDocument", "token": "t", "document": {"type": "APL"}}
TOUCH = RENDER | {"document": {"mainTemplate": {"items": [{"type": "TouchWrapper", "onPress": {}, "role": "button"}]}}}
CALLING = {"type": "Connections.StartConnection", "uri": "connection://call"}
ENDED = {"outputSpeech": {"type": "SSML", "ssml": "<speak>Goodbye.</speak>"}}
LONG = tuple(Sentence("one two three four five six seven eight nine ten.", (1,)) for _ in range(5))

BROKEN = {
    "launch_says_what_it_does_and_asks": saying("Hello.", "LaunchRequest"),
    "the_welcome_is_discreet": saying("Hello, this is Gentle Recovery. I know about miscarriage. What now?", "LaunchRequest"),
    "one_shot_questions_answer_without_a_launch": answering(lambda r, n, a: a.update(sessionAttributes={})),
    "every_example_phrase_works": published(examplePhrases=["Alexa, ask gentle recovery purple rain on tuesday"]),
    "every_phrase_for_the_reviewers_works": publishing(testingInstructions="1. purple rain on tuesday"),
    "every_name_that_it_suggests_can_be_said": understanding(Ask("grief")),
    "help_helps_and_asks": saying("Help.", "AMAZON.HelpIntent"),
    "stop_cancel_and_exit_close_at_once": saying("Are you sure?", "AMAZON.CancelIntent", closes=False),
    "no_ends_it_calmly": setting("AMAZON.NoIntent", shouldEndSession=False),
    "the_session_is_open_if_and_only_if_a_question_was_asked": setting("AMAZON.StopIntent", shouldEndSession=False),
    "a_silence_is_met_with_other_words": answering(no_reprompt),
    "session_ended_says_nothing": setting("SessionEndedRequest", **ENDED),
    "fallback_reprompts_and_then_closes": saying("I didn't catch that. Again?", "AMAZON.FallbackIntent"),
    "control_words_in_a_search_slot_are_obeyed": understanding(Ask("grief")),
    "nothing_is_said_twice": saying("<s>Well.</s><s>Well.</s>", "AMAZON.HelpIntent"),
    "every_request_is_answered_validly": setting("Display.ElementSelected", **ENDED),
    "can_fulfill_is_answered_truthfully": always("YES"),
    "no_health_information_is_asked_for": of_topic("grief", offer="Are you still bleeding?"),
    "no_health_information_is_kept": answering(remembering),
    "logs_hold_nothing_of_a_request": chatty,
    "the_first_answer_of_a_session_has_the_disclaimer": answering(forgetful),
    "help_has_the_disclaimer": saying("I can help. What now?", "AMAZON.HelpIntent"),
    "the_description_says_it_is_no_substitute_for_a_doctor": published(description="A skill. Call your doctor."),
    "the_description_names_the_emergency_number": published(description="Please call your local emergency number, 999."),
    "danger_is_answered_first_with_the_number_of_the_country": saying("Please call 999.", "UrgentPhysicalIntent"),
    "nothing_claims_to_save_lives": published(summary="A skill that saves lives."),
    "nothing_acts_outside_the_conversation": setting("AMAZON.HelpIntent", directives=[CALLING]),
    "the_invocation_name_is_allowed": of_model(lambda m: m.update(invocationName="gentle alexa")),
    "the_required_intents_are_there": of_model(lambda m: m["intents"].pop(0)),
    "the_model_is_within_limits": of_model(lambda m: m["intents"].append({"name": "Intent2", "samples": ["two"]})),
    "no_intent_is_without_samples": of_model(lambda m: m["intents"].append({"name": "EmptyIntent", "samples": []})),
    "no_utterance_stands_in_two_intents": of_model(lambda m: m["intents"][1]["samples"].append("stop")),
    "samples_hold_only_what_alexa_takes": of_model(lambda m: m["intents"][1]["samples"].append("help?")),
    "a_search_slot_has_words_around_it": of_model(lambda m: m["intents"][-1]["samples"].append("{question}")),
    "slot_values_are_within_limits": of_model(lambda m: m["types"][0]["values"][0]["name"].update(value="x" * 141)),
    "every_sample_reaches_its_own_intent": stealing,
    "every_answer_is_ssml_that_alexa_takes": of_phrase("disclaimer", "Call 911 or 800-799-7233."),
    "no_style_or_voice_is_borrowed": saying('<amazon:emotion name="excited" intensity="low">Hi.</amazon:emotion>'),
    "no_answer_is_longer_than_two_breaths": of_topic("grief", normal=LONG),
    "every_answer_comes_in_time": slow,
    "the_name_in_the_store_is_allowed": published(name="Gentle Alexa"),
    "texts_in_the_store_are_within_limits": published(summary="x" * 161),
    "compliance_is_answered_truly": of_manifest(lambda m: m["privacyAndCompliance"].update(isChildDirected=True)),
    "no_permission_is_asked_for": of_manifest(lambda m: m.update(permissions=[{"name": "alexa::profile:name:read"}])),
    "every_example_phrase_is_a_sample": published(examplePhrases=["Alexa, ask gentle recovery how long is recovery"]),
    "the_description_calls_it_a_skill_and_says_how_to_begin": published(description="An app for you."),
    "the_privacy_policy_and_the_terms_can_be_read": of_manifest(lambda m: m["privacyAndCompliance"].pop("locales")),
    "the_icons_have_the_right_size": lambda subject: replace(subject, icons=Path("/nowhere")),
    "it_is_sold_only_where_its_numbers_hold": publishing(distributionCountries=["US", "GB"]),
    "the_interfaces_declared_are_those_used": answering(lambda r, n, a: a["response"].update(directives=[])),
    "what_can_be_touched_has_a_label_and_a_role": setting("AMAZON.HelpIntent", directives=[TOUCH]),
    "reviewers_are_told_what_they_need": publishing(testingInstructions="1. Alexa, open gentle recovery"),
    "amazons_own_classes_lose_nothing": of_manifest(lambda m: m["publishingInformation"].update(categry="x")),
    "requests_that_are_not_alexas_are_refused": believing,
}
"""Rule to a function from a subject to one that breaks the rule."""

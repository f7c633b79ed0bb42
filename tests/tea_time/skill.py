"""A second, tiny skill, to show that speech/ serves any: how long does a tea steep?"""

from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_core.utils import is_intent_name, is_request_type

MINUTES = {"green": 2, "black": 4, "breakfast": 4, "peppermint": 8}

builder = SkillBuilder()


@builder.request_handler(is_request_type("LaunchRequest"))
def launch(handler_input):
    return handler_input.response_builder.speak("<s>Which tea is it?</s>").ask("<s>Say the tea.</s>").response


@builder.request_handler(is_intent_name("SteepIntent"))
def steep(handler_input):
    tea = handler_input.request_envelope.request.intent.slots["tea"].value
    handler_input.attributes_manager.session_attributes["topic"] = tea
    said = (
        f'<s>{tea} tea takes <prosody rate="slow">{MINUTES[tea]} minutes</prosody>.</s><break time="500ms"/><s>Another one?</s>'
    )
    return handler_input.response_builder.speak(said).ask("<s>Say another tea, or stop.</s>").response


@builder.request_handler(is_intent_name("AMAZON.StopIntent"))
def stop(handler_input):
    return handler_input.response_builder.speak("<s>Enjoy it.</s>").set_should_end_session(True).response


@builder.request_handler(is_request_type("SessionEndedRequest"))
def ended(handler_input):
    return handler_input.response_builder.response


@builder.request_handler(lambda handler_input: True)
def anything(handler_input):
    handler_input.attributes_manager.session_attributes["topic"] = None
    return handler_input.response_builder.speak("<s>I only know teas.</s>").ask("<s>Say a tea.</s>").response


handler = builder.lambda_handler()

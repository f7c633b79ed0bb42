"""The least that an Alexa skill on ask-sdk-core can be: what lambda_cold.py measures ours beside."""

from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_core.utils import is_request_type

skill = SkillBuilder()


@skill.request_handler(can_handle_func=is_request_type("LaunchRequest"))
def hello(handler_input):
    return handler_input.response_builder.speak("Hello").ask("Hello").response


handler = skill.lambda_handler()

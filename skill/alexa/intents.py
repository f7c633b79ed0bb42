"""Intent names: the one table between Alexa's intents and the conversation's moves."""

BUILT_IN = {
    "AMAZON.HelpIntent": "help",
    "AMAZON.StopIntent": "stop",
    "AMAZON.CancelIntent": "cancel",
    "AMAZON.NavigateHomeIntent": "stop",
    "AMAZON.RepeatIntent": "repeat",
    "AMAZON.YesIntent": "yes",
    "AMAZON.NoIntent": "no",
    "AMAZON.NextIntent": "more",
    "AMAZON.PreviousIntent": "back",
}
"""Alexa's own intents, and the verb of each. Fallback has no verb: it is the move NotUnderstood."""

FALLBACK = "AMAZON.FallbackIntent"
QUESTION = "QuestionIntent"
"""Catches a whole question, through AMAZON.SearchQuery in the slot `question`."""

VERBS = {
    "ShorterIntent": "shorter",
    "SlowerIntent": "slower",
    "FasterIntent": "faster",
    "NormalSpeedIntent": "normal_speed",
    "MenuIntent": "menu",
    "FirstIntent": "first",
    "SecondIntent": "second",
    "ThirdIntent": "third",
    "SourceIntent": "source",
    "DoctorIntent": "doctor",
    "DataIntent": "data",
    "SendIntent": "send",
    "HideIntent": "hide",
}
"""Our own intents for moving about."""

FOLLOW_UPS = {"HowLongIntent": "how_long", "WhyIntent": "why", "KindIntent": "kind", "PartnerIntent": "partner"}
"""Our intents that mean something only after an answer."""


def topic_intent(topic: str) -> str:
    """The intent of a topic: `sex_timing` is `SexTimingIntent`."""
    return "".join(word.capitalize() for word in topic.split("_")) + "Intent"

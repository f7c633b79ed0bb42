"""Every sort of state that a conversation can be in, each reached by the moves that lead there."""

from skill.content import load
from skill.conversation import State, turn
from skill.conversation.move import (
    VERBS,
    Ask,
    CannotSend,
    Clarify,
    Danger,
    FollowUp,
    Launch,
    NotUnderstood,
    OutOfScope,
    Silence,
    Verb,
)  # fmt: skip

WAYS = {
    "nothing said yet": [],
    "just opened": [Launch()],
    "a one-shot answer": [Ask("sex_timing")],
    "an answer with an offer": [Launch(), Ask("sex_timing")],
    "the last of a topic's offers": [Launch(), Ask("ectopic_molar"), Verb("yes"), Verb("yes"), Verb("yes")],
    "a short answer": [Launch(), Ask("grief"), Verb("shorter")],
    "the rest of an answer": [Launch(), Ask("recovery_time"), Verb("more")],
    "an answer for a kind of loss": [Launch(), Ask("sex_timing", ("chemical",))],
    "an answer that another topic gives": [Launch(), Ask("sex_timing", ("ectopic",))],
    "an answer for a partner": [Launch(), Ask("not_ready", partner=True)],
    "a follow-up": [Launch(), Ask("bleeding_duration"), FollowUp("why")],
    "a second question offered": [Launch(), Ask("cramping", also="fever")],
    "slow speech": [Launch(), Ask("why_wait"), Verb("slower")],
    "fast speech": [Launch(), Ask("why_wait"), Verb("faster")],
    "back at an earlier answer": [Launch(), Ask("why_wait"), Ask("fever"), Verb("back")],
    "the spoken list": [Launch(), Verb("menu")],
    "the end of the spoken list": [Launch(), *[Verb("menu")] * 12],
    "did you mean": [Launch(), Clarify(("cramping", "pain_during_sex"))],
    "help at the start": [Launch(), Verb("help")],
    "help with an offer": [Launch(), Ask("support"), Verb("help")],
    "help with a choice": [Launch(), Verb("menu"), Verb("help")],
    "an offer declined": [Launch(), Ask("support"), Verb("no")],
    "not ours, once": [Launch(), OutOfScope()],
    "not ours but near": [Launch(), OutOfScope(("fever", "cramping"))],
    "not ours, twice": [Launch(), OutOfScope(), OutOfScope()],
    "not ours, three times": [Launch(), OutOfScope(), OutOfScope(), OutOfScope()],
    "not understood, once": [Launch(), NotUnderstood()],
    "not understood, twice": [Launch(), NotUnderstood(), NotUnderstood()],
    "a first silence": [Launch(), Ask("grief"), Silence()],
    "a second silence": [Launch(), Ask("grief"), Silence(), Silence()],
    "where it comes from": [Launch(), Ask("risk_of_another"), Verb("source")],
    "after a danger sign": [Launch(), Ask("fever"), Danger("urgent_physical")],
    "after a crisis": [Danger("crisis_emotional")],
    "after coercion, shorter": [Launch(), Danger("unsafe_partner"), Verb("shorter")],
    "a question after a danger sign": [Launch(), Danger("urgent_physical"), Ask("grief")],
    "a miss after a danger sign": [Launch(), Danger("urgent_physical"), OutOfScope()],
    "help after a danger sign": [Launch(), Danger("urgent_physical"), Verb("help")],
    "asked for a card": [Launch(), Ask("grief"), Verb("send")],
    "a card sent": [Launch(), Ask("grief"), Verb("send"), Verb("yes")],
    "a card after a danger sign": [Launch(), Danger("urgent_physical"), Verb("send")],
    "said goodbye": [Launch(), Verb("stop")],
    "hidden": [Launch(), Ask("grief"), Verb("hide")],
}

MOVES = [
    Launch(),
    Silence(),
    Ask("pregnant_again"),
    Ask("bleeding_duration", ("d_and_c",), partner=True),
    Clarify(("first_period", "pregnant_again")),
    OutOfScope(),
    OutOfScope(("grief", "support")),
    NotUnderstood(),
    CannotSend(),
    *(FollowUp(about, kinds) for about, kinds in [("how_long", ()), ("why", ()), ("partner", ()), ("kind", ("molar",))]),
    *(Danger(topic) for topic in load().safety),
    *(Verb(name) for name in VERBS),
]


def reach(moves):
    """The state after these moves, and the last reply."""
    state, reply = State(), None
    for move in moves:
        state, reply = turn(load(), state, move)
    return state, reply

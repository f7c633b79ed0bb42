"""Where the moves with an answer lead. A route names parts; it holds no sentence and no threshold."""

from skill.content import Content
from skill.conversation import words
from skill.conversation.answers import answer_part, question_after, resolve
from skill.conversation.move import Ask, FollowUp
from skill.conversation.state import State

Turn = tuple[State, tuple[str, ...]]
"""The state after a turn, and the parts to say."""


def ask(content: Content, state: State, move: Ask) -> Turn:
    """An answer; after the first of a session the disclaimer; then one offer, unless this is a one-shot question."""
    one_shot = not state.last
    state = state.going_to(answer_part(content, state, move.topic, move.kinds))
    parts = [*_correction(state, move), state.at]
    if not state.disclaimed:
        parts.append(words.phrase("disclaimer"))
        state = state.but(disclaimed=True)
    if move.also and not state.danger:
        parts.append(f"offer:{move.also}")
    elif not one_shot or state.danger:
        parts.append(question_after(content, state))
    return say(state, *parts)


def follow_up(content: Content, state: State, move: FollowUp) -> Turn:
    """A question about the answer at hand. After a danger sign it is answered with the way to help again."""
    if state.at.startswith("safety:"):
        return danger(state, words.fields(state.at)[1], move.about == "partner")
    if move.about == "partner":
        state = state.but(partner=True)
    topic = words.fields(state.at)[1]
    if move.about == "kind":
        return ask(content, state, Ask(_changed_by(content, topic, move.kinds), move.kinds))
    if not topic:
        return say(state, words.phrase("about_what"))
    return ask(content, state, Ask(topic if move.about == "partner" else content.topics[topic].follow[move.about]))


def danger(state: State, topic: str, partner: bool = False) -> Turn:
    """The way to help, and the offer to say it again. Nothing else."""
    part = f"safety:{topic}:{'partner' if partner else 'normal'}"
    return say(state.going_to(part).but(danger=part, disclaimed=True), part, f"offer:{topic}")


def help_again(state: State) -> Turn:
    """The way to help that was given before in this session, in the same words."""
    _, topic, who = words.fields(state.danger)
    return danger(state, topic, who == "partner")


def say(state: State, *parts: str) -> Turn:
    """These parts, remembered as what was said last."""
    return state.but(last=parts), parts


def _correction(state: State, move: Ask) -> tuple[str, ...]:
    """What puts a wrong belief right, unless another topic than the one asked about answers."""
    if move.belief is None or words.fields(state.at)[1] != move.topic:
        return ()
    return (f"belief:{move.topic}:{move.belief}" + (":partner" if state.partner else ""),)


def _changed_by(content: Content, topic: str, kinds: tuple[str, ...]) -> str:
    """The topic at hand if its answer changes with these kinds; else the one that everything turns on."""
    return topic if topic and resolve(content, topic, kinds) != (topic, "") else content.menu[0]

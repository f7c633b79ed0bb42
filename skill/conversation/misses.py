"""When there is no answer: not ours, not understood, or silence. Three steps, never the same words twice."""

from skill.content import Content
from skill.conversation import words
from skill.conversation.move import NotUnderstood, OutOfScope, Silence
from skill.conversation.routes import Turn, help_again, say
from skill.conversation.state import State

LAST_STEP = 3


def missed(content: Content, state: State, move: OutOfScope | NotUnderstood | Silence) -> Turn:
    """What is said where there is nothing to answer."""
    match move:
        case OutOfScope(nearest):
            return out_of_scope(content, state, nearest)
        case NotUnderstood():
            return not_understood(content, state)
        case Silence():
            return silence(content, state)


def out_of_scope(content: Content, state: State, nearest: tuple[str, ...]) -> Turn:
    """A clear question that is not ours: say so; then offer what is near; then say what we are for, and close."""
    step = min(state.misses + 1, LAST_STEP)
    if len(nearest) > 1 and step == 1 and not state.danger:
        return say(state.but(misses=1), words.phrase("out_of_scope_near_1", *nearest[:2]))
    return _step(content, state, "out_of_scope", step, nearest)


def not_understood(content: Content, state: State) -> Turn:
    """Nothing to go by: ask again; then offer something; then say what we are for, and close."""
    return _step(content, state, "not_understood", min(state.misses + 1, LAST_STEP), ())


def silence(content: Content, state: State) -> Turn:
    """One gentler, different question; then a calm close. What "repeat" and "yes" refer to stays."""
    prompt = words.reprompt(content, state.last[-1]) if state.last else ()
    if state.silences or not prompt:
        return say(state, words.phrase("still_there"))
    return state.but(silences=1), (prompt[0].part,)


def _step(content: Content, state: State, ladder: str, step: int, nearest: tuple[str, ...]) -> Turn:
    state = state.but(misses=step)
    if state.danger:
        return _after_danger(state, step)
    offered = (nearest if len(nearest) > 1 else content.menu)[:2] if step == LAST_STEP - 1 else ()
    return say(state, words.phrase(f"{ladder}_{step}", *offered))


def _after_danger(state: State, step: int) -> Turn:
    """Somebody in danger is not offered a topic; they hear again how to get help."""
    topic = words.fields(state.danger)[1]
    if step == LAST_STEP:
        return say(state, f"safety:{topic}:short")
    return help_again(state) if step > 1 else say(state, f"safety:{topic}:short", f"offer:{topic}")

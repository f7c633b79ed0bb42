"""Policy for answers: which form of which topic, and what may be offered after it."""

from skill.content import Content
from skill.content.model import KINDS
from skill.conversation import words
from skill.conversation.state import State


def resolve(content: Content, topic: str, kinds: tuple[str, ...]) -> tuple[str, str]:
    """The topic that answers for these kinds of loss and treatments, and the kind whose own sentences it has, or ""."""
    for kind in sorted(kinds, key=_weight):
        change = content.topics[topic].kinds.get(kind)
        if isinstance(change, str):
            own = content.topics[change].kinds.get(kind)
            return change, kind if own and not isinstance(own, str) else ""
        if change:
            return topic, kind
    return topic, ""


def _weight(kind: str) -> int:
    """An ectopic or molar pregnancy changes the most, then a treatment, then how the loss went."""
    order = ("ectopic", "molar", "d_and_c", "medicine", "missed", "incomplete", "chemical", "complete")
    return order.index(kind) if kind in KINDS else len(order)


def answer_part(content: Content, state: State, topic: str, kinds: tuple[str, ...] = ()) -> str:
    """The part that answers: short if the person likes it short, the partner's if a partner asks."""
    topic, kind = resolve(content, topic, kinds)
    if state.partner:
        return f"topic:{topic}:{'short' if state.brief else 'normal'}:partner"
    if kind and not state.brief:
        return f"topic:{topic}:{kind}"
    return f"topic:{topic}:{'short' if state.brief else 'normal'}"


def question_after(content: Content, state: State) -> str:
    """The one question that closes an answer: the first thing worth offering that was not heard yet."""
    if state.danger:
        return f"offer:{words.fields(state.danger)[1]}"
    _, topic, form = words.fields(state.at)
    heard = {words.fields(part)[1] for part in (*state.trail, state.at, *state.last)}
    for target in content.topics[topic].next:
        if target == "more":
            if not form.startswith("more") and _longer(content, topic, form):
                return words.phrase("offer_more")
        elif target not in heard:
            return f"offer:{target}"
    return words.phrase("anything_else")


def longer_part(content: Content, state: State) -> str:
    """The part that "more" says next after `state.at`, or "" where the article has no more."""
    _, topic, detail = words.fields(state.at)
    form, _, who = detail.partition(":")
    longer = _longer(content, topic, form)
    return ":".join(filter(None, ("topic", topic, longer, who))) if longer else ""


def shorter_part(state: State) -> str:
    """The short form of the answer at hand."""
    _, topic, detail = words.fields(state.at)
    return ":".join(filter(None, ("topic", topic, "short", detail.partition(":")[2])))


def _longer(content: Content, topic: str, form: str) -> str:
    if form.startswith("short"):
        return "normal"
    return "more" if content.topics[topic].more and not form.startswith("more") else ""

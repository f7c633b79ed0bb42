"""Where the verbs lead: more, shorter, repeat, slower, go back, yes, no and the rest. Each answers from every state."""

from collections.abc import Callable
from functools import partial

from skill.content import Content
from skill.conversation import words
from skill.conversation.answers import longer_part, question_after, shorter_part
from skill.conversation.move import Ask
from skill.conversation.routes import Turn, ask, help_again, say
from skill.conversation.state import State

SPEEDS = ("slow", "normal", "fast")
CHOICES = ("which_topic", "out_of_scope_2", "out_of_scope_near_1", "not_understood_2", "help_choice")
PAGE = 3


def question(state: State) -> tuple[str, str, tuple[str, ...]]:
    """The question that is open: its sort ("offer" or "phrase"), its name, and the topics it names."""
    part = state.last[-1] if state.last else ""
    sort, name, _ = words.fields(part)
    return sort, name, words.named(part)


def more(content: Content, state: State) -> Turn:
    """The longer form; then the rest the article has; in a spoken list, the next few topics."""
    sort, name, _ = question(state)
    if sort == "phrase" and name.startswith("menu"):
        return menu(content, state)
    if not state.at:
        return say(state.but(brief=False), words.phrase("nothing_yet"))
    if state.at.startswith("safety:"):
        return again(content, state)
    longer = longer_part(content, state)
    if not longer:
        return say(state, words.phrase("no_more"))
    state = state.going_to(longer).but(brief=False)
    return say(state, longer, question_after(content, state))


def shorter(content: Content, state: State) -> Turn:
    """The short form, now and from now on."""
    state = state.but(brief=True)
    if not state.at:
        return say(state, words.phrase("nothing_yet"))
    if state.at.startswith("safety:"):
        topic = words.fields(state.at)[1]
        return say(state, f"safety:{topic}:short", f"offer:{topic}")
    part = shorter_part(state)
    state = state.but(at=part)
    return say(state, part, question_after(content, state))


def repeat(content: Content, state: State) -> Turn:
    """The identical words."""
    return say(state, *(state.last or (words.phrase("nothing_yet"),)))


def speed(step: int | None, content: Content, state: State) -> Turn:
    """The same words at another speed, which stays; `step` None is the normal one."""
    place = 1 if step is None else SPEEDS.index(state.speed) + step
    return repeat(content, state.but(speed=SPEEDS[max(0, min(place, len(SPEEDS) - 1))]))


def again(content: Content, state: State) -> Turn:
    """The answer at hand once more, with its question."""
    if state.at.startswith("safety:"):
        return help_again(state)
    return say(state, state.at, question_after(content, state))


def back(content: Content, state: State) -> Turn:
    """The answer before this one."""
    if not state.trail:
        return say(state, words.phrase("no_further_back" if state.at else "nothing_yet"))
    return again(content, state.but(at=state.trail[-1], trail=state.trail[:-1]))


def menu(content: Content, state: State) -> Turn:
    """What can be asked: three topics at a time, then the next three, then from the start."""
    start = state.menu if state.menu < len(content.menu) else 0
    page = content.menu[start : start + PAGE]
    name = {1: "menu_one", 2: "menu_two"}.get(len(page), "menu")
    return say(state.but(menu=start + len(page)), words.phrase(name, *page))


def yes(content: Content, state: State) -> Turn:
    """Takes what was offered; where two things were, asks which, and on another yes takes the first."""
    sort, name, topics = question(state)
    if sort == "offer" or name == "help_offer":
        return _take(content, state, topics[0])
    if name == "help_danger":
        return help_again(state)
    if name == "offer_more":
        return more(content, state)
    if name == "menu_one" or name == "which_topic":
        return _take(content, state, topics[0])
    if name.startswith("menu"):
        return menu(content, state)
    if name == "send_ask":
        return say(state, words.phrase("sent"))
    if name in CHOICES:
        return say(state, words.phrase("which_topic", *topics))
    return say(state, words.phrase("go_ahead"))


def no(content: Content, state: State) -> Turn:
    """Declines an offer; where nothing was offered, says goodbye."""
    sort, name, topics = question(state)
    declined = sort == "offer" or name in ("offer_more", "help_offer", "help_danger", "help_topic", "send_ask") or topics
    return say(state, words.phrase("no_offer")) if declined else stop(content, state)


def choose(place: int, content: Content, state: State) -> Turn:
    """The first, second or third of the topics just named."""
    topics = question(state)[2]
    if place >= len(topics):
        return say(state, words.phrase("no_choice"))
    return _take(content, state, topics[place])


def help_now(content: Content, state: State) -> Turn:
    """Help that fits the moment."""
    sort, name, topics = question(state)
    if state.danger:
        return say(state, words.phrase("help_danger"))
    if sort == "offer":
        return say(state, words.phrase("help_offer", *topics))
    if len(topics) > 1 and name != "help_start":
        return say(state, words.phrase("help_choice", *topics))
    if state.at:
        return say(state, words.phrase("help_topic", words.fields(state.at)[1]))
    return say(state, words.phrase("help_start", *content.menu[:2]))


def source(content: Content, state: State) -> Turn:
    """Where the answers come from, with what the article says of its figures where it says so."""
    topic = words.fields(state.at)[1]
    own = (f"origin:{topic}",) if topic in content.topics and content.topics[topic].origin else ()
    return say(state, *own, words.phrase("source"))


def send(content: Content, state: State) -> Turn:
    """A card is sent only after we said who else can see it, and got a yes. It holds the last answer, word for word."""
    if state.card:
        return repeat(content, state)
    answered = any(part.startswith((words.TOPIC, words.SAFETY)) for part in state.last)
    card = state.last if answered else (state.at,) if state.at else ()
    if not card:
        return say(state, words.phrase("nothing_yet"))
    return say(state.but(card=card), words.phrase("send_ask"))


def standing(name: str, content: Content, state: State) -> Turn:
    """A phrase that is the same in every state."""
    return say(state, words.phrase(name))


def stop(content: Content, state: State) -> Turn:
    """A short goodbye."""
    return standing("goodbye", content, state)


def _take(content: Content, state: State, topic: str) -> Turn:
    if topic in content.safety:
        return help_again(state)
    return ask(content, state, Ask(topic))


ROUTES: dict[str, Callable[[Content, State], Turn]] = {
    "more": more,
    "shorter": shorter,
    "repeat": repeat,
    "slower": partial(speed, -1),
    "faster": partial(speed, 1),
    "normal_speed": partial(speed, None),
    "back": back,
    "menu": menu,
    "yes": yes,
    "no": no,
    "first": partial(choose, 0),
    "second": partial(choose, 1),
    "third": partial(choose, 2),
    "help": help_now,
    "source": source,
    "doctor": partial(standing, "doctor"),
    "data": partial(standing, "data"),
    "send": send,
    "stop": stop,
    "cancel": stop,
    "hide": partial(standing, "hidden"),
}

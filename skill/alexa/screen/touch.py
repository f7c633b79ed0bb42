"""What can be touched, and what a touch means. Each text that is shown here can be said as well, with the same answer."""

from dataclasses import dataclass
from typing import Any

from skill.content import Content
from skill.content.screen import Screen
from skill.conversation import Reply, words
from skill.conversation.move import VERBS, Ask, Move, Verb

ASK, VERB = "ask", "verb"


@dataclass(frozen=True)
class Touch:
    """One thing to touch: its text, and the two arguments that come back."""

    label: str
    does: str
    what: str


def touches(content: Content, reply: Reply, screen: Screen) -> tuple[Touch, ...]:
    """The topics that the reply offers, the answers to its question, and always the way to hide."""
    topics, verbs = next_after(content, reply)
    named = tuple(Touch(_capital(content.name(topic)), ASK, topic) for topic in topics)
    return named + tuple(Touch(screen.touch[verb], VERB, verb) for verb in (*verbs, "hide"))


def next_after(content: Content, reply: Reply) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The topics and the verbs that fit the question which closes the reply; after a reply that asks nothing, none."""
    if not reply.asks:
        return (), ()
    question = reply.lines[-1].part
    sort, name, _ = words.fields(question)
    topics = tuple(topic for topic in words.named(question) if topic in content.topics)
    if name in ("offer_more", "send_ask", "help_danger") or name in content.safety:
        return (), ("yes", "no")
    if name.startswith("menu"):
        return topics, ("more",)
    if sort == words.OFFER or name == "help_offer":
        return topics, ("no", "menu")
    return topics, () if name == "which_topic" else ("menu",)


def move_of(content: Content, arguments: Any) -> Move | None:
    """What somebody wants who touched this; None for what we never showed."""
    match arguments:
        case ["ask", str(topic)] if topic in content.topics:
            return Ask(topic)
        case ["verb", str(verb)] if verb in VERBS:
            return Verb(verb)
    return None


def _capital(name: str) -> str:
    return name[0].upper() + name[1:]

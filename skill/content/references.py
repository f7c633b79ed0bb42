"""Do the content files name each other rightly? Checked on load, so that no conversation meets a dead end."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from skill.content.marked import Marked
from skill.content.model import KINDS
from skill.errors import ContentError

if TYPE_CHECKING:
    from skill.content import Content


def check_references(content: "Content", words: Path) -> None:
    """Raises ContentError at the first name that leads nowhere."""
    for topic in content.topics:
        path = words / "topics" / f"{topic}.yaml"
        for steps, problem, fix in _topic_problems(content, topic):
            raise ContentError(path, Marked(path).line(*steps), problem, fix)
    for file, steps, problem, fix in _list_problems(content):
        raise ContentError(words / file, Marked(words / file).line(*steps), problem, fix)


def _topic_problems(content: "Content", name: str) -> Iterator[tuple[tuple, str, str]]:
    topic, fix = content.topics[name], "Use the name of a file in topics/"
    for index, target in enumerate(topic.next):
        if target != "more" and target not in content.topics:
            yield ("next", index), f"there is no topic {target!r} to offer", fix
    for about in ("how_long", "why"):
        if topic.follow.get(about) not in content.topics:
            yield ("follow", about), f'"{about}" leads to no topic', fix
    for kind, change in topic.kinds.items():
        if kind not in KINDS:
            yield ("kinds", kind), f"there is no kind of loss or treatment {kind!r}", f"Use one of: {', '.join(KINDS)}"
        if isinstance(change, str) and change not in content.topics:
            yield ("kinds", kind), f"there is no topic {change!r}", fix


def _list_problems(content: "Content") -> Iterator[tuple[str, tuple, str, str]]:
    for topic in sorted(set(content.topics) ^ set(content.menu)):
        yield "menu.yaml", (), f"menu and topics differ on {topic!r}", "List every topic once, and nothing else"
    for name, phrase in content.phrases.items():
        asks = phrase.say[-1].endswith("?")
        if asks and not name.startswith("reprompt") and phrase.reprompt not in content.phrases:
            yield (
                "phrases.yaml",
                (name,),
                f"{name!r} asks something and has no reprompt",
                "Name the phrase to say after a silence",
            )

"""The telephone numbers that a reply names, for whoever shows them beside the sentences."""

from skill.content import Content
from skill.content.model import Helpline
from skill.conversation.reply import Reply


def helplines(content: Content, reply: Reply) -> list[tuple[str, Helpline]]:
    """Name and line of each number that is said, the emergency number first."""
    said = {number for line in reply.lines for number in line.digits}
    return [(name, line) for name, line in content.helplines.items() if line.number in said]

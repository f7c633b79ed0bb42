"""From the name of a part to its sentences.

The conversation decides in names, never in sentences; this is the one place that looks them up. A part is a
string, so that a state which holds parts is plain JSON, and saying one again gives the identical words:

    topic:<id>:<form>[:partner]     form: short, normal, more, or a kind of loss or treatment
    safety:<id>:<form>              form: short, normal, partner
    offer:<id>                      a topic's question "would you like to hear about ...?"
    belief:<id>:<place>[:partner]   what is said first to somebody who believes otherwise
    origin:<id>                     where a topic's figures come from
    phrase:<name>[:<id>,<id>,...]   a standing phrase, with the topics it names as {a}, {b}, {c}
"""

from skill.content import Content
from skill.content.model import KINDS, Form
from skill.conversation.reply import Line

NOTHING: dict[str, str] = {}
OFFER, PHRASE, TOPIC, SAFETY, ORIGIN, BELIEF = "offer", "phrase", "topic", "safety", "origin", "belief"


def fields(part: str) -> tuple[str, str, str]:
    """`part` cut in three; what is missing is empty."""
    sort, _, rest = part.partition(":")
    name, _, detail = rest.partition(":")
    return sort, name, detail


def named(part: str) -> tuple[str, ...]:
    """The topics that a phrase or an offer names."""
    sort, name, detail = fields(part)
    if sort == OFFER:
        return (name,)
    return tuple(detail.split(",")) if sort == PHRASE and detail else ()


def phrase(name: str, *topics: str) -> str:
    """The part for a standing phrase."""
    return f"{PHRASE}:{name}:{','.join(topics)}" if topics else f"{PHRASE}:{name}"


def say(content: Content, part: str) -> tuple[Line, ...]:
    """The sentences of a part. Raises KeyError for a part that the content does not hold."""
    sort, name, detail = fields(part)
    if sort == TOPIC:
        return tuple(Line(s.say, s.paragraphs, part=part) for s in form_of(content, name, detail))
    if sort == SAFETY:
        return tuple(_filled(content, text, part) for text in getattr(content.safety[name], detail))
    if sort == BELIEF:
        place, _, who = detail.partition(":")
        belief = content.topics[name].beliefs[int(place)]
        return (Line((who and belief.partner) or belief.say, belief.paragraphs, part=part),)
    if sort == ORIGIN:
        return (Line(content.topics[name].origin, part=part),)
    if sort == OFFER:
        return (Line((content.topics.get(name) or content.safety[name]).offer, part=part),)
    names = {letter: content.name(topic) for letter, topic in zip("abc", named(part), strict=False)}
    return tuple(_filled(content, text, part, names) for text in content.phrases[name].say)


def form_of(content: Content, topic: str, detail: str) -> Form:
    """The sentences of `normal`, `short:partner`, `d_and_c` and the like."""
    entry = content.topics[topic]
    form, _, who = detail.partition(":")
    if form in KINDS:
        return entry.kinds[form]
    return (who and getattr(entry.partner, form)) or getattr(entry, form)


def reprompt(content: Content, part: str) -> tuple[Line, ...]:
    """What is said after a silence that follows this part; nothing where the part asks nothing."""
    sort, name, _ = fields(part)
    if sort == OFFER:
        return say(content, phrase("reprompt_offer"))
    if sort != PHRASE or not content.phrases[name].say[-1].endswith("?"):
        return ()
    return say(content, phrase(content.phrases[name].reprompt or name))


def _filled(content: Content, text: str, part: str, names: dict[str, str] = NOTHING) -> Line:
    """A line with its helplines ({emergency}) and topics ({a}) named."""
    used = {name: line for name, line in content.helplines.items() if "{" + name + "}" in text}
    said = text.format_map({name: line.say for name, line in used.items()} | names)
    return Line(said, digits=tuple(line.number for line in used.values() if line.number), part=part)

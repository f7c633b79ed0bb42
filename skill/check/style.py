"""Can it be heard, and is it kind? Lengths, house style, attribution, and the rules on chances, fever and questions."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec

from skill.check.finding import Finding, Passage
from skill.check.grounding import figures
from skill.content import HERE
from skill.content.marked import Marked

WORDS = {"short": 20, "normal": 45}
"""Most words in a form: at 150 words a minute, 8 seconds and 18."""
SENTENCES = 4
WORDS_A_SENTENCE = 20
HEALTH_QUESTION = re.compile(
    r"\b(?:are|do|did|have|has|is|was|were|can|how|when|where) (?:you|your)\b(?! mean| like| know)", re.I
)


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of `house_style.yaml`."""

    word: str
    instead: str
    but: tuple[str, ...] = ()


def findings(passage: Passage) -> Iterator[Finding]:
    """What is wrong with one passage, by itself."""
    yield from _lengths(passage)
    for index, sentence in enumerate(passage.form):
        yield from (passage.finding(index, problem, fix) for problem, fix in sentence_problems(sentence.say))
    text = passage.text
    numbers = figures(text)
    if numbers and "article" not in text:
        yield passage.finding(0, f"the figure {numbers[0]} is not attributed", 'Say "the article says"')
    for chance in _one_sided(text):
        yield passage.finding(0, f"{chance} is said without the chance of the other", "Say how many do not, as well")
    if re.search(r"\b(?:101|38)\b", text) and not re.search(
        r"any fever|and fever, especially|any fever|warns above all", text, re.I
    ):
        yield passage.finding(0, "a temperature is given without saying that every fever is a reason to call", "Add it")


def sentence_problems(text: str) -> Iterator[tuple[str, str]]:
    """What is wrong with one sentence, wherever it stands: problem and fix."""
    if text[-1] not in ".?" or re.search(r"[.?!] +[A-Z]", text[:-1]):
        yield "this is not one sentence", "Write one sentence a line, with a full stop or a question mark"
    count = len(text.split())
    if count > WORDS_A_SENTENCE:
        yield f"this sentence has {count} words", f"Keep it to {WORDS_A_SENTENCE}"
    if text.endswith("?") and HEALTH_QUESTION.search(text):
        yield "this asks about the person", "Ask only what they would like to hear"
    for rule in house_style():
        found = re.search(rf"\b{rule.word}\b", text, re.I)
        if found and not any(re.search(fine, text, re.I) for fine in rule.but):
            yield f"{found[0]!r} is not in our house style", rule.instead[0].upper() + rule.instead[1:]


@cache
def house_style(path: Path = HERE / "en" / "house_style.yaml") -> tuple[Rule, ...]:
    """The words we do not say."""
    return Marked(path).as_type(tuple[Rule, ...])


def _lengths(passage: Passage) -> Iterator[Finding]:
    name = passage.steps[-1]
    most = WORDS.get(name, WORDS["normal"] if passage.steps[0] == "kinds" else 10 * WORDS_A_SENTENCE)
    count = len(passage.text.split())
    if count > most:
        yield passage.finding(0, f"the {name} form has {count} words", f"Keep it to {most}")
    if len(passage.form) > SENTENCES:
        yield passage.finding(0, f"the {name} form has {len(passage.form)} sentences", f"Keep it to {SENTENCES}")


def _one_sided(text: str) -> Iterator[str]:
    """The chances of loss, as "1 in 5" or "20 percent", beside which the text gives no chance of none."""
    spoken = [(int(some), int(every)) for some, every in re.findall(r"(\d+) in (\d+)(?! hours?)", text)]
    shares = {round(100 * some / every) for some, every in spoken} | {
        int(n) for n in re.findall(r"(\d+)(?= percent|, \d+,)", text)
    }
    yield from (f"{a} in {b}" for a, b in spoken if 2 * a < b and 100 - round(100 * a / b) not in shares)
    for number in map(int, re.findall(r"(\d+) percent", text)):
        if number < 50 and not any(abs(100 - number - share) <= 1 for share in shares):
            yield f"{number} percent"

"""Does each sentence say what its paragraphs say? Figures, negations, and our own words."""

import re
from collections.abc import Iterator

from skill.check.article import Article, runs_of
from skill.check.finding import Finding, Passage

CLOSE = 3.5
"""Points of percent by which a spoken chance ("about 3 in 10") may round the article's figure (28 percent)."""

_NUMBERS = {
    name: str(value)
    for value, name in enumerate(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])
}
_CHANCE = re.compile(r"(\d+) in (\d+)(?! hours?)")
_NEGATION = re.compile(r"\b(?:no|not|never|without|nobody|neither|nor|cannot)\b|n't\b|\bunusual\b")
_SMALL = {
    "the",
    "a",
    "to",
    "of",
    "be",
    "have",
    "has",
    "is",
    "are",
    "it",
    "that",
    "this",
    "your",
    "you",
    "and",
    "or",
    "if",
    "any",
}


def findings(passage: Passage, article: Article, runs: set[tuple[str, ...]]) -> Iterator[Finding]:
    """What is wrong with the sentences of one passage, against the article."""
    for index, sentence in enumerate(passage.form):
        unknown = [number for number in sentence.paragraphs if number not in article.paragraphs]
        if unknown or not sentence.paragraphs:
            yield passage.finding(index, f"there is no paragraph {unknown or ''}".rstrip(), "Cite paragraphs of the article")
            continue
        source = " ".join(article.paragraphs[number] for number in sentence.paragraphs)
        for figure in _lost_figures(sentence.say, source):
            yield passage.finding(
                index, f"the figure {figure} stands in no paragraph it cites", "Correct it, or cite its paragraph"
            )
        for anchor in _lost_negations(sentence.say, source):
            yield passage.finding(index, f'the article says "not" of "{anchor}", and this sentence does not', "Put it back")
        for run in sorted(runs_of(sentence.say) & runs)[:1]:
            yield passage.finding(index, f'"{" ".join(run)}" is the article\'s own wording', "Say it in our own words")


def figures(text: str) -> list[str]:
    """The figures of a text: chances such as "1 in 5" whole, then other numbers."""
    chances = [found[0] for found in _CHANCE.finditer(text)]
    return chances + re.findall(r"\d+(?:\.\d+)?", _CHANCE.sub(" ", text))


def _lost_figures(text: str, source: str) -> Iterator[str]:
    given = re.findall(r"\d+(?:\.\d+)?", source) + [_NUMBERS[w] for w in re.findall(r"[a-z]+", source.lower()) if w in _NUMBERS]
    percents = [float(number) for number in re.findall(r"(\d+(?:\.\d+)?) ?(?:percent|%)", source)]
    for figure in figures(text):
        chance = _CHANCE.fullmatch(figure)
        if chance:
            share = 100 * int(chance[1]) / int(chance[2])
            if not any(min(abs(share - p), abs(100 - share - p)) <= CLOSE for p in percents):
                yield figure
        elif figure not in given and not any(abs(100 - float(figure) - p) < 0.01 for p in percents):
            yield figure


def _lost_negations(text: str, source: str) -> Iterator[str]:
    """A clause of the article with a "not", whose next words we restate without one."""
    if _NEGATION.search(text.lower()):
        return
    ours = set(_stems(text))
    for clause in re.split(r"[.,;:—–]", source.lower().replace("’", "'")):
        for found in _NEGATION.finditer(clause):
            anchor = _stems(clause[found.end() :])[:5]
            shared = [stem for stem in anchor if stem in ours]
            if len(shared) >= min(3, max(2, len(anchor))):
                yield " ".join(shared)


def _stems(text: str) -> list[str]:
    """The words that carry meaning, cut to their first five letters."""
    words = re.findall(r"[a-z]+", text.lower().replace("okay", "ok"))
    return [word[:5] for word in words if word not in _SMALL]

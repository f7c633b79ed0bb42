"""The article, when it is at hand. Its text stays out of this repository; the checks that need it say so without it."""

import re
from dataclasses import dataclass
from pathlib import Path

from skill.errors import UsageError

USUAL_PLACE = Path(__file__).parents[3] / "shared" / "article.txt"
INTRODUCTIONS = {1, 5}
"""Paragraphs that lead in and answer nothing."""
LONGEST_LEAD_IN = 80
"""Characters up to which a paragraph that ends in a colon or a question mark is a heading."""
RUN = 8
"""So many of the article's words in a row are its sentence, not a fact."""


@dataclass(frozen=True)
class Article:
    """Paragraph number to text."""

    paragraphs: dict[int, str]

    @property
    def content(self) -> set[int]:
        """The paragraphs that hold content: no links to other articles, headings, or lead-ins."""
        return {
            number
            for number, text in self.paragraphs.items()
            if number not in INTRODUCTIONS and not text.startswith("Related:") and not _leads_in(text)
        }

    def runs(self) -> set[tuple[str, ...]]:
        """Every run of RUN words."""
        return {run for text in self.paragraphs.values() for run in runs_of(text)}


def _leads_in(text: str) -> bool:
    return text.endswith((":", "?")) and len(text) < LONGEST_LEAD_IN


def read(path: Path) -> Article:
    """The article from a file of lines like "[12] text". Raises UsageError where it is not one."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"The article at {path} cannot be read ({type(error).__name__}). Give --article PATH.") from None
    found = (re.fullmatch(r"\[(\d+)\] (.+)", line.strip()) for line in lines)
    article = Article({int(row[1]): row[2] for row in found if row})
    if not article.paragraphs:
        raise UsageError(f"{path} holds no numbered paragraph. Each line must read: [number] text.")
    return article


def runs_of(text: str) -> set[tuple[str, ...]]:
    """The runs of RUN words of a text, lower case."""
    words = re.findall(r"[a-z0-9']+", text.lower().replace("’", "'"))
    return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}

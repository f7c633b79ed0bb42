"""The measuring set: tab-separated files with the columns part, kind, topics, question.

`part` is "look" (misses may be read) or "scored" (only ever counted); `topics` holds every topic that a careful nurse
would accept, best first, joined by "|".
"""

import csv
import zlib
from dataclasses import dataclass
from pathlib import Path

from skill.errors import UsageError
from skill.understanding.examples import OUT_OF_SCOPE, SAFETY

USUAL_PLACE = Path(__file__).parents[2] / "tests" / "questions"
COLUMNS = ["part", "kind", "topics", "question"]


@dataclass(frozen=True)
class Question:
    """One question to measure with."""

    part: str
    kind: str
    topics: tuple[str, ...]
    text: str

    @property
    def group(self) -> str:
        """What the question is there to measure: "danger", "false alarm", "in scope" or "out of scope"."""
        if self.kind == "false_alarm":
            return "false alarm"
        if self.topics[0] in SAFETY:
            return "danger"
        return "out of scope" if self.topics[0] == OUT_OF_SCOPE else "in scope"


def read(folder: Path = USUAL_PLACE) -> list[Question]:
    """Every question of the folder. Raises UsageError where there is none, or a file has other columns."""
    rows: list[Question] = []
    for path in sorted(folder.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            table = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            if table.fieldnames != COLUMNS:
                raise UsageError(f"{path}: the columns must be {', '.join(COLUMNS)}. Compare it with its neighbours.")
            rows += [Question(r["part"], r["kind"], tuple(r["topics"].split("|")), r["question"]) for r in table]
    if not rows:
        raise UsageError(f"There are no questions in {folder}. Run it from a checkout, or give --questions FOLDER.")
    return rows


def part_of(text: str) -> str:
    """The part that a question belongs to, by its text alone: about half and half, the same for ever."""
    return "look" if zlib.crc32(text.encode()) % 2 else "scored"

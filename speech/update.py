"""Renew the words that dialogues expect to hear (`hears`), leaving everything else of the file as it was."""

import difflib
import io
from pathlib import Path

from ruamel.yaml import YAML

from speech.files import write_whole
from speech.rehearse import Outcome


def changes(outcome: Outcome) -> dict[int, tuple[str, str]]:
    """By turn, counted from 0: the words that were expected and those that were heard, where they differ."""
    turns = zip(outcome.dialogue.turns, outcome.heard, strict=False)
    return {place: (turn.hears, heard.text) for place, (turn, heard) in enumerate(turns) if turn.hears not in ("", heard.text)}


def shown(before: str, after: str) -> str:
    """The difference word by word: [-gone-] {+come+}."""
    old, new = before.split(), after.split()
    parts = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            parts.append(" ".join(old[a:b]))
            continue
        parts += [f"[-{' '.join(old[a:b])}-]"] * (b > a) + [f"{{+{' '.join(new[c:d])}+}}"] * (d > c)
    return " ".join(parts)


def renew(path: Path, number: int, turns: dict[int, str]) -> None:
    """Writes new `hears` into the turns of dialogue `number` (from 0). Comments, order and quotes stay."""
    yaml = YAML()
    yaml.width, yaml.preserve_quotes = 120, True
    dialogues = yaml.load(path.read_text(encoding="utf-8"))
    for place, words in turns.items():
        dialogues[number]["turns"][place]["hears"] = words
    out = io.StringIO()
    yaml.dump(dialogues, out)
    write_whole(path, out.getvalue().encode())

"""Read YAML into typed, frozen values, and remember the line of every part."""

import re
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from skill.errors import ContentError

T = TypeVar("T")
Step = str | int

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Marked:
    """One YAML file: its plain data, and the line (counted from 1) at which each part begins."""

    def __init__(self, path: Path):
        self.path = path
        try:
            self.text = path.read_text(encoding="utf-8")
        except OSError as error:
            raise ContentError(
                path, 1, f"the file cannot be read ({error.strerror})", "Put it back, or check its name"
            ) from None
        except UnicodeDecodeError:
            raise ContentError(path, 1, "the file is not UTF-8 text", "Save it again as UTF-8") from None
        try:
            self.data = yaml.load(self.text, Loader=_Loader)  # noqa: S506 (a safe loader)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            problem = getattr(error, "problem", None) or "unreadable"
            raise ContentError(
                path,
                mark.line + 1 if mark else 1,
                f"this is not valid YAML ({problem})",
                "Check the spaces at the start of the line, and quote a text that holds ': '",
            ) from None

    def line(self, *steps: Step) -> int:
        """The line of a part, say `line("normal", 2, "say")`; of its nearest parent where it is missing."""
        node = _tree(self.text)
        line = 1
        for step in steps:
            node = _child(node, step)
            if node is None:
                break
            line = node.start_mark.line + 1
        return line

    def as_type(self, kind: type[T]) -> T:
        """The data as `kind`, a frozen msgspec type. Raises ContentError at the line that does not fit."""
        try:
            return msgspec.convert(self.data, kind, strict=True)
        except msgspec.ValidationError as error:
            problem, _, where = str(error).partition(" - at ")
            raise ContentError(
                self.path,
                self.line(*_steps(where)),
                f"{problem.lower()} (at {where.strip('`') or 'the top'})",
                "Compare it with a neighbouring file",
            ) from None


def _steps(where: str) -> list[Step]:
    """`$.normal[2].say` as ["normal", 2, "say"]; msgspec writes `[...]` for any key of a mapping."""
    found = re.findall(r"\.([A-Za-z_]\w*)|\[(\d+)\]", where)
    return [name or int(index) for name, index in found]


@cache
def _tree(text: str) -> Any:
    return yaml.compose(text, Loader=_Loader)


def _child(node: Any, step: Step) -> Any:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step]
    return None

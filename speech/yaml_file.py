"""Read YAML into typed, frozen values, and remember the line of every part."""

import re
from collections.abc import Callable
from functools import cache, cached_property
from pathlib import Path
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")
Step = str | int

MEND_YAML = "Check the spaces at the start of the line, and quote a text that holds ': '"


class YamlFile:
    """One YAML file: its plain data, and the line (counted from 1) at which each part begins.

    `error` is what is raised where the file cannot be used; it is called with file, line, problem and fix.
    """

    def __init__(self, path: Path, error: Callable[[Path, int, str, str], Exception]):
        self.path, self.error = path, error
        self.data = self.read()

    @cached_property
    def text(self) -> str:
        """The file as it is written."""
        return self.path.read_text(encoding="utf-8")

    def read(self) -> Any:
        """The file's plain data. Raises where it cannot be read."""
        import yaml  # here, because who overrides this may never need it, and it takes as long to load as 40 files

        path, error = self.path, self.error
        try:
            return yaml.load(self.text, Loader=_loader())  # noqa: S506 (a safe loader)
        except OSError as fault:
            raise error(path, 1, f"the file cannot be read ({fault.strerror})", "Put it back, or check its name") from None
        except UnicodeDecodeError:
            raise error(path, 1, "the file is not UTF-8 text", "Save it again as UTF-8") from None
        except yaml.YAMLError as fault:
            mark, problem = getattr(fault, "problem_mark", None), getattr(fault, "problem", "") or "unreadable"
            raise error(path, mark.line + 1 if mark else 1, f"this is not valid YAML ({problem})", MEND_YAML) from None

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
        """The data as `kind`, a frozen msgspec type. Raises at the line that does not fit."""
        try:
            return msgspec.convert(self.data, kind, strict=True)
        except msgspec.ValidationError as fault:
            problem, _, where = str(fault).partition(" - at ")
            raise self.error(
                self.path,
                self.line(*_steps(where)),
                f"{problem.lower()} (at {where.strip('`') or 'the top'})",
                "Compare it with a neighbouring file",
            ) from None


def _steps(where: str) -> list[Step]:
    """`$.normal[2].say` as ["normal", 2, "say"]; msgspec writes `[...]` for any key of a mapping."""
    found = re.findall(r"\.([A-Za-z_]\w*)|\[(\d+)\]", where)
    return [name or int(index) for name, index in found]


def _loader() -> Any:
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def _tree(text: str) -> Any:
    import yaml

    return yaml.compose(text, Loader=_loader())


def _child(node: Any, step: Step) -> Any:
    if node.id == "mapping":
        return next((value for key, value in node.value if key.value == step), None)
    if node.id == "sequence" and isinstance(step, int) and step < len(node.value):
        return node.value[step]
    return None

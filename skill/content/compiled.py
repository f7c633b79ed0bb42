"""The content files' plain data in one file of JSON, which loads in a millisecond where YAML takes twenty.

Only a package for AWS Lambda carries it (`make lambda` writes it there, from the YAML beside it); here it does not exist,
and everything is read from YAML.
"""

from functools import cache
from pathlib import Path
from typing import Any

import msgspec

HERE = Path(__file__).parent
FILE = HERE / "compiled.json"


def compiled(path: Path) -> Any:
    """The data of a content file, or None where it was not compiled."""
    return _all().get(str(path))


def write(root: Path) -> None:
    """Compiles every content file under `root`."""
    from skill.content.marked import Marked

    data = {path.relative_to(root).as_posix(): Marked(path).data for path in sorted(root.rglob("*.yaml"))}
    (root / FILE.name).write_bytes(msgspec.json.encode(data))


@cache
def _all() -> dict[str, Any]:
    return {str(HERE / name): data for name, data in msgspec.json.decode(FILE.read_bytes()).items()} if FILE.exists() else {}

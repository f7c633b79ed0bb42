"""A folder that appears as a whole or not at all."""

import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from skill.errors import UsageError

STATES = ".ask"
"""Where ask-cli remembers which skill a package belongs to. It is ours to keep, never to write."""


def write(folder: Path, files: Mapping[str, bytes], ours: Iterable[str]) -> None:
    """Writes the files, beside the place first. What was there goes, if all of it is `ours`; `.ask` stays.

    Raises UsageError where the place cannot be written, or holds something that is not ours.
    """
    folder = folder.resolve()
    _require_ours(folder, {*ours, STATES})
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as beside:
            made, before = Path(beside, "made"), Path(beside, "before")
            _fill(made, files)
            _change_places(folder, made, before)
    except OSError as fault:
        raise UsageError(f"{folder} cannot be written ({fault.strerror}). Choose another place with --out.") from None


def _require_ours(folder: Path, ours: set[str]) -> None:
    try:
        there = {path.name for path in folder.iterdir()}
    except FileNotFoundError:
        return
    except OSError as fault:
        raise UsageError(f"{folder} cannot be used ({fault.strerror}). Choose another place with --out.") from None
    if there - ours:
        raise UsageError(f"{folder} holds {sorted(there - ours)[0]!r}, which is not of a package. Choose an empty folder.")


def _fill(made: Path, files: Mapping[str, bytes]) -> None:
    made.mkdir()
    for name, data in files.items():
        path = made / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _change_places(folder: Path, made: Path, before: Path) -> None:
    if not folder.exists():
        made.rename(folder)
        return
    if (folder / STATES).exists():
        shutil.copytree(folder / STATES, made / STATES)
    folder.rename(before)
    try:
        made.rename(folder)
    except OSError:
        before.rename(folder)
        raise

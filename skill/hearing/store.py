"""What was measured before, by a hash of everything that went in. Holds our own sentences and the measuring set, nobody's words."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from speech.files import write_whole

T = TypeVar("T")
VERSION = "3"
"""Goes up when rendering, noise or recognition change, so that nothing older is believed."""


def key(*parts: object) -> str:
    """The name of a measurement made of these."""
    return hashlib.sha256("\0".join(map(str, (VERSION, *parts))).encode()).hexdigest()


class Store:
    """A folder of measurements, a file each. With no folder nothing is kept."""

    def __init__(self, folder: Path | None):
        self.folder = folder

    def get(self, name: str, kind: type[T]) -> T | None:
        """The measurement, or None where it was not made or its file is broken."""
        path = self._path(name)
        try:
            return msgspec.json.decode(path.read_bytes(), type=kind) if path else None
        except (OSError, msgspec.MsgspecError):
            return None

    def keep(self, name: str, value: T) -> T:
        """Writes the measurement, and returns it."""
        if path := self._path(name):
            write_whole(path, msgspec.json.encode(value))
        return value

    def all(self, kind: type[T]) -> Iterator[T]:
        """Every measurement of that kind."""
        for path in sorted(self.folder.glob("*/*.json")) if self.folder else ():
            try:
                yield msgspec.json.decode(path.read_bytes(), type=kind)
            except msgspec.MsgspecError:
                continue

    def _path(self, name: str) -> Path | None:
        return self.folder / name[:2] / f"{name}.json" if self.folder else None

"""The package as one zip: the same folder makes the same bytes, whenever and wherever it is made."""

import zipfile
from pathlib import Path

LARGEST = 50_000_000
"""Bytes that Lambda takes as an upload."""
LARGEST_UNPACKED = 250_000_000
"""Bytes that it takes unpacked."""


def archive(folder: Path, target: Path) -> None:
    """Writes the zip."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as pack:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                _add(pack, path, path.relative_to(folder).as_posix())


def unpacked(folder: Path) -> int:
    """Bytes of all files."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _add(pack: zipfile.ZipFile, path: Path, name: str) -> None:
    entry = zipfile.ZipInfo(name)  # dated 1980
    entry.external_attr = 0o100644 << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    pack.writestr(entry, path.read_bytes())

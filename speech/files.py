"""Files that are written whole or not at all."""

import os
import tempfile
from pathlib import Path

from speech.errors import FileError


def write_whole(path: Path, data: bytes, private: bool = False) -> None:
    """Writes the file, and its folder if that is missing. A full disk or a stop in the middle leaves no half of it.

    A private file can be read by its owner only.

    Raises FileError where it cannot be written.
    """
    part = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        if not private:
            Path(part).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        Path(part).replace(path)
    except OSError as error:
        raise FileError(f"{path} cannot be written ({error.strerror}). Make room there, or choose another place.") from None
    finally:
        if part:
            Path(part).unlink(missing_ok=True)


def _umask() -> int:
    """The permissions that new files do not get; reading it means setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask

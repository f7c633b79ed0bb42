"""The pictures that `gentle screens` drew last, as the report holds them."""

import base64
from pathlib import Path

from skill.cli.screens import FOLDER


def pictures(folder: Path = FOLDER) -> list[tuple[str, str]]:
    """Name and PNG, as base64; none where nothing was drawn yet."""
    return [
        (path.stem.replace("-", ", "), base64.b64encode(path.read_bytes()).decode()) for path in sorted(folder.glob("*.png"))
    ]

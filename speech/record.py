"""Record a conversation as a dialogue that `rehearse` plays."""

from pathlib import Path
from typing import Any

import yaml

from speech.device import Heard
from speech.files import write_whole


class Recorder:
    """Keeps what was said and heard, turn by turn, in memory until it is written."""

    def __init__(self, locale: str = "en-US"):
        self.locale, self.turns = locale, []

    def keep(self, heard: Heard, **did: Any) -> Heard:
        """Remembers a turn: what the person did (open, say, silence), and what came of it. Returns what was heard."""
        self.turns.append(
            {**did, "topic": heard.attributes.get("topic"), "listens": not heard.ends_session, "hears": heard.text}
        )
        return heard

    def write(self, path: Path) -> None:
        """Writes the dialogue; one that is in the file already stays. Raises FileError where it cannot be written."""
        dialogue = {"dialogue": f"recorded as {path.stem}", "locale": self.locale, "turns": self.turns}
        before = path.read_bytes() if path.exists() else b""
        text = yaml.safe_dump([dialogue], sort_keys=False, allow_unicode=True, width=120)
        write_whole(path, before + text.encode())

"""A content file, read: its data, and the line of every part."""

from pathlib import Path
from typing import Any

from skill.content.compiled import compiled
from skill.errors import ContentError
from speech.yaml_file import YamlFile


class Marked(YamlFile):
    """A YAML file whose faults are ContentErrors, and whose data may have been compiled."""

    def __init__(self, path: Path):
        super().__init__(path, ContentError)

    def read(self) -> Any:
        """The compiled data where there is some, else the YAML."""
        found = compiled(self.path)
        return super().read() if found is None else found

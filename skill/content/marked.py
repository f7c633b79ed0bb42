"""A content file, read: its data, and the line of every part."""

from pathlib import Path

from skill.errors import ContentError
from speech.yaml_file import YamlFile


class Marked(YamlFile):
    """A YAML file whose faults are ContentErrors."""

    def __init__(self, path: Path):
        super().__init__(path, ContentError)

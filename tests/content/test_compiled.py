"""Content compiled for a package says the same as the YAML, and is not used where it is not."""

import shutil
import subprocess
import sys

from skill.content import HERE, LOCALES, compiled, read_now
from skill.content.ways import load_navigation, load_slots


def test_there_is_none_in_the_sources():
    assert not compiled.FILE.exists()


def everything():
    read = [read_now(locale, HERE) for locale in LOCALES]
    return [*read, load_navigation.__wrapped__(), load_slots.__wrapped__()]


def test_the_compiled_content_is_the_content(tmp_path, monkeypatch):
    wanted = everything()
    shutil.copytree(HERE, tmp_path, dirs_exist_ok=True)
    compiled.write(tmp_path)
    monkeypatch.setattr(compiled, "FILE", tmp_path / "compiled.json")
    compiled._all.cache_clear()
    try:
        assert compiled.compiled(HERE / "en" / "menu.yaml")
        assert everything() == wanted
    finally:
        compiled._all.cache_clear()


def test_reading_content_does_not_begin_with_yaml():
    code = "import sys, skill.content.marked; assert 'yaml' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)

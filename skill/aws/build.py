"""A folder that Lambda can run: the skill's own code, what it needs from PyPI, everything compiled that can be."""

import os
import platform
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

from skill.content.compiled import write
from skill.errors import GentleError

ROOT = Path(__file__).parents[2]
CLOUD = "aarch64"
"""Lambda's arm64, as wheels name it."""
NEEDS = ("ask-sdk-core", "msgspec", "numpy", "PyYAML")
"""What the Alexa path imports; bounds are those of pyproject.toml. PyYAML only for content that was not compiled."""
CODE = (
    "skill/__init__.py", "skill/errors.py", "skill/alexa", "skill/content", "skill/conversation", "skill/rendering",
    "skill/understanding", "speech/__init__.py", "speech/yaml_file.py",
)  # fmt: skip
UNREAD = shutil.ignore_patterns("utterances", "not_ours", "__pycache__")
"""What only training reads, of the content."""


class BuildError(GentleError):
    """Raised where the package cannot be built."""


def build(folder: Path, machine: str = CLOUD) -> None:
    """The whole skill, in a new folder, for Linux on a machine such as "aarch64"."""
    install(folder, needed(), machine)
    for name in CODE:
        _copy(ROOT / name, folder / name)
    write(folder / "skill" / "content")
    for path in (folder / "skill").rglob("*.npz"):
        _unsqueeze(path)
    compile_all(folder)


def install(folder: Path, needs: list[str], machine: str = CLOUD) -> None:
    """Puts packages from PyPI into a new folder, as wheels for Lambda. Raises BuildError."""
    shutil.rmtree(folder, ignore_errors=True)
    command = [
        sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target", str(folder),
        *platforms(machine), "--only-binary=:all:", "--no-compile", *needs,
    ]  # fmt: skip
    if subprocess.run(command, stdout=sys.stderr).returncode:
        raise BuildError("pip could not fetch the package's parts. Is there a network, and space on the disk?")
    for tests in [path for path in folder.rglob("tests") if path.is_dir()]:
        shutil.rmtree(tests)


def platforms(machine: str, version: tuple[int, int] = sys.version_info[:2]) -> list[str]:
    """The wheels that Lambda's Linux takes: Amazon Linux 2 up to Python 3.11, with glibc 2.26; later 2023, with 2.34."""
    kinds = ["manylinux2014"] if version < (3, 12) else ["manylinux2014", "manylinux_2_28"]
    return [word for kind in kinds for word in ("--platform", f"{kind}_{machine}")]


def compile_all(folder: Path) -> None:
    """Bytecode for every module: Lambda's disk is read-only, so each cold start would compile it all again."""
    command = [
        sys.executable, "-W", "ignore", "-m", "compileall", "-q", "--invalidation-mode", "unchecked-hash",
        "-s", str(folder), "-p", "/var/task", str(folder),
    ]  # fmt: skip
    if subprocess.run(command, stdout=sys.stderr, env=os.environ | {"PYTHONHASHSEED": "0"}).returncode:
        raise BuildError("A module of the package does not compile. Run: make test.")


def needed() -> list[str]:
    """The requirements of the Alexa path, as pyproject.toml states them."""
    stated = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    return [line for line in stated if line.split(">")[0] in NEEDS]


def this_machine() -> str:
    """This machine as wheels name it. Raises BuildError where Lambda's wheels do not run."""
    if sys.platform != "linux":
        raise BuildError("Only Linux runs what Lambda runs. Build for Lambda itself: make lambda.")
    return platform.machine()


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, ignore=UNREAD)
    else:
        shutil.copy(source, target)


def _unsqueeze(path: Path) -> None:
    """Weights as they are: the package is compressed anyway, and a cold start need not do it again."""
    with zipfile.ZipFile(path) as squeezed:
        arrays = {name: squeezed.read(name) for name in squeezed.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as plain:
        for name, data in arrays.items():
            plain.writestr(zipfile.ZipInfo(name), data)

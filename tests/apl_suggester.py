"""Amazon's own checker of APL documents, `apl-suggester` (npm), installed once into build/, never committed.

Without npm the tests that need it are skipped; that is the only reason.
"""

import fcntl
import json
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

FOLDER = Path("build/apl-suggester")
VERSION = "2024.2.0"
SCRIPT = """
const { StaticAplTemplateValidator } = require("apl-suggester");
console.log = () => {};
new StaticAplTemplateValidator().validate(JSON.parse(require("fs").readFileSync(0))).then((found) => {
  process.stdout.write("\\n" + JSON.stringify(found.map((each) => `${each.path}: ${each.errorMessage}`)) + "\\n");
});
"""


def suggestions(document: dict) -> list[str]:
    """What it finds in a document, a line each."""
    _install()
    run = subprocess.run(
        ["node", "-e", SCRIPT], cwd=FOLDER, input=json.dumps(document), capture_output=True, text=True, check=True
    )
    return json.loads(run.stdout.splitlines()[-1])


@cache
def _install() -> None:
    """Once for all processes of a run."""
    if not shutil.which("npm"):
        pytest.skip("there is no npm. Debian and Ubuntu: sudo apt install npm")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (FOLDER / "node_modules" / "apl-suggester" / "package.json").exists():
            command = [
                "npm",
                "install",
                "--silent",
                "--no-audit",
                "--no-fund",
                "--prefix",
                str(FOLDER),
                f"apl-suggester@{VERSION}",
            ]
            subprocess.run(command, capture_output=True, check=True)

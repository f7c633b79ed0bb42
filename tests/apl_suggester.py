"""Amazon's own checker of APL documents, `apl-suggester` (npm), installed once into build/, never committed.

Without npm the tests that need it are skipped. In CI a missing npm is a failure, not a skip.
"""

import json
import os
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
    if not shutil.which("npm"):
        (pytest.fail if os.environ.get("CI") else pytest.skip)("there is no npm. Debian and Ubuntu: sudo apt install npm")
    if (FOLDER / "node_modules" / "apl-suggester" / "package.json").exists():
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(FOLDER), f"apl-suggester@{VERSION}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"npm cannot install apl-suggester here: {(done.stderr or done.stdout).strip()[:200]}")

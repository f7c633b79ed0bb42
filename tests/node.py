"""Programs of npm that tests drive: virtual-alexa, Lighthouse, apl-suggester. Without node and npm those tests are skipped.

.ci/node installs them into build/npm, once; `make test` calls it in CI, and a test that finds nothing calls it too.
"""

import fcntl
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NPM = ROOT / "build" / "npm"
NO_NODE = 3


@cache
def npm() -> Path:
    """The folder with node_modules. Skips where there is no node or npm; fails where there is and nothing can be installed."""
    NPM.mkdir(parents=True, exist_ok=True)
    with (NPM / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # the other half of the tests may install at the same time
        done = subprocess.run([ROOT / ".ci" / "node"], capture_output=True, text=True)
    if done.returncode == NO_NODE:
        pytest.skip(done.stderr.strip())
    assert done.returncode == 0, f"npm could not install: {done.stderr}"
    return NPM

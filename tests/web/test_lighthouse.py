"""Lighthouse (npm) on the phone page: accessibility 100, and nothing against best practice, on a phone and on a desk."""

import json
import subprocess

import pytest

from browser import chromium
from fixtures import free_port
from node import npm

pytestmark = [pytest.mark.browser, pytest.mark.engine, pytest.mark.slow]

CATEGORIES = ("accessibility", "best-practices", "performance")


def lighthouse(address, out, *options):
    """The scores of each category out of 100, and the audits that cost points, a line each."""
    port = free_port()
    command = ["node", "node_modules/lighthouse/cli/index.js", address, "--quiet", "--output=json", f"--output-path={out}"]
    options = (f"--port={port}", f"--only-categories={','.join(CATEGORIES)}", *options)
    with chromium(f"--remote-debugging-port={port}"):
        done = subprocess.run([*command, *options], cwd=npm(), capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr[-2_000:]
    found = json.loads(out.read_text())
    scores = {name: round(100 * found["categories"][name]["score"]) for name in CATEGORIES}
    return scores, [f"{each['id']}: {each['title']}" for each in found["audits"].values() if each["score"] not in (None, 1)]


@pytest.mark.parametrize("look", ["--form-factor=mobile", "--preset=desktop"])
def test_lighthouse_finds_no_barrier(address, tmp_path, look):
    npm()
    scores, short = lighthouse(address, tmp_path / "found.json", look)
    print(look, scores, *short, sep="\n  ")
    assert scores["accessibility"] == 100, short
    assert scores["best-practices"] == 100, short

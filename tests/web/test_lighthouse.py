"""Lighthouse (npm) on the phone page: accessibility 100, and nothing against best practice, on a phone and on a desk."""

import json
import os
import subprocess

import pytest

from browser import FLAGS, installed
from node import npm

pytestmark = [pytest.mark.browser, pytest.mark.engine, pytest.mark.slow]

CATEGORIES = ("accessibility", "best-practices", "performance")


def lighthouse(address, folder, *options):
    """The scores of each category out of 100, and the audits that cost points, a line each."""
    out = folder / "lighthouse.json"
    command = ["node", "node_modules/lighthouse/cli/index.js", address, "--quiet", "--output=json", f"--output-path={out}"]
    flags = [f"--chrome-flags=--headless=new {' '.join(FLAGS)}", f"--only-categories={','.join(CATEGORIES)}", *options]
    environment = {**os.environ, "CHROME_PATH": installed(), "TMPDIR": str(folder)}
    done = subprocess.run([*command, *flags], cwd=npm(), env=environment, capture_output=True, text=True, timeout=180)
    assert done.returncode == 0, done.stderr[-2_000:]
    found = json.loads(out.read_text())
    scores = {name: round(100 * found["categories"][name]["score"]) for name in CATEGORIES}
    short = [f"{audit['id']}: {audit['title']}" for audit in found["audits"].values() if audit["score"] not in (None, 1)]
    return scores, short


@pytest.mark.parametrize("look", ["--form-factor=mobile", "--preset=desktop"])
def test_lighthouse_finds_no_barrier(address, tmp_path, look):
    npm()
    scores, short = lighthouse(address, tmp_path, look)
    print(look, scores, *short, sep="\n  ")
    assert scores["accessibility"] == 100, short
    assert scores["best-practices"] == 100, short

"""A real Chromium, headless, for tests of pages. Debian's is used where it is; without any, these tests are skipped.

In CI the browser is there: `make test` installs it (.ci/browser), and a missing one is a failure, not a skip.
"""

import atexit
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import pytest

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--autoplay-policy=no-user-gesture-required",
]  # fmt: skip


def installed() -> str:
    """Where Chromium is. Skips, or fails in CI, where there is none."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not path:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("there is no Chromium. Run: .ci/browser")
    return path


@contextmanager
def chromium(*flags: str) -> Iterator:
    """A browser of Playwright's."""
    browser = _playwright().chromium.launch(executable_path=installed(), args=[*FLAGS, *flags])
    yield browser
    browser.close()


@cache
def _playwright():
    """One for the whole run: it takes no second beside it."""
    from playwright.sync_api import sync_playwright

    found = sync_playwright().start()
    atexit.register(found.stop)
    return found


def violations(page) -> list[str]:
    """What axe finds on the page as it is now, a line each: WCAG 2.2 AA and best practices."""
    from axe_playwright_python.sync_playwright import Axe

    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = Axe().run(page, options={"runOnly": tags}).response["violations"]
    return [f"{each['id']}: {each['help']} ({node['target']})" for each in found for node in each["nodes"]]

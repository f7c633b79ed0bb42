"""One visit to the phone page, for tests that drive it in a browser."""

import os
from pathlib import Path

import pytest

SHOTS = Path(os.environ.get("SHOTS", "build/screenshots"))
DANGER = "i am soaking a pad every hour"


class Visit:
    """One visit to the page; `asked` is every address it asked for, `errors` what went wrong in its script.

    `stands_in` is script that takes the place of something that the browser has.
    """

    def __init__(self, browser, address, width=1_000, stands_in="", **context):
        self.context = browser.new_context(**{"viewport": {"width": width, "height": 900}} | context)
        self.context.add_init_script(stands_in)
        self.page, self.asked, self.errors = self.context.new_page(), [], []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        self.page.goto(address)

    def ask(self, text, expected):
        self.page.get_by_label("Type your question").fill(text)
        self.page.keyboard.press("Enter")
        self.page.get_by_text(expected).wait_for(timeout=10_000)

    def shot(self, name):
        SHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SHOTS / f"{name}.png", full_page=True)


def until(page, condition):
    """Waits for a condition; the page's own policy lets nobody evaluate text inside it, so we ask from outside."""
    for _ in range(100):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"never came true: {condition}")

"""Every state of the phone page as a picture in build/screenshots, to be looked at; none has a barrier or overflows.

`make screenshots` makes them; CI keeps them.
"""

import pytest

from browser import chromium, violations
from phone import DANGER, Visit

pytestmark = [pytest.mark.browser, pytest.mark.engine]

PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2}
SMALL = {"viewport": {"width": 320, "height": 640}, "device_scale_factor": 2}
ZOOMED = {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4}
"""A window of 1280 by 1024 at 400 %."""
DARK, FORCED = {"color_scheme": "dark"}, {"forced_colors": "active"}
DENIED = ("--use-fake-device-for-media-stream", "--deny-permission-prompts")


def first(visit):
    visit.page.get_by_role("button", name="Ask", exact=True).wait_for()


def answer(visit):
    visit.ask("when can we have sex again", "as soon as 2 weeks")


def danger(visit):
    visit.ask(DANGER, "Please get medical care now.")


def despair(visit):
    visit.ask("i want to die", "you are not alone")


def settings(visit):
    visit.page.get_by_text("Settings").click()


def hidden(visit):
    visit.page.get_by_role("button", name="Hide").click()


def denied(visit):
    visit.page.get_by_role("button", name="Talk").click()
    visit.page.get_by_role("status").get_by_text("The microphone is not allowed").wait_for()


def offline(visit):
    answer(visit)
    visit.context.set_offline(True)
    visit.page.get_by_role("status").get_by_text("There is no connection").wait_for()


STATES = {
    "first-light": (first, PHONE),
    "first-dark": (first, PHONE | DARK),
    "first-small": (first, SMALL),
    "first-high-contrast": (first, PHONE | FORCED),
    "answer-light": (answer, PHONE),
    "answer-dark": (answer, PHONE | DARK),
    "answer-small": (answer, SMALL),
    "answer-zoomed": (answer, ZOOMED),
    "answer-wide": (answer, {"viewport": {"width": 1280, "height": 800}}),
    "danger-light": (danger, PHONE),
    "danger-dark": (danger, PHONE | DARK),
    "danger-small": (danger, SMALL),
    "danger-high-contrast": (danger, PHONE | FORCED),
    "danger-zoomed": (danger, ZOOMED),
    "despair-light": (despair, PHONE),
    "settings": (settings, PHONE),
    "settings-small": (settings, SMALL | DARK),
    "hidden": (hidden, PHONE),
    "offline": (offline, PHONE),
}


@pytest.mark.parametrize("name", STATES)
def test_a_picture_of(browser, address, name):
    deed, look = STATES[name]
    picture(Visit(browser, address, **look), deed, name)


def test_a_picture_of_a_denied_microphone(address):
    with chromium(*DENIED) as browser:
        picture(Visit(browser, address, **PHONE), denied, "microphone-denied")


def test_a_picture_of_an_answer_without_script(browser, address):
    visit = Visit(browser, address, java_script_enabled=False, **PHONE)
    answer(visit)
    visit.shot("no-script")


def test_a_picture_of_a_page_that_cannot_be_reached(visit):
    visit.page.evaluate("navigator.serviceWorker.ready.then(() => 0)")
    visit.context.set_offline(True)
    visit.page.reload()
    visit.page.get_by_role("heading", name="No connection").wait_for()
    visit.shot("no-connection")
    visit.errors.clear()  # the browser reports the load that failed


def picture(visit, deed, name):
    deed(visit)
    visit.shot(name)
    assert violations(visit.page) == []
    assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    visit.context.close()

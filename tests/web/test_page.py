"""The phone page in a real headless Chromium: spoken, typed, with no script, with no microphone, by keyboard, on a small screen."""

import pytest

from asker import asked
from browser import chromium, violations
from phone import DANGER, Visit, until
from speech.audio import Audio

pytestmark = [pytest.mark.browser, pytest.mark.engine]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1_000])
def test_no_state_of_the_page_has_a_barrier(browser, address, scheme, width):
    visit = Visit(browser, address, width, color_scheme=scheme)
    states = {
        "start": lambda: None,
        "answer": lambda: visit.ask("when can we have sex again", "as soon as 2 weeks"),
        "urgent": lambda: visit.ask(DANGER, "Please get medical care now."),
        "settings": lambda: visit.page.get_by_text("Settings").click(),
        "hidden": lambda: visit.page.get_by_role("button", name="Hide").click(),
    }
    for name, reach in states.items():
        reach()
        assert violations(visit.page) == [], name
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= width, name
        visit.shot(f"page-{name}-{scheme}-{width}")


def test_targets_are_large_enough_to_touch(visit):
    visit.ask(DANGER, "Please get medical care now.")
    visit.page.get_by_text("Settings").click()
    for node in visit.page.locator("button:visible, a:visible, summary:visible, label:has(input):visible").all():
        box = node.bounding_box()
        assert box["height"] >= 44, node.inner_text()


def test_a_typed_question_is_answered_in_place_and_spoken(visit):
    visit.page.evaluate(
        "window.played = []; HTMLMediaElement.prototype.play = function () { window.played.push(this.src); return Promise.resolve(); }; 0"
    )
    visit.ask("when can we have sex again", "as soon as 2 weeks")
    until(visit.page, "window.played.length === 1")
    assert visit.page.url.rstrip("/").endswith(visit.page.url.split("/")[2])
    visit.page.get_by_role("button", name="Repeat").click()
    until(visit.page, "window.played.length === 2")
    visit.page.get_by_role("button", name="Slower").click()
    until(visit.page, "window.played.length === 3")


def test_danger_numbers_come_first_and_can_be_dialled(visit):
    visit.ask(DANGER, "Please get medical care now.")
    first = visit.page.locator("#log a, #log p").nth(0)
    assert first.get_attribute("href") == "tel:911"


def test_by_keyboard_alone(visit):
    page = visit.page
    page.keyboard.press("Tab")
    for _ in range(3):
        if page.evaluate("document.activeElement.id") == "question":
            break
        page.keyboard.press("Tab")
    page.keyboard.type("can i use tampons")
    page.keyboard.press("Enter")
    page.locator(".asked").get_by_text("tampons").wait_for()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Start again").wait_for()
    assert "tampons" not in page.content()
    assert page.evaluate("document.activeElement.id") == "again"
    page.keyboard.press("Enter")
    page.get_by_text("What would you like to know?").wait_for()


def test_nothing_is_kept_and_nothing_leaves_the_origin(visit, address):
    visit.ask("when can we have sex again", "as soon as 2 weeks")
    kept = "[localStorage.length, sessionStorage.length, document.cookie, location.href, history.length]"
    assert visit.page.evaluate(kept) == [0, 0, "", address, visit.page.evaluate("history.length")]
    assert visit.page.evaluate("caches.keys()") == []
    assert visit.context.cookies() == []
    assert [url for url in visit.asked if not url.startswith(address)] == []
    assert visit.page.title() == "Questions"


def test_a_speed_is_remembered_only_when_asked_for(visit, address):
    page = visit.page
    visit.ask("when can we have sex again", "as soon as 2 weeks")
    page.get_by_text("Settings").click()
    page.get_by_label("Remember my speed").check()
    page.get_by_role("button", name="Slower").click()
    until(page, "localStorage.getItem('speed') === 'slow'")
    page.reload()
    page.get_by_text("Settings").click()
    assert page.get_by_label("Remember my speed").is_checked()
    page.get_by_label("Remember my speed").uncheck()
    assert page.evaluate("localStorage.length") == 0


def test_with_a_screen_reader_the_page_stays_silent(visit):
    page = visit.page
    page.evaluate(
        "window.played = 0; HTMLMediaElement.prototype.play = function () { window.played += 1; return Promise.resolve(); }; 0"
    )
    assert page.locator("#log").get_attribute("aria-live") == "off"
    page.get_by_text("Settings").click()
    page.get_by_label("My screen reader reads them").check()
    assert page.locator("#log").get_attribute("aria-live") == "polite"
    visit.ask("when can we have sex again", "as soon as 2 weeks")
    assert page.evaluate("window.played") == 0


def test_without_script(browser, address):
    visit = Visit(browser, address, java_script_enabled=False)
    page = visit.page
    assert page.get_by_role("button", name="Talk").count() == 0
    page.get_by_label("Type your question").fill(DANGER)
    page.get_by_role("button", name="Ask").click()
    page.get_by_text("Please get medical care now.").wait_for()
    assert page.locator("audio[controls]").count() == 1 and page.locator("a[href='tel:911']").count() == 1
    page.get_by_role("button", name="Repeat").click()
    page.get_by_text("Please get medical care now.").wait_for()
    assert visit.page.url == address
    visit.shot("page-no-script")


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        ([], "No microphone was found"),
        (["--use-fake-device-for-media-stream", "--deny-permission-prompts"], "The microphone is not allowed"),
    ],
)
def test_without_a_microphone_it_says_so_and_typing_works(address, flags, said):
    with chromium(*flags) as browser:
        visit = Visit(browser, address)
        visit.page.get_by_role("button", name="Talk").click()
        visit.page.get_by_role("status").get_by_text(said).wait_for(timeout=5_000)
        visit.ask("when can we have sex again", "as soon as 2 weeks")


def test_nothing_starts_by_itself(visit):
    visit.page.wait_for_timeout(1_500)
    assert visit.page.get_by_role("status").inner_text() == ""
    assert not [url for url in visit.asked if "/api/" in url or "/sound/" in url]


def test_it_is_light_and_can_be_installed(visit, address):
    sizes = visit.page.evaluate("performance.getEntriesByType('resource').reduce((sum, each) => sum + each.decodedBodySize, 0)")
    assert sizes + len(visit.page.content()) < 60_000
    manifest = visit.page.request.get(address + "manifest.webmanifest").json()
    assert manifest["display"] == "standalone" and manifest["name"] == "Questions"
    until(visit.page, "navigator.serviceWorker.getRegistration().then((found) => !!(found && found.active))")


def test_without_a_connection_it_says_so(visit):
    until(visit.page, "navigator.serviceWorker.getRegistration().then((found) => !!(found && found.active))")
    visit.context.set_offline(True)
    visit.page.get_by_role("status").get_by_text("There is no connection").wait_for()
    visit.page.reload()
    visit.page.get_by_text("There is no connection just now").wait_for()
    visit.context.set_offline(False)
    visit.errors.clear()  # the browser reports the load that failed


@pytest.fixture(scope="module")
def spoken(tmp_path_factory):
    sound = asked("when can we have sex again")
    path = tmp_path_factory.mktemp("mic") / "question.wav"
    path.write_bytes((Audio.silence(2_500) + sound + Audio.silence(6_000)).to_wav())
    return path


@pytest.mark.slow
def test_a_spoken_question_is_heard_and_answered_hands_free(address, spoken):
    """A spoken WAV as the microphone: one tap, and the right answer comes in words and in sound, and it listens again."""
    microphone = [
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        f"--use-file-for-fake-audio-capture={spoken}%noloop",
    ]
    with chromium(*microphone) as browser:
        visit = Visit(browser, address, permissions=["microphone"])
        page = visit.page
        page.evaluate(
            "window.heard = []; new MutationObserver(() => window.heard.push(document.getElementById('status').textContent)).observe(document.getElementById('status'), {childList: true}); 0"
        )
        page.get_by_role("button", name="Talk").click()
        page.get_by_text("as soon as 2 weeks").wait_for(timeout=30_000)
        assert "when can we have sex" in page.locator(".asked").inner_text().lower()
        until(page, "window.heard.includes('Speaking.')")
        assert page.evaluate("window.heard.indexOf('Listening.') < window.heard.indexOf('Speaking.')")
        visit.shot("page-spoken")
        page.keyboard.press("Escape")
        page.get_by_role("status").get_by_text("Stopped.").wait_for()
        assert page.get_by_role("button", name="Talk").get_attribute("aria-pressed") == "false"
        assert visit.errors == []

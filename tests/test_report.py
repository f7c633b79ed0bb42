"""The report, in a real browser: complete, self-contained, accessible, and its captions are in step with the sound."""

import os
from pathlib import Path

import pytest

from browser import chromium, violations
from skill.cli import main

pytestmark = [pytest.mark.engine, pytest.mark.browser]

DIALOGUES = Path(__file__).parent / "dialogues"
SHOTS = Path(os.environ.get("SHOTS", "build/screenshots"))


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    folder = tmp_path_factory.mktemp("report")
    script = folder / "talk.yaml"
    script.write_text(
        "- dialogue: one that differs\n  turns:\n  - open: true\n  - {say: when can we have sex again, topic: grief}\n"
        "- dialogue: one as written\n  turns:\n  - {say: can i use tampons, topic: nothing_inside}\n",
        encoding="utf-8",
    )
    out = folder / "report.html"
    assert main(["report", str(script), "--out", str(out), "--cache", str(folder / "sounds")]) == 0
    return out


@pytest.fixture(scope="module")
def browser():
    with chromium() as found:
        yield found


def opened(browser, report, width=1_100, scheme="light", script=True):
    """The page, and every address that it asked for."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=script)
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(report.as_uri())
    return page, asked


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1_100])
def test_it_has_no_barrier_and_needs_no_network(browser, report, scheme, width):
    page, asked = opened(browser, report, width, scheme)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = false; })")
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SHOTS / f"report-{scheme}-{width}.png")


def test_what_fell_short_comes_first(browser, report):
    page, _ = opened(browser, report)
    assert page.locator("h2").first.inner_text() == "What fell short"
    assert "one that differs" in page.locator("ul.short").inner_text()
    assert page.locator("details[open] > summary").first.inner_text().startswith("one that differs")


def test_every_word_can_be_read_without_script(browser, report):
    page, _ = opened(browser, report, script=False)
    words = page.locator("main").text_content()
    for each in ("as soon as 2 weeks", "[article 2", "SSML", "988"):
        assert each in words


def test_the_captions_are_in_step_with_the_sound(browser, report):
    page, _ = opened(browser, report)
    turn = page.locator(".turns > li").nth(1)
    turn.locator(".play").click()
    first, second = turn.locator(".sentence").nth(0), turn.locator(".sentence").nth(1)
    page.wait_for_function("document.querySelector('.sentence.now')", timeout=5_000)
    assert "now" in (first.get_attribute("class") or "")
    page.wait_for_function("(node) => node.classList.contains('now')", arg=second.element_handle(), timeout=15_000)
    assert "now" not in (first.get_attribute("class") or "")
    page.keyboard.press("Escape")
    assert page.locator(".sentence.now").count() == 0
    assert turn.locator(".play").inner_text() == "Play"


def test_a_second_run_renders_nothing_again(report, monkeypatch, tmp_path):
    def never(*_):
        raise AssertionError("rendered again")

    monkeypatch.setattr("speech.report.sounds.Sounds._render", never)
    script, cache = report.parent / "talk.yaml", report.parent / "sounds"
    assert main(["report", str(script), "--out", str(tmp_path / "again.html"), "--cache", str(cache)]) == 0

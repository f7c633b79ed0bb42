"""The pictures of the screen: drawn in a real browser, everything in view that no reading scrolls to; clear refusals."""

import os
import shutil
import subprocess
import sys

import pytest

from browser import chromium
from skill.alexa import screen
from skill.alexa.screen.data import datasource
from skill.cli import main
from skill.content import LOCALES, load
from skill.conversation import State, turn
from skill.conversation.move import Ask, Danger
from speech import preview


@pytest.fixture(scope="module")
def tab():
    with chromium() as browser:
        yield browser.new_page(viewport={"width": 1280, "height": 828})


def directive(content, reply):
    spoken = screen.speaks(content, reply)
    return {"document": screen._document("document"), "datasources": {"screen": datasource(content, reply, spoken)}}


@pytest.mark.browser
@pytest.mark.parametrize("viewport", [preview.HUB, preview.SMALL], ids=lambda viewport: viewport.name)
@pytest.mark.parametrize("locale", LOCALES)
def test_what_the_screen_does_not_read_aloud_is_in_view_at_once(tab, locale, viewport):
    """The way to help and every one-shot answer: nothing scrolls there, so nothing may be below the edge."""
    content = load(locale)
    moves = [*(Danger(topic, partner) for topic in content.safety for partner in (False, True)), *map(Ask, content.topics)]
    for move in moves:
        _, reply = turn(content, State(), move)
        tab.set_content(preview.page(directive(content, reply), viewport, "dark"))
        below = "() => { const box = document.querySelector('.scrollview'); return box.scrollHeight - box.clientHeight; }"
        assert tab.evaluate(below) <= 12, move
        assert tab.locator("#said").inner_text().split() == reply.caption.split()


@pytest.mark.browser
def test_the_sentence_that_is_read_is_marked_and_nothing_else(tab):
    content = load()
    state, reply = turn(content, State(last=("phrase:welcome",)), Ask("sex_timing"))
    colours = "() => [...document.querySelectorAll('#said .text')].map((each) => getComputedStyle(each).color)"
    tab.set_content(preview.page(directive(content, reply), preview.HUB, "light", reading=2))
    found = tab.evaluate(colours)
    assert [place for place, colour in enumerate(found) if colour != found[0]] == [2]


@pytest.mark.browser
def test_the_command_draws_and_labels(tmp_path):
    """In a process of its own: a browser is driven once a process."""
    if not any(map(shutil.which, preview.BROWSERS)):
        (pytest.fail if os.environ.get("CI") else pytest.skip)("there is no Chromium. Run: .ci/browser")
    out = tmp_path / "new" / "folder"
    command = [sys.executable, "-c", "import sys; from skill.cli import main; sys.exit(main())", "screens"]
    done = subprocess.run([*command, "--only", "danger", "--out", str(out)], capture_output=True, text=True, check=True)
    assert "not Amazon's renderer" in done.stdout
    assert len(list(out.glob("danger-*.png"))) == 6


def test_without_a_browser_one_clear_line(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(preview, "which", lambda name: None)
    assert main(["screens", "--out", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and ".ci/browser" in said
    assert list(tmp_path.iterdir()) == []


def test_a_locale_or_a_folder_that_cannot_be_one_clear_line(tmp_path, capsys):
    (tmp_path / "file").write_text("")
    assert main(["screens", "--locale", "xx-XX", "--out", str(tmp_path)]) == 2
    assert main(["screens", "--out", str(tmp_path / "file" / "below")]) == 2
    assert capsys.readouterr().err.count("\n") == 2

"""The privacy policy and the terms, as a browser sees them."""

from html import unescape

import pytest

from browser import chromium, violations
from skill.content.publishing import load_pages
from skill.understanding import default
from skill.web.app import Parts, create_app
from skill.web.headers import HEADERS
from skill.web.pages import NAMES, as_files
from skill.web.sound import Sounds
from speech.voice import SilentVoice


def service(**more):
    return create_app(Parts(default(), Sounds(SilentVoice()), **more)).test_client()


@pytest.mark.parametrize("name", NAMES)
def test_each_page_says_every_word_and_has_the_headers_of_all(name):
    answer = service().get(f"/{name}")
    page = getattr(load_pages(), name)
    assert answer.status_code == 200 and answer.mimetype == "text/html"
    assert all(answer.headers[key] == value for key, value in HEADERS.items())
    shown = unescape(answer.text)
    for text in (page.title, page.opening, *(t for section in page.sections for t in (section.heading, *section.text))):
        assert text in shown
    assert "Last changed on 23 November 2026." in shown
    assert "<script" not in shown and "style=" not in shown


def test_whom_to_ask_is_shown_where_it_is_known_and_is_escaped():
    assert "Questions about this page" not in service().get("/terms").text
    assert "Questions about this page: &lt;b&gt;care@example.org" in service(contact="<b>care@example.org").get("/privacy").text


def test_the_phone_page_leads_to_both():
    shown = service().get("/").text
    assert all(f'href="/{name}"' in shown for name in NAMES)


def test_as_files_they_stand_under_the_same_names_and_need_nothing_but_each_other():
    pages = as_files("care@example.org")
    assert set(pages) == {"privacy/index.html", "terms/index.html", "page.css"}
    assert 'href="../terms/"' in pages["privacy/index.html"] and 'href="../page.css"' in pages["privacy/index.html"]
    assert not any('href="/' in text for text in pages.values())
    assert "care@example.org" in pages["terms/index.html"]


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_barrier(scheme, tmp_path):
    for name, text in as_files("care@example.org").items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 320, "height": 800}, color_scheme=scheme)
        for name in NAMES:
            page.goto((tmp_path / name / "index.html").as_uri())
            assert violations(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= 320

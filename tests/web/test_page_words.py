"""Every word of the phone page stands in the content: none is missing, none is unused, none is in the code."""

import re
from pathlib import Path

import skill.web
from skill.content import LOCALES
from skill.content.page import page_words

WEB = Path(skill.web.__file__).parent
TEXT = "\n".join(path.read_text() for path in (*(WEB / "static").glob("*.js"), *(WEB / "templates").iterdir()))
MOVES = {"yes", "no", "repeat", "more", "shorter", "slower", "faster", "go back"}
CHOICES = {"voice_page", "voice_phone", "voice_reader", "ear_service", "ear_browser"}


def test_none_is_missing_and_none_unused():
    assert set(re.findall(r"\bwords\.([a-z_]+)", TEXT)) - {"js"} | MOVES | CHOICES == set(page_words())


def test_none_is_in_the_code():
    for script in (WEB / "static").glob("*.js"):
        strings = re.findall(r'"([^"\n]*)"', re.sub(r"//.*", "", script.read_text()))
        assert not [text for text in strings if re.match(r"[A-Z][a-z]+ |.*\w\.$", text)], script.name


def test_every_country_has_them():
    for locale in (*LOCALES, "fr-FR"):
        assert page_words(locale).keys() == page_words().keys()


def test_one_script_and_every_part_of_it_is_fetched_at_once():
    page = (WEB / "templates" / "page.html").read_text()
    assert re.findall(r"<script type=\"([^\"]+)\"", page) == ["application/json", "module"]
    parts = re.search(r"for name in \((.*)\)", page)[1]
    assert sorted(re.findall(r"\w+", parts)) == sorted(
        each.stem for each in (WEB / "static").glob("*.js") if each.stem != "page"
    )

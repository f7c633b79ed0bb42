"""A picture of what a screen shows: the document itself, drawn by a browser. Not Amazon's renderer, and labelled so.

APL is laid out as flexbox, and its bindings are expressions as in JavaScript; draw.js takes that much of it. The pictures
serve for looking at. What a device makes of fonts, breaks and spacing may differ.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from typing import Any

from speech.errors import SpeechError

HERE = Path(__file__).parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
LABEL = "preview: not Amazon's renderer"


class PreviewError(SpeechError):
    """Raised where nothing can be drawn here."""


@dataclass(frozen=True)
class Viewport:
    """A screen, as Alexa describes it to a document."""

    name: str
    width: int
    height: int
    shape: str = "rectangle"


HUB = Viewport("hub", 1280, 800)
SMALL = Viewport("small", 960, 480)
ROUND = Viewport("round", 480, 480, "round")


def page(directive: dict[str, Any], viewport: Viewport, theme: str, reading: int | None = None) -> str:
    """The HTML that draws a RenderDocument directive; `reading` is the place of the sentence that is being read."""
    given = {
        "document": directive["document"],
        "datasources": directive.get("datasources") or {},
        "viewport": {"width": viewport.width, "height": viewport.height, "shape": viewport.shape, "theme": theme},
        "reading": reading,
        "label": LABEL,
    }
    script = (HERE / "draw.js").read_text(encoding="utf-8")
    data = json.dumps(given).replace("<", "\\u003c")
    return (HERE / "draw.html").read_text(encoding="utf-8").replace("/*given*/", f"const given = {data};\n{script}")


@contextmanager
def painter() -> Iterator[Any]:
    """A function of a page, a viewport and a file that writes the picture. Raises PreviewError where there is no browser."""
    path = next(filter(None, map(which, BROWSERS)), None)
    if not path:
        raise PreviewError("No Chromium was found to draw with. Debian and Ubuntu: sudo .ci/browser.")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise PreviewError("Playwright is missing. Run: .venv/bin/pip install -e '.[test]'.") from None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)

        def paint(html: str, viewport: Viewport, file: Path) -> None:
            size = {"width": viewport.width, "height": viewport.height + 28}
            tab = browser.new_page(viewport=size)
            tab.set_content(html)
            tab.screenshot(path=file)
            tab.close()

        yield paint
        browser.close()

"""The phone's own voice and the browser's own ear, with stand-ins for what a browser has: nothing travels without a yes."""

import pytest

from browser import violations
from phone import DANGER, Visit, until

pytestmark = [pytest.mark.browser, pytest.mark.engine]

SPEECH = """
window.said = []; window.played = [];
Object.defineProperty(window, "speechSynthesis", {value: Object.assign(new EventTarget(), {
  getVoices: () => VOICES, cancel() {}, speak(spoken) { said.push(spoken); setTimeout(() => spoken.onend(), 50); },
})});
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
HTMLMediaElement.prototype.play = function () { played.push(this.src); setTimeout(() => this.onended(), 50); return Promise.resolve(); };
"""
HERE, ELSEWHERE = '{name: "here", lang: "en-US", localService: true}', '{name: "away", lang: "en-US", localService: false}'
EAR = """
window.ears = []; window.played = [];
window.SpeechRecognition = class {
  constructor() { this.processLocally = false; }
  start() {
    ears.push({lang: this.lang, local: this.processLocally});
    setTimeout(() => { this.onstart(); this.onresult({results: [[{transcript: "when can we have"}], [{transcript: " sex again"}]]}); }, 50);
    if (window.trouble) { setTimeout(() => { this.onerror({error: trouble}); this.onend(); }, 100); }
  }
  stop() { this.onend(); }
  abort() { this.onerror({error: "aborted"}); this.onend(); }
};
HTMLMediaElement.prototype.play = function () { played.push(this.src); setTimeout(() => this.onended(), 50); return Promise.resolve(); };
"""
ON_DEVICE = (
    'SpeechRecognition.available = async (asked) => asked.processLocally && asked.langs[0] === "en-US" ? "{}" : "unavailable";'
)


class Meeting(Visit):
    """A visit to a page in a browser with the stand-ins."""

    def __init__(self, browser, address, stands_in):
        super().__init__(browser, address, stands_in=stands_in)
        self.page.get_by_text("Settings").click()

    def choose(self, label):
        self.page.get_by_label(label).check()

    def status(self, text):
        self.page.get_by_role("status").get_by_text(text).wait_for(timeout=5_000)

    def button(self, name):
        self.page.get_by_role("button", name=name).click()


@pytest.fixture
def meet(browser, address):
    met = []

    def make(*stands_in):
        met.append(Meeting(browser, address, "\n".join(stands_in)))
        return met[-1]

    yield make
    for each in met:
        assert each.errors == []
        assert [url for url in each.asked if not url.startswith(address)] == []
        each.context.close()


def test_the_phones_own_voice_speaks_where_it_was_chosen(meet):
    met = meet(SPEECH.replace("VOICES", f"[{ELSEWHERE}, {HERE}]"))
    met.choose("My phone's own voice speaks them")
    met.ask("when can we have sex again", "as soon as 2 weeks")
    until(met.page, "said.length === 1")
    assert met.page.evaluate("[said[0].voice.name, said[0].rate, played.length]") == ["here", 1, 0]
    assert "as soon as 2 weeks" in met.page.evaluate("said[0].text")
    met.button("Slower")
    until(met.page, "said.length === 2")
    assert met.page.evaluate("said[1].rate") == 0.8


def test_it_reads_numbers_digit_by_digit(meet):
    met = meet(SPEECH.replace("VOICES", f"[{HERE}]"))
    met.choose("My phone's own voice speaks them")
    met.ask(DANGER, "Please get medical care now.")
    until(met.page, "said.length === 1")
    assert "Call 9 1 1," in met.page.evaluate("said[0].text")


@pytest.mark.parametrize("voices", ["[]", f"[{ELSEWHERE}]", '[{name: "fr", lang: "fr-FR", localService: true}]'])
def test_without_a_voice_that_stays_on_the_phone_ours_goes_on(meet, voices):
    met = meet(SPEECH.replace("VOICES", voices))
    met.page.get_by_label("My phone's own voice speaks them").click()
    met.status("no voice of its own that works without the network")
    assert met.page.get_by_label("This page speaks them").is_checked()
    met.ask("when can we have sex again", "as soon as 2 weeks")
    until(met.page, "played.length === 1")
    assert met.page.evaluate("said.length") == 0


def test_nobody_speaks_with_the_phone_unasked(meet):
    met = meet(SPEECH.replace("VOICES", f"[{HERE}]"))
    met.ask("when can we have sex again", "as soon as 2 weeks")
    until(met.page, "played.length === 1")
    assert met.page.evaluate("said.length") == 0


def test_a_browser_that_listens_on_the_device_needs_no_yes(meet):
    met = meet(EAR, ON_DEVICE.format("available"))
    met.choose("My browser listens")
    met.status("Your voice stays here.")
    met.button("Talk")
    met.page.get_by_text("as soon as 2 weeks").wait_for(timeout=10_000)
    assert met.page.evaluate("ears[0]") == {"lang": "en-US", "local": True}
    assert not [url for url in met.asked if "/api/listen" in url]
    met.button("Stop")


@pytest.mark.parametrize("available", [ON_DEVICE.format("downloadable"), ON_DEVICE.format("unavailable"), ""])
def test_a_browser_that_sends_the_voice_away_listens_only_after_a_notice_and_a_yes(meet, available):
    met = meet(EAR, available)
    met.page.get_by_label("My browser listens").click()
    notice = met.page.get_by_role("dialog")
    notice.get_by_text("would send the sound of your voice").wait_for()
    until(met.page, "played.length === 1 && played[0].endsWith('/sound/notice')")
    assert met.page.evaluate("ears.length") == 0
    assert violations(met.page) == []
    met.shot("notice")
    met.button("Yes, let my browser listen")
    met.button("Talk")
    met.page.get_by_text("as soon as 2 weeks").wait_for(timeout=10_000)
    assert met.page.evaluate("ears[0]") == {"lang": "en-US", "local": False}
    met.button("Stop")


@pytest.mark.parametrize("no", [lambda met: met.button("No, thank you"), lambda met: met.page.keyboard.press("Escape")])
def test_after_a_no_the_service_listens_as_before(meet, no):
    met = meet(EAR)
    met.page.get_by_label("My browser listens").click()
    met.page.get_by_role("dialog").wait_for()
    no(met)
    met.status("This service listens, as before.")
    assert met.page.get_by_label("This service listens").is_checked()
    assert met.page.evaluate("ears.length") == 0


def test_a_yes_is_forgotten_with_everything_else(meet):
    met = meet(EAR)
    met.page.get_by_label("My browser listens").click()
    met.button("Yes, let my browser listen")
    met.button("Hide")
    met.button("Start again")
    assert met.page.get_by_label("This service listens").is_checked()


def test_a_browser_without_an_ear_says_so(meet):
    met = meet("delete window.SpeechRecognition; delete window.webkitSpeechRecognition;")
    met.page.get_by_label("My browser listens").click()
    met.status("This browser cannot listen by itself.")
    assert met.page.get_by_label("This service listens").is_checked()


@pytest.mark.parametrize(
    ("trouble", "said"), [("not-allowed", "The microphone is not allowed."), ("service-not-allowed", "That did not work.")]
)
def test_an_ear_that_fails_says_so_and_is_never_swapped_for_one_elsewhere(meet, trouble, said):
    met = meet(EAR, ON_DEVICE.format("available"), f'window.trouble = "{trouble}";')
    met.choose("My browser listens")
    met.button("Talk")
    met.status(said)
    assert met.page.evaluate("ears.map((each) => each.local)") == [True]

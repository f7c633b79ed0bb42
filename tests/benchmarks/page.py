"""How soon the phone page speaks, in a real Chromium: from the tap for a typed question, from the last word for a spoken one.

    .venv/bin/python tests/benchmarks/page.py

The service is `gentle serve` in a process of its own, with Whisper and pyttsx3, on the same machine as the browser.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path[:0] = [str(folder) for folder in (Path(__file__).parents[2], Path(__file__).parents[1])]
from browser import chromium  # noqa: E402
from phone import Visit  # noqa: E402
from running import Running  # noqa: E402
from skill.cli.ears import ear_of  # noqa: E402
from speech.audio import Audio  # noqa: E402
from speech.piper import PiperVoice  # noqa: E402

TYPED = [
    "when can we have sex again", "how long will i bleed", "can i use tampons", "what are the signs of infection",
    "why do we have to wait", "when will my period come back", "is a fever normal", "how do i deal with the grief",
    "can i get pregnant again", "when should i see a doctor", "what is a missed miscarriage", "is cramping normal",
]  # fmt: skip
SPOKEN = "How long should we wait before having sex again after a miscarriage in the tenth week?"
TIMES = 5
AHEAD = 45.0
"""Seconds for the service to render the likely answers ahead."""
WATCH = """
window.times = {};
const play = HTMLMediaElement.prototype.play, get = window.fetch;
addEventListener("click", (event) => { times.tap = performance.timeOrigin + event.timeStamp; }, true);
HTMLMediaElement.prototype.play = function () {
  this.addEventListener("playing", () => { times.sound = Date.now(); }, { once: true });
  return play.call(this);
};
window.fetch = async (url, how) => {
  const name = String(url).split("/").pop();
  times[name + " sent"] = Date.now();
  const answer = await get(url, how);
  times[name + " answered"] = Date.now();
  return answer;
};
"""


def times(page, tap) -> dict[str, float]:
    """The moments of one question, in milliseconds."""
    page.evaluate("window.times = {}; 0")
    tap()
    for _ in range(400):
        found = page.evaluate("times")
        if "sound" in found:
            return found
        page.wait_for_timeout(50)
    sys.exit("no sound came")


def typed(browser, address: str) -> list[float]:
    """Tap to first sound for each question, the first of a conversation or a later one."""
    visit, found = Visit(browser, address, stands_in=WATCH), []
    for question in TYPED:
        visit.page.get_by_label("Type your question").fill(question)
        moments = times(visit.page, visit.page.get_by_role("button", name="Ask", exact=True).click)
        found.append(moments["sound"] - moments["tap"])
    visit.context.close()
    return found


def spoken(address: str, path: Path, sound: Audio) -> list[dict[str, float]]:
    """The spoken question, through the microphone of a browser."""
    path.write_bytes((Audio.silence(1_500) + sound + Audio.silence(8_000)).to_wav())
    flags = (
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        f"--use-file-for-fake-audio-capture={path}%noloop",
    )
    rows = []
    for _ in range(TIMES):
        with chromium(*flags) as browser:
            visit = Visit(browser, address, stands_in=WATCH, permissions=["microphone"])
            rows.append(times(visit.page, visit.page.get_by_role("button", name="Talk").click))
    return rows


def recognition(sound: Audio) -> list[float]:
    """Milliseconds of recognition alone, of the question and the two seconds of silence that end it."""
    ear, whole, found = ear_of("whisper"), sound + Audio.silence(2_000), []
    for _ in range(TIMES + 1):
        started = time.perf_counter()
        ear.hear(whole)
        found.append(1000 * (time.perf_counter() - started))
    return found[1:]  # the first loads


def main() -> None:
    sound = PiperVoice().speak(f"<speak>{SPOKEN}</speak>")
    rows = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, options in (("never spoken before", ["--lazy"]), ("rendered ahead", [])):
            service = Running(folder, *options, deaf=False)
            address = f"http://127.0.0.1:{service.port}/"
            time.sleep(0 if options else AHEAD)
            with chromium() as browser:
                rows[f"typed, tap to first sound, answers {name}"] = typed(browser, address)
                if options:
                    rows["typed, the same answers again"] = typed(browser, address)
            if options:
                service.stop()
        moments = spoken(address, Path(folder) / "question.wav", sound)
        service.stop()
    rows["spoken, end of recording to first sound"] = after = [row["sound"] - row["listen sent"] for row in moments]
    rows["  of it recognition in the service"] = [row["listen answered"] - row["listen sent"] for row in moments]
    rows["recognition alone, of the same sound"] = alone = recognition(sound)
    print(f"{'what':58} median ms  worst ms")
    for name, found in rows.items():
        print(f"{name:58} {statistics.median(found):9.0f} {max(found):9.0f}")
    multiple = statistics.median(after) / statistics.median(alone)
    print(f"The question is {sound.seconds:.1f} s long; to first sound {multiple:.2f} times the recognition alone.")


if __name__ == "__main__":
    main()

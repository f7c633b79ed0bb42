"""The service under load, beside a bare flask-ask-sdk hello-world: same machine, same run, same server, same signed requests.

.venv/bin/python tests/benchmarks/service.py
"""

import http.client
import json
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

sys.path[:0] = [str(folder) for folder in (Path(__file__).parents[2], Path(__file__).parents[1])]
import amazon  # noqa: E402
import fixtures  # noqa: E402

SECONDS, ROUNDS = 6.0, 7
"""How long a load lasts, and how often the two take turns, as a machine's speed drifts."""
HELLO = """
from ask_sdk_core.skill_builder import SkillBuilder
builder = SkillBuilder()
builder.skill_id = {skill!r}
@builder.request_handler(lambda handler_input: True)
def hello(handler_input):
    return handler_input.response_builder.speak("Hello.").response
from flask import Flask
from skill.web.amazon import _without_certvalidator
with _without_certvalidator():
    from flask_ask_sdk.skill_adapter import SkillAdapter
app = Flask("hello")
app.config.update(ASK_SDK_VERIFY_SIGNATURE=False, ASK_SDK_VERIFY_TIMESTAMP=False)
adapter = SkillAdapter(builder.create(), "hello", app=app)
app.add_url_rule("/alexa", view_func=adapter.dispatch_request, methods=["POST"])
"""
OURS = """
from skill.understanding import default
from skill.web.app import Parts, create_app
from skill.web.sound import Sounds
from skill.web.verify import Verifier
from speech.voice import SilentVoice
roots, chain = open({roots!r}, "rb").read(), open({chain!r}, "rb").read()
verifier = Verifier({skill!r}, roots, lambda address: chain)
app = create_app(Parts(default(), Sounds(SilentVoice()), None, verifier, {skill!r}, asking="10000000/minute"))
"""
RUN = """
from cheroot.wsgi import Server
server = Server(("127.0.0.1", {port}), app, numthreads=8, request_queue_size=200)
server.start()
"""


class Service:
    """One server in a process of its own."""

    def __init__(self, code: str, **names: object):
        self.port = fixtures.free_port()
        self.process = subprocess.Popen([sys.executable, "-c", (code + RUN).format(port=self.port, **names)])
        for _ in range(200):
            try:
                http.client.HTTPConnection("127.0.0.1", self.port, timeout=1).connect()
                return
            except OSError:
                time.sleep(0.1)
        raise SystemExit("the server does not start")

    def load(
        self, path: str, clients: int, requests: list[tuple[bytes, dict]], pause: float = 0.0
    ) -> tuple[float, float, float, int]:
        """Requests a second, median and 99th percentile in milliseconds, and answers other than 200.

        Each client asks again as soon as it is answered, or after a `pause` of so many seconds, as people do.
        """
        times, wrong, end = [], [], time.perf_counter() + SECONDS
        lock = threading.Lock()

        def client(number: int) -> None:
            connection, own, place = http.client.HTTPConnection("127.0.0.1", self.port), [], number
            time.sleep(pause * number / clients)
            while time.perf_counter() < end:
                body, headers = requests[place % len(requests)]
                started = time.perf_counter()
                connection.request("POST", path, body, headers)
                answer = connection.getresponse()
                answer.read()
                own.append(time.perf_counter() - started)
                if answer.status != 200:
                    wrong.append(answer.status)
                place += clients
                time.sleep(pause)
            with lock:
                times.extend(own)

        with ThreadPoolExecutor(clients) as pool:
            list(pool.map(client, range(clients)))
        cuts = statistics.quantiles(times, n=100)
        return len(times) / SECONDS, 1000 * statistics.median(times), 1000 * cuts[98], len(wrong)


def middle_of(loads: Iterable[tuple[float, float, float, int]]) -> tuple[float, ...]:
    """The median of each figure over the rounds."""
    return tuple(statistics.median(figures) for figures in zip(*loads, strict=True))


def main() -> None:
    folder = Path("build/service")
    folder.mkdir(parents=True, exist_ok=True)
    made = amazon.Amazon()
    now = datetime.now(UTC)
    leaf = made.make_leaf(start=now - amazon.DAY, end=now + amazon.DAY)
    middle = amazon.certificate(
        "middle", made.middle_key, made.root, made.root_key, ca=True, start=now - amazon.DAY, end=now + amazon.DAY
    )
    root = amazon.certificate("root", made.root_key, ca=True, start=now - amazon.DAY, end=now + amazon.DAY)
    (folder / "roots.pem").write_bytes(amazon.pem(root))
    (folder / "chain.pem").write_bytes(amazon.pem(leaf, middle, root))
    body = amazon.body(at=now)
    signed = {"SignatureCertChainUrl": amazon.ADDRESS, "Signature-256": made.sign(body), "Content-Type": "application/json"}
    questions = [q.text for q in __import__("skill.scorecard.questions", fromlist=["read"]).read() if q.group == "in scope"]
    asks = [(json.dumps({"question": text}).encode(), {"Content-Type": "application/json"}) for text in questions]

    hello = Service(HELLO, skill=amazon.SKILL)
    ours = Service(OURS, skill=amazon.SKILL, roots=str(folder / "roots.pem"), chain=str(folder / "chain.pem"))
    pairs = [[service.load("/alexa", 8, [(body, signed)]) for service in (hello, ours)] for _ in range(ROUNDS)]
    theirs, mine = (middle_of(loads) for loads in zip(*pairs, strict=True))
    rows = [("hello-world, unverified", *theirs), ("ours, /alexa signed and verified", *mine)]
    rows.append(("ours, /api/ask, 1 client", *ours.load("/api/ask", 1, asks)))
    rows.append(("ours, /api/ask, 50 clients, a second apart", *ours.load("/api/ask", 50, asks, pause=1.0)))
    rows.append(("ours, /api/ask, 50 clients without a pause", *ours.load("/api/ask", 50, asks)))
    for service in (hello, ours):
        service.process.terminate()
        service.process.wait()
    print(f"{'what':44} requests/s   p50 ms   p99 ms   not 200")
    for name, rate, median, worst, wrong in rows:
        print(f"{name:44} {rate:10.0f} {median:8.1f} {worst:8.1f} {wrong:9}")
    ratios = sorted(mine[0] / theirs[0] for theirs, mine in pairs)
    print(f"ratio of ours to the hello-world, round by round: {' '.join(f'{ratio:.2f}' for ratio in ratios)}")
    print(f"median: {statistics.median(ratios):.2f}")


if __name__ == "__main__":
    main()

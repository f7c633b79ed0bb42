"""Turns a second: our device beside virtual-alexa (npm), the same dialogues, the same machine, the same run.

    .venv/bin/python tests/benchmarks/turns.py          needs node and npm, see .ci/node

Our device is measured twice: calling the skill, and through the same HTTP server as virtual-alexa. Set
OMP_NUM_THREADS=1 and run under `taskset -c 0` for one core.
"""

import json
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import interaction_models
from skill.alexa.lambda_function import handler
from skill.cli import stage
from skill.cli.rehearse import DIALOGUES
from speech.device import Device
from speech.rehearse import find

ROOT = Path(__file__).parents[2]
MODEL = Path(interaction_models.__file__).parent / "en-US.json"
SCRIPT = Path(__file__).parent / "virtual_alexa.mjs"


class Door(BaseHTTPRequestHandler):
    """The skill over HTTP, and nothing else."""

    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        answer = json.dumps(handler(body, None)).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


def ours(scripts: list[list[str | None]], make) -> tuple[int, float]:
    """Turns played, and seconds."""
    started, turns = time.perf_counter(), 0
    for script in scripts:
        device = make()
        for text in script:
            device.open() if text is None else device.say(text)
            turns += 1
    return turns, time.perf_counter() - started


def theirs(scripts: list[list[str | None]], url: str) -> dict:
    """What the node script prints."""
    subprocess.run([ROOT / ".ci" / "node"], check=True)
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(scripts, file)
        file.flush()
        done = subprocess.run(
            ["node", str(SCRIPT), url, str(MODEL), file.name], cwd=ROOT / "build" / "npm", capture_output=True, text=True
        )
    if done.returncode:
        sys.exit(done.stderr)
    return json.loads(done.stdout.splitlines()[-1])


def main() -> None:
    dialogues = [dialogue for _, dialogue in find([DIALOGUES]) if dialogue.locale == "en-US"]
    scripts = [[None if turn.open else turn.say for turn in d.turns if turn.open or turn.say] for d in dialogues]
    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}/"

    def over_http(envelope):
        request = urllib.request.Request(url, json.dumps(envelope).encode(), {"Content-Type": "application/json"})
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    ours(scripts[:3], stage.device)  # to warm up
    rows = [("our device", *ours(scripts, stage.device), 0)]
    rows.append(("our device over HTTP", *ours(scripts, lambda: Device(over_http, stage.matcher())), 0))
    found = theirs(scripts, url)
    rows.append(("virtual-alexa 0.7.8 over HTTP", found["turns"], found["seconds"], found["refused"]))
    print(f"{'who':32} turns  refused  seconds  turns/s")
    for name, turns, seconds, refused in rows:
        print(f"{name:32} {turns:5}  {refused:7}  {seconds:7.2f}  {turns / seconds:7.0f}")
    server.shutdown()


if __name__ == "__main__":
    main()

"""The service as it is run: a process of its own, that leaves nothing behind and ends calmly."""

import json
import os
import signal
import socket
import ssl
import subprocess
import sys
import time
import urllib.request

import pytest

from fixtures import free_port
from running import Running

pytestmark = pytest.mark.slow

CANARY = "canary four seven one one i am soaking a pad every hour"


def test_a_full_run_leaves_no_trace_of_what_was_asked(tmp_path):
    running = Running(tmp_path, "--unverified")
    answer = running.ask(CANARY)
    assert answer["urgent"]
    running.get(answer["audio"])
    running.ask("canary what a question", answer["state"])
    running.post("/", b"question=canary+pads&state=%7B%7D")
    for path, data in (
        ("/api/listen", b"canary"),
        ("/api/ask", b'{"canary": 1}'),
        ("/canary", b""),
    ):
        with pytest.raises(OSError, match="HTTP Error"):
            running.post(path, data)
    running.post("/alexa", b'{"canary": 1}')
    said = running.stop()
    assert running.process.returncode == 0
    for trace in ("canary", "urgent", "pad", "127.0.0.1 -", "topic"):
        assert trace not in said.replace(f"http://127.0.0.1:{running.port}/", "")
    for path in tmp_path.rglob("*"):
        assert not path.is_file() or b"canary" not in path.read_bytes(), path


def test_killing_one_copy_loses_no_conversation(tmp_path):
    one, other = Running(tmp_path), Running(tmp_path)
    first = one.ask("when can we have sex again", one.ask(None)["state"])
    one.stop(signal.SIGKILL)
    then = other.ask("and after a d and c", first["state"])
    assert then["topic"] == "sex_timing_procedure"
    assert "Stopping" in other.stop()


def test_over_https_with_a_certificate_made_once(tmp_path):
    running = None
    try:
        code = "import sys; from skill.cli import main; sys.exit(main())"
        port = free_port()
        environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path), "HOME": str(tmp_path)}
        command = [sys.executable, "-c", code, "serve", "--https", "--no-ear", "--port", str(port)]
        running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment)
        certificate = tmp_path / "gentle-recovery" / "https" / "certificate.pem"
        for _ in range(150):
            try:
                trusted = ssl.create_default_context(cafile=str(certificate))
                with urllib.request.urlopen(f"https://localhost:{port}/healthz", context=trusted, timeout=5) as answer:
                    assert json.load(answer) == {"alive": True}
                break
            except (OSError, ssl.SSLError):
                time.sleep(0.1)
        else:
            raise AssertionError("it never answered")
        assert (certificate.parent / "key.pem").stat().st_mode & 0o077 == 0
    finally:
        if running:
            running.send_signal(signal.SIGTERM)
            said = running.communicate(timeout=30)[0].decode()
    assert "To trust it" in said


WRONG = {
    "unverified for the whole network": (["--unverified", "--host", "0.0.0.0"], "this machine only"),
    "unverified and verified": (["--unverified", "--skill-id", "amzn1.ask.skill.x"], "exclude each other"),
    "a port that is taken": (["--port", "1"], "Choose another with --port"),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_cannot_be_served_is_one_line(what):
    options, expected = WRONG[what]
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        options = ["--port", str(taken.getsockname()[1])] if what.startswith("a port") else options
        code = "import sys; from skill.cli import main; sys.exit(main())"
        done = subprocess.run(
            [sys.executable, "-c", code, "serve", "--no-ear", *options], capture_output=True, text=True, timeout=30
        )
    assert done.returncode == 2 and expected in done.stderr and "Traceback" not in done.stderr

"""`gentle serve` in a process of its own, for tests from outside."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request

from fixtures import free_port


class Running:
    """The service on a free port, with its temporary files in one folder; deaf, unless told otherwise."""

    def __init__(self, folder, *options, deaf=True):
        self.port, self.folder = free_port(), folder
        environment = {**os.environ, "TMPDIR": str(folder), "HOME": str(folder), "XDG_DATA_HOME": str(folder)}
        code = "import sys; from skill.cli import main; sys.exit(main())"
        command = [sys.executable, "-c", code, "serve", "--port", str(self.port), *["--no-ear"] * deaf, *options]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment)
        self.wait()

    def wait(self):
        for _ in range(300):
            try:
                return self.get("/healthz")
            except OSError:
                time.sleep(0.1)
        raise AssertionError(self.stop())

    def get(self, path):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10) as answer:
            return answer.read()

    def post(self, path, data):
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", data)
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.read()

    def ask(self, question, state=None):
        return json.loads(self.post("/api/ask", json.dumps({"question": question, "state": state or {}}).encode()))

    def stop(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        return self.process.communicate(timeout=30)[0].decode()

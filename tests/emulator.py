"""Lambda without AWS: a package run by Amazon's own emulator and runtime client, one instance, with nothing else to import.

`SAM` is the environment that `make lambda` sets up; aws-sam-cli carries the emulator, a program for Linux.
"""

import json
import os
import platform
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import closing
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
SAM = Path(os.environ.get("GENTLE_SAM", ROOT / ".venv" / "sam"))
SKILL_ID = "amzn1.ask.skill.virtual"
RUNTIME = ("awslambdaric", "runtime_client*", "simplejson", "snapshot_restore_py*")
LONGEST = 30


def site() -> Path:
    """Where the SAM environment keeps its packages."""
    return next(SAM.glob("lib/python3.*/site-packages"))


def runtime(folder: Path) -> Path:
    """A folder with Amazon's runtime client and nothing else: what stands in /var/runtime on Lambda."""
    for pattern in RUNTIME:
        for path in site().glob(pattern):
            if path.is_dir() and not path.name.endswith(".dist-info"):
                shutil.copytree(path, folder / path.name)
            elif path.is_file():
                shutil.copy(path, folder)
    return folder


class Emulator:
    """One instance of a function. It starts with the first request, as on Lambda."""

    def __init__(self, package: Path, client: Path, handler: str, log: Path):
        self.package, self.client, self.handler, self.log = package, client, handler, log

    def __enter__(self) -> "Emulator":
        kind = "arm64" if platform.machine() == "aarch64" else "x86_64"
        door, api = _free_port(), _free_port()
        self.url = f"http://127.0.0.1:{door}/2015-03-31/functions/function/invocations"
        command = [
            str(site() / "samcli" / "local" / "rapid" / f"aws-lambda-rie-{kind}"),
            "--runtime-interface-emulator-address", f"127.0.0.1:{door}", "--runtime-api-address", f"127.0.0.1:{api}",
            sys.executable, "-S", "-m", "awslambdaric", self.handler,
        ]  # fmt: skip
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                command, cwd=self.package, env=self._environment(), stdout=log, stderr=log, stdin=subprocess.DEVNULL
            )
        _wait_for(door)
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def send(self, envelope: Any) -> tuple[Any, float]:
        """The answer, and seconds."""
        body = json.dumps(envelope).encode()
        started = time.perf_counter()
        with urllib.request.urlopen(urllib.request.Request(self.url, body), timeout=LONGEST) as answer:
            text = answer.read()
        return json.loads(text), time.perf_counter() - started

    def megabytes(self) -> float:
        """The most memory that the function has used so far."""
        status = Path(f"/proc/{self._runtime_id()}/status").read_text()
        return int(status.split("VmHWM:")[1].split()[0]) / 1000

    def processor(self) -> float:
        """Seconds that the function has had of a core so far: what a cold start costs, however busy the machine is."""
        threads = Path(f"/proc/{self._runtime_id()}/task").glob("*/schedstat")
        return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9

    def _runtime_id(self) -> int:
        threads = Path(f"/proc/{self.process.pid}/task").glob("*/children")
        return int(" ".join(thread.read_text() for thread in threads).split()[0])

    def _environment(self) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": f"{self.package}{os.pathsep}{self.client}",
            "PYTHONDONTWRITEBYTECODE": "1",  # Lambda's disk is read-only
            "LAMBDA_TASK_ROOT": str(self.package),
            "AWS_LAMBDA_FUNCTION_TIMEOUT": "30",
            "SKILL_ID": SKILL_ID,
        }


def _free_port() -> int:
    with closing(socket.socket()) as place:
        place.bind(("127.0.0.1", 0))
        return place.getsockname()[1]


def _wait_for(port: int) -> None:
    until = time.monotonic() + LONGEST
    while time.monotonic() < until:
        with closing(socket.socket()) as place:
            if place.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise TimeoutError("the emulator did not start")

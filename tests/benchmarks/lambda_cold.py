"""Lambda without AWS: cold and warm times, memory, and ten thousand mixed requests, beside a hello-world, in one run.

    make lambda && .venv/bin/python tests/benchmarks/lambda_cold.py [--rounds 15] [--requests 10000]

A cold start is from the request to the answer, with the start of Python in between, on a disk that has been read before.
The rounds alternate between the rows, so that a busy minute meets all of them; "core" is the time that the function had of
a core until its first answer, which a busy machine changes least; "second" is the answer to the second request. Set GENTLE_SAM to another SAM environment.
"""

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parent)]

from crowd import Crowd, problem  # noqa: E402
from emulator import SKILL_ID, Emulator, runtime  # noqa: E402
from skill.aws.build import build, compile_all, install, needed, this_machine  # noqa: E402
from speech.envelope import Session, Slot  # noqa: E402

HANDLER = "skill.alexa.lambda_function.handler"
EAGER = 'from skill.alexa.lambda_function import handler, understand\n\nunderstand("grief")\n'
QUESTION = "is it normal to feel so sad after the loss"
SLOW = 1.0
"""Seconds within which every answer must come."""


def launch() -> Any:
    return Session(application=SKILL_ID).launch()


def question() -> Any:
    """Of these words the linear model is not sure, so the encoder is loaded too."""
    return Session(application=SKILL_ID).intent("QuestionIntent", [Slot("question", QUESTION, type="AMAZON.SearchQuery")])


@dataclass
class Row:
    """One thing measured: a package, its handler, and the first request."""

    name: str
    package: str
    handler: str
    first: Callable[[], Any]
    second: Callable[[], Any] = launch
    cold: list[float] = field(default_factory=list)
    core: list[float] = field(default_factory=list)
    then: list[float] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)
    memory: float = 0

    def measure(self, place: Path) -> None:
        """One instance: the first request, the second, and thirty like it."""
        with Emulator(place / self.package, place / "client", self.handler, place / "log") as instance:
            self.cold.append(instance.send(self.first())[1])
            self.core.append(instance.processor())
            self.then.append(instance.send(self.second())[1])
            self.warm += [instance.send(self.second())[1] for _ in range(30)]
            self.memory = max(self.memory, instance.megabytes())

    def __str__(self) -> str:
        cold, core, then, warm = (1000 * statistics.median(each) for each in (self.cold, self.core, self.then, self.warm))
        least, most = 1000 * min(self.cold), 1000 * max(self.cold)
        return f"{self.name:42}{cold:7.0f}{least:7.0f}{most:7.0f}{core:7.0f}{then:8.0f}{warm:7.1f}{self.memory:8.0f}"


def beside(one: Row, other: Row) -> str:
    """How many times as long a cold start is, in time and in time of a core."""
    times = (
        statistics.median(one.cold) / statistics.median(other.cold),
        statistics.median(one.core) / statistics.median(other.core),
    )
    return f"{times[0]:.2f} times as long, {times[1]:.2f} times the core"


def rows() -> list[Row]:
    return [
        Row("hello-world of ask-sdk-core: launch", "hello", "hello_world.handler", launch),
        Row("ours: launch", "ours", HANDLER, launch),
        Row("ours: a question first", "ours", HANDLER, question, question),
        Row("ours: launch, then a question", "ours", HANDLER, launch, question),
        Row("not done: the model loaded at the start", "ours", "eager.handler", launch, question),
        Row("not done: content from YAML", "yaml", HANDLER, launch),
        Row("not done: hello-world without bytecode", "plain_hello", "hello_world.handler", launch),
        Row("not done: ours without bytecode", "plain", HANDLER, launch),
    ]


def prepare(place: Path) -> None:
    """The packages that the rows name, for this machine."""
    (place / "client").mkdir()
    runtime(place / "client")
    machine = this_machine()
    install(place / "hello", [line for line in needed() if line.startswith("ask-sdk-core")], machine)
    shutil.copy(HERE / "hello_world.py", place / "hello")
    compile_all(place / "hello")
    build(place / "ours", machine)
    (place / "ours" / "eager.py").write_text(EAGER)
    shutil.copytree(place / "ours", place / "yaml")
    (place / "yaml" / "skill" / "content" / "compiled.json").unlink()
    for name, plain in (("hello", "plain_hello"), ("ours", "plain")):
        shutil.copytree(place / name, place / plain, ignore=shutil.ignore_patterns("__pycache__"))


def crowd(place: Path, requests: int) -> None:
    """Sends the crowd's requests to one instance, and prints what came of it."""
    people, times, wrong, kinds, slow = Crowd(application=SKILL_ID), [], Counter(), Counter(), Counter()
    with Emulator(place / "ours", place / "client", HANDLER, place / "log") as instance:
        started = time.perf_counter()
        for _ in range(requests):
            kind, request = people.request()
            answer, seconds = instance.send(request)
            kinds[kind] += 1
            times.append(seconds)
            slow.update([kind] * (seconds > SLOW))
            wrong.update(filter(None, [problem(kind, answer)]))
            people.heard(answer)
        spent, memory = time.perf_counter() - started, instance.megabytes()
    p50, p99 = (1000 * statistics.quantiles(times, n=100)[at - 1] for at in (50, 99))
    print(f"\n{requests} mixed requests in {spent:.0f} s: {', '.join(f'{n} {kind}' for kind, n in kinds.most_common())}")
    print(f"errors {wrong.total()}, slower than {SLOW:.0f} s {slow.total()} {dict(slow) or ''}")
    print(f"p50 {p50:.1f} ms, p99 {p99:.1f} ms, slowest {1000 * max(times):.0f} ms, memory {memory:.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--requests", type=int, default=10_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place, measured = Path(folder), rows()
        prepare(place)
        for turn in range(options.rounds + 1):
            for row in measured:
                row.measure(place)
                if turn == 0:  # reads the disk
                    row.cold, row.core, row.then, row.warm = [], [], [], []
        print(
            f"{'milliseconds, megabytes':42}{'cold':>7}{'least':>7}{'most':>7}{'core':>7}{'second':>8}{'warm':>7}{'memory':>8}"
        )
        print(*measured, sep="\n")
        hello, ours, *_, plain_hello, plain = measured
        print(f"\na launch beside hello-world: {beside(ours, hello)}; both without bytecode: {beside(plain, plain_hello)}")
        crowd(place, options.requests)


if __name__ == "__main__":
    main()

"""Is there a known vulnerability in what we install at run time? `make audit` asks the registry's advisories.

Every package that `pip install 'gentle-recovery[ear,piper]'` brings, in the version that is installed here. Exit status:
0 none is known, or the advisories cannot be reached (and it says so); 1 there is one.
"""

import json
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

OURS = Requirement("gentle-recovery[ear,piper]")
CONTROL = ("django", "2.0.0")
"""A version with many known vulnerabilities, that we do not install: where none is found in it, the advisories are not there."""
LIST = Path("build/audit.txt")


def installed(wanted: Requirement, found: dict[str, str]) -> dict[str, str]:
    """The packages that a requirement brings, with their versions, itself included."""
    try:
        package = distribution(wanted.name)
    except PackageNotFoundError:
        return found  # for another system or Python
    if found.get(package.name) and not wanted.extras:
        return found
    found[package.name] = package.version
    for line in package.requires or ():
        needed = Requirement(line)
        if needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in ("", *wanted.extras)):
            installed(needed, found)
    return found


def audited(packages: dict[str, str]) -> list[dict]:
    """What pip-audit found, a row a package; none where it got no answer."""
    LIST.parent.mkdir(exist_ok=True)
    LIST.write_text("".join(f"{name}=={version}\n" for name, version in sorted(packages.items())))
    audit = [sys.executable, "-m", "pip_audit", "--disable-pip", "--no-deps", "--progress-spinner=off", "--format=json"]
    done = subprocess.run([*audit, "--requirement", str(LIST)], capture_output=True, text=True)
    return json.loads(done.stdout)["dependencies"] if done.stdout.strip() else []


def lines(row: dict) -> list[str]:
    """The vulnerabilities of one package, a line each."""
    return [
        f"{row['name']} {row['version']}: {each['id']}, mended in {', '.join(each['fix_versions']) or 'no version yet'}"
        for each in row.get("vulns", ())
    ]


def verdict(rows: list[dict]) -> tuple[int, str]:
    """The exit status, and what to say."""
    if not any(row["name"] == CONTROL[0] and lines(row) for row in rows):
        return 0, "The advisories cannot be reached from here, so nothing was audited. Run `make audit` where they can."
    ours = [row for row in rows if row["name"] != CONTROL[0]]
    skipped = [f"not audited: {row['name']} ({row['skip_reason']})" for row in ours if "skip_reason" in row]
    found = [line for row in ours for line in lines(row)]
    end = f"{len(found)} known vulnerabilities in the {len(ours)} packages that we install."
    return int(bool(found)), "\n".join([*skipped, *found, end])


def main() -> int:
    packages = installed(OURS, {})
    del packages[OURS.name]
    status, said = verdict(audited(packages | {CONTROL[0]: CONTROL[1]}))
    print(said)
    return status


if __name__ == "__main__":
    sys.exit(main())

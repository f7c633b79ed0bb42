"""Build the package for AWS Lambda: build/lambda/package.zip, and template.yaml beside it.

python -m skill.aws          for Lambda on arm64, with this version of Python
"""

import argparse
import shutil
import sys
from pathlib import Path

from skill.aws.archive import LARGEST, LARGEST_UNPACKED, archive, unpacked
from skill.aws.build import BuildError, build
from skill.errors import GentleError

TEMPLATE = Path(__file__).parent / "template.yaml"
RUNTIMES = ("python3.11", "python3.12", "python3.13", "python3.14")
"""Lambda's, as far as we support them."""


def main() -> int:
    """Exit status: 0 well, 2 it could not be built."""
    parser = argparse.ArgumentParser(prog="python -m skill.aws", description=__doc__.split("\n")[0])
    parser.add_argument("--out", type=Path, default=Path("build/lambda"), help="default: build/lambda")
    options = parser.parse_args()
    try:
        package(options.out)
    except GentleError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def package(out: Path) -> None:
    """Package and template in a folder. Raises BuildError where they cannot be had, or are too large."""
    runtime = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    if runtime not in RUNTIMES:
        raise BuildError(f"Lambda has no {runtime}. Choose one: make lambda PYTHON=python3.13, after make clean.")
    folder, target = out / "package", out / "package.zip"
    build(folder)
    archive(folder, target)
    template = TEMPLATE.read_text(encoding="utf-8")
    (out / "template.yaml").write_text(template.replace("python3.11", runtime), encoding="utf-8")
    packed, plain = target.stat().st_size, unpacked(folder)
    shutil.rmtree(folder)
    if packed > LARGEST or plain > LARGEST_UNPACKED:
        raise BuildError(
            f"The package is too large for Lambda: {_mb(packed)} of 50, {_mb(plain)} unpacked of 250. Leave something out."
        )
    print(f"{target}: {_mb(packed)} of 50 MB, {_mb(plain)} unpacked, {runtime} on arm64")


def _mb(size: int) -> str:
    return f"{size / 1e6:.1f} MB"


if __name__ == "__main__":
    sys.exit(main())

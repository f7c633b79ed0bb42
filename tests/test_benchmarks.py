"""Every benchmark can at least be started as the README starts it."""

import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "benchmarks"
READ = "import runpy, sys; sys.path[0] = sys.argv[1]; runpy.run_path(sys.argv[2], run_name='read')"


@pytest.mark.slow
@pytest.mark.parametrize("script", sorted(FOLDER.glob("*.py")), ids=lambda path: path.stem)
def test_what_a_benchmark_imports_is_there(script):
    done = subprocess.run([sys.executable, "-c", READ, str(FOLDER), str(script)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr

"""Write the interaction models from the words, or check that they are written.

python -m interaction_models            write interaction_models/en-US.json
python -m interaction_models --check    exit 1 if it is not what the words say, or breaks one of Alexa's limits
"""

import argparse
import json
import sys
from pathlib import Path

from interaction_models.generate import text
from interaction_models.limits import problems
from skill.content.ways import load_ways
from skill.errors import GentleError

FILE = Path(__file__).parent / "en-US.json"


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0 well, 1 stale or over a limit, 2 a broken content file."""
    parser = argparse.ArgumentParser(prog="python -m interaction_models", description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail if the committed model is stale")
    options = parser.parse_args(arguments)
    try:
        written = text(load_ways())
    except GentleError as error:
        print(error, file=sys.stderr)
        return 2
    found = list(problems(json.loads(written)))
    for problem in found:
        print(f"{FILE.name}: {problem}", file=sys.stderr)
    if options.check and (not FILE.exists() or FILE.read_text(encoding="utf-8") != written):
        print(f"{FILE.name} is not what the words say now. Run: make model", file=sys.stderr)
        return 1
    if not options.check and not found:
        FILE.write_text(written, encoding="utf-8")
        print(
            f"{FILE.name}: {written.count(chr(10))} lines, {len(json.loads(written)['interactionModel']['languageModel']['intents'])} intents"
        )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

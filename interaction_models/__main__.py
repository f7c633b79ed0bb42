"""Write the interaction models from the words, or check that they are written.

python -m interaction_models            write interaction_models/<locale>.json for every locale
python -m interaction_models --check    exit 1 if one is not what the words say, or breaks one of Alexa's limits
"""

import argparse
import json
import sys
from pathlib import Path

from interaction_models.generate import text
from interaction_models.limits import problems
from skill.content import HERE, LOCALES, locales
from skill.content.ways import load_ways
from skill.errors import GentleError

FOLDER = Path(__file__).parent


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0 well, 1 stale or over a limit, 2 a broken content file."""
    parser = argparse.ArgumentParser(prog="python -m interaction_models", description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a committed model is stale")
    options = parser.parse_args(arguments)
    try:
        return max(_one(locale, options.check) for locale in LOCALES)
    except GentleError as error:
        print(error, file=sys.stderr)
        return 2


def _one(locale: str, check: bool) -> int:
    file, written = FOLDER / f"{locale}.json", text(load_ways(), locales.read(locale, HERE).asks)
    model = json.loads(written)
    found = list(problems(model))
    for problem in found:
        print(f"{file.name}: {problem}", file=sys.stderr)
    if found:
        return 1
    if check and (not file.exists() or file.read_text(encoding="utf-8") != written):
        print(f"{file.name} is not what the words say now. Run: make model", file=sys.stderr)
        return 1
    if not check:
        file.write_text(written, encoding="utf-8")
        intents = model["interactionModel"]["languageModel"]["intents"]
        print(f"{file.name}: {len(intents)} intents, {sum(len(intent['samples']) for intent in intents)} samples")
    return 0


if __name__ == "__main__":
    sys.exit(main())

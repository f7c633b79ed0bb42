"""Train the classifier, or check that it belongs to the utterances as they are.

python -m skill.understanding            train (needs the `train` extra), write skill/understanding/model.npz
python -m skill.understanding --check    exit 1 if the utterances have changed since it was trained
"""

import argparse
import sys

from skill.content.ways import load_ways
from skill.errors import GentleError
from skill.understanding.classifier import load
from skill.understanding.examples import examples, fingerprint


def main() -> int:
    """Exit status: 0 well, 1 stale, 2 something is broken or missing."""
    parser = argparse.ArgumentParser(prog="python -m skill.understanding", description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true", help="train nothing; fail if the model is stale")
    options = parser.parse_args()
    try:
        if options.check:
            return _check()
        from skill.understanding.train import train

        print("training on the utterances, about a minute ...", file=sys.stderr)
        path = train()
        print(f"{path.name}: {path.stat().st_size // 1024} kB, {len(examples(load_ways()))} examples")
    except GentleError as error:
        print(error, file=sys.stderr)
        return 2
    except ModuleNotFoundError as error:
        print(f"Training needs {error.name}. Run: make model.", file=sys.stderr)
        return 2
    return 0


def _check() -> int:
    if load().fingerprint == fingerprint(examples(load_ways())):
        return 0
    print("The utterances have changed since the model was trained. Run: make model.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())

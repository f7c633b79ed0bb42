"""Train the understanding, or check that it belongs to the utterances as they are.

python -m skill.understanding            train both models (needs the `train` extra; about a quarter of an hour)
python -m skill.understanding --check    exit 1 if the utterances have changed since they were trained
"""

import argparse
import sys

from skill.content.ways import load_ways
from skill.errors import GentleError
from skill.understanding import classifier, encoder
from skill.understanding.examples import examples, fingerprint


def main() -> int:
    """Exit status: 0 well, 1 stale, 2 something is broken or missing."""
    parser = argparse.ArgumentParser(prog="python -m skill.understanding", description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true", help="train nothing; fail if a model is stale")
    options = parser.parse_args()
    try:
        return _check() if options.check else _train()
    except GentleError as error:
        print(error, file=sys.stderr)
        return 2
    except ModuleNotFoundError as error:
        print(f"Training needs {error.name}. Run: make model.", file=sys.stderr)
        return 2


def _train() -> int:
    from skill.understanding.finetune import finetune
    from skill.understanding.train import train

    print("the linear model, about a minute ...", file=sys.stderr)
    print(f"{train().name} written from {len(examples(load_ways()))} utterances")
    print("the encoder, about a quarter of an hour on two cores ...", file=sys.stderr)
    path = finetune()
    print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")
    return 0


def _check() -> int:
    wanted = fingerprint(examples(load_ways()))
    if classifier.load().fingerprint == encoder.load().fingerprint == wanted:
        return 0
    print("The utterances have changed since the models were trained. Run: make model.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())

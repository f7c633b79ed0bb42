"""The recorded envelopes: one file for each sort of request that Alexa can send, made by our device.

python tests/alexa/recorded.py      write them again, after a change to the device
"""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDER = Path(__file__).parent / "envelopes"
STAMP, REQUEST, SESSION = "2026-11-23T12:00:00Z", "amzn1.echo-api.request.recorded", "amzn1.echo-api.session.recorded"
MODEL = ROOT / "interaction_models" / "en-US.json"


def made():
    """Name to envelope, with the same ids and the same time in all."""
    from speech.catalogue import every_request

    for name, envelope in every_request(json.loads(MODEL.read_text(encoding="utf-8"))):
        envelope["request"] |= {"requestId": REQUEST, "timestamp": STAMP}
        if "session" in envelope:
            envelope["session"]["sessionId"] = SESSION
        yield name, envelope


def text(envelope):
    return json.dumps(envelope, indent=1) + "\n"


def recorded():
    """Name to envelope, from the files."""
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.json"))}


def write():
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.json"):
        old.unlink()
    for name, envelope in made():
        (FOLDER / f"{name}.json").write_text(text(envelope), encoding="utf-8")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    write()

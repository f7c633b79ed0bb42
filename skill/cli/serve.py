"""`gentle serve`: the service with its three doors: Alexa, the phone page, and JSON."""

import argparse
import ipaddress
import os
import signal
import sys
from pathlib import Path

from skill.cli.ears import add_ear, ear_of
from skill.cli.voices import add_voice, voice_of
from skill.errors import UsageError
from skill.understanding import default
from skill.web.ahead import Ahead
from skill.web.listen import Listener
from skill.web.sound import Sounds
from skill.web.verify import Verifier
from speech.errors import EarError

HOME = Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share")) / "gentle-recovery"
THREADS = 8


def add_to(commands: argparse._SubParsersAction) -> None:
    """The command and its options."""
    command = commands.add_parser(
        "serve",
        help="the service: Alexa's door, the phone page, and JSON",
        description="Serve the phone page at /, JSON at /api, and, with --skill-id, Alexa at /alexa. Keeps nothing that is asked.",
    )
    command.add_argument("--host", default="127.0.0.1", help="default: 127.0.0.1, this machine only; 0.0.0.0 for the network")
    command.add_argument("--port", type=int, default=8000)
    command.add_argument("--https", action="store_true", help="with a certificate for the local network, made once")
    command.add_argument(
        "--skill-id", metavar="ID", help="opens /alexa for the skill amzn1.ask.skill....; requests are verified"
    )
    command.add_argument(
        "--unverified", action="store_true", help="for development: /alexa believes everything; this machine only"
    )
    command.add_argument("--contact", default="", metavar="TEXT", help="whom to ask about /privacy and /terms, shown there")
    command.add_argument("--no-ear", action="store_true", help="no spoken questions, typed ones only")
    command.add_argument("--lazy", action="store_true", help="render no answer before somebody asks for it")
    add_ear(command)
    add_voice(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Serves until it is told to stop; what is under way is finished. Raises UsageError, VoiceError or FileError."""
    from cheroot.wsgi import Server

    from skill.web.app import create_app

    _check(options)
    parts = _parts(options)
    ahead = None if options.lazy else Ahead(parts.sounds)
    server = Server((options.host, options.port), create_app(parts), numthreads=THREADS, server_name="gentle")
    if options.https:
        _secure(server)
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    print(f"Serving on http{'s' * options.https}://{options.host}:{options.port}/   Stop with Ctrl-C.", file=sys.stderr)
    try:
        server.prepare()
        if ahead:
            ahead.start()
        server.serve()
    except OSError as error:
        raise UsageError(f"Port {options.port} cannot be used ({error.strerror}). Choose another with --port.") from None
    except KeyboardInterrupt:
        print("Stopping: finishing what is under way ...", file=sys.stderr)
    finally:
        server.stop()
        if ahead and ahead.is_alive():
            ahead.stop()
    return 0


def _check(options: argparse.Namespace) -> None:
    if options.unverified and not _loopback(options.host):
        raise UsageError("--unverified works on this machine only. Leave out --host, or give --skill-id.")
    if options.unverified and options.skill_id:
        raise UsageError("--unverified and --skill-id exclude each other. Leave one out.")


def _loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _parts(options: argparse.Namespace):
    from skill.web.app import Parts

    key = os.environ.get("GENTLE_KEY")
    try:
        sounds = Sounds(voice_of(options.voice), key.encode() if key else None)
    except ValueError:
        raise UsageError(
            "GENTLE_KEY is not a key. Make one with: python -c 'from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())'"
        ) from None
    verifier = Verifier(options.skill_id) if options.skill_id else None
    return Parts(default(), sounds, _listener(options), verifier, options.skill_id, options.unverified, options.contact)


def _listener(options: argparse.Namespace) -> Listener | None:
    if options.no_ear:
        return None
    try:
        return Listener(ear_of(options.ear))
    except EarError as error:
        print(f"Spoken questions are off: {error}", file=sys.stderr)
        return None


def _secure(server) -> None:
    from cheroot.ssl.builtin import BuiltinSSLAdapter

    from skill.web.certificate import addresses, ensure

    certificate, key = ensure(HOME / "https")
    server.ssl_adapter = BuiltinSSLAdapter(str(certificate), str(key))
    print(
        f"The certificate is {certificate}. To trust it, copy it to the phone and open it: on an iPhone in Settings, General, "
        f"VPN & Device Management, then About, Certificate Trust Settings; on Android in Settings, Security, Install a certificate. "
        f"It is made out to {', '.join(addresses())}.",
        file=sys.stderr,
    )

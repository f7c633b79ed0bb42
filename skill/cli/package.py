"""`gentle package`: what `ask deploy` sends to Amazon, written into one folder."""

import argparse
from pathlib import Path

from skill.package import Wanted, write
from skill.package.endpoint import CERTIFICATES
from skill.package.icon import ASSETS
from skill.package.models import available


def add_to(commands: argparse._SubParsersAction) -> None:
    """The command and its options."""
    command = commands.add_parser(
        "package",
        help="write the skill package that ask-cli deploys",
        description="Write skill.json, the interaction models, the icons, ask-resources.json, and the privacy policy and "
        "terms as pages. The folder appears whole or not at all; a package that was there is replaced, its .ask stays.",
    )
    command.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder to write")
    command.add_argument("--endpoint", required=True, metavar="URL|ARN", help="https://HOST/alexa, or a Lambda function's ARN")
    command.add_argument(
        "--site", default="", metavar="URL", help="where /privacy and /terms stand (default: the endpoint's host)"
    )
    command.add_argument("--locale", action="append", metavar="LOCALE", help="only this one; may be repeated (default: all)")
    command.add_argument("--certificate", choices=CERTIFICATES, default="Trusted", help="of the endpoint (default: Trusted)")
    command.add_argument("--contact", default="", metavar="TEXT", help="whom to ask about the pages, shown on them")
    command.add_argument("--icons", type=Path, default=ASSETS, metavar="DIR", help="small.png and large.png, instead of ours")
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Exit status 0 when the package is written; raises UsageError where it cannot be."""
    locales = tuple(dict.fromkeys(options.locale or available()))
    wanted = Wanted(locales, options.endpoint, options.site, options.certificate, options.contact, options.icons)
    for name in write(wanted, options.out):
        print(options.out / name)
    return 0

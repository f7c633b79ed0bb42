"""`gentle certify`: Alexa's rules, one by one, with what passes, what fails, and what is left to do by hand."""

import argparse
import sys

from skill.cli.progress import progress
from skill.content import LOCALES
from skill.package.models import available


def add_to(commands: argparse._SubParsersAction) -> None:
    """The command and its options."""
    command = commands.add_parser(
        "certify",
        help="check Alexa's rules for a skill, one by one",
        description="Check every rule of Alexa's that can be checked, in each locale, and say what to do about the others. "
        "Exit status: 0 none failed, 1 one failed, 2 it could not be done.",
    )
    command.add_argument("--locale", action="append", metavar="LOCALE", help="only this one; may be repeated (default: all)")
    command.add_argument("--table", action="store_true", help="print the table of locales for the README instead of the list")
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Examines, prints, and says whether anything failed. Raises UsageError for a locale without content."""
    from skill.certify.examine import FAIL, result
    from skill.certify.report import count, head, listed, row, summed
    from skill.certify.rules import load_rules
    from skill.certify.subject import subject

    wanted = options.locale or available()
    found = {}
    for number, locale in enumerate(dict.fromkeys(wanted), 1):
        examined = subject(locale)
        found[locale] = (examined.utterances, [result(rule, examined) for rule in progress(load_rules(), "rules")])
        if not options.table:
            print(locale, *listed(found[locale][1], number), "", sep="\n")
    if options.table:
        rest = LOCALES if not options.locale else ()
        print(*head(), *(row(each, *found.get(each, (0, []))) for each in dict.fromkeys((*found, *rest))), sep="\n")
    else:
        print(*(summed(locale, results) for locale, (_, results) in found.items()), sep="\n")
    failed = sum(count(results, FAIL) for _, results in found.values())
    if failed and options.table:
        print(f"{failed} checks failed. See: gentle certify.", file=sys.stderr)
    return 1 if failed else 0

"""The command line, `gentle`: the outermost ring. It puts skill, device and voice together; nothing imports it."""

import argparse
import os
import sys

from skill.cli import ask, certify, check, listen_check, package, rehearse, report, scorecard, screens, serve, ssml, talk
from skill.errors import GentleError
from speech.errors import SpeechError

EPILOG = """\
examples:
  gentle talk                                   hold a conversation, out loud
  gentle talk --silent < questions.txt          the same from a file, as captions
  gentle ask "when can we have sex again"       one question, one answer
  gentle ask --batch questions.txt --json       many questions, a JSON object a line
  gentle rehearse tests/dialogues               play the scripted dialogues and compare
  gentle check                                  check every word of the content
  gentle ssml answer.ssml --wav answer.wav      check SSML as Alexa would, and speak it
  gentle certify                                check Alexa's rules for a skill, one by one
  gentle package --out store --endpoint https://host.example/alexa
  gentle scorecard                              measure the understanding on questions it never saw
"""


def parser() -> argparse.ArgumentParser:
    """All commands with their options."""
    top = argparse.ArgumentParser(
        prog="gentle",
        description="Gentle Recovery: ask out loud about sex and healing after a miscarriage, hear one article's answer.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for module in (talk, ask, serve, rehearse, check, ssml, listen_check, report, screens, scorecard, package, certify):
        module.add_to(commands)
    return top


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0 well, 1 something differed or is wrong with the content, 2 it could not be done as asked."""
    options = parser().parse_args(arguments)
    try:
        return options.run(options)
    except (GentleError, SpeechError) as error:
        print(f"gentle: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0

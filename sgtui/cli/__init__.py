"""The command line: the same services without the screen, for cron, scripts and screen readers."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence

from sgtui.cli.exits import INTERRUPTED, OK, USAGE, LastWords, Refused

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status (see `sgtui --help`)."""
    from sgtui.cli.grammar import parser_and_verbs

    parser, verbs = parser_and_verbs()
    try:
        given = parser.parse_args(argv)
    except SystemExit as asked:  # argparse ends so after --help, --version and a wrong option
        return asked.code if isinstance(asked.code, int) else USAGE
    return _run(verbs[given.verb or "desk"].run, given)


def _run(act: Callable[[Namespace], int], given: Namespace) -> int:
    with LastWords() as last:
        try:
            status = act(given)
            sys.stdout.flush()
        except Refused as refused:
            refused.say()
            return refused.status
        except KeyboardInterrupt:
            return INTERRUPTED
        except BrokenPipeError:
            # Whoever read has had enough; Python would complain again when it flushes at the end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return OK
        return status
    return last.status

"""What may be typed after `sgtui`: global options, the verbs, and the help."""

import argparse
from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from typing import Protocol

from sgtui import __version__
from sgtui.cli import (
    bodymap,
    demo,
    desk,
    doctor,
    export,
    import_csv,
    ladder,
    log,
    queue,
    report,
    show,
    verify,
)


class Verb(Protocol):
    """A module of this package that is one command."""

    @property
    def HELP(self) -> str:  # noqa: N802 - a constant of the module
        """One line for the list of commands."""
        ...

    @property
    def add_arguments(self) -> Callable[[ArgumentParser], None]:
        """Declares what the command takes."""
        ...

    @property
    def run(self) -> Callable[[Namespace], int]:
        """Does it, and gives the exit status."""
        ...


VERBS: Mapping[str, Verb] = {
    "desk": desk,
    "demo": demo,
    "queue": queue,
    "show": show,
    "bodymap": bodymap,
    "report": report,
    "log": log,
    "export": export,
    "verify": verify,
    "ladder": ladder,
    "import": import_csv,
    "doctor": doctor,
}

_ABOUT = """\
Someone in danger now? Ring 999 first; write afterwards.

A full-screen safeguarding desk for care homes. Without a command it opens the desk."""

_ENDING = """\
exit status:
  0  all is well
  1  the answer is bad: something is late, the record was altered, there is no such case
  2  the command, what it was given, or the settings are wrong; nothing was written
  3  the database cannot be reached or opened
  4  the database is newer than this program; it was not touched
  130  interrupted

With --json one JSON document goes to standard output; messages go to standard error.
The passphrase is asked on the terminal, or read from the file that SGTUI_PASSPHRASE_FILE names."""


def parser_and_verbs() -> tuple[ArgumentParser, Mapping[str, Verb]]:
    """The parser of a command line, and the verb for each name."""
    shape = argparse.RawDescriptionHelpFormatter
    parser = ArgumentParser(
        prog="sgtui", description=_ABOUT, epilog=_ENDING, formatter_class=shape, allow_abbrev=False
    )
    parser.add_argument("--version", action="version", version=f"sgtui {__version__}")
    _add_global(parser, None)
    verbs = parser.add_subparsers(dest="verb", metavar="COMMAND", title="commands")
    for name, verb in VERBS.items():
        # After the verb the same options may stand again; without a value they set nothing.
        one = verbs.add_parser(
            name, help=verb.HELP, description=_emergency(verb), formatter_class=shape,
            allow_abbrev=False,
        )  # fmt: skip
        _add_global(one, SUPPRESS)
        verb.add_arguments(one)
    return parser, VERBS


def _emergency(verb: Verb) -> str:
    return f"{verb.HELP}\n\nSomeone in danger now? Ring 999 first; write afterwards."


def _add_global(parser: ArgumentParser, absent: str | None) -> None:
    group = parser.add_argument_group("for every command")
    group.add_argument(
        "--database", metavar="URL", default=absent,
        help="the record, as sqlite:////srv/home.sgtui (else SGTUI_DATABASE_URL, else settings)",
    )  # fmt: skip
    group.add_argument("--config", metavar="FILE", default=absent, help="settings to read")
    group.add_argument("--as", dest="as_name", metavar="NAME", default=absent, help="who you are")

"""`sgtui` alone: opens the desk."""

import sys
from argparse import ArgumentParser, Namespace

from sgtui.cli.exits import OK, Refused
from sgtui.cli.place import named_url, settings_of

HELP = "open the desk; on first run set up the home"


def add_arguments(_parser: ArgumentParser) -> None:
    """Nothing beside the global options."""


def run(given: Namespace) -> int:
    """Open the desk and give the status it ended with."""
    return open_desk(given, named_url(given))


def open_desk(given: Namespace, url: str) -> int:
    """Open one record on the screen; without an address, this person's own."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise Refused(
            "The desk needs a terminal. Without one use sgtui queue, show or log; see sgtui --help."
        )
    from sgtui.ui import crash, terminal

    terminal.clean_environment()
    terminal.prepare_output()
    terminal.harden_process()
    from sgtui import wiring

    settings = settings_of(given)
    crash.install(wiring.crash_log())
    app = wiring.open_app(url, settings, as_name=given.as_name or "")
    app.run(mouse=settings is not None and settings.mouse)
    return app.return_code or OK

"""`sgtui demo`: an invented home in a database of its own."""

import secrets
from argparse import ArgumentParser, Namespace
from pathlib import Path

from sgtui.cli.desk import open_desk
from sgtui.cli.exits import OK, plainly
from sgtui.cli.output import say, say_json

HELP = "make an invented home and open it, with nothing of yours in it"


def add_arguments(parser: ArgumentParser) -> None:
    """Its size, and whether it is opened."""
    parser.add_argument("--size", choices=("small", "large"), default="small")
    parser.add_argument("--no-open", action="store_true", help="only make it")
    parser.add_argument("--json", action="store_true", help="print where it is as JSON")


def run(given: Namespace) -> int:
    """Make the home; never in a database that the environment or the settings name."""
    from sgtui import wiring

    with plainly():
        url = given.database or wiring.url_of(_new_file())
        wiring.make_demo(url, given.size)
    if given.json:
        say_json({"database": url})
    elif given.no_open:
        say(f"The demo is at {url}")
    return OK if given.no_open else open_desk(given, url)


def _new_file() -> Path:
    """A file of its own for each demo, so that one that is open is never disturbed."""
    from sgtui import wiring

    return wiring.data_folder() / "demo" / f"rosewood-{secrets.token_hex(4)}.sgtui"

"""Which record a command is about, and who asks: options, environment, settings."""

import os
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from sgtui.cli.exits import Refused, plainly

if TYPE_CHECKING:
    from sgtui.services.desk import Desk
    from sgtui.settings import Settings

URL_VARIABLE = "SGTUI_DATABASE_URL"
PASSPHRASE_VARIABLE = "SGTUI_PASSPHRASE_FILE"


def settings_of(given: Namespace) -> "Settings | None":
    """The settings, or nothing where nothing is set, so that a quick start loads no checker."""
    from platformdirs import user_config_dir

    file = Path(given.config) if given.config else None
    usual = Path(user_config_dir("sgtui", appauthor=False)) / "config.toml"
    named = {
        "SGTUI_THEME", "SGTUI_ASCII", "SGTUI_MOUSE", "SGTUI_IDLE_LOCK_MINUTES", "SGTUI_BELL",
        "SGTUI_REPORTS_FOLDER",
    }  # fmt: skip
    if file is None and not usual.is_file() and not named & set(os.environ):
        return None
    from sgtui.settings import SettingsRefused, read_settings

    try:
        return read_settings(file)
    except SettingsRefused as refused:
        raise Refused(str(refused)) from None


def named_url(given: Namespace) -> str:
    """The address that somebody named: option, environment, settings; empty when nobody did."""
    named: str = given.database or os.environ.get(URL_VARIABLE, "")
    settings = settings_of(given)
    return named or (settings.database if settings and settings.database else "")


def url_of(given: Namespace) -> str:
    """The address of the record: the named one, or this person's own."""
    from sgtui import wiring

    return named_url(given) or wiring.own_url()


@contextmanager
def signed_in(given: Namespace, *, to_check: bool = False) -> Iterator["Desk"]:
    """A desk for the command; every failure becomes `Refused` with its exit status.

    `to_check` opens a record whose register was altered, too.
    """
    from sgtui import wiring

    with plainly():
        url = url_of(given)
        passphrase = "" if wiring.is_demo(url) else _credentials(given)
        opened = wiring.open_for_checking if to_check else wiring.open_desk
        desk = opened(url, given.as_name or "", passphrase)
        try:
            yield desk
        finally:
            desk.store.close()


def _credentials(given: Namespace) -> str:
    if not given.as_name:
        raise Refused("Say who you are: --as NAME, with your name as in the register.")
    return passphrase_of()


def passphrase_of() -> str:
    """The passphrase, from its file or asked on the terminal without showing it."""
    file = os.environ.get(PASSPHRASE_VARIABLE)
    if not file:
        try:
            return getpass("Passphrase: ")
        except EOFError:
            raise Refused(f"No passphrase. Name a file with it in {PASSPHRASE_VARIABLE}.") from None
    try:
        lines = Path(file).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        raise Refused(f"The file that {PASSPHRASE_VARIABLE} names cannot be read.") from None
    return lines[0] if lines else ""

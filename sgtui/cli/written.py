"""A file that a command writes: whole or not at all, for this person alone, over no other file."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from sgtui.cli.exits import Refused

_PRIVATE = 0o600


def write_new(named: str, text: str) -> None:
    """Write a new file. Raises Refused where one is there already or none can be written."""
    target = Path(named)
    waiting = target.with_name(f".{secrets.token_hex(8)}.new") if target.name else target
    try:
        _write(waiting, text)
        _give_name(waiting, target)
    except FileExistsError:
        name = target.absolute().name
        raise Refused(f"{name} is there already; it is not written over.") from None
    except OSError:
        raise Refused(
            "The file cannot be written there. Is its folder there, with room, and yours to use?"
        ) from None
    finally:
        with suppress(OSError):
            waiting.unlink()


def _write(waiting: Path, text: str) -> None:
    handle = os.open(waiting, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE)
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _give_name(waiting: Path, target: Path) -> None:
    """A second name is given only where none stands; a disk without them takes a plain move."""
    try:
        os.link(waiting, target)
    except FileExistsError:
        raise
    except OSError:
        if target.exists():
            raise FileExistsError from None
        os.replace(waiting, target)

"""`sgtui verify`: whether the record is as it was written."""

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sgtui.cli.exits import BAD, OK, Refused
from sgtui.cli.output import say, say_json
from sgtui.cli.place import signed_in

if TYPE_CHECKING:
    from sgtui.services.audit import Seal, Verified
    from sgtui.services.desk import Desk

HELP = "check every entry, signature and seal; exit status 1 when anything was altered"


def add_arguments(parser: ArgumentParser) -> None:
    """What to check, and in which form."""
    parser.add_argument(
        "file", nargs="?", metavar="FILE",
        help="a case file written by sgtui export, checked without any record; "
        "without it the whole record",
    )  # fmt: skip
    parser.add_argument("--json", action="store_true", help="faults and seal as JSON")


def run(given: Namespace) -> int:
    """Check a case file, or the whole record, and name each fault by reference and number."""
    if given.file:
        from sgtui.cli.verify_copy import verify_file

        return verify_file(given.file, as_json=given.json)
    found, mark = _checked(given)
    if given.json:
        say_json(_as_json(found, mark))
    else:
        for fault in found.faults:
            say(fault.sentence)
        say(found.sentence)
        if mark is not None:
            say(f"Seal: {' '.join(mark.words)}")
    return BAD if found.faults else OK


def _checked(given: Namespace) -> "tuple[Verified, Seal | None]":
    """What was found, and the seal of a record that is whole."""
    from sgtui import wiring
    from sgtui.services.failures import StoreDamaged

    with signed_in(given, to_check=True) as desk:
        try:
            found = wiring.verify(desk)
        except StoreDamaged as fault:
            raise Refused(str(fault), BAD) from None
        _note(desk, found)
        return found, None if found.faults else wiring.seal(desk)


def _as_json(found: "Verified", mark: "Seal | None") -> dict[str, Any]:
    return {
        "whole": not found.faults,
        "entries": found.entries,
        "cases": found.cases,
        "checked_at": found.at.isoformat(),
        "faults": [
            {"ref": fault.reference, "number": fault.number, "sentence": fault.sentence}
            for fault in found.faults
        ],
        "seal": mark
        and {
            "origin": mark.origin,
            "size": mark.size,
            "head": mark.head,
            "at": mark.at.isoformat(),
            "words": list(mark.words),
        },
    }


def note_file() -> Path:
    """Where this computer keeps when each record was last checked; ids and times only."""
    from platformdirs import user_state_dir

    return Path(user_state_dir("sgtui", appauthor=False)) / "verified.json"


def read_notes() -> dict[str, Any]:
    """Database id to when it was last checked and whether it was whole."""
    try:
        kept = json.loads(note_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _note(desk: "Desk", found: "Verified") -> None:
    from sgtui import wiring

    note = {"at": found.at.isoformat(), "whole": not found.faults}
    notes = {**read_notes(), wiring.database_id(desk.store): note}
    try:
        note_file().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        note_file().write_text(json.dumps(notes), encoding="utf-8")
    except OSError:
        return  # only doctor misses it; the check itself stands

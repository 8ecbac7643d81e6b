"""`sgtui log`: record a concern, or any other entry, by plain numbered prompts or from a file."""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sgtui.cli.exits import OK, Refused
from sgtui.cli.output import say, say_json
from sgtui.cli.place import signed_in

if TYPE_CHECKING:
    from sgtui.services.desk import Desk
    from sgtui.services.record import Recorded

HELP = "record a concern by plain numbered prompts, or from a JSON file"

_LARGEST_FILE = 1_000_000


def add_arguments(parser: ArgumentParser) -> None:
    """From where, and for which case."""
    parser.add_argument("--from", dest="source", metavar="FILE", help="JSON; - for standard input")
    parser.add_argument("--case", metavar="REF", help="add to this case instead of a new concern")
    parser.add_argument("--kind", metavar="KIND", help="what sort of entry, with --case")
    parser.add_argument("--json", action="store_true", help="what was saved as JSON")


def run(given: Namespace) -> int:
    """Record, or say everything that is still wrong and write nothing."""
    if given.kind and not given.case:
        raise Refused("Name the case too: --case REF.")
    fields = _read_file(given.source) if given.source else None
    with signed_in(given) as desk:
        recorded = _entry(desk, given, fields) if given.case else _concern(desk, fields)
    if given.json:
        numbers = [entry.number for entry in recorded.entries]
        document = {"ref": recorded.reference, "case_id": str(recorded.case_id)}
        say_json({**document, "numbers": numbers, "sentence": recorded.sentence})
    else:
        say(recorded.sentence)
    return OK


def _concern(desk: "Desk", fields: dict[str, Any] | None) -> "Recorded":
    from sgtui.cli import log_concern

    return log_concern.from_prompts(desk) if fields is None else log_concern.from_file(desk, fields)


def _entry(desk: "Desk", given: Namespace, fields: dict[str, Any] | None) -> "Recorded":
    from sgtui.cli import log_entry

    return log_entry.log_entry(desk, given.case, given.kind, fields)


def _read_file(source: str) -> dict[str, Any]:
    """The fields of one JSON object. Nothing in the file is repeated in a complaint."""
    try:
        with sys.stdin if source == "-" else Path(source).open(encoding="utf-8-sig") as file:
            text = file.read(_LARGEST_FILE + 1)
    except (OSError, UnicodeDecodeError):
        raise Refused("The file to read from is not there, or is not a text in UTF-8.") from None
    if len(text) > _LARGEST_FILE:
        raise Refused("The file is too large for one entry.")
    try:
        found = json.loads(text)
    except json.JSONDecodeError as fault:
        raise Refused(f"Line {fault.lineno}: this is not JSON: {fault.msg.lower()}.") from None
    except RecursionError:
        raise Refused("The lists in the file stand too deep in one another.") from None
    if not isinstance(found, dict):
        raise Refused('The file holds one JSON object: {"person": ..., "category": ...}.')
    return found

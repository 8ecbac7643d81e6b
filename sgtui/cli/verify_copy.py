"""`sgtui verify FILE`: whether a case file is as its entries were recorded, without a record."""

from pathlib import Path
from typing import TYPE_CHECKING

from sgtui.cli.exits import BAD, OK, Refused
from sgtui.cli.output import say, say_json

if TYPE_CHECKING:
    from sgtui.services.case_copy import CaseCopy


def verify_file(named: str, *, as_json: bool) -> int:
    """Check one file and say what to hold it against. Raises Refused for a file that is none."""
    from sgtui import wiring

    copied = _read(named)
    found = wiring.verify_copy(copied)
    if as_json:
        say_json(
            {
                "whole": not found,
                "ref": copied.reference,
                "entries": copied.number,
                "head": copied.head,
                "words": list(copied.words),
                "made_at": copied.made_at.isoformat(),
                "withheld": copied.withheld,
                "faults": [{"number": one.number, "sentence": one.sentence} for one in found],
            }
        )
    else:
        for fault in found:
            say(fault.sentence)
        _say_outcome(copied, whole=not found)
    return BAD if found else OK


def _say_outcome(copied: "CaseCopy", *, whole: bool) -> None:
    if not whole:
        say(f"This is not {copied.reference} as it was recorded.")
        return
    from sgtui.domain.london_time import moment_words

    at = moment_words(copied.made_at)
    say(f"{copied.reference} is whole: {copied.number} entries, as they stood on {at}.")
    if copied.withheld:
        say(f"Of {copied.withheld} the text was left out; that they are there is proved.")
    say(f"Its newest entry is {copied.head[:12]}, in words: {' '.join(copied.words)}")
    say("Hold this against a page printed by the home: a file made up from nothing has another.")


def _read(named: str) -> "CaseCopy":
    from sgtui.services.case_copy import MOST_LETTERS, NoCopy, read_copy

    try:
        with Path(named).open(encoding="utf-8") as file:
            text = file.read(MOST_LETTERS + 1)
    except UnicodeDecodeError:
        raise Refused(_NO_COPY) from None
    except OSError:
        raise Refused("That file cannot be read. Is it there, and yours to open?") from None
    try:
        return read_copy(text)
    except NoCopy as refused:
        raise Refused(str(refused), BAD) from None


_NO_COPY = (
    "This is no case file. To check a whole record: sgtui --database URL verify, without FILE."
)

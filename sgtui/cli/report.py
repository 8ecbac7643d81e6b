"""`sgtui report NAME`: a document made from the record, to read, to print or for a spreadsheet."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from re import compile as pattern
from typing import TYPE_CHECKING

from sgtui.cli.exits import BAD, OK, Refused, complain
from sgtui.cli.output import say, say_file, say_lines
from sgtui.cli.place import signed_in, url_of
from sgtui.cli.progress import Progress
from sgtui.cli.report_names import listed

if TYPE_CHECKING:
    from sgtui.domain.typed_period import PeriodReading
    from sgtui.services.desk import Desk
    from sgtui.services.reports import Asked, Format, Sort

HELP = "inspection pack, chronology, letters, audits, handover: to read or to print"

_FORMATS = ("text", "pdf", "csv", "json")
_SPAN_OF_DAYS = pattern(r"^-\d+\s*\w*$")


def add_arguments(parser: ArgumentParser) -> None:
    """Which report, about what, in which form, and where to."""
    # argparse would take "-90d" for an option; no option of ours begins with a digit.
    parser._negative_number_matcher = _SPAN_OF_DAYS
    parser.epilog = listed()
    parser.add_argument("name", nargs="?", metavar="NAME", help="which report; they stand below")
    parser.add_argument("ref", nargs="?", metavar="REF", help="one case, such as SG-26-K4T7")
    parser.add_argument("--list", action="store_true", help="say more about each report")
    parser.add_argument(
        "--from", dest="since", metavar="DAY",
        help='the first day: 2026-10-01, "1 Oct 2026" or -90d (usual: the last 90 days)',
    )  # fmt: skip
    parser.add_argument(
        "--to", dest="until", metavar="DAY", help="the last day, which counts whole (usual: now)"
    )
    parser.add_argument(
        "--format", choices=_FORMATS, help="as what (usual: by the end of FILE, else text)"
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE",
        help="a new file, or a folder for a file with a name of its own; - for standard output",
    )  # fmt: skip


def run(given: Namespace) -> int:
    """Make one report and say where it is, or give it on standard output."""
    if given.list:
        return _say_all()
    if not given.name:
        raise Refused("Say which report: sgtui report NAME. sgtui report --list names them all.")
    sort = _sort(given.name)
    _refuse_stray(sort, given)
    form = _form(given)
    with signed_in(given) as desk:
        asked = _asked(desk, sort, given)
        _make(desk, sort, asked, form, given.output or "-")
    return OK


def _say_all() -> int:
    from sgtui.services.reports import CATALOGUE

    what = {"case": "a case, or a period", "period": "a period", "now": "now"}
    for sort in CATALOGUE.values():
        say(f"{sort.name}\n  {sort.about}\n  About {what[sort.needs]}. {sort.audience.label}.")
    return OK


def _sort(named: str) -> "Sort":
    from sgtui.services.reports import CATALOGUE

    sort = CATALOGUE.get(named.lower())
    if sort is None:
        near = get_close_matches(named.lower(), CATALOGUE, n=1)
        meant = f" Did you mean {near[0]}?" if near else ""
        raise Refused(f"There is no such report.{meant} sgtui report --list names them all.")
    return sort


def _refuse_stray(sort: "Sort", given: Namespace) -> None:
    """What would be passed over in silence is refused instead."""
    days = given.since or given.until
    if given.ref and sort.needs == "period":
        raise Refused(f"{sort.name} is about a period, not one case: use --from and --to.")
    if given.ref and sort.needs == "now":
        raise Refused(f"{sort.name} is about now, not one case: leave out {given.ref}.")
    if days and sort.needs == "now":
        raise Refused(f"{sort.name} is about now: leave out --from and --to.")
    if days and given.ref:
        raise Refused("One case is given whole: leave out --from and --to.")


def _form(given: Namespace) -> "Format":
    from sgtui.services.reports import Format

    ending = Path(given.output or "").suffix.lower().removeprefix(".")
    form = Format.of(given.format or (ending if ending in _FORMATS else "text"))
    if form is Format.PDF and given.output in (None, "-"):
        raise Refused("A PDF goes into a file: add -o FILE.pdf, or -o and a folder.")
    return form


def _asked(desk: "Desk", sort: "Sort", given: Namespace) -> "Asked":
    """What is wanted; refused where the days cannot be read, or no case lies in them."""
    from sgtui import wiring
    from sgtui.domain.typed_period import read_period
    from sgtui.services.report_asked import NothingToReport, asked_about, refuse_empty

    read = read_period(given.since or "", given.until or "", desk.now())
    if read.problem:
        raise Refused("\n".join(_problems(read)))
    if sort.needs != "now" and not (given.ref or given.since or given.until):
        complain(f"Of the last 90 days, {read.words}. --from and --to choose others.")
    asked = asked_about(sort, read, given.ref or "", demo=wiring.is_demo(url_of(given)))
    try:
        refuse_empty(desk, sort, asked)
    except NothingToReport as fault:
        raise Refused(str(fault), BAD) from None
    return asked


def _problems(read: "PeriodReading") -> Iterator[str]:
    for option, day in (("--from", read.first), ("--to", read.last)):
        if day.problem:
            yield f"{option}: {day.problem}"


def _make(desk: "Desk", sort: "Sort", asked: "Asked", form: "Format", into: str) -> None:
    from sgtui.services.reports import Audience

    if into == "-":
        _give(desk, sort, asked, form)
        return
    for file in _written(desk, sort, asked, form, Path(into)):
        say(str(file))
    if sort.audience not in (Audience.BOARD, Audience.PUBLIC):
        complain("It holds names and can be read by anybody: keep it locked away.")


def _written(
    desk: "Desk", sort: "Sort", asked: "Asked", form: "Format", into: Path
) -> tuple[Path, ...]:
    """The new files."""
    from sgtui import wiring
    from sgtui.services.reports import NotWritten
    from sgtui.services.work import Work

    try:
        with _progress(sort) as progress:
            work = Work(progress.tell)
            return wiring.press().print_to(desk, sort.name, asked, form, into, work)
    except NotWritten as fault:
        raise Refused(str(fault)) from None
    except KeyboardInterrupt:
        complain("Stopped. Nothing was written.")
        raise


def _give(desk: "Desk", sort: "Sort", asked: "Asked", form: "Format") -> None:
    """On standard output, while it is made."""
    from sgtui.services.reports import Format
    from sgtui.services.work import Work

    with _progress(sort) as progress:
        work = Work(progress.tell)
        if form is Format.TEXT:
            from sgtui import wiring

            say_lines(_clearly(wiring.press().read(desk, sort.name, asked, work), progress))
            return
        from sgtui.documents.catalogue import make
        from sgtui.documents.press import csv_rows, json_text

        document = make(desk, sort.name, asked, work)
        pieces = csv_rows.pieces if form is Format.CSV else json_text.pieces
        say_file(_clearly(pieces(document), progress))


def _progress(sort: "Sort") -> Progress:
    return Progress(sort.name.replace("-", " "))


def _clearly(pieces: Iterator[str], progress: Progress) -> Iterator[str]:
    """Pieces, none of them beside the line that tells how far the work has come."""
    for piece in pieces:
        progress.clear()
        yield piece

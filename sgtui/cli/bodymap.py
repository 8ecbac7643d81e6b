"""`sgtui bodymap REF`: a case's body maps as text to read aloud, as JSON, or as a picture."""

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sgtui.cli.exits import BAD, OK, Refused, complain
from sgtui.cli.output import say_document, write_document
from sgtui.cli.place import signed_in

if TYPE_CHECKING:
    from sgtui.services.body_map import MappedBody
    from sgtui.services.case import CaseView

HELP = "a case's body maps: text to read aloud, JSON, or a picture to print"


def add_arguments(parser: ArgumentParser) -> None:
    """Which case, in which form, and where to."""
    parser.add_argument("ref", metavar="REF", help="the case's reference, such as SG-26-K4T7")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--text", action="store_true", help="every map in words (the usual form)")
    form.add_argument("--json", action="store_true", help="every map as JSON")
    form.add_argument("--svg", action="store_true", help="one map as a picture, the newest")
    parser.add_argument("--entry", type=int, metavar="N", help="only the map that is entry N")
    parser.add_argument("-o", dest="out", metavar="FILE", help="write a new file instead")


def run(given: Namespace) -> int:
    """Give the body maps of one case as they read now."""
    with signed_in(given) as desk:
        from sgtui.services.case import case_id_of, read_case

        view = read_case(desk, case_id_of(desk, given.ref))
    document = _document(view, _only(view, given.entry), given)
    if given.out is not None:
        write_document(given.out, document)
    else:
        say_document(document)
    return OK


def _only(view: "CaseView", number: int | None) -> "MappedBody | None":
    """The map that was asked for by its entry's number, if one was."""
    if not view.maps:
        raise Refused(f"No body map stands in {view.case.reference}.", BAD)
    found = [mapped for mapped in view.maps if mapped.entry.number == number]
    if number is not None and not found:
        raise Refused(f"Entry {number} is no body map. {_entries(view.maps)}.", BAD)
    return found[0] if found else None


def _document(view: "CaseView", only: "MappedBody | None", given: Namespace) -> str:
    from sgtui.domain.text import display_cells

    if given.svg:
        return _picture(view, only)
    if given.json:
        from sgtui.cli.body_map_document import as_json

        return json.dumps(as_json(view, only), ensure_ascii=True, indent=1) + "\n"
    from sgtui.documents.body_map.lines import case_lines

    lines = [f"{view.case.reference}  Body maps", "", *case_lines(view, only)]
    return "".join(f"{display_cells(line)}\n" for line in lines)


def _picture(view: "CaseView", only: "MappedBody | None") -> str:
    from sgtui.documents.body_map.page import svg
    from sgtui.domain.london_time import moment_words

    shown = only or view.maps[-1]
    others = [mapped for mapped in view.maps if mapped is not shown]
    if others and only is None:
        complain(
            f"This is the newest map, of {moment_words(shown.at)} (entry {shown.entry.number}). "
            f"{_entries(others, 'other ')}: give --entry {others[-1].entry.number}."
        )
    return svg(shown, view.register).encode("ascii", "xmlcharrefreplace").decode("ascii")


def _entries(maps: "Sequence[MappedBody]", which: str = "") -> str:
    """ "The body map is entry 4", "The other body maps are entries 4, 9"."""
    numbers = ", ".join(str(mapped.entry.number) for mapped in maps)
    are, entries = ("map is", "entry") if len(maps) == 1 else ("maps are", "entries")
    return f"The {which}body {are} {entries} {numbers}"

"""`sgtui show REF`: a case file."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from sgtui.cli.exits import OK
from sgtui.cli.output import say, say_json, say_row
from sgtui.cli.place import signed_in

if TYPE_CHECKING:
    from sgtui.domain.chronology import Line
    from sgtui.services.case import CaseView
    from sgtui.services.links import Combined

HELP = "a case file: what is owed, who protects the person, the chronology"


def add_arguments(parser: ArgumentParser) -> None:
    """Which case, and in which form."""
    parser.add_argument("ref", metavar="REF", help="the case's reference, such as SG-26-K4T7")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--text", action="store_true", help="as text to read (the usual form)")
    form.add_argument("--json", action="store_true", help="everything as JSON")
    parser.add_argument(
        "--combined", action="store_true", help="one chronology of this case and those linked"
    )


def run(given: Namespace) -> int:
    """Print one case as it stands now."""
    if given.combined:
        return _combined(given)
    with signed_in(given) as desk:
        from sgtui.cli.case_document import as_json
        from sgtui.services.case import case_id_of, read_case

        view = read_case(desk, case_id_of(desk, given.ref))
        if given.json:
            say_json(as_json(view))
        else:
            _print(view)
    return OK


def _combined(given: Namespace) -> int:
    with signed_in(given) as desk:
        from sgtui.cli.case_document import combined_json
        from sgtui.services.case import case_id_of
        from sgtui.services.links import combined

        whole = combined(desk, case_id_of(desk, given.ref))
        if given.json:
            say_json(combined_json(whole))
        else:
            _print_combined(whole)
    return OK


def _print_combined(whole: "Combined") -> None:
    from sgtui.services.veil import ANOTHER

    for case in whole.cases:
        say_row(f"{case.reference}  {case.name}  {case.stage.label}")
    for _ in range(whole.not_shown):
        say(ANOTHER)
    if len(whole.cases) + whole.not_shown == 1:
        say("No case is linked with this one.")
    say("\nCHRONOLOGY")
    for one in whole.lines:
        _print_line(one.line, f"{one.reference}  ")


def _print(view: "CaseView") -> None:
    from sgtui.domain.routing import owner_of
    from sgtui.domain.urgency import lateness, lateness_spoken, urgency

    case, register = view.case, view.register
    name = register.person_name(case.opening.what.person)
    say_row(f"{case.reference}  {name}  {case.stage.label}")
    say(f"Owner: {owner_of(register, case, view.ladder, view.as_at).name}")
    say("\nOWED NOW")
    for clock in view.running:
        late = urgency(clock.started_at, clock.due_at, clock.late_at, view.as_at)
        say(f"{late.mark} {lateness(clock.due_at, view.as_at)}  {clock.title}")
        say(f"   {lateness_spoken(clock.due_at, view.as_at).capitalize()}. {clock.explanation}")
    if not view.running:
        say("   Nothing is owed now.")
    for said in case.active_safeguards:
        say()
        say_row(f"INTERIM SAFEGUARD  {said.what.measure}")
    _print_maps(view)
    _print_lines(view)


def _print_maps(view: "CaseView") -> None:
    from sgtui.documents.body_map.lines import case_lines

    if view.maps:
        say("\nBODY MAPS")
    for line in case_lines(view):
        say_row(line)


def _print_lines(view: "CaseView") -> None:
    if view.linked:
        say("\nLINKED CASES")
    for one in view.linked:
        say_row(f"{one.reference}  {one.initials}  {one.stage}".rstrip())
    say("\nCHRONOLOGY")
    for line in view.lines:
        _print_line(line)


def _print_line(line: "Line", reference: str = "") -> None:
    from sgtui.domain.london_time import moment_words

    number = f"{line.number}." if line.number else "--"
    about = "about " if line.about else ""
    say_row(f"{reference}{number} {about}{moment_words(line.at)}  {line.title}  ({line.by})")
    say_row(line.text, "   ")
    if line.entered_late:
        say(f"   Entered late, on {moment_words(line.recorded_at)}.")
    for correction in line.corrected:
        say_row(f"Now reads: {correction}", "   ")
    if line.struck:
        say_row(line.struck, "   ")

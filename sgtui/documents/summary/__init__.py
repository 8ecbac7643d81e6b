"""The summary for commissioner and board: a period in figures that name nobody (R48, R50)."""

from collections.abc import Iterator
from dataclasses import replace

from sgtui.documents.making import begun
from sgtui.documents.model import Document, Section
from sgtui.documents.summary.rows import COLUMNS
from sgtui.documents.summary.sections import Summary
from sgtui.domain.small_numbers import OTHERS, count_words
from sgtui.domain.spread import METHOD
from sgtui.domain.timeliness import IN_TIME_METHOD
from sgtui.services.desk import Desk
from sgtui.services.files import Chosen, each_file
from sgtui.services.reports import Asked
from sgtui.services.response_times import open_in_both
from sgtui.services.summary import fewest_shown, gather, learnt_in
from sgtui.services.work import Work


def make(desk: Desk, asked: Asked, work: Work) -> Document:
    """The summary of a period, told by nobody's name. Its sections raise Stopped."""
    fewest = fewest_shown(desk)
    chosen = open_in_both(desk, asked.period)
    sections = _sections(desk, asked, chosen, fewest, work)
    notes = (*_notes(fewest), *_left_out(chosen.not_shown, fewest))
    document = begun(desk, asked, "summary", sections, COLUMNS, notes=notes)
    return replace(document, made=replace(document.made, by=_role(desk)))


def _role(desk: Desk) -> str:
    """Whoever makes it, by role: no name of staff stands in a summary either."""
    with desk.store.reading() as unit:
        return desk.member(desk.register(unit)).role_words


def _notes(fewest: int) -> tuple[str, ...]:
    return (
        "No name, date of birth, room, reference or words of anybody are in it; staff stand by"
        " their roles and agencies by their sort.",
        f"No number of people or cases below {fewest} is told, nor one from which such a number"
        f' could be worked out. Groups that small are put together as "{OTHERS}", and months that'
        ' small with the next. "At least 87 %" says that only few are left, "at most" that only'
        " few are. What the home itself did, such as audits, is about nobody and told as it is.",
        "Two summaries whose periods overlap, laid side by side, could show a small number: give"
        " out one row of periods that follow one another.",
        IN_TIME_METHOD,
        METHOD,
        "As the record has it now; the period decides by when something was recorded, sent, raised"
        " or began to be owed.",
    )


def _left_out(count: int, fewest: int) -> tuple[str, ...]:
    if not count:
        return ()
    return (f"Cases that name whoever made this are not counted: {count_words(count, fewest)}.",)


def _sections(
    desk: Desk, asked: Asked, chosen: Chosen, fewest: int, work: Work
) -> Iterator[Section]:
    found = gather(each_file(desk, chosen.cases, work), asked.period)
    with desk.store.reading() as unit:
        register = desk.register(unit)
    yield from Summary(found, learnt_in(desk, asked.period), register, fewest).sections()

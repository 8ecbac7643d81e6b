"""The cases a document is about, one after the other, each as its reader may see it."""

from collections.abc import Callable, Iterator

from sgtui.documents.making import begun, chosen
from sgtui.documents.model import Document, Section
from sgtui.documents.naming import count, not_shown
from sgtui.domain.london_time import moment_words
from sgtui.services.case import CaseView, read_case
from sgtui.services.desk import Desk
from sgtui.services.files import Chosen
from sgtui.services.refusals import NoSuchCase
from sgtui.services.reports import Asked
from sgtui.services.work import Work


def each_view(desk: Desk, cases: Chosen, work: Work) -> Iterator[CaseView]:
    """These cases, only one held at a time. Raises Stopped.

    One that has come to name its reader since the list was made is passed over (gate G21).
    """
    work.begin(len(cases.cases))
    for row in cases.cases:
        try:
            view = read_case(desk, row.case_id)
        except NoSuchCase:
            work.step()
            continue
        yield view
        work.step()


def cases_document(
    desk: Desk,
    asked: Asked,
    name: str,
    tell: Callable[[Chosen], Iterator[Section]],
    columns: tuple[str, ...],
    notes: tuple[str, ...],
) -> Document:
    """A document over one case or those of a period, told by `tell`, and what it leaves out.

    Raises NoSuchCase, NotForYou (G21).
    """
    cases = chosen(desk, asked)
    about, left_out = _about_words(desk, asked, cases), not_shown(cases.not_shown)
    return begun(desk, asked, name, tell(cases), columns, about, (*notes, *left_out))


def _about_words(desk: Desk, asked: Asked, cases: Chosen) -> str:
    """What stands under the title: the one person and case, else how many cases of which time."""
    if asked.reference and cases.cases:
        row = cases.cases[0]
        with desk.store.reading() as unit:
            name = desk.register(unit).person_name(row.person_id)
        return f"{row.reference}, {name}"
    counted = f"{count(len(cases.cases), 'case')} open at any time"
    since, until = asked.period.since, asked.period.until
    return f"{counted} from {moment_words(since)} to {moment_words(until)}"

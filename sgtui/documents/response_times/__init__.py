"""The response-time audit: how long each agency took at each stage, and how long we took (R90)."""

from collections.abc import Iterator

from sgtui.documents.making import begun
from sgtui.documents.model import Document, Section
from sgtui.documents.naming import not_shown
from sgtui.documents.response_times.records import COLUMNS
from sgtui.documents.response_times.sections import Audit
from sgtui.domain.spread import METHOD
from sgtui.domain.timeliness import IN_TIME_METHOD
from sgtui.services.desk import Desk
from sgtui.services.files import Chosen, each_file
from sgtui.services.reports import Asked
from sgtui.services.response_times import gathered, open_in_both
from sgtui.services.work import Work

_NOTES = (
    METHOD,
    IN_TIME_METHOD,
    "Of the period are referrals sent in it, challenges raised in it, and duties of ours that"
    " began in it, as the record has them now. The time allowed is that of the ladder which each"
    " case follows; what a decision waited for our answer is not the agency's time.",
    "One word that says two things, such as a decision without a receipt before it, times the"
    " first stage alone; from sending to the decision is always timed.",
    "Cases by their references; nobody's name is needed and none is in it.",
)


def make(desk: Desk, asked: Asked, work: Work) -> Document:
    """The audit of a period beside the one before it. Its sections raise Stopped."""
    chosen = open_in_both(desk, asked.period)
    sections = _sections(desk, asked, chosen, work)
    notes = (*_NOTES, *not_shown(chosen.not_shown))
    return begun(desk, asked, "response-times", sections, COLUMNS, notes=notes)


def _sections(desk: Desk, asked: Asked, chosen: Chosen, work: Work) -> Iterator[Section]:
    times = gathered(each_file(desk, chosen.cases, work), asked.period)
    with desk.store.reading() as unit:
        register = desk.register(unit)
    yield from Audit(times, register).sections()

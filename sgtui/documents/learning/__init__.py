"""The learning log: what was slow, lost or unclear, what was learnt, and what followed from it.

It tells of cases by their references alone (R88, R107, R108, R130; domain 4.8 (10)).
"""

from collections.abc import Iterator

from sgtui.documents.chronology.for_the_authority import other_residents_unnamed
from sgtui.documents.in_period import ends
from sgtui.documents.learning.actions import actions_section, to_come_section
from sgtui.documents.learning.figures import Log, short_section
from sgtui.documents.learning.reviews import ends_section, review_section
from sgtui.documents.making import begun
from sgtui.documents.model import Document, Section
from sgtui.documents.naming import count, not_shown
from sgtui.documents.rewording import reworded
from sgtui.services.desk import Desk
from sgtui.services.learning import shown_learning
from sgtui.services.learning_log import LogCases, audits_ended, in_period, lessons, log_cases
from sgtui.services.reports import Asked
from sgtui.services.work import Work

COLUMNS = (
    "sort", "reference", "at", "about", "delays", "gaps", "thresholds", "learnt", "owner",
    "due_at", "done_at", "verified_at", "state", "late", "took_hours",
)  # fmt: skip
"""One row for each review, lesson and learning action."""

_NOTES = (
    "After-action reviews of the period, what was learnt as challenges, cases and audits ended, "
    "and every learning action that was set, open, done or verified in it.",
    "No names of residents: cases stand by their references, and a resident's full name that "
    'somebody wrote reads "resident A". A first name alone stays as written.',
    "An action is late where it was done after it was due, or is not done and was due.",
)


def make(desk: Desk, asked: Asked, work: Work) -> Document:
    """The learning log of a period. Its sections raise Stopped."""
    cases = log_cases(desk, asked.period)
    sections = _sections(desk, asked, cases, work)
    return begun(desk, asked, "learning", sections, COLUMNS, notes=(*_NOTES, *_left_out(cases)))


def _left_out(cases: LogCases) -> Iterator[str]:
    yield f"{count(len(cases.cases), 'case')} looked at."
    yield from not_shown(cases.not_shown, gone="here or counted")


def _sections(desk: Desk, asked: Asked, cases: LogCases, work: Work) -> Iterator[Section]:
    now = desk.now()
    log = _log(desk, asked, cases, work)
    unnamed = other_residents_unnamed(log.register, ())
    for section in (
        short_section(log),
        review_section(log),
        ends_section(log),
        actions_section(log),
        to_come_section(log, now),
    ):
        yield reworded(section, unnamed)


def _log(desk: Desk, asked: Asked, cases: LogCases, work: Work) -> Log:
    """Everything the log tells, of each case only its few lines. Raises Stopped."""
    until = ends(asked, desk.now())
    told = tuple(lessons(desk, cases, asked.period, work))
    with desk.store.reading() as unit:
        register = desk.register(unit)
        shown = shown_learning(desk, unit, register)
    said = (*(one for case in told for one in case.said), *audits_ended(desk, asked.period))
    return Log(
        reviews=tuple(sorted((r for c in told for r in c.looked_back), key=lambda r: r.at)),
        owed=tuple(sorted((o for c in told for o in c.owed), key=lambda o: o.due_at)),
        said=tuple(sorted(said, key=lambda one: one.at)),
        actions=tuple(one for one in shown if in_period(one, asked.period, until)),
        every_action=shown,
        register=register,
        since=asked.period.since,
        until=until,
    )

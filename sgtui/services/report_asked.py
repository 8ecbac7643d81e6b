"""What a report is wanted about, from what somebody typed; and what cannot be reported on."""

from sgtui.domain.typed_period import PeriodReading
from sgtui.services.desk import Desk
from sgtui.services.files import Period, open_during
from sgtui.services.reports import Asked, Sort


class NothingToReport(Exception):
    """There is nothing that the report would be about."""


def asked_about(sort: Sort, period: PeriodReading, reference: str, *, demo: bool) -> Asked:
    """What is wanted, without what such a report does not need; `period` was read well."""
    assert period.since is not None and period.until is not None
    only = reference.strip().upper() if sort.needs == "case" else ""
    return Asked(Period(period.since, period.until), only, demo)


def refuse_empty(desk: Desk, sort: Sort, asked: Asked) -> None:
    """Raise NothingToReport where a report on cases would be about none.

    A report about a period is one also where nothing happened in it: it says so.
    """
    if sort.needs != "case" or asked.reference:
        return
    if not open_during(desk, asked.period).cases:
        raise NothingToReport("No case that is shown to you was open in that period.")

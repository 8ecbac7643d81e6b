"""When a case was open: from being recorded to its closing, and again from each reopening."""

from dataclasses import dataclass
from datetime import datetime

from sgtui.domain.case_file import CaseFile
from sgtui.domain.entries import ClosureApproved, Reopened


@dataclass(frozen=True)
class OpenTime:
    """One stretch during which a case was open."""

    since: datetime
    until: datetime | None
    """When it was closed; None while it is open."""

    def ends(self, now: datetime) -> datetime:
        """Its end so far, and never before it began."""
        return max(self.until or now, self.since)


def open_times(case: CaseFile) -> tuple[OpenTime, ...]:
    """Every stretch during which it was open, in order; none for a case entered in error."""
    if case.entries[0].id in case.struck:
        return ()
    found: list[OpenTime] = []
    since: datetime | None = case.opening.entry.recorded_at
    for entry in case.standing:
        if isinstance(entry.payload, ClosureApproved) and since is not None:
            found.append(OpenTime(since, entry.recorded_at))
            since = None
        elif isinstance(entry.payload, Reopened) and since is None:
            since = entry.recorded_at
    return (*found, OpenTime(since, None)) if since is not None else tuple(found)

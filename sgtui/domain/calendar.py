"""The calendar of a service: working days, desk hours, shifts, and the deadlines they give.

Nothing here reads a clock or the machine's time zone: days and clock times are London's.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from pydantic import BaseModel, ConfigDict, Field

from sgtui.domain.bank_holidays import (
    FEWEST_A_YEAR,
    LAST_COMPUTED_YEAR,
    Holiday,
    Jurisdiction,
    bank_holidays,
)
from sgtui.domain.deadline import Deadline, SkippedDay, Unit
from sgtui.domain.deadline_rules import FURTHEST, capped, reckon
from sgtui.domain.london_time import LONDON, day_words, in_london, in_utc
from sgtui.domain.opening_hours import OpeningHours, OpeningSpan, OpenPeriod
from sgtui.domain.shifts import Shift, ShiftPattern

__all__ = [
    "LONDON",
    "Calendar",
    "Deadline",
    "Holiday",
    "Jurisdiction",
    "OpenPeriod",
    "OpeningHours",
    "OpeningSpan",
    "Shift",
    "ShiftPattern",
    "SkippedDay",
    "Unit",
]

_LOOK_AHEAD_DAYS = 400


class Calendar(BaseModel):
    """Which days a service counts, and when its shifts change."""

    model_config = ConfigDict(frozen=True)

    jurisdiction: Jurisdiction = "ENG"
    """Whose bank holidays apply."""
    added_holidays: tuple[Holiday, ...] = ()
    """Days that the manager added: one-off holidays are announced late."""
    shifts: ShiftPattern = Field(default_factory=ShiftPattern)
    """When each shift begins."""
    computed_until: int = Field(default=LAST_COMPUTED_YEAR, le=LAST_COMPUTED_YEAR)
    """The last year whose bank holidays are worked out; later years must be added by hand."""

    def holiday(self, on: date) -> Holiday | None:
        """The bank holiday on a London date, shipped or added; None on any other day."""
        for added in self.added_holidays:
            if added.on == on:
                return added
        if on.year > self.computed_until:
            return None
        return bank_holidays(self.jurisdiction, on.year).get(on)

    def is_working_day(self, on: date) -> bool:
        """Whether a date is Monday to Friday and not a bank holiday."""
        return on.weekday() < 5 and self.holiday(on) is None

    def covered_until(self) -> date | None:
        """The last day of the years whose bank holidays are known without a gap.

        None when no year is known. One-off days that are announced later are never covered.
        """
        by_hand = [day.year for day in {added.on for added in self.added_holidays}]
        year = self.computed_until if self.computed_until > 0 else min(by_hand, default=1) - 1
        while by_hand.count(year + 1) >= FEWEST_A_YEAR:
            year += 1
        return date(year, 12, 31) if year > 0 else None

    def missing_holidays(self, now: datetime, days: int = 90) -> str | None:
        """A warning when the coming days reach into a year without known bank holidays."""
        last = in_london(now).date() + timedelta(days=days)
        covered = self.covered_until()
        if covered is not None and last <= covered:
            return None
        year = covered.year + 1 if covered else last.year
        after = f"after {day_words(covered)} " if covered else ""
        return (
            f"The bank holidays of {year} are not known, so deadlines {after}may be too early."
            f" Add the bank holidays of {year} to the register."
        )

    def opens_on(self, hours: OpeningHours, on: date) -> tuple[OpenPeriod, ...]:
        """The openings of a desk that begin on a London date, bank holidays heeded."""
        return hours.periods(on, bank_holiday=self.holiday(on) is not None)

    def is_open(self, hours: OpeningHours, at: datetime) -> bool:
        """Whether a desk answers at a moment; at its closing minute it no longer does."""
        moment, today = in_utc(at), in_london(at).date()
        periods = self.opens_on(hours, today - timedelta(days=1)) + self.opens_on(hours, today)
        return any(period.opens_at <= moment < period.closes_at for period in periods)

    def next_opening(self, hours: OpeningHours, at: datetime) -> datetime | None:
        """When a desk can next be rung: `at` itself when open, None when not within 400 days."""
        first = next(self.open_stretches(hours, at, days=_LOOK_AHEAD_DAYS), None)
        return first.opens_at if first else None

    def open_until(self, hours: OpeningHours, at: datetime) -> datetime | None:
        """When a desk that is open at `at` shuts; None when it is shut, or never shuts."""
        moment = in_utc(at)
        if hours.is_always:
            return None
        until = moment
        for stretch in self.open_stretches(hours, moment, days=_LOOK_AHEAD_DAYS):
            if stretch.opens_at != until:
                return until if until > moment else None
            until = stretch.closes_at
        return None

    def open_stretches(
        self, hours: OpeningHours, since: datetime, *, days: int = FURTHEST.days
    ) -> Iterator[OpenPeriod]:
        """The time a desk is open from `since` on, in order; stretches may touch, never overlap."""
        reached, first = in_utc(since), in_london(since).date()
        for step in range(-1, days + 1):
            for period in self.opens_on(hours, first + timedelta(days=step)):
                if period.closes_at > reached:
                    reached_to = max(period.opens_at, reached)
                    yield OpenPeriod(reached_to, period.closes_at)
                    reached = period.closes_at

    def shift_at(self, at: datetime) -> Shift:
        """The shift that contains a moment, its name and both its ends."""
        return self.shifts.shift_at(at)

    def shift_end(self, at: datetime) -> datetime:
        """The end of the shift that contains `at`; on the change itself, of the new shift."""
        return self.shift_at(at).ends_at

    def deadline(
        self,
        start: datetime,
        amount: int,
        unit: Unit,
        *,
        hours: OpeningHours | None = None,
        cap: Unit | None = None,
    ) -> Deadline:
        """When something started at `start` is due, and why then.

        `hours` are those of the desk concerned: they end a working day and count office hours.
        With `cap` END_OF_SHIFT it is never due after the shift that contains `start`.
        Nothing is due before its start; ValueError for an amount below 0 or over ten years,
        for a moment without its zone, and for any other cap.
        """
        if cap not in (None, Unit.END_OF_SHIFT):
            raise ValueError("Only the end of the shift can cap a deadline.")
        found = reckon(self, start, amount, unit, hours)
        return capped(self, found, start) if cap else found

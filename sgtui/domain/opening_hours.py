"""When a contact point answers: a desk by day, an emergency duty team by night, or always."""

from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from sgtui.domain.london_time import DAY_NAMES, from_london
from sgtui.domain.opening_words import BANK_HOLIDAY, read_opening_words

_MIDNIGHT = time(0)


class OpenPeriod(NamedTuple):
    """A stretch of time in which a desk answers: from `opens_at` up to, not at, `closes_at`."""

    opens_at: datetime
    closes_at: datetime


class OpeningSpan(BaseModel):
    """One opening in a week, on a London clock; it may run past midnight."""

    model_config = ConfigDict(frozen=True)

    day: int = Field(ge=0, le=BANK_HOLIDAY)
    """0 is Monday, 6 Sunday, 7 a bank holiday on whatever weekday."""
    opens: time
    """On the minute."""
    closes: time
    """On the minute; the next morning when not after `opens`, so equal times are 24 hours."""

    @model_validator(mode="after")
    def _on_the_minute(self) -> Self:
        for clock in (self.opens, self.closes):
            if clock.second or clock.microsecond or clock.tzinfo:
                raise ValueError("Opening hours are whole minutes: 08:30-17:00.")
        return self

    def words(self) -> str:
        """ "08:30-17:00"; an end at midnight is "24:00"."""
        closes = "24:00" if self.closes == _MIDNIGHT else f"{self.closes:%H:%M}"
        return f"{self.opens:%H:%M}-{closes}"

    def period(self, on: date) -> OpenPeriod:
        """This opening as it falls on one date, in UTC."""
        last = on if self.closes > self.opens else on + timedelta(days=1)
        return OpenPeriod(from_london(on, self.opens), from_london(last, self.closes))


class OpeningHours(BaseModel):
    """The week of a contact point, and what it does on bank holidays."""

    model_config = ConfigDict(frozen=True)

    week: tuple[OpeningSpan, ...] = ()
    """Every opening, in the order of the week; none at all means it never opens."""
    closed_on_bank_holidays: bool = True
    """False when a bank holiday is like any weekday, or has hours of its own in `week`."""

    @model_validator(mode="before")
    @classmethod
    def _from_words(cls, given: Any) -> Any:
        """Settings and ladders may write the hours as people say them."""
        if not isinstance(given, str):
            return given
        spans, closed = read_opening_words(given)
        week = [{"day": day, "opens": opens, "closes": closes} for day, opens, closes in spans]
        return {"week": week, "closed_on_bank_holidays": closed}

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        ordered = sorted(set(self.week), key=lambda span: (span.day, span.opens, span.closes))
        if list(self.week) != ordered:
            raise ValueError("Give the openings in the order of the week, each once.")
        if self.closed_on_bank_holidays and self.spans_for(BANK_HOLIDAY):
            raise ValueError("It has hours for bank holidays, so it is not closed on them.")
        return self

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the hours as people write them; ValueError says what cannot be read.

        "Mon-Thu 08:30-17:00, Fri 08:30-16:30", "Mon-Fri 09:00-12:00 13:00-17:00", "always",
        "never", and for an emergency duty team "Mon-Thu 17:00-08:30, Fri 16:30-08:30,
        Sat-Sun 08:30-08:30, bank holidays 08:30-08:30".
        """
        return cls.model_validate(text)

    @property
    def is_always(self) -> bool:
        """Whether it answers at every moment of the year."""
        whole_days = {(span.day, span.opens) for span in self.week if span.opens == span.closes}
        has_own_holidays = self.closed_on_bank_holidays or self.spans_for(BANK_HOLIDAY)
        days = range(8) if has_own_holidays else range(7)
        changes = {opens for _, opens in whole_days}
        return any(whole_days.issuperset((day, change) for day in days) for change in changes)

    def words(self) -> str:
        """The hours as `parse` reads them back."""
        if self == ALWAYS:
            return "always"
        holidays = self.spans_for(BANK_HOLIDAY)
        parts = self._weekday_words() or ["never"]
        if holidays:
            parts.append("bank holidays " + " ".join(span.words() for span in holidays))
        elif not self.closed_on_bank_holidays:
            parts.append("bank holidays as usual")
        return ", ".join(parts)

    def spans_for(self, day: int) -> tuple[OpeningSpan, ...]:
        """The openings that begin on a weekday (0 to 6) or on a bank holiday (7)."""
        return tuple(span for span in self.week if span.day == day)

    def periods(self, on: date, *, bank_holiday: bool) -> tuple[OpenPeriod, ...]:
        """The openings that begin on a date, in UTC; none when it stays shut."""
        day = on.weekday()
        if bank_holiday:
            if self.closed_on_bank_holidays:
                return ()
            day = BANK_HOLIDAY if self.spans_for(BANK_HOLIDAY) else day
        found = (span.period(on) for span in self.spans_for(day))
        return tuple(period for period in found if period.closes_at > period.opens_at)

    def _weekday_words(self) -> list[str]:
        """Days with the same hours that follow each other share one part: "Mon-Thu 08:30-17:00"."""
        by_day = [" ".join(span.words() for span in self.spans_for(day)) for day in range(7)]
        parts = []
        for hours, days in groupby(range(7), key=by_day.__getitem__):
            run = list(days)
            names = DAY_NAMES[run[0]] + (f"-{DAY_NAMES[run[-1]]}" if len(run) > 1 else "")
            if hours:
                parts.append(f"{names} {hours}")
        return parts


def read_hours(text: str) -> tuple[OpeningHours | None, str]:
    """The hours that were typed, or none and what to type instead in one sentence."""
    try:
        return OpeningHours.parse(text), ""
    except ValidationError as fault:
        errors = fault.errors(include_url=False, include_input=False)
        return None, " ".join(error["msg"].removeprefix("Value error, ") for error in errors)


ALWAYS = OpeningHours.parse("always")
"""Day and night, bank holidays too: 999, or a desk that never shuts."""

OFFICE_WEEK = OpeningHours.parse("Mon-Fri 09:00-17:00")
"""What is assumed, and said to be assumed, of a desk whose hours nobody has entered."""

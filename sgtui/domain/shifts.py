"""Shifts of a service: when each begins, and which one a moment belongs to."""

import re
from datetime import datetime, time, timedelta
from typing import Any, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, model_validator

from sgtui.domain.london_time import from_london, in_london, in_utc

_STANDARD_NAMES: dict[int, tuple[str, ...]] = {
    1: ("24 hour",),
    2: ("day", "night"),
    3: ("early", "late", "night"),
}
_START = re.compile(r"(?:([a-z][a-z ]{0,19}?)\s+)?([01]?\d|2[0-3])[:.]?([0-5]\d)(?=[\s,]|$)[\s,]*")


class Shift(NamedTuple):
    """One shift: from its start up to, but not including, the start of the next."""

    name: str
    starts_at: datetime
    ends_at: datetime


class ShiftPattern(BaseModel):
    """The times at which shifts change every day, on a London clock."""

    model_config = ConfigDict(frozen=True)

    starts: tuple[time, ...] = (time(8), time(20))
    """When each shift begins, earliest first, each time once."""
    names: tuple[str, ...] = ("day", "night")
    """What each shift is called, in the order of `starts`."""

    @model_validator(mode="before")
    @classmethod
    def _from_words(cls, given: Any) -> Any:
        return _read(given) if isinstance(given, str) else given

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not self.starts or list(self.starts) != sorted(set(self.starts)):
            raise ValueError("Give the start of each shift once, earliest first: 08:00 20:00.")
        if any(start.second or start.microsecond or start.tzinfo for start in self.starts):
            raise ValueError("A shift starts on a whole minute: 08:00.")
        if len(self.names) != len(self.starts) or len(set(self.names)) != len(self.names):
            raise ValueError("Give every shift a name of its own.")
        return self

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "08:00 20:00" or "early 07:00, late 14:00, night 21:00"; ValueError otherwise."""
        return cls.model_validate(text)

    def words(self) -> str:
        """The pattern as `parse` reads it: "day 08:00, night 20:00"."""
        pairs = zip(self.names, self.starts, strict=True)
        return ", ".join(f"{name} {start:%H:%M}" for name, start in pairs)

    def shift_at(self, at: datetime) -> Shift:
        """The shift that contains `at`; a moment exactly on a change belongs to the new shift."""
        moment, today = in_utc(at), in_london(at).date()
        days = [today + timedelta(days=n) for n in (-1, 0, 1)]
        changes = [
            (from_london(day, start), name)
            for day in days
            for name, start in zip(self.names, self.starts, strict=True)
        ]
        later = next(n for n, (starts_at, _) in enumerate(changes) if starts_at > moment)
        starts_at, name = changes[later - 1]
        return Shift(name, starts_at, changes[later][0])


def _read(text: str) -> dict[str, Any]:
    """The fields of a pattern written in words."""
    rest, found = text.strip().lower()[:200], []
    while rest:
        match = _START.match(rest)
        if match is None:
            raise ValueError("Give the start of each shift: 08:00 20:00.")
        found.append((time(int(match[2]), int(match[3])), match[1]))
        rest = rest[match.end() :]
    standard = _STANDARD_NAMES.get(len(found), tuple(f"shift {n + 1}" for n in range(len(found))))
    names = tuple(given or usual for (_, given), usual in zip(found, standard, strict=True))
    return {"starts": tuple(start for start, _ in found), "names": names}

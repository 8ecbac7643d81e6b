"""When something in an invented story happened, told from now or from what happened before.

- "-20m", "-3h20m", "-2d4h": so long before now
- "+15m", "+1h5m": so long after what came before
- "-3d 14:10": three days ago at that time in London; "-3w" counts working days
- "+1d 09:30": the day after what came before; "+2w" counts working days
- "night 02:10": in the last night that is over, or nearly
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sgtui.domain.calendar import Calendar
from sgtui.domain.london_time import from_london, in_london

_SPAN = re.compile(r"([+-])(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?")
_DAY = re.compile(r"([+-])(\d+)([dw]) (\d\d):(\d\d)")
_NIGHT = re.compile(r"night (\d\d):(\d\d)")
_NIGHT_OVER = 6
"""The hour before which the last night is the one before."""


@dataclass(frozen=True)
class StoryTime:
    """Reads the times of a story told at `now` in a service with this calendar."""

    now: datetime
    calendar: Calendar

    def read(self, told: str, before: datetime) -> datetime:
        """The moment meant, where `before` is when the last thing happened. ValueError if none."""
        if match := _NIGHT.fullmatch(told):
            return self._last_night(time(int(match[1]), int(match[2])))
        if match := _DAY.fullmatch(told):
            start = before if match[1] == "+" else self.now
            on = self._day(in_london(start).date(), match[1], int(match[2]), match[3])
            return from_london(on, time(int(match[4]), int(match[5])))
        match = _SPAN.fullmatch(told)
        if match is None or not any(match.groups()[1:]):
            raise ValueError(f"{told} is not a time of a story")
        days, hours, minutes = (int(part or 0) for part in match.groups()[1:])
        span = timedelta(days=days, hours=hours, minutes=minutes)
        return before + span if match[1] == "+" else self.now - span

    def _last_night(self, clock: time) -> datetime:
        local = in_london(self.now)
        last = local.date() if local.hour >= _NIGHT_OVER else local.date() - timedelta(days=1)
        return from_london(last, clock)

    def _day(self, on: date, sign: str, count: int, unit: str) -> date:
        step = timedelta(days=1 if sign == "+" else -1)
        if unit == "d":
            return on + step * count
        while count:
            on += step
            count -= self.calendar.is_working_day(on)
        return on

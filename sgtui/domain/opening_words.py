"""Opening hours as people write them, read into days and times."""

import re
from datetime import time

BANK_HOLIDAY = 7
"""The eighth day of a desk's week: a bank holiday, on whatever weekday it falls."""

WrittenSpan = tuple[int, time, time]
"""Day of the week, opens, closes."""

_LONGEST = 400
_EXAMPLE = "Write hours like this: Mon-Thu 08:30-17:00, Fri 08:30-16:30."
_DAYS = (
    "mon monday",
    "tue tues tuesday",
    "wed weds wednesday",
    "thu thur thurs thursday",
    "fri friday",
    "sat saturday",
    "sun sunday",
    "bankholiday bankholidays",
)
_DAY_NUMBERS = {name: number for number, names in enumerate(_DAYS) for name in names.split()}
_WHOLE_DAY = ("24h", "24hours", "24hrs")
_SPAN = re.compile(r"(\d{1,2})[:.]?(\d{2})-(\d{1,2})[:.]?(\d{2})", re.ASCII)


def read_opening_words(text: str) -> tuple[list[WrittenSpan], bool]:
    """The spans in the order of the week, and whether bank holidays are closed.

    ValueError, in a sentence for the person who typed, when it cannot be read.
    """
    tokens = _tokens(text)
    if tokens == ["always"]:
        return [(day, time(0), time(0)) for day in range(7)], False
    reader = _Reader()
    for token in tokens:
        reader.take(token)
    return reader.finished()


def _tokens(text: str) -> list[str]:
    """Words and ranges, with ranges drawn together: "Mon to Thu" is "mon-thu"."""
    if len(text) > _LONGEST:
        raise ValueError(f"That is too long. {_EXAMPLE}")
    plain = re.sub(r"\s*(?:[-\u2010-\u2015]|\bto\b)\s*", "-", text.strip().lower())
    for said, meant in (("bank holiday", "bankholiday"), ("as usual", "usual"), ("24 h", "24h")):
        plain = plain.replace(said, meant)
    tokens = [token for token in re.split(r"[\s,;&]+", plain) if token not in ("", "and")]
    if not tokens:
        raise ValueError(_EXAMPLE)
    return tokens


class _Reader:
    """Takes words one at a time: days first, then the hours of those days."""

    def __init__(self) -> None:
        self.spans: set[WrittenSpan] = set()
        self.days: list[int] = []
        self.days_have_hours = False
        self.closed_on_bank_holidays = True
        self.said_never = False

    def take(self, token: str) -> None:
        """One word more."""
        days = _days(token)
        if days:
            self._take_days(days)
        elif token == "never" and not self.days:
            self.said_never = True
        else:
            self._take_hours(token)

    def finished(self) -> tuple[list[WrittenSpan], bool]:
        """What was read; ValueError when days are left without hours."""
        if not self.said_never and not self.days_have_hours:
            raise ValueError(f"Some days have no hours. {_EXAMPLE}")
        if self.days and not self.days_have_hours:
            raise ValueError(f"Some days have no hours. {_EXAMPLE}")
        return sorted(self.spans), self.closed_on_bank_holidays

    def _take_days(self, days: list[int]) -> None:
        self.days = days if self.days_have_hours else self.days + days
        self.days_have_hours = False

    def _take_hours(self, token: str) -> None:
        if not self.days:
            raise ValueError(_EXAMPLE)
        if token == "usual":
            if self.days != [BANK_HOLIDAY]:
                raise ValueError('Only bank holidays can be "as usual".')
            self.closed_on_bank_holidays = False
        elif token != "closed":
            opens, closes = _times(token)
            self.spans |= {(day, opens, closes) for day in self.days}
            if BANK_HOLIDAY in self.days:
                self.closed_on_bank_holidays = False
        self.days_have_hours = True


def _days(token: str) -> list[int]:
    """ "mon-thu" is 0 to 3, "sat-mon" is 5, 6 and 0; an empty list when it names no day."""
    if token in ("daily", "everyday"):
        return list(range(7))
    first, dash, last = token.partition("-")
    if first not in _DAY_NUMBERS or (dash and last not in _DAY_NUMBERS):
        return []
    start, end = _DAY_NUMBERS[first], _DAY_NUMBERS[last if dash else first]
    if BANK_HOLIDAY in (start, end):
        if start != end:
            raise ValueError("Give the hours for bank holidays on their own.")
        return [BANK_HOLIDAY]
    return [(start + step) % 7 for step in range((end - start) % 7 + 1)]


def _times(token: str) -> tuple[time, time]:
    """ "08:30-17:00", or "24h" for a whole day."""
    if token in _WHOLE_DAY:
        return time(0), time(0)
    match = _SPAN.fullmatch(token)
    if match is None:
        raise ValueError(_EXAMPLE)
    return _clock(match[1], match[2]), _clock(match[3], match[4], may_be_24=True)


def _clock(hour: str, minute: str, *, may_be_24: bool = False) -> time:
    """A time of day; "24:00" only as an end."""
    hours, minutes = int(hour), int(minute)
    if may_be_24 and (hours, minutes) == (24, 0):
        return time(0)
    if hours > 23 or minutes > 59:
        raise ValueError("Hours go from 00 to 23 and minutes from 00 to 59.")
    return time(hours, minutes)

"""The words of a typed time, taken apart without yet asking whether such a time exists."""

import re
from typing import NamedTuple

from sgtui.domain.london_time import DAY_NAMES, MONTH_NAMES


class UnreadableError(Exception):
    """What was typed is not the shape of a time."""


class Ago(NamedTuple):
    """A typed "-1d 2h": so long before now."""

    days: int
    minutes: int
    in_the_future: bool


class TypedDay(NamedTuple):
    """The day of a typed time; with every field None, no day was typed."""

    days_ago: int | None = None
    """0 for today, 1 for yesterday, -1 for tomorrow."""
    weekday: int | None = None
    """0 is Monday; beside a date it must agree with it."""
    day: int | None = None
    month: int | None = None
    year: int | None = None


class TypedTime(NamedTuple):
    """A typed clock time, its day and its zone, none of them checked yet."""

    day: TypedDay
    clock: tuple[int, int] | None
    """Hour and minute, as typed; None when only a day was typed."""
    zone: str
    """ "gmt", "bst" or empty."""


_WEEKDAYS = (
    r"mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?"
)
_MONTHS = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_WEEKDAY_STEMS = [name.lower() for name in DAY_NAMES]
_MONTH_STEMS = [name.lower() for name in MONTH_NAMES]
_DAYS_AGO = {"today": 0, "yesterday": 1, "yest": 1, "yday": 1, "tomorrow": -1}

_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2})|h(?P<after_h>\d{2})?)(?P<half>[ap]m)?"
    r"|(?P<hour_of>\d{1,2})(?P<minute_of>\d{2})(?P<half_of>[ap]m)?"
    r"|(?P<hour_only>\d{1,2})(?P<half_only>[ap]m)|(?P<noon>noon|midday)|(?P<midnight>midnight)",
    re.ASCII,
)
_NAMED_DAY = re.compile(
    rf"(?:last )?(?P<weekday>{_WEEKDAYS})|(?P<named>today|yesterday|yest|yday|tomorrow)", re.ASCII
)
_DATE = re.compile(
    rf"(?:(?P<weekday>{_WEEKDAYS}) )?(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?[ -]?(?P<name>{_MONTHS})"
    r"(?:[ -](?P<y1>\d{4}))?"
    r"|(?P<d2>\d{1,2})[/-](?P<m2>\d{1,2})(?:[/-](?P<y2>\d{4}|\d{2}))?"
    r"|(?P<d3>\d{1,2})\.(?P<m3>\d{1,2})\.(?P<y3>\d{4}|\d{2})"
    r"|(?P<y4>\d{4})-(?P<m4>\d{2})-(?P<d4>\d{2}))",
    re.ASCII,
)
_AGO_PART = re.compile(
    r"(\d{1,8}) ?(weeks?|w|days?|d|hours?|hrs?|h|minutes?|mins?|m)(?![a-z]) ?", re.ASCII
)
_MINUTES_AFTER_HOURS = re.compile(r"(\d{1,8}h) ?([0-5]?\d)$", re.ASCII)
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))


def read_ago(text: str) -> Ago | None:
    """Read "now", "-2h", "-1h30", "2 hours ago", "+2h"; None when it is another kind of time."""
    plain = _plain(text)
    if plain in ("now", "just now"):
        return Ago(0, 0, in_the_future=False)
    sign, rest = plain[:1], plain[1:].strip()
    if sign not in ("-", "+"):
        if not plain.endswith(" ago"):
            return None
        sign, rest = "-", plain.removesuffix(" ago")
    days, minutes = _amounts(_MINUTES_AFTER_HOURS.sub(r"\1 \2m", rest))
    return Ago(days, minutes, in_the_future=sign == "+")


def read_typed_time(text: str) -> TypedTime:
    """Read a clock time with or without a day, in either order; UnreadableError otherwise."""
    words, zone = _without_zone(_plain(text).replace(",", " ").split())
    words = [word for word in words if word not in ("at", "on")]
    for clock_words, day_words in _splits(words):
        clock = _clock("".join(clock_words))
        day = _day(" ".join(day_words)) if day_words else TypedDay()
        if clock is not None and day is not None:
            return TypedTime(day, clock, zone)
    whole = _day(" ".join(words))
    if whole is None:
        raise UnreadableError
    return TypedTime(whole, None, zone)


def read_day_words(text: str) -> TypedDay | None:
    """The day of "24 dec 1940", "24/12/1940", "thu 24 dec"; None for anything else."""
    return _day(_plain(text).replace(",", " ").strip())


def _plain(text: str) -> str:
    """Lower case, plain hyphens, single spaces."""
    return " ".join(text.translate(_DASHES).lower().replace("y'day", "yday").split())


def _amounts(text: str) -> tuple[int, int]:
    """Days and minutes of "1d 2h"; UnreadableError when anything else is left."""
    days = minutes = 0
    rest = text
    while rest:
        match = _AGO_PART.match(rest)
        if match is None:
            raise UnreadableError
        amount, unit = int(match[1]), match[2][0]
        days += amount * {"w": 7, "d": 1}.get(unit, 0)
        minutes += amount * {"h": 60, "m": 1}.get(unit, 0)
        rest = rest[match.end() :]
    if not text:
        raise UnreadableError
    return days, minutes


def _without_zone(words: list[str]) -> tuple[list[str], str]:
    """A zone typed at the end, or run together with the time: "01:30gmt"."""
    for zone, meant in (("gmt", "gmt"), ("utc", "gmt"), ("bst", "bst")):
        if words and words[-1].endswith(zone):
            rest = words[-1].removesuffix(zone)
            return [*words[:-1], rest] if rest else words[:-1], meant
    return words, ""


def _splits(words: list[str]) -> list[tuple[list[str], list[str]]]:
    """Where the clock may stand: the last word or two, or the first word or two."""
    if len(words) == 1 and words[0][10:11] == "t":
        return [([words[0][11:]], [words[0][:10]])]  # 2026-11-22t14:30
    ends = [(words[-n:], words[:-n]) for n in (1, 2) if len(words) >= n]
    return ends + [(words[:n], words[n:]) for n in (1, 2) if len(words) > n]


def _clock(text: str) -> tuple[int, int] | None:
    """Hour and minute of "14:30", "1430", "930", "14h", "2.30pm", "noon"."""
    match = _CLOCK.fullmatch(text)
    if match is None:
        return None
    if match["noon"] or match["midnight"]:
        return (12, 0) if match["noon"] else (0, 0)
    hour = int(match["hour"] or match["hour_of"] or match["hour_only"])
    minute = int(match["minute"] or match["after_h"] or match["minute_of"] or 0)
    half = match["half"] or match["half_of"] or match["half_only"]
    if half and not 1 <= hour <= 12:
        return None
    return (hour % 12 + (12 if half == "pm" else 0) if half else hour), minute


def _day(text: str) -> TypedDay | None:
    """The day of "yesterday", "mon", "22 nov", "22/11/2026"; None for anything else."""
    named = _NAMED_DAY.fullmatch(text)
    if named and named["named"]:
        return TypedDay(days_ago=_DAYS_AGO[named["named"]])
    if named:
        return TypedDay(weekday=_weekday(named["weekday"]))
    match = _DATE.fullmatch(text)
    return _date(match) if match else None


def _date(match: re.Match[str]) -> TypedDay:
    """The parts of a date, whichever of the four styles it was typed in."""
    style = next(style for style in "1234" if match[f"d{style}"])
    name = match["name"]
    month = _MONTH_STEMS.index(name[:3]) + 1 if name else int(match[f"m{style}"])
    return TypedDay(
        weekday=_weekday(match["weekday"]),
        day=int(match[f"d{style}"]),
        month=month,
        year=_year(match[f"y{style}"]),
    )


def _weekday(name: str | None) -> int | None:
    """0 for "mon", "monday"; None when no weekday was typed."""
    return _WEEKDAY_STEMS.index(name[:3]) if name else None


def _year(typed: str | None) -> int | None:
    """Two digits are of this century; None when no year was typed."""
    if typed is None:
        return None
    return int(typed) + (2000 if len(typed) == 2 else 0)

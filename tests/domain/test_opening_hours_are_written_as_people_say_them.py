"""Opening hours read from words, given back as words, and stored as JSON."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgtui.domain.calendar import OpeningHours, OpeningSpan

MINUTES = st.times().map(lambda at: at.replace(second=0, microsecond=0, tzinfo=None))
SPANS = st.builds(OpeningSpan, day=st.integers(0, 7), opens=MINUTES, closes=MINUTES)


@st.composite
def weeks(draw: st.DrawFn) -> OpeningHours:
    spans = draw(st.sets(SPANS, max_size=12))
    week = tuple(sorted(spans, key=lambda span: (span.day, span.opens, span.closes)))
    own = any(span.day == 7 for span in week)
    return OpeningHours(week=week, closed_on_bank_holidays=not own and draw(st.booleans()))


@given(weeks())
def test_any_week_survives_being_written_and_read(hours: OpeningHours) -> None:
    assert OpeningHours.parse(hours.words()) == hours


@given(weeks())
def test_any_week_survives_json(hours: OpeningHours) -> None:
    assert OpeningHours.model_validate_json(hours.model_dump_json()) == hours


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Mon-Thu 08:30-17:00, Fri 08:30-16:30", "Mon-Thu 08:30-17:00, Fri 08:30-16:30"),
        ("monday to friday 0900 to 1700", "Mon-Fri 09:00-17:00"),
        ("Mon, Wed & Fri 9.00 - 12.00", "Mon 09:00-12:00, Wed 09:00-12:00, Fri 09:00-12:00"),
        ("Mon-Fri 09:00-12:00 and 13:00-17:00", "Mon-Fri 09:00-12:00 13:00-17:00"),
        ("daily 24 hours, bank holidays as usual", "always"),
        ("Sat to Mon 10:00-24:00", "Mon 10:00-24:00, Sat-Sun 10:00-24:00"),
        ("Mon-Fri 09:00-17:00, bank holidays closed", "Mon-Fri 09:00-17:00"),
        ("NEVER", "never"),
    ],
)
def test_common_ways_of_writing_hours_are_understood(typed: str, words: str) -> None:
    assert OpeningHours.parse(typed).words() == words


@pytest.mark.parametrize(
    "typed",
    ["", "Mon", "09:00-17:00", "Mon 9-5", "Mon 25:00-26:00", "Mon 09:00-17:00, Fri", "x" * 9999]
    + ["Mon as usual", "Fri-bank holidays 09:00-17:00", "soon", "Mon never"],
)
def test_hours_that_cannot_be_read_are_refused(typed: str) -> None:
    with pytest.raises(ValueError):
        OpeningHours.parse(typed)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(typed: str) -> None:
    try:
        hours = OpeningHours.parse(typed)
    except ValueError:
        return
    assert OpeningHours.parse(hours.words()) == hours


def test_always_is_always_whenever_its_day_changes() -> None:
    assert OpeningHours.parse("always").is_always
    assert OpeningHours.parse("daily 08:30-08:30, bank holidays as usual").is_always
    assert not OpeningHours.parse("daily 08:30-08:30").is_always
    assert not OpeningHours.parse("Mon-Sat 24h, bank holidays as usual").is_always


def test_seconds_are_refused() -> None:
    with pytest.raises(ValueError):
        OpeningSpan(day=0, opens=time(9, 0, 30), closes=time(17))

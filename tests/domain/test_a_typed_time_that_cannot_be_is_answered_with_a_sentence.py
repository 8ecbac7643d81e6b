"""A time that is in the future, impossible or not a time: a plain sentence, never an error."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgtui.domain.london_time import LONDON
from sgtui.domain.when import read_time

NOW = datetime(2026, 11, 22, 14, 32, 10, tzinfo=LONDON)
FUTURE = "That is in the future. Type a past time: now, -2h, 1430."
UNREADABLE = "That is not a time. Type when: now, -2h, 1430 or yest 14:30."
LATER = st.timedeltas(timedelta(0), timedelta(days=5000))
CLOCK_WORDS = st.sampled_from(
    ["now", "-", "+", "ago", "at", "last", "yest", "today", "mon", "sun", "feb", "oct", "mar"]
    + ["22", "29", "31", "1430", "0130", "25:70", "2026", "1899", "0000", "2026-11-22T", "t", "/"]
    + [":", ".", "pm", "h", "d", "gmt", "bst", "\u202e", "\x1b[31m", "\x00", "\u0661:\u0663"]
)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", "Type when: now, -2h, 1430 or yest 14:30."),
        ("   ", "Type when: now, -2h, 1430 or yest 14:30."),
        ("today 15:00", FUTURE),
        ("tomorrow 09:00", FUTURE),
        ("+2h", FUTURE),
        ("22/11/2027 14:30", FUTURE),
        ("22 nov 23:00", f"{FUTURE} For 2025, add the year."),
        ("25:70", "25:70 is not a time of day: hours go to 23, minutes to 59."),
        ("24:00", "24:00 is not a time of day: hours go to 23, minutes to 59."),
        ("31 feb 10:00", "There is no 31 Feb."),
        ("29 feb 10:00", "There is no 29 Feb in 2026."),
        ("13/13 10:00", "There are 12 months. Type day/month: 22/11 14:30."),
        ("mon 20 nov 11:30", "That date is Fri 20 Nov 2026. Check the day."),
        ("22/11/1899 10:00", "That is more than 120 years ago. Check the year."),
        ("-99999999d", "That is more than 120 years ago. Check the year."),
        ("1/1/0000 10:00", "That is more than 120 years ago. Check the year."),
        ("yesterday", "Add a time of day, such as yest 14:30."),
        (
            "20 nov 2026",
            "Add a time of day after the year; type a time with a colon: 20:26.",
        ),
        ("14:30 bst", "London clocks were on winter time then. Leave bst out."),
        ("soon", UNREADABLE),
        ("9", UNREADABLE),
        ("13pm", UNREADABLE),
        ("-", UNREADABLE),
        ("gmt", UNREADABLE),
        ("\u202e14:30", UNREADABLE),
        ("9" * 100_000, UNREADABLE),
    ],
)
def test_the_sentence_says_what_to_type(typed: str, problem: str) -> None:
    reading = read_time(typed, NOW)
    assert (reading.at, reading.echo, reading.problem) == (None, "", problem)


@given(
    st.one_of(st.text(), st.lists(CLOCK_WORDS, max_size=6).map(" ".join)),
    LATER,
)
def test_whatever_is_typed_there_is_a_past_moment_or_a_problem(
    typed: str, later: timedelta
) -> None:
    now = NOW + later
    reading = read_time(typed, now)
    if reading.at is None:
        assert reading.problem
        assert not reading.echo
    else:
        assert reading.echo
        assert not reading.problem
        assert reading.at <= now
        assert reading.at.tzinfo is UTC


@given(st.lists(st.sampled_from("\x1b\x07\u202e\u2066ab"), min_size=1).map("".join))
def test_what_was_typed_is_not_repeated(typed: str) -> None:
    assert read_time(typed, NOW).problem == UNREADABLE


def test_a_now_without_its_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        read_time("now", NOW.replace(tzinfo=None))

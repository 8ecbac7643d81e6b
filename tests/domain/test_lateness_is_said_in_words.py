"""How late, or how soon: in few cells for the queue, in full for a sentence."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgtui.domain.urgency import lateness, lateness_spoken, span_words

DUE = datetime(2026, 11, 20, 11, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("late", "queue", "spoken"),
    [
        (timedelta(days=2, hours=3, minutes=59), "LATE 2d 3h", "2 days 3 hours late"),
        (timedelta(days=1, minutes=5), "LATE 1d", "1 day late"),
        (timedelta(minutes=40), "LATE 40m", "40 minutes late"),
        (timedelta(hours=5), "LATE 5h", "5 hours late"),
        (timedelta(seconds=30), "LATE under 1m", "less than a minute late"),
        (timedelta(0), "DUE under 1m", "due in less than a minute"),
        (timedelta(hours=-1, minutes=-10), "DUE 1h 10m", "due in 1 hour 10 minutes"),
        (timedelta(minutes=-1), "DUE 1m", "due in 1 minute"),
        (timedelta(days=-4), "DUE 4d", "due in 4 days"),
    ],
)
def test_a_span_is_said_from_its_two_largest_parts(
    late: timedelta, queue: str, spoken: str
) -> None:
    assert lateness(DUE, DUE + late) == queue
    assert lateness_spoken(DUE, DUE + late) == spoken


@given(st.timedeltas(timedelta(days=-3650), timedelta(days=3650)))
def test_a_span_of_years_fits_ten_cells(delta: timedelta) -> None:
    assert len(span_words(delta)) <= 9
    assert span_words(delta) == span_words(-delta)

"""Whatever is typed as a period, the answer is a period that has begun or a sentence."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sgtui.domain.typed_period import read_period

SOMETIME = st.datetimes(
    datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)  # noqa: DTZ001
)  # fmt: skip
DAY = st.one_of(
    st.text(max_size=12),
    st.builds("{}{}".format, st.integers(0, 400), st.sampled_from("dw")),
    st.builds("{}/{}".format, st.integers(0, 32), st.integers(0, 13)),
    st.builds("{}/{}/{}".format, st.integers(1, 31), st.integers(1, 12), st.integers(1999, 2060)),
)


@given(first=DAY, last=DAY, now=SOMETIME)
def test_a_period_begins_before_it_ends_and_ends_by_now(
    first: str, last: str, now: datetime
) -> None:
    read = read_period(first, last, now)
    if read.problem:
        assert read.since is None and read.until is None
        return
    assert read.since is not None and read.until is not None
    assert read.since <= read.until <= now
    assert read.first.on is not None and read.last.on is not None
    assert read.last.on - read.first.on >= timedelta(0)

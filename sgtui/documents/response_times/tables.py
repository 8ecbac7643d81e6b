"""The tables, charts and figures of the response-time audit."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta

from sgtui.documents.model import Bar, Cell, Chart, Column, Table
from sgtui.domain.ladder import Duty
from sgtui.domain.response_times import ReferralTimes, Standing, Timing
from sgtui.domain.spread import hours, spread
from sgtui.domain.timeliness import Timeliness, timeliness

STAGE_WORDS = {
    Duty.RECEIPT: "Received",
    Duty.ACKNOWLEDGEMENT: "In hand",
    Duty.DECISION: "Decided",
    Duty.OUTCOME: "Outcome",
}
"""What ends each of their four stages, every one counted from the stage before it."""

OUR_WORDS = {
    Duty.TELL_SHIFT_LEADER: "Tell shift leader",
    Duty.MAKE_SAFE: "Make safe",
    Duty.FULL_RECORD: "Full record",
    Duty.INTERNAL_ESCALATION: "Tell the lead",
    Duty.THRESHOLD: "Decide threshold",
    Duty.COUNTERSIGN: "Countersign",
    Duty.REFERRAL: "Send the referral",
    Duty.NOTIFICATION: "Tell others",
    Duty.CHASE: "Ring their desk",
    Duty.ANSWER_AGENCY: "Answer them",
    Duty.INTERNAL_REVIEW: "Review inside",
    Duty.SAFEGUARD_FIRST_REVIEW: "New safeguard",
    Duty.SAFEGUARD_REVIEW: "Safeguard review",
    Duty.FIRST_REVIEW: "First review",
    Duty.PLAN_REVIEW: "Plan review",
}
"""Our own duties, short enough for a table of eighty columns."""

WHOLE = "Sent to decided"

Named = tuple[str, Timeliness]
"""A row of a table: what is timed, and how it stands."""

_FIGURES = (
    Column("Done", right=True),
    Column("Median", right=True),
    Column("9 in 10", right=True),
    Column("Longest", right=True),
    Column("In time", right=True),
    Column("Waits", right=True),
)


def words_of(duty: Duty) -> str:
    """A duty in the words of this audit."""
    return STAGE_WORDS.get(duty) or OUR_WORDS.get(duty) or duty.label


def our_rows(ours: Sequence[Timing]) -> Iterator[Named]:
    """Each duty of ours that has anything to say."""
    for duty, words in OUR_WORDS.items():
        row = of_duty(ours, duty)
        if not row.is_empty:
            yield words, row


def of_duty(times: Iterable[Timing], duty: Duty) -> Timeliness:
    """How the times of one duty stand together."""
    return timeliness(one for one in times if one.duty is duty)


def stage_rows(referrals: Sequence[ReferralTimes]) -> Iterator[Named]:
    """Each stage of these referrals that has anything to say."""
    every = [timing for one in referrals for timing in one.timings]
    for duty, words in STAGE_WORDS.items():
        row = of_duty(every, duty)
        if not row.is_empty:
            yield words, row


def whole_row(referrals: Sequence[ReferralTimes]) -> tuple[Cell, ...]:
    """From sending to the decision, for which no ladder gives one time."""
    found = spread(one.whole for one in referrals if one.whole is not None)
    if found is None:
        return (WHOLE, 0, None, None, None, None, None)
    return (WHOLE, found.n, found.median, found.ninety, found.worst, None, None)


def figures_table(
    first: str, rows: Iterable[Named], title: str = "", more: Iterable[tuple[Cell, ...]] = ()
) -> Table:
    """A row for each, with how many, how long and what share in time."""
    cells = tuple((words, *_cells(row)) for words, row in rows)
    return Table((Column(first, 2), *_FIGURES), (*cells, *more), title)


def _cells(row: Timeliness) -> tuple[Cell, ...]:
    found = row.answered
    spread_cells = (found.median, found.ninety, found.worst) if found else (None, None, None)
    return (row.n, *spread_cells, share_words(row), row.running)


def compared_table(rows: Iterable[tuple[str, Timeliness, Timeliness]]) -> Table:
    """This period beside the one before."""
    columns = (
        Column("What", 2),
        Column("Done", right=True),
        Column("before", right=True),
        Column("Median", right=True),
        Column("before", right=True),
        Column("In time", right=True),
        Column("before", right=True),
    )
    cells = tuple(
        (words, now.n, was.n, _median(now), _median(was), share_words(now), share_words(was))
        for words, now, was in rows
        if not (now.is_empty and was.is_empty)
    )
    return Table(columns, cells)


def _median(row: Timeliness) -> timedelta | None:
    return row.answered.median if row.answered else None


def share_words(row: Timeliness) -> str | None:
    """ "83.3 %"; nothing where there is nothing to judge."""
    return None if row.percent is None else f"{row.percent:g} %"


def figures(name: str, row: Timeliness) -> Iterator[tuple[str, Cell]]:
    """One row as named numbers."""
    found = row.answered
    yield f"{name}/done", row.n
    yield f"{name}/median_hours", found.median if found else None
    yield f"{name}/ninety_hours", found.ninety if found else None
    yield f"{name}/longest_hours", found.worst if found else None
    yield f"{name}/in_time", row.in_time
    yield f"{name}/judged", row.judged
    yield f"{name}/in_time_percent", row.percent
    yield f"{name}/waiting", row.running
    yield f"{name}/oldest_hours", row.oldest


def share_chart(theirs: Iterable[Named], ours: Iterable[Named]) -> Chart:
    """What share was in time: theirs, and ours beside it."""
    bars = [_share_bar(words, row, ours=False) for words, row in theirs if row.judged]
    bars += [_share_bar(_us(words), row, ours=True) for words, row in ours if row.judged]
    return Chart("In time: agencies, and we ourselves (hatched)", tuple(bars), "% in time")


def _us(words: str) -> str:
    return f"Us: {words.lower()}"


def _share_bar(label: str, row: Timeliness, *, ours: bool) -> Bar:
    share = row.percent or 0.0
    words = f"{share:g} % of {row.judged}"
    return Bar(label, share, words, "hatched" if ours else "solid")


def median_chart(
    duty: Duty, agencies: Mapping[str, Sequence[ReferralTimes]], ours: Named | None = None
) -> Chart | None:
    """The median of each agency at one stage, with a line at the time allowed; None without any."""
    mine = {name: _timings(sent, duty) for name, sent in agencies.items()}
    bars = [bar for name, found in mine.items() for bar in _median_bars(name, timeliness(found))]
    if not bars:
        return None
    if ours is not None:
        bars += _median_bars(_us(ours[0]), ours[1], ours=True)
    allowed = spread(timing.allowed for found in mine.values() for timing in found)
    limit = hours(allowed.median) if allowed else None
    words = f"{limit:g} h, the median of the time allowed" if limit is not None else ""
    return Chart(f"{words_of(duty)}: median", tuple(bars), "hours", limit, words)


def _timings(referrals: Iterable[ReferralTimes], duty: Duty) -> list[Timing]:
    return [one for sent in referrals for one in sent.timings if one.duty is duty]


def _median_bars(label: str, row: Timeliness, *, ours: bool = False) -> list[Bar]:
    if row.answered is None:
        return []
    median = hours(row.answered.median)
    words = f"{median:g} h, {row.n} done"
    return [Bar(label, median, words, "hatched" if ours else "solid")]


def late_ones(times: Iterable[tuple[str, Timing]], most: int) -> tuple[tuple[Cell, ...], ...]:
    """The most late of these, each with who owed it: the longest past its time first."""
    late = [(owed_by, one) for owed_by, one in times if one.standing.missed]
    late.sort(key=lambda pair: (-pair[1].late_by, pair[1].reference, pair[1].duty.value))
    return tuple(
        (one.reference, words_of(one.duty), owed_by, one.late_by, _NOW[one.standing])
        for owed_by, one in late[:most]
    )


_NOW = {
    Standing.LATE: "done",
    Standing.RUNNING_LATE: "still waits",
    Standing.ENDED_LATE: "never came",
}

"""Whatever happens, no time without an active, reviewed safeguard goes unreported."""

from datetime import datetime, timedelta
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from sgtui.domain.case_file import CaseFile
from sgtui.domain.continuity import continuity
from sgtui.domain.entries import SafeguardEnded, SafeguardReviewed, SafeguardStarted
from tests.domain.a_home import an_id
from tests.domain.case_builder import Told, a_full_record

STEADY = settings(max_examples=200, deadline=None, derandomize=True, database=None)

FIRST, AFTER = timedelta(hours=24), timedelta(hours=72)
"""What the shipped ladder gives a safeguard until its first and until each further review."""


class Deed(NamedTuple):
    """Something done about safeguards: after how many hours, told how much later, to which."""

    kind: str
    after: int
    late: float
    which: int


DEEDS = st.lists(
    st.builds(
        Deed,
        st.sampled_from(
            ("safeguard_started", "safeguard_reviewed", "not_working", "safeguard_ended")
        ),
        st.sampled_from((1, 5, 23, 25, 71, 80, 200)),
        st.sampled_from((0, 0, 0.5, 30)),
        st.integers(0, 5),
    ),
    max_size=12,
)


def story(deeds: list[Deed]) -> Told:
    told = a_full_record("2026-11-19 09:00").tell("safeguard_started")
    for deed in deeds:
        told.later(hours=deed.after)
        at = max(told.now - timedelta(hours=deed.late), told.entries[0].occurred_at)
        begun = [said.entry.id for said in told.case.active_safeguards]
        chosen = begun[deed.which % len(begun)] if begun else an_id("none")
        if deed.kind == "safeguard_started":
            told.tell(deed.kind, at=at)
        elif deed.kind == "not_working" and begun:
            told.tell("safeguard_reviewed", at=at, safeguard=chosen, effective="no")
        elif deed.kind != "not_working" and begun:
            told.tell(deed.kind, at=at, safeguard=chosen)
    return told.later(hours=100)


class Protection(NamedTuple):
    """By hand and slowly: when one safeguard ran, and each look at it with what it found."""

    since: datetime
    until: datetime | None
    looks: list[tuple[datetime, int, bool]]

    def holds(self, at: datetime) -> bool:
        """Whether it runs, works and had its last look in time."""
        if at < self.since or (self.until is not None and self.until <= at):
            return False
        before = sorted(look for look in self.looks if self.since <= look[0] <= at)
        if not before:
            return at < self.since + FIRST
        return before[-1][2] and at < before[-1][0] + AFTER


def protections(case: CaseFile) -> list[Protection]:
    return [
        Protection(
            started.at,
            next((s.at for s in case.of(SafeguardEnded) if s.what.safeguard == mine), None),
            [
                (s.at, s.entry.number, s.what.effective == "yes")
                for s in case.of(SafeguardReviewed)
                if s.what.safeguard == mine
            ],
        )
        for started in case.of(SafeguardStarted)
        for mine in (started.entry.id,)
    ]


@STEADY
@given(DEEDS)
def test_every_half_hour_is_protected_or_in_a_gap_and_never_both(deeds: list[Deed]) -> None:
    told = story(deeds)
    case = told.case
    found = continuity(case, tuple(told.clocks.values()), told.now)
    by_hand = protections(case)
    at = min(one.since for one in by_hand)
    while at < told.now:
        gaps = [gap for gap in found.gaps if gap.since <= at and (not gap.until or at < gap.until)]
        protected = any(one.holds(at) for one in by_hand)
        assert protected is not bool(gaps), f"{at}: {gaps}"
        assert protected is any(span.holds(at) for span in found.spans)
        at += timedelta(minutes=30)


@STEADY
@given(DEEDS)
def test_gaps_are_in_order_apart_and_as_long_as_they_say(deeds: list[Deed]) -> None:
    told = story(deeds)
    gaps = continuity(told.case, tuple(told.clocks.values()), told.now).gaps
    for gap in gaps:
        until = gap.until or told.now
        assert gap.since < until <= told.now
        assert abs(float(gap.hours) - (until - gap.since).total_seconds() / 3600) <= 0.1
    for before, after in zip(gaps, gaps[1:], strict=False):
        assert before.until is not None and before.until < after.since

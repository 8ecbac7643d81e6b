"""Whatever is done to protect, watch, judge and tell: no clock vanishes and nothing breaks off."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sgtui.domain.continuity import continuity
from sgtui.domain.duties.notification import owed_notifications
from sgtui.domain.evidence import evidence
from sgtui.domain.in_force import in_force
from sgtui.domain.monitoring import Sight, shifts_seen, watches
from tests.domain import any_protection
from tests.domain.a_home import HOME, LADDER, LEAD, LEADER, MANAGER
from tests.domain.any_case import BEGINNINGS, STARTS, Move, story
from tests.domain.case_builder import Told

STEADY = settings(max_examples=60, deadline=None, derandomize=True, database=None)
CORRECTIONS = ("amended", "entered_in_error")

_AROUND = (
    *CORRECTIONS, "review_held", "closure_requested", "closure_approved", "reopened",
    "threshold_decided", "safety_checked", "statement_taken",
)  # fmt: skip
MOVES = st.lists(
    st.builds(
        Move,
        kind=st.sampled_from((*any_protection.KINDS, *_AROUND)),
        after=st.sampled_from((0, 1, 15, 90, 600, 1500, 4400)),
        back=st.sampled_from((0, 0, 0, 20, 300, 1500)),
        author=st.sampled_from((LEADER, LEAD, MANAGER)),
        pick=st.integers(0, 1000),
    ),
    min_size=4,
    max_size=16,
)


def whole(start: str, beginning: str, moves: list[Move]) -> Told:
    return list(story(start, beginning, moves))[-1]


@STEADY
@given(STARTS, BEGINNINGS, MOVES)
def test_no_clock_that_had_begun_vanishes_and_an_open_case_owes_something(
    start: str, beginning: str, moves: list[Move]
) -> None:
    began: set[str] = set()
    for told in story(start, beginning, moves):
        there = told.clocks
        assert began <= set(there)
        running = in_force(there.values(), told.now)
        assert bool(running) == told.case.is_open
        began |= {clock.key for clock in running}
    for clock in there.values():
        assert clock.started_at <= clock.due_at <= clock.late_at
        assert clock.met_at is None or clock.started_at <= clock.met_at


@STEADY
@given(STARTS, BEGINNINGS, MOVES)
def test_each_observation_stands_in_one_shift_and_no_shift_is_both(
    start: str, beginning: str, moves: list[Move]
) -> None:
    told = whole(start, beginning, moves)
    shifts = shifts_seen(told.case, HOME.calendar, told.now)
    entries = [said.entry.id for one in shifts for said in one.observations]
    assert len(entries) == len(set(entries))
    assert all(bool(one.observations) is (one.sight is Sight.MADE) for one in shifts)
    starts = [one.shift.starts_at for one in shifts]
    assert starts == sorted(set(starts))


@STEADY
@given(STARTS, BEGINNINGS, MOVES)
def test_what_is_missed_is_over_and_what_is_held_has_a_hand(
    start: str, beginning: str, moves: list[Move]
) -> None:
    told = whole(start, beginning, moves)
    for watch in watches(told.case, HOME.calendar, told.now):
        assert all(watch.started.at < at <= told.now for at in watch.missed)
        assert list(watch.missed) == sorted(set(watch.missed))
    for held in evidence(told.case):
        assert [link.at for link in held.custody] == sorted(link.at for link in held.custody)


@STEADY
@given(STARTS, BEGINNINGS, MOVES)
def test_every_running_duty_to_tell_is_among_those_still_owed(
    start: str, beginning: str, moves: list[Move]
) -> None:
    told = whole(start, beginning, moves)
    running = {c.key.split(".")[2] for c in told.of("notification") if c.is_open}
    owed = {one.notification.value for one in owed_notifications(told.case, LADDER, HOME)}
    if told.case.is_open:
        assert running <= owed
        assert all(gap.hours > 0 for gap in continuity(told.case, (), told.now).gaps)

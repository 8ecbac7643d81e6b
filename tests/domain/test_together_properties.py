"""What is true however agencies, meetings, plans and actions come together and apart."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sgtui.domain.actions import ActionState
from sgtui.domain.in_force import in_force
from tests.domain.a_home import LEAD, LEADER, MANAGER, ON_CALL
from tests.domain.any_case import BEGINNINGS, STARTS, Move, story
from tests.domain.any_plan import KINDS
from tests.domain.test_any_case_properties import accounted_for

_BESIDE = (
    "observation_made", "observation_made", "threshold_decided", "referral_sent",
    "referral_decided", "notification_decided", "amended", "entered_in_error",
)  # fmt: skip

MOVES = st.lists(
    st.builds(
        Move,
        kind=st.sampled_from((*KINDS, *KINDS, *_BESIDE)),
        after=st.sampled_from((0, 1, 90, 600, 4400, 20000)),
        back=st.sampled_from((0, 0, 0, 20, 1500, 9000)),
        author=st.sampled_from((LEADER, LEAD, MANAGER, ON_CALL)),
        pick=st.integers(0, 1000),
    ),
    min_size=8,
    max_size=30,
)
STEADY = settings(max_examples=120, deadline=None, derandomize=True, database=None)


@STEADY
@given(STARTS, BEGINNINGS, MOVES)
def test_what_had_begun_never_vanishes_and_an_open_case_always_owes_something(
    start: str, beginning: str, moves: list[Move]
) -> None:
    began: dict[str, int] = {}
    for told in story(start, beginning, moves):
        there = told.clocks
        for key, number in began.items():
            assert key in there, f"{key}, begun by entry {number}, is gone"
            assert accounted_for(there[key], told, number), f"{key} runs no more, and why?"
        running = in_force(there.values(), told.now)
        assert bool(running) == told.case.is_open
        for clock in running:
            assert clock.started_at <= clock.due_at
            began.setdefault(clock.key, len(told.entries))


@STEADY
@given(STARTS, BEGINNINGS, MOVES)
def test_nobody_verifies_what_they_did_themselves(
    start: str, beginning: str, moves: list[Move]
) -> None:
    *_, told = story(start, beginning, moves)
    for action in told.case.actions:
        if action.state is ActionState.VERIFIED:
            assert action.done is not None and action.verified is not None
            entry, done = action.done
            assert action.verified.recorded_by not in (entry.recorded_by, done.done_by)


@STEADY
@given(STARTS, BEGINNINGS, MOVES)
def test_a_case_closes_only_with_everything_agreed_at_its_end(
    start: str, beginning: str, moves: list[Move]
) -> None:
    for told in story(start, beginning, moves):
        if told.entries[-1].kind == "closure_approved":
            assert all(action.settled for action in told.case.actions)
            assert not any(meeting.outstanding for meeting in told.case.meetings)
            assert told.case.coordination.running is None

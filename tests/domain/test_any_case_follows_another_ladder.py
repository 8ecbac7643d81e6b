"""In any case, whenever it changes to another ladder, what had begun never vanishes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sgtui.domain.duties import OUTLIVES
from sgtui.domain.entries import Entry
from sgtui.domain.entries.review import LadderPinned
from sgtui.domain.in_force import in_force
from sgtui.domain.ladder import Duty, Ladder
from tests.domain.a_home import MANAGER, an_id
from tests.domain.any_case import BEGINNINGS, MOVES, STARTS, Move, story
from tests.domain.boards_ladders import SOUTH_TYNESIDE, ladder_of
from tests.domain.case_builder import Told
from tests.domain.followed_ladders import OTHER, clocks_of, with_duty, without

OTHERS = (
    ladder_of(SOUTH_TYNESIDE),
    without(Duty.RECEIPT, "other-2"),
    with_duty(Duty.DECISION, amount=40).model_copy(update={"version": OTHER}),
)


def changed_midway(told: Told, after: int, version: str) -> list[Told]:
    """The same case with a change of ladder after so many entries, as it stood from then on."""
    entries = list(told.entries)
    after = min(after, len(entries))
    last = entries[after - 1]
    pin = Entry(
        id=an_id("pin"),
        case_id=last.case_id,
        number=after + 1,
        occurred_at=last.recorded_at,
        recorded_at=last.recorded_at,
        recorded_by=MANAGER,
        payload=LadderPinned(version=version, reason="The board's own"),
    )
    later = [e.model_copy(update={"number": e.number + 1}) for e in entries[after:]]
    whole = [*entries[:after], pin, *later]
    return [
        Told(now=whole[end - 1].recorded_at, entries=whole[:end])
        for end in range(after, len(whole) + 1)
    ]


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(STARTS, BEGINNINGS, MOVES, st.integers(2, 20), st.sampled_from(OTHERS))
def test_nothing_that_had_begun_is_gone_and_an_open_case_owes_something(
    start: str, beginning: str, moves: list[Move], after: int, other: Ladder
) -> None:
    began: set[str] = set()
    for told in changed_midway(list(story(start, beginning, moves))[-1], after, other.version):
        there = clocks_of(told, *OTHERS)
        assert began <= set(there)
        owed = in_force(there.values(), told.now)
        assert bool([one for one in owed if one.duty not in OUTLIVES]) == told.case.is_open
        began |= {clock.key for clock in owed}
        for clock in there.values():
            assert clock.met_at is None or clock.ended_at is None
            assert clock.ended_at is None or clock.ended_at >= clock.started_at

"""A case that follows another ladder from now on: which of its deadlines that moves."""

from collections.abc import Sequence

from sgtui.domain.case_file import fold
from sgtui.domain.clock_history import followed_since
from sgtui.domain.entries import DeadlineMoved, Entry
from sgtui.domain.ladder_change import deadlines_moved
from sgtui.domain.register import Register
from sgtui.services.desk import Desk


def moved_by_ladder(
    desk: Desk, register: Register, before: Sequence[Entry], after: Sequence[Entry]
) -> tuple[DeadlineMoved, ...]:
    """What the chronology says of each deadline that another ladder moved (domain 4.3).

    Nothing where the case follows the ladder it followed `before`, or is new.
    """
    if not before or len(before) == len(after):
        return ()
    was, now = fold(before), fold(after)
    if was.ladder_version == now.ladder_version:
        return ()
    ladder = desk.ladder_of(register, now)
    words = followed_since(ladder.version, desk.now())
    reason = f"{words[:1].upper()}{words[1:]} (source: {ladder.authority})."
    return deadlines_moved(
        desk.clocks(register, was), desk.clocks(register, now), desk.now(), reason
    )

"""Many times judged together: how they spread, and what share was in time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from sgtui.domain.response_times import Standing
from sgtui.domain.spread import Spread, percent, spread


class Timed(Protocol):
    """Something that took time, or takes it still."""

    @property
    def taken(self) -> timedelta:
        """How long, so far where it runs."""
        ...

    @property
    def standing(self) -> Standing:
        """How it stands."""
        ...


@dataclass(frozen=True, slots=True)
class Timeliness:
    """What is said of some times together."""

    answered: Spread | None
    """Of those that were done; None where none was."""
    in_time: int
    judged: int
    """Those done, and those that are late or ended late: of these `in_time` is a share."""
    running: int
    oldest: timedelta | None
    """The longest that one still runs."""

    @property
    def n(self) -> int:
        """How many were done."""
        return self.answered.n if self.answered else 0

    @property
    def percent(self) -> float | None:
        """The share in time in hundredths; None where there is nothing to judge."""
        return percent(self.in_time, self.judged)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to say."""
        return not (self.judged or self.running)


def timeliness(times: Iterable[Timed]) -> Timeliness:
    """These times judged together. What runs and is not late is neither in time nor late yet."""
    there = tuple(times)
    in_time = sum(one.standing is Standing.IN_TIME for one in there)
    ages = [one.taken for one in there if one.standing.runs]
    return Timeliness(
        answered=spread(one.taken for one in there if one.standing.answered),
        in_time=in_time,
        judged=in_time + sum(one.standing.missed for one in there),
        running=len(ages),
        oldest=max(ages, default=None),
    )


IN_TIME_METHOD = (
    "In time is what was done by when it was due, as a share of all that was done or is late. What"
    " still runs is shown as an age and never counted as done; what stopped being asked for before"
    " it was due is not counted."
)
"""How the share is worked out, in words for whoever reads it."""

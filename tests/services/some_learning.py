"""Learning said in the services' home, as people would."""

from datetime import datetime, timedelta
from uuid import UUID

from sgtui.domain.entries import LearningDone, LearningSet, LearningVerified
from sgtui.domain.entries.choices import LearningSort
from sgtui.domain.learning import Learning
from sgtui.services.desk import Desk
from sgtui.services.learning import read_learning, say_of_learning
from tests.services.conftest import Home

LEARNT_SO = "Their words go first in every referral."


def an_hour(now: datetime, owner: UUID, **other: object) -> LearningSet:
    """An hour on challenge for shift leaders, due in a fortnight."""
    given = {
        "sort": LearningSort.TRAINING,
        "what": "An hour on challenge and thresholds for shift leaders",
        "owner": owner,
        "due_at": now + timedelta(days=14),
        "because": "Two challenges were settled a rung too high.",
    }
    return LearningSet.model_validate({**given, **other})


def to_learn(home: Home, owner: UUID | None = None, **other: object) -> LearningSet:
    """The same, seen to by the manager if not said."""
    return an_hour(home.clock.at, owner or home.manager, **other)


def done(home: Home, learning: UUID, how: str = "Joy and Tom took part") -> LearningDone:
    """It was done just now."""
    return LearningDone(learning=learning, how=how, done_at=home.clock.at)


def seen(learning: UUID, shown_by: str = "Asked both of them about it") -> LearningVerified:
    """Somebody has seen that it was."""
    return LearningVerified(learning=learning, shown_by=shown_by)


def set_now(home: Home, owner: UUID | None = None, **other: object) -> UUID:
    """Set at the manager's desk; its id."""
    return say_of_learning(home.desk, to_learn(home, owner, **other)).id


def the_learning(desk: Desk) -> Learning:
    """The one thing that is set."""
    (found,) = read_learning(desk).there
    return found

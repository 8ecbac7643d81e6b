"""What can be said of learning: each a form made from the fields of its entry."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

from sgtui.domain.entries import (
    LearningDone,
    LearningDropped,
    LearningSet,
    LearningVerified,
    Payload,
)
from sgtui.domain.learning import Learning, LearningState
from sgtui.domain.people import Right
from sgtui.services.desk import Desk
from sgtui.services.learning import say_of_learning
from sgtui.ui.screens.register_form import RegisterFormScreen
from sgtui.ui.screens.register_sections import Section, Seen
from sgtui.ui.widgets.row_list import Row


class Saying(Section):
    """One thing that can be said of learning."""

    right = Right.DECIDE
    said: ClassVar[str]
    """What the status line says once it is saved."""

    def known(self, one: Learning, _now: datetime) -> dict[str, Any]:
        """What is filled in from the start."""
        return {"learning": one.id}

    def rows(self, _seen: Seen, _width: int) -> list[Row]:
        """The learning screen lists what there is, not these."""
        return []

    def save(self, desk: Desk, said: Payload, /) -> tuple[str, str]:
        """Say it; gives the key of its row, and what to say. Raises NotYet."""
        assert isinstance(said, LearningSet | LearningDone | LearningVerified | LearningDropped)
        entry = say_of_learning(desk, said)
        key = entry.id if isinstance(said, LearningSet) else said.learning
        return str(key), self.said


class Setting(Saying):
    """Something new to be learnt."""

    title, one, kind, said = "New learning", "learning", LearningSet, "Set. It is in the queue."
    help = "Training, supervision, a policy or how it is done here: who sees to it, and by when."


class Doing(Saying):
    """It was done."""

    title, one, kind, said = "Learning done", "learning", LearningDone, "Done. Another verifies it."
    help = "What was done, and who took part. Another person then sees that it was."

    def known(self, one: Learning, now: datetime) -> dict[str, Any]:
        """Done now, until another time is typed."""
        return {"learning": one.id, "done_at": now}


class Seeing(Saying):
    """Another person has seen that it was done."""

    title, one, kind, said = "Verify learning", "learning", LearningVerified, "Verified."
    help = "What you saw for yourself, and whether it helps."


class Dropping(Saying):
    """It is not wanted any more."""

    title, one, kind, said = "Drop learning", "learning", LearningDropped, "Dropped."
    help = "Why it is not wanted any more. It stays on record."


WAYS: Mapping[LearningState, tuple[Saying, ...]] = {
    LearningState.OPEN: (Doing(), Dropping()),
    LearningState.DONE: (Seeing(),),
}
"""What can be said of learning as it stands; of what is settled nothing more."""


def key_of(saying: Saying, one: Learning | None) -> str:
    """The key under which what was typed waits."""
    return f"new {saying.kind.kind_word()} {one.id if one else ''}".strip()


class LearningFormScreen(RegisterFormScreen):
    """Something said of learning."""

    heading = "Learning"
    purpose = (
        "Sets something to be learnt, or says what became of it. Ctrl+S saves. Esc goes back; "
        "what you typed waits until you open it again or sign out."
    )

    @property
    def what(self) -> str:
        """What is said."""
        return self._section.title

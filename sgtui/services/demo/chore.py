"""Something that somebody of the invented home did: when, who, and what was written of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sgtui.services.desk import Desk
from sgtui.services.ports import WriteUnit


@dataclass(frozen=True)
class Chore:
    """One thing done at one moment of the story of the home."""

    at: datetime
    by: UUID
    write: Callable[[Desk, WriteUnit], object]
    """Writes it, once whoever did it has the pen."""

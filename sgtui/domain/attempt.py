"""An entry somebody wants to make, and what stands in the way of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from sgtui.domain.case_file import CaseFile
from sgtui.domain.entries import Payload
from sgtui.domain.entries.choices import Risk
from sgtui.domain.ladder import Ladder
from sgtui.domain.people import StaffMember
from sgtui.domain.register import Register


@dataclass(frozen=True)
class Missing:
    """One thing that stands in the way of an entry."""

    gate: str
    sentence: str
    mends: str = ""
    """The kind of entry that mends it; the desk offers it under F4."""


@dataclass(frozen=True)
class Attempt:
    """An entry somebody wants to make, and all that a gate may look at."""

    case: CaseFile
    payload: Payload
    author: StaffMember
    register: Register
    now: datetime | None = None
    """When it is attempted; without it no time is refused for lying ahead."""
    occurred_at: datetime | None = None
    """When it is said to have happened."""
    ladder: Ladder | None = None
    """The ladder that the case follows; without it nothing is held against a ladder."""


Gate = Callable[[Attempt], Iterable[Missing]]
"""What one gate finds missing."""


def is_immediate(case: CaseFile) -> bool:
    """Whether the urgent path applies: ring first, record after (R14)."""
    return case.risk is Risk.IMMEDIATE

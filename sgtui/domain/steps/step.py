"""One entry that may be made now, and how a duty offers it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from sgtui.domain.case_file import CaseFile
from sgtui.domain.clock import Clock
from sgtui.domain.entries import CASE_KINDS


@dataclass(frozen=True)
class Step:
    """One entry that may be made now, with what is already known filled in."""

    kind: str
    label: str
    known: dict[str, Any] = field(default_factory=dict)


Offers = Callable[[CaseFile, Clock], Iterable[Step]]
"""What may be recorded about a running clock, the likeliest first."""


def step(kind: str, label: str = "", **known: Any) -> Step:
    """A step to an entry of that kind; without a label it is called as the kind is."""
    return Step(kind, label or CASE_KINDS[kind].title, known)

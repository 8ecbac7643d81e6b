"""What opening the record gives the app: the screens there are, or why it did not open."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from textual.screen import Screen

from sgtui.ui.background import Explanations
from sgtui.ui.widgets.title_line import TitleFacts

MakeScreen = Callable[..., Screen[Any]]
"""Makes a screen; what it takes is between its maker and who opens it."""


@dataclass(frozen=True)
class Loaded:
    """What opening the record gives the app."""

    first: Callable[[], Screen[Any]]
    screens: Mapping[str, MakeScreen] = field(default_factory=dict)
    """The screens there are, by name: what is not here is not offered."""
    explanations: Explanations = field(default_factory=dict)
    facts: TitleFacts = TitleFacts()
    lock: Callable[[], None] | None = None
    """Locks the desk; None while nobody can be locked out."""
    idle_seconds: float = 0.0
    """Seconds without a key after which the desk locks itself; 0 for never."""
    close: Callable[[], None] | None = None
    """Closes the record, after the last write."""


@dataclass(frozen=True)
class NotLoaded:
    """Why the record could not be opened, and the exit status that says so to a script."""

    sentence: str
    status: int

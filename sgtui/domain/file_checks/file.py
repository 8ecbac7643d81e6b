"""The file that a checklist is held against, and what each test says of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from sgtui.domain.case_file import CaseFile
from sgtui.domain.clock import Clock
from sgtui.domain.entries import Entry
from sgtui.domain.entries.choices import AuditAnswer
from sgtui.domain.entries.payload import LINE_LIMIT
from sgtui.domain.ladder import Duty, Ladder
from sgtui.domain.london_time import moment_words
from sgtui.domain.register import Register


@dataclass(frozen=True)
class AuditedFile:
    """One case file as it is now, with its clocks."""

    case: CaseFile
    ladder: Ladder
    clocks: tuple[Clock, ...]
    register: Register
    now: datetime

    def of(self, *duties: Duty) -> tuple[Clock, ...]:
        """The clocks of some duties that have begun."""
        return tuple(c for c in self.clocks if c.duty in duties and c.started_at <= self.now)

    def pending(self, *duties: Duty) -> Clock | None:
        """The first of these duties to be due that is owed now and not late."""
        return in_time(self.of(*duties), self.now)


@dataclass(frozen=True)
class Checked:
    """What the entries themselves say about one item."""

    answer: AuditAnswer
    because: str
    """What in the file shows it, or what is missing; one line, with the numbers of entries."""

    def __post_init__(self) -> None:
        """Cut so that it can be kept as one line."""
        if len(self.because) > LINE_LIMIT:
            object.__setattr__(self, "because", f"{self.because[: LINE_LIMIT - 3].rstrip()}...")


Check = Callable[[AuditedFile], Checked | None]
"""One test of a file; None where only somebody who reads it can tell."""


def met(because: str) -> Checked:
    """The file has it."""
    return Checked(AuditAnswer.YES, because)


def lacking(because: str) -> Checked:
    """The file does not have it."""
    return Checked(AuditAnswer.NO, because)


def beside(because: str) -> Checked:
    """It does not apply, or not yet."""
    return Checked(AuditAnswer.NOT_APPLICABLE, because)


def not_yet(clock: Clock) -> Checked:
    """Owed, and not late: it cannot be asked of the file yet."""
    return beside(f"Not due until {moment_words(clock.due_at)}: {clock.title}.")


def lacking_unless_in_time(file: AuditedFile, because: str, *duties: Duty) -> Checked:
    """Missing, unless one of these duties runs and is not late."""
    clock = file.pending(*duties)
    return not_yet(clock) if clock else lacking(because)


def was_late(clock: Clock, now: datetime) -> bool:
    """Whether it was ever late, or is."""
    until = min(at for at in (clock.met_at, clock.ended_at, now) if at is not None)
    return clock.started_at <= until and clock.due_at < until


def is_late(clock: Clock, now: datetime) -> bool:
    """Whether it is owed and late now."""
    return clock.runs(now) and clock.due_at < now


def in_time(clocks: Iterable[Clock], now: datetime) -> Clock | None:
    """Of several clocks the first to be due that is owed now and not late."""
    running = [clock for clock in clocks if clock.runs(now) and clock.due_at >= now]
    return min(running, key=lambda clock: (clock.due_at, clock.key), default=None)


def entries_words(entries: Iterable[Entry]) -> str:
    """ "entry 3", "entries 3, 5 and 7", "entries 3, 5, 7 and 12 more"."""
    numbers = [str(entry.number) for entry in entries]
    if len(numbers) == 1:
        return f"entry {numbers[0]}"
    if len(numbers) > _MOST_NAMED + 1:
        shown, more = ", ".join(numbers[:_MOST_NAMED]), len(numbers) - _MOST_NAMED
        return f"entries {shown} and {more} more"
    return f"entries {', '.join(numbers[:-1])} and {numbers[-1]}"


_MOST_NAMED = 8


def by_entries(entries: Iterable[Entry], words: str = "") -> str:
    """What entries show, as a sentence: "Entry 3.", "Asked: entries 3 and 5."."""
    named = entries_words(entries)
    return f"{words}: {named}." if words else f"{named[:1].upper()}{named[1:]}."

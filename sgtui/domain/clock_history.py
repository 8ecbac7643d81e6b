"""What became of clocks that later entries changed: put right, or of a ladder followed no more.

None vanishes. What a correction took the ground from stays, ended. What was settled under a former
ladder stays as it was settled, and what that one never asked for is not late for the time before.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from sgtui.domain.clock import Clock
from sgtui.domain.entries import Amended, EnteredInError, Entry, LadderPinned, Payload
from sgtui.domain.london_time import day_words, in_london

Reckon = Callable[[Sequence[Entry]], Iterable[Clock]]
"""The clocks that these entries of a case give, by the ladder they follow at their end."""


def ended(clock: Clock, at: datetime, why: str) -> Clock:
    """The clock, ended at a moment for a reason without being met."""
    said = f"{clock.explanation} Ended: {why}."
    return replace(clock, ended_at=at, explanation=said)


def with_history(entries: Sequence[Entry], reckon: Reckon) -> tuple[Clock, ...]:
    """Every clock that these entries ever gave, as it stands or as it came to an end."""
    history = _History(entries, reckon)
    for entry in entries:
        if isinstance(entry.payload, LadderPinned):
            history.follow(entry, entry.payload.version)
        elif isinstance(entry.payload, Amended | EnteredInError) and _may_move(entries, entry):
            why = f"entry {entry.number} put right what had started it"
            history.keep(history.begun_before(entry), entry, why)
    return tuple(history.clocks.values())


def followed_since(version: str, at: datetime) -> str:
    """ "the case follows ladder X since Sun 22 Nov 2026"."""
    return f"the case follows ladder {version} since {day_words(in_london(at).date())}"


class _History:
    """The clocks of one case by key, corrected entry after entry."""

    def __init__(self, entries: Sequence[Entry], reckon: Reckon) -> None:
        self.clocks = {clock.key: clock for clock in reckon(entries)}
        self._entries = entries
        self._reckon = reckon
        self._settled: set[str] = set()
        """Keys that stay as a former ladder settled them."""

    def begun_before(self, entry: Entry) -> list[Clock]:
        """What had begun by the record just before an entry."""
        known = self._reckon(self._entries[: entry.number - 1])
        return [clock for clock in known if clock.started_at <= entry.recorded_at]

    def keep(self, begun: Iterable[Clock], entry: Entry, why: str) -> None:
        """What is there no more stays, ended by that entry where it was still owed."""
        for clock in begun:
            over = ended(clock, entry.recorded_at, why) if clock.is_open else clock
            self.clocks.setdefault(clock.key, over)

    def follow(self, pinned: Entry, version: str) -> None:
        """From this entry on the case followed another ladder."""
        begun = self.begun_before(pinned)
        former = {clock.key for clock in begun}
        for clock in self._reckon(self._entries[: pinned.number]):
            if not clock.is_open and clock.key not in former:
                self._never_owed(clock, version)
        for clock in begun:
            if _settled_alike(clock, self.clocks.get(clock.key)):
                self._settle(clock)
        self.keep(begun, pinned, followed_since(version, pinned.recorded_at))

    def _never_owed(self, then: Clock, version: str) -> None:
        now = self.clocks.get(then.key)
        if now is not None and not now.is_open:
            why = f"it was over before the case followed ladder {version}"
            self._settle(ended(replace(now, met_at=None), now.started_at, why))

    def _settle(self, clock: Clock) -> None:
        if clock.key not in self._settled:
            self._settled.add(clock.key)
            self.clocks[clock.key] = clock


def _may_move(entries: Sequence[Entry], correction: Entry) -> bool:
    """Whether a correction can alter any clock: other words for what was said alter none."""
    said = correction.payload
    if not isinstance(said, Amended):
        return True
    target = next((entry.payload for entry in entries if entry.id == said.entry), None)
    return target is None or any(
        not _only_words(target, name, value) for name, value in said.changes.items()
    )


def _only_words(payload: Payload, name: str, value: object) -> bool:
    """Whether a field held words before and holds words now."""
    ask = type(payload).asks().get(name)
    was = getattr(payload, name, None)
    in_words = isinstance(was, str) and isinstance(value, str) and bool(value.strip())
    return ask is not None and ask.how in ("line", "story") and in_words


def _settled_alike(then: Clock, now: Clock | None) -> bool:
    """Whether it was over before and, by what is known since, in the same way."""
    return now is not None and not then.is_open and not now.is_open and then.met_at == now.met_at

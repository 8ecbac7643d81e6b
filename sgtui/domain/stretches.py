"""Stretches of time with what they mean, and laying them over one another."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime


@dataclass(frozen=True)
class Stretch:
    """From one moment up to, not at, another, and what holds then."""

    since: datetime
    until: datetime | None
    """None while it goes on."""
    words: str

    def holds(self, at: datetime) -> bool:
        """Whether it contains a moment."""
        return self.since <= at and (self.until is None or at < self.until)

    def cut(self, at: datetime | None) -> "Stretch":
        """The same, over at a moment at the latest, and never before it began."""
        ends = [end for end in (self.until, at) if end is not None]
        return replace(self, until=max(min(ends), self.since)) if ends else self


def without(whole: Stretch, holes: Iterable[Stretch]) -> Iterator[Stretch]:
    """What is left of a stretch once others are taken out of it, in order."""
    since = whole.since
    for hole in sorted(holes, key=lambda one: one.since):
        if whole.until is not None and hole.since >= whole.until:
            break
        if hole.since > since:
            yield Stretch(since, hole.since, whole.words)
        if hole.until is None:
            return
        since = max(since, hole.until)
    if whole.until is None or since < whole.until:
        yield Stretch(since, whole.until, whole.words)


def laid_together(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Those that touch or overlap as one, with the words of the first; given by their start."""
    running: Stretch | None = None
    for one in stretches:
        if running is None or (running.until is not None and one.since > running.until):
            if running is not None:
                yield running
            running = one
        elif running.until is not None and (one.until is None or one.until > running.until):
            running = replace(running, until=one.until)
    if running is not None:
        yield running


def pieces(
    stretches: Sequence[Stretch], now: datetime
) -> Iterator[tuple[datetime, datetime | None]]:
    """The times up to now between which nothing begins or ends; the last one goes on."""
    ends = [end for one in stretches for end in (one.since, one.until) if end is not None]
    moments = sorted({at for at in ends if at <= now})
    yield from zip(moments, moments[1:], strict=False)
    if moments:
        yield moments[-1], None

"""What the person wanted, when they were asked, and how far it came about (domain 2.3).

Making Safeguarding Personal: asked at the earliest, asked again midway, and at the end.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sgtui.domain.case_file import CaseFile, Said
from sgtui.domain.entries import (
    CapacityNoted,
    ClosureRequested,
    ReferralSent,
    ThresholdDecided,
    WishesRecorded,
)
from sgtui.domain.entries.choices import Achieved, Route, TakingPart, Wish, YesNo
from sgtui.domain.labelled import Labelled


class Part(Labelled):
    """The three times at which the person is asked."""

    FIRST = "first", "At first"
    MIDWAY = "midway", "Midway"
    END = "end", "At the end"


class Asking(Labelled):
    """Whether the person was asked at one of these times."""

    ASKED = "asked", "Asked"
    NOT_ASKED = "not_asked", "Not asked, with a reason"
    NOT_WRITTEN = "not_written", "Nothing written"
    AHEAD = "ahead", "Not come to yet"


@dataclass(frozen=True, slots=True)
class AskedAt:
    """One of the three times, and whether the person was asked then."""

    part: Part
    asking: Asking
    because: str = ""
    """Why not, in the words of whoever wrote it."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What one case says of the person's wishes."""

    reference: str
    opened_at: datetime
    parts: tuple[AskedAt, ...]
    asked_after: timedelta | None
    """From the concern being recorded until they were first asked; None where they never were."""
    wanted: tuple[Wish, ...]
    """What they wanted, as last asked, in the words that reports count."""
    changed: bool
    """Whether what they wanted was other than what they had wanted before."""
    met: Achieved | None
    """How far it came about, as whoever asked to close it says; None while nobody has."""
    taking_part: TakingPart | None
    advocate_named: bool
    """Whether a note on capacity names an advocate."""
    closed_at: datetime | None

    def asking(self, part: Part) -> Asking:
        """Whether they were asked at one of the three times."""
        return next(one.asking for one in self.parts if one.part is part)

    @property
    def was_asked(self) -> bool:
        """Whether they were asked at all."""
        return self.asked_after is not None


def wishes_of(case: CaseFile) -> Wishes:
    """What a case says of the person's wishes."""
    said = case.of(WishesRecorded)
    asked = [one for one in said if one.what.asked is YesNo.YES]
    opened_at = case.entries[0].recorded_at
    picked = [one.what.wanted for one in asked if one.what.wanted]
    closing = case.last(ClosureRequested)
    helped = [one.what.taking_part for one in said if one.what.taking_part]
    return Wishes(
        reference=case.reference,
        opened_at=opened_at,
        parts=tuple(_parts(case, said)),
        asked_after=max(asked[0].at - opened_at, timedelta(0)) if asked else None,
        wanted=picked[-1] if picked else (),
        changed=any(set(one) != set(picked[0]) for one in picked),
        met=closing.what.wishes_met if closing else None,
        taking_part=helped[-1] if helped else None,
        advocate_named=any(one.what.advocate for one in case.of(CapacityNoted)),
        closed_at=case.closed_at,
    )


def _parts(case: CaseFile, said: tuple[Said[WishesRecorded], ...]) -> Iterator[AskedAt]:
    acted, known = _acted(case), _known(case)
    first = [one for one in said if acted is None or one.entry.number < acted]
    yield _asked(Part.FIRST, first, is_over=acted is not None)
    after = [one for one in said if acted is not None and one.entry.number > acted]
    midway = [one for one in after if known is None or one.entry.number < known]
    yield _asked(Part.MIDWAY, midway, is_over=known is not None)
    if case.of(ClosureRequested):
        yield AskedAt(Part.END, Asking.ASKED)
        return
    end = [one for one in after if known is not None and one.entry.number > known]
    yield _asked(Part.END, end, is_over=not case.is_open)


def _asked(part: Part, said: list[Said[WishesRecorded]], *, is_over: bool) -> AskedAt:
    if any(one.what.asked is YesNo.YES for one in said):
        return AskedAt(part, Asking.ASKED)
    if said:
        return AskedAt(part, Asking.NOT_ASKED, said[-1].what.not_asked_because or "")
    return AskedAt(part, Asking.NOT_WRITTEN if is_over else Asking.AHEAD)


def _acted(case: CaseFile) -> int | None:
    """The number of the entry by which the home first acted: referred it, or kept it inside."""
    numbers = [said.entry.number for said in case.of(ReferralSent)]
    for decided in case.of(ThresholdDecided):
        if decided.what.route is Route.INTERNAL:
            numbers.append(decided.entry.number)
    closing = [said.entry.number for said in case.of(ClosureRequested)]
    return min((*numbers, *closing), default=None)


def _known(case: CaseFile) -> int | None:
    """The number of the entry from which on it was coming to its end: an outcome, or closing."""
    outcomes = (sent.outcome.number for sent in case.referrals if sent.outcome)
    closing = (said.entry.number for said in case.of(ClosureRequested))
    return min((*outcomes, *closing), default=None)

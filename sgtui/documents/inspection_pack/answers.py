"""Owned, tracked, reviewed: what an inspector asks first, answered from the record (R5)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from uuid import UUID

from sgtui.documents.inspection_pack.entry_words import entry_numbers, people
from sgtui.documents.model import Block, Cell, Column, Heading, Table
from sgtui.documents.naming import count, staff_words
from sgtui.domain.actions import ActionState
from sgtui.domain.continuity import Continuity, continuity
from sgtui.domain.entries import (
    ClosureApproved,
    CoordinationReviewed,
    Countersigned,
    OversightHeld,
    ReviewHeld,
    SafeguardReviewed,
    ThresholdDecided,
    WishesRecorded,
)
from sgtui.domain.entries.choices import YesNo
from sgtui.domain.kept_times import Fate, Kept, kept_times
from sgtui.domain.london_time import moment_words
from sgtui.domain.stage_owners import StageOwned, stage_owners
from sgtui.services.case import CaseView


class Worked(NamedTuple):
    """What several answers rest on, worked out once."""

    owners: tuple[StageOwned, ...]
    kept: tuple[Kept, ...]
    protected: Continuity


def worked_out(view: CaseView) -> Worked:
    """What the answers about one case rest on."""
    return Worked(
        stage_owners(view.case),
        kept_times(view.clocks, view.as_at),
        continuity(view.case, view.clocks, view.as_at),
    )


def answers(view: CaseView, worked: Worked) -> Iterator[Block]:
    """The three questions, each with what the record answers."""
    yield Heading("Owned, tracked, reviewed")
    for question, rows in (
        ("Were responsibilities owned?", _owned(view, worked)),
        ("Were actions tracked?", _tracked(view, worked)),
        ("Were outcomes reviewed?", _reviewed(view)),
    ):
        yield Table((Column("Asked", 4), Column("Answer", 10)), tuple(rows), question)


def figures(view: CaseView, worked: Worked) -> Iterator[tuple[str, Cell]]:
    """The same as numbers."""
    case, fates = view.case, Counter(one.fate for one in worked.kept)
    yield "entries", len(case.entries)
    yield "owners", len({held.owner for held in worked.owners})
    yield "duties_begun", len(worked.kept)
    yield "duties_met_in_time", fates[Fate.IN_TIME]
    yield "duties_missed", sum(one.fate.missed for one in worked.kept)
    yield "duties_late_now", fates[Fate.LATE]
    yield "referrals_sent", len(case.referrals)
    yield "referrals_decided", sum(sent.decision is not None for sent in case.referrals)
    yield "outcomes_known", sum(sent.outcome is not None for sent in case.referrals)
    yield "actions_agreed", len(case.actions)
    verified = [one for one in case.actions if one.state is ActionState.VERIFIED]
    yield "actions_verified", len(verified)
    yield "protection_gaps", len(worked.protected.gaps)
    yield "protection_gap_hours", float(worked.protected.hours)
    yield "body_maps", len(view.maps)
    yield "challenges", len(case.challenges)
    yield "amended_entries", len(case.amendments)
    yield "struck_entries", len(case.struck)


def _owned(view: CaseView, worked: Worked) -> Iterator[tuple[Cell, ...]]:
    bare = [held for held in worked.owners if held.owner is None]
    names = dict.fromkeys(staff_words(view.register, h.owner) for h in worked.owners if h.owner)
    without = "; ".join(f"nobody was named from {moment_words(held.since)}" for held in bare)
    said = f"No: {without}." if bare else f"Yes: {', then '.join(names)}."
    yield "A named person at every stage", said
    yield "Decisions by two people", _by_two(view)
    safeguards = [said.what.owner for said in view.case.active_safeguards]
    yield "Safeguards in force, with an owner", _held(view, safeguards)
    ours = [action.agreed.owner for action in view.case.actions if not action.settled]
    yield "Open actions, with somebody to do them", _held(view, ours)


def _held(view: CaseView, owners: Sequence[UUID | None]) -> str:
    """How many are somebody's who may act: in the register still, and not alleged (G21).

    None is somebody outside.
    """
    active = {member.id for member in view.register.staff.values() if member.active}
    free = [one for one in owners if one is None or one in active - view.case.barred]
    return f"{len(free)} of {len(owners)}" if owners else "None now"


def _by_two(view: CaseView) -> str:
    """How many threshold decisions two people stand by."""
    signed = {
        said.what.entry for said in view.case.of(Countersigned) if said.what.agrees is YesNo.YES
    }
    taken = view.case.of(ThresholdDecided)
    alone = [s.entry for s in taken if s.what.alone and s.entry.id not in signed]
    both = f"{len(taken) - len(alone)} of {count(len(taken), 'threshold decision')}"
    return f"{both}; not yet: {entry_numbers(alone)}" if alone else both


def _tracked(view: CaseView, worked: Worked) -> Iterator[tuple[Cell, ...]]:
    fates = Counter(one.fate for one in worked.kept)
    missed = sum(one.fate.missed for one in worked.kept)
    over = f"{fates[Fate.IN_TIME]} met in time, {missed} late ({fates[Fate.LATE]} still owed)"
    owed = f"{fates[Fate.RUNNING]} still to be done, {fates[Fate.ENDED]} not owed any more"
    yield "Duties with a deadline", f"{len(worked.kept)} begun: {over}, {owed}"
    yield "Referrals", _referrals(view)
    states = Counter(one.state for one in view.case.actions)
    done = states[ActionState.DONE] + states[ActionState.VERIFIED]
    checked = f"{states[ActionState.VERIFIED]} verified by another person"
    yield "Actions", f"{len(view.case.actions)} agreed, {done} done, {checked}"
    gaps = worked.protected.gaps
    broken = f"No: {count(len(gaps), 'gap')}, {worked.protected.hours} hours in all"
    needed = "Yes" if worked.protected.spans else "None was needed or started"
    yield "Protection unbroken", broken if gaps else needed


def _referrals(view: CaseView) -> str:
    sent = view.case.referrals
    if not sent:
        return "None was sent"
    facts = (
        ("received", sum(one.received_at is not None for one in sent)),
        ("acknowledged", sum(one.acknowledged_at is not None for one in sent)),
        ("decided", sum(one.decision is not None for one in sent)),
        ("outcome known", sum(one.outcome is not None for one in sent)),
    )
    return f"{len(sent)} sent: {', '.join(f'{number} {word}' for word, number in facts)}"


def _reviewed(view: CaseView) -> Iterator[tuple[Cell, ...]]:
    case = view.case
    reviews = case.of(ReviewHeld)
    held = f"{len(reviews)}; the last decided: {reviews[-1].what.outcome.label}" if reviews else "0"
    yield "Reviews held", held
    yield "Safeguards reviewed", count(len(case.of(SafeguardReviewed)), "time")
    yield "Coordination reviewed", count(len(case.of(CoordinationReviewed)), "time")
    looks = case.of(OversightHeld)
    last = f", last {moment_words(looks[-1].at)}" if looks else ""
    yield "Manager's looks", f"{len(looks)}{last}"
    asked = [said for said in case.of(WishesRecorded) if said.what.asked is YesNo.YES]
    yield "The person asked what they want", count(len(asked), "time")
    yield "Closing", _closing(view)


def _closing(view: CaseView) -> str:
    approved = view.case.last(ClosureApproved)
    if view.case.is_open or approved is None:
        return f"Not closed: {view.case.stage.label.lower()}"
    asked = view.case.entry(approved.what.request)
    first = people(view, asked.recorded_by) if asked else "nobody"
    second = people(view, approved.entry.recorded_by)
    when = moment_words(approved.entry.recorded_at)
    return f"Closed {when}: asked for by {first}, approved by {second}"

"""What protects the person: safeguards, every gap between them in hours, and what is watched."""

from collections.abc import Iterator

from sgtui.domain.case_file import Said
from sgtui.domain.continuity import Gap, continuity
from sgtui.domain.entries import SafeguardEnded, SafeguardReviewed, SafeguardStarted
from sgtui.domain.entries.choices import YesNo
from sgtui.domain.ladder import Duty
from sgtui.domain.london_time import day_words, in_london
from sgtui.domain.monitoring import ShiftSeen, Sight, Watch, shifts_seen, watches
from sgtui.domain.routing import given_words
from sgtui.domain.steps.step import Step
from sgtui.services.case import CaseView
from sgtui.ui.widgets.row_list import Piece
from sgtui.ui.wording.case_words import gap_state
from sgtui.ui.wording.overview.item import (
    Item,
    act,
    for_duties,
    offered,
    quiet,
    running,
    said_at,
    stands,
)

_SHIFTS = 6
"""Shifts told of, the newest first."""

_LOOKS = 3
"""Missed looks named, the newest first."""


def safeguard_items(view: CaseView) -> Iterator[Item]:
    """Whether protection ever lapsed, what is in force, then what has ended."""
    yield from _continuity(view)
    active = {said.entry.id for said in view.case.active_safeguards}
    for said in view.case.active_safeguards:
        yield _safeguard(view, said)
    for said in view.case.of(SafeguardStarted):
        if said.entry.id not in active:
            yield _ended(view, said)


def _continuity(view: CaseView) -> Iterator[Item]:
    found = continuity(view.case, view.clocks, view.as_at)
    mends = _mends(view)
    for gap in reversed(found.gaps):
        since = said_at(view, gap.since)
        title = f"NOT PROTECTED NOW, since {since}"
        if gap.until is not None:
            title = f"Not protected from {since} to {said_at(view, gap.until)}"
        steps = mends if gap.until is None else ()
        yield Item(f"gap.{gap.since.isoformat()}", title, gap_state(gap), (quiet(_why(gap)),),
                   steps=steps)  # fmt: skip
    if found.spans and not found.gaps:
        since = said_at(view, found.spans[0].since)
        yield Item("no-gap", f"Protected without a gap since {since}", Piece("   no gap", "calm"))


def _mends(view: CaseView) -> tuple[Step, ...]:
    """What ends a gap: looking at each safeguard again, or starting another."""
    found: list[Step] = []
    for said in view.case.active_safeguards:
        label = f"Look again at: {said.what.measure}"
        found += act(view, "safeguard_reviewed", label, safeguard=said.entry.id)
    return (*found, *act(view, "safeguard_started", "Start a safeguard now"))


def _why(gap: Gap) -> str:
    """Its reasons, without saying each time that nothing was running."""
    return gap.why.replace("; no safeguard was running while", ", and while")


def _safeguard(view: CaseView, started: Said[SafeguardStarted]) -> Item:
    safeguard = started.entry.id
    looks = [s for s in view.case.of(SafeguardReviewed) if s.what.safeguard == safeguard]
    clocks = running(view, safeguard, *(look.entry.id for look in looks))
    owner = given_words(view.register, view.case, started.what.owner)
    notes = [quiet(f"Since {said_at(view, started.at)}. Owner {owner}")]
    notes += [Piece(f"Review {said_at(view, clock.due_at)}") for clock in clocks]
    if looks:
        last = looks[-1]
        works = last.what.effective is YesNo.YES
        found = "it works" if works else "IT DOES NOT WORK"
        words = f"Reviewed {said_at(view, last.at)}, {found}: {last.what.comment}"
        notes.append(Piece(words, "quiet" if works else "late"))
    return Item(
        key=f"safeguard.{safeguard}",
        title=started.what.measure,
        state=stands(view, clocks, Piece("   in force", "calm")),
        notes=tuple(notes),
        entry=safeguard,
        steps=offered(view, safeguard),
    )


def _ended(view: CaseView, started: Said[SafeguardStarted]) -> Item:
    ends = (s for s in view.case.of(SafeguardEnded) if s.what.safeguard == started.entry.id)
    end = next(ends, None)
    words = f"Ended {said_at(view, end.at)}: {end.what.reason}" if end else "Ended with the case"
    key, title = f"safeguard.{started.entry.id}", started.what.measure
    return Item(key, title, quiet("   ended"), (quiet(words),), started.entry.id)


def monitoring_items(view: CaseView) -> Iterator[Item]:
    """Each thing that is watched, then whether the person was seen shift by shift."""
    calendar = view.register.calendar
    for watch in watches(view.case, calendar, view.as_at):
        yield _watch(view, watch)
    seen = [
        s for s in shifts_seen(view.case, calendar, view.as_at) if s.sight is not Sight.NOT_OWED
    ]
    clocks = [clock for clock in view.running if clock.duty is Duty.OBSERVATION]
    if seen:
        missed = sum(one.sight is Sight.MISSED for one in seen)
        title = f"The person, each shift: {missed} missed of {len(seen)}"
        notes = tuple(_shift(one) for one in reversed(seen[-_SHIFTS:]))
        state = stands(view, clocks, Piece("   seen", "calm"))
        steps = for_duties(view, Duty.OBSERVATION)
        yield Item("shifts", title, state, notes, steps=steps)


def _shift(one: ShiftSeen) -> Piece:
    began = in_london(one.shift.starts_at).date()
    words = f"{day_words(began, year=False)} {one.shift.name}: {one.sight.label.lower()}"
    return Piece(words, {Sight.MISSED: "late", Sight.DUE: "due"}.get(one.sight, "quiet"))


def _watch(view: CaseView, watch: Watch) -> Item:
    said = watch.started
    hours = said.what.every_hours
    often = f"every {hours} hours" if hours else "once each shift"
    notes = [quiet(f"Since {said_at(view, said.at)}, {often}. {said.what.reason}")]
    made = len(watch.made)
    last = f", last {said_at(view, watch.made[-1].at)}" if watch.made else ""
    times = {0: "not yet", 1: "once"}.get(made, f"{made} times")
    notes.append(quiet(f"Seen {times}{last}"))
    if watch.missed:
        named = ", ".join(said_at(view, at) for at in reversed(watch.missed[-_LOOKS:]))
        notes.append(Piece(f"MISSED {len(watch.missed)}: due {named}", "late"))
    over = watch.ended_at is not None
    clocks = () if over else running(view, said.entry.id, *(m.entry.id for m in watch.made))
    return Item(
        key=f"watch.{said.entry.id}",
        title=said.what.what,
        state=stands(view, clocks, quiet("   ended") if over else Piece("   watched", "calm")),
        notes=tuple(notes),
        entry=said.entry.id,
        steps=() if over else offered(view, said.entry.id),
    )

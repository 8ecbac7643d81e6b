"""Tests of what keeps the person safe and of what several people agreed: unbroken, verified."""

from sgtui.domain.actions import ActionState
from sgtui.domain.complexity import triggers
from sgtui.domain.continuity import continuity
from sgtui.domain.coordination import rounds
from sgtui.domain.entries import CoordinationValidated, ReviewHeld
from sgtui.domain.file_checks.file import (
    AuditedFile,
    Check,
    Checked,
    beside,
    by_entries,
    lacking,
    lacking_unless_in_time,
    met,
    not_yet,
    was_late,
)
from sgtui.domain.ladder import Duty
from sgtui.domain.london_time import moment_words
from sgtui.domain.monitoring import Sight, shifts_seen, watches

_REVIEWS = (Duty.FIRST_REVIEW, Duty.PLAN_REVIEW, Duty.INTERNAL_REVIEW)


def safeguards_unbroken(file: AuditedFile) -> Checked:
    """Whether the person was ever without protection that was needed (R38, G10)."""
    found = continuity(file.case, file.clocks, file.now)
    if found.gaps:
        if len(found.gaps) == 1:
            return lacking(f"Unprotected {found.gaps[0].words}")
        several = f"Unprotected {found.hours} hours in all, {len(found.gaps)} times"
        return lacking(f"{several}, first {found.gaps[0].words}")
    if not found.spans:
        return beside("Nothing called for an interim safeguard.")
    since = moment_words(found.spans[0].since)
    return met(f"Protected without a gap since {since}.")


def monitoring_unbroken(file: AuditedFile) -> Checked:
    """Whether the person was seen on every shift, and each planned look was taken (R31, R78)."""
    calendar = file.register.calendar
    shifts = shifts_seen(file.case, calendar, file.now)
    owed = [one for one in shifts if one.sight in (Sight.MADE, Sight.MISSED)]
    missed = [one for one in owed if one.sight is Sight.MISSED]
    looks = [at for one in watches(file.case, calendar, file.now) for at in one.missed]
    if missed or looks:
        said = []
        if missed:
            first = moment_words(missed[0].shift.starts_at)
            said.append(f"Not seen on {len(missed)} of {len(owed)} shifts, the first from {first}")
        if looks:
            planned = "1 planned look" if len(looks) == 1 else f"{len(looks)} planned looks"
            said.append(f"{planned} not taken, the first due {moment_words(looks[0])}")
        return lacking(f"{'; '.join(said)}.")
    if not owed:
        return beside("No whole shift has gone by yet.")
    return met(f"Seen on each of {len(owed)} shifts.")


def lead_professional(file: AuditedFile) -> Checked:
    """Whether one named person leads."""
    lead = file.case.coordination.lead
    if lead is not None:
        return met(f"{lead[1].name} (entry {lead[0].number}).")
    missing = "Several agencies are in it, and nobody is named who leads."
    return lacking_unless_in_time(file, missing, Duty.LEAD_PROFESSIONAL, Duty.COORDINATION)


def coordination_validated(file: AuditedFile) -> Checked:
    """Whether each round of working together was validated, or runs and is looked at in time."""
    called = triggers(file.case, file.ladder, file.register)
    every = tuple(rounds(file.case.standing, called))
    if any(one.unanswered for one in every):
        missing = "It was called for, and nobody has said whether several agencies are needed."
        return lacking_unless_in_time(file, missing, Duty.COORDINATION)
    if any(one.running for one in every):
        missing = "Several agencies are in it; whether that worked was not looked at in time."
        return lacking_unless_in_time(file, missing, Duty.COORDINATION_REVIEW)
    ended = [one.ended for one in every if one.needed is not None and one.ended is not None]
    unproved = [e for e in ended if not isinstance(e.payload, CoordinationValidated)]
    if unproved:
        return lacking(by_entries(unproved, "Closed without validating the coordination"))
    if not ended:
        return beside("It was decided that several agencies are not needed.")
    return met(by_entries(ended, "Validated"))


def actions_verified(file: AuditedFile) -> Checked:
    """Whether each action was done and seen by another, or dropped with a reason (G15)."""
    actions = file.case.actions
    wanting = [one for one in actions if not one.settled]
    if not wanting:
        dropped = sum(one.state is ActionState.DROPPED for one in actions)
        verified = len(actions) - dropped
        return met(f"{verified} verified, {dropped} dropped with a reason.")
    done = [one.entry for one in wanting if one.state is ActionState.DONE]
    clocks = [c for c in file.of(Duty.ACTION, Duty.VERIFICATION) if c.is_open]
    if not any(was_late(clock, file.now) for clock in clocks):
        waiting = file.pending(Duty.ACTION, Duty.VERIFICATION)
        if waiting is not None:
            return not_yet(waiting)
    if done:
        return lacking(by_entries(done, "Done and not seen by another"))
    return lacking(by_entries([one.entry for one in wanting], "Not done"))


def review_held(file: AuditedFile) -> Checked:
    """Whether every review that fell due was held in time."""
    fell_due = [clock for clock in file.of(*_REVIEWS) if clock.ended_at is None]
    late = [clock for clock in fell_due if was_late(clock, file.now)]
    if late:
        first = moment_words(min(clock.due_at for clock in late))
        return lacking(f"{len(late)} of {len(fell_due)} reviews late, the first due {first}.")
    held = [said.entry for said in file.case.of(ReviewHeld)]
    if held:
        return met(by_entries(held, "Held"))
    waiting = file.pending(*_REVIEWS)
    return not_yet(waiting) if waiting else beside("No review has fallen due.")


TESTS: dict[str, Check] = {
    "safeguards_unbroken": safeguards_unbroken,
    "monitoring_unbroken": monitoring_unbroken,
    "lead_professional": lead_professional,
    "coordination_validated": coordination_validated,
    "actions_verified": actions_verified,
    "review_held": review_held,
}

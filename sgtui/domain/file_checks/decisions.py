"""Tests of the home's own decisions: sharing, threshold, whom to tell, the referral itself."""

from sgtui.domain.case_file import CaseFile, Said
from sgtui.domain.duties.notification import owed_notifications
from sgtui.domain.entries import (
    Countersigned,
    NotificationDecided,
    SharingDecided,
    ThresholdDecided,
)
from sgtui.domain.entries.choices import Risk
from sgtui.domain.file_checks.file import (
    AuditedFile,
    Check,
    Checked,
    beside,
    by_entries,
    is_late,
    lacking,
    lacking_unless_in_time,
    met,
    not_yet,
)
from sgtui.domain.ladder import Duty
from sgtui.domain.london_time import moment_words
from sgtui.domain.referrals import Referral


def sharing(file: AuditedFile) -> Checked:
    """Whether it was decided before anything was shared; in danger 999 comes first."""
    decided, sent = file.case.of(SharingDecided), file.case.referrals
    if not sent:
        named = [said.entry for said in decided]
        return met(by_entries(named, "Decided")) if named else beside("Nothing was shared yet.")
    first = min(sent, key=lambda one: one.sent.sent_at)
    if not decided:
        return lacking(f"Referred (entry {first.entry.number}) and never decided what to share.")
    earliest = min(decided, key=lambda said: (said.at, said.entry.number))
    numbers = f"entry {earliest.entry.number}, and sent in entry {first.entry.number}"
    if earliest.entry.number < first.entry.number or earliest.at <= first.sent.sent_at:
        return met(f"Decided in {numbers}.")
    if _danger_then(file.case, first):
        return met(f"In danger it was rung through first; decided in {numbers}.")
    return lacking(f"Shared before it was decided: {numbers}.")


def _danger_then(case: CaseFile, sent: Referral) -> bool:
    """Whether the risk was immediate when it was referred."""
    before = [risk for entry, risk in case.judgements if entry.number < sent.entry.number]
    return (before[-1] if before else case.first_risk) is Risk.IMMEDIATE


def threshold(file: AuditedFile) -> Checked:
    """Decided, and by two people: at once, or countersigned."""
    decided = file.case.of(ThresholdDecided)
    if not decided:
        missing = "Nobody has decided the threshold."
        return lacking_unless_in_time(file, missing, Duty.THRESHOLD, Duty.INTERNAL_ESCALATION)
    signed = {said.what.entry for said in file.case.of(Countersigned)}
    alone = [s.entry for s in decided if s.what.alone and s.entry.id not in signed]
    if alone:
        missing = by_entries(alone, "Decided alone and not countersigned")
        return lacking_unless_in_time(file, missing, Duty.COUNTERSIGN)
    return met(_by_two(file, decided[-1]))


def _by_two(file: AuditedFile, said: Said[ThresholdDecided]) -> str:
    name, second = file.register.staff_name, said.what.second_person
    countersigned = (s for s in file.case.of(Countersigned) if s.what.entry == said.entry.id)
    other = next((s.entry.recorded_by for s in countersigned), second)
    with_whom = f" and {name(other)}" if other else ""
    return f"Entry {said.entry.number}: {name(said.what.decided_by)}{with_whom}."


def notifications(file: AuditedFile) -> Checked:
    """Of each body whether it was told, or need not be and why (G13)."""
    owed = owed_notifications(file.case, file.ladder, file.register)
    clocks = {clock.matter: clock for clock in file.of(Duty.NOTIFICATION) if clock.is_open}
    open_ = [(one, clocks.get(one.notification.value)) for one in owed]
    late = [one for one, clock in open_ if clock is None or is_late(clock, file.now)]
    if late:
        names = ", ".join(one.notification.label for one in late)
        return lacking(f"Neither told nor decided in time: {names}.")
    waiting = file.pending(Duty.NOTIFICATION)
    if open_ and waiting is not None:
        return not_yet(waiting)
    decided = [said.entry for said in file.case.of(NotificationDecided)]
    if decided:
        return met(by_entries(decided, "Each told, or not required and why"))
    return beside("By the ladder nobody else has to be told.")


def referral_sent(file: AuditedFile) -> Checked:
    """To whom, how and when each referral went."""
    sent = file.case.referrals
    if not sent:
        missing = "It is to be referred, and no referral is on record."
        return lacking_unless_in_time(file, missing, Duty.REFERRAL)
    said = "; ".join(
        f"{file.register.contact_name(one.sent.contact)} by {one.sent.method.label.lower()},"
        f" {moment_words(one.sent.sent_at)} (entry {one.entry.number})"
        for one in sent
    )
    return met(f"{said}.")


TESTS: dict[str, Check] = {
    "sharing": sharing,
    "threshold": threshold,
    "notifications": notifications,
    "referral_sent": referral_sent,
}

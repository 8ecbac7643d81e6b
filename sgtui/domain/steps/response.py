"""Steps of the home's own response, from making safe to referring (ladder L2 to L6)."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from sgtui.domain.attempt import is_immediate
from sgtui.domain.case_file import CaseFile
from sgtui.domain.clock import Clock
from sgtui.domain.entries import SharingDecided, WishesRecorded
from sgtui.domain.ladder import Duty
from sgtui.domain.record_gaps import record_gaps
from sgtui.domain.steps.step import Offers, Step, step


def _make_safe(_case: CaseFile, _clock: Clock) -> Iterator[Step]:
    yield step("safety_checked", "Record that they are safe, and why")
    yield step("safeguard_started")


def _full_record(case: CaseFile, _clock: Clock) -> Iterator[Step]:
    kinds = [gap.mends for gap in record_gaps(case)]
    for kind in dict.fromkeys(kinds):
        yield step(kind)


def _escalate(_case: CaseFile, _clock: Clock) -> Iterator[Step]:
    yield step("internally_escalated", "Told, and decided")


def _threshold(case: CaseFile, clock: Clock) -> Iterator[Step]:
    if record_gaps(case) and not is_immediate(case):
        yield from _full_record(case, clock)
    yield step("threshold_decided")


def _countersign(_case: CaseFile, clock: Clock) -> Iterator[Step]:
    yield step("countersigned", "Another person agrees, or not", entry=clock.subject)


def straight_outside(case: CaseFile, clock: Clock, desk: UUID | None) -> Iterator[Step]:
    """While nobody inside may decide: refer it to that desk, undecided; once sent, tell of it."""
    if not case.referrals:
        yield from _referral(case, replace(clock, contact=desk))
    yield step("agency_contacted", "Rang somebody outside: what they will do", contact=desk)


def _referral(case: CaseFile, clock: Clock) -> Iterator[Step]:
    if not is_immediate(case):
        if not case.of(SharingDecided):
            yield step("sharing_decided", "First: what may be shared")
        if not case.of(WishesRecorded):
            yield step("wishes_recorded", "First: what the person wants")
    yield step("referral_sent", "Referral rung through or submitted", contact=clock.contact)


STEPS: dict[Duty, Offers] = {
    Duty.MAKE_SAFE: _make_safe,
    Duty.FULL_RECORD: _full_record,
    Duty.INTERNAL_ESCALATION: _escalate,
    Duty.THRESHOLD: _threshold,
    Duty.COUNTERSIGN: _countersign,
    Duty.REFERRAL: _referral,
}

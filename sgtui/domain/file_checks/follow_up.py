"""Tests of follow-up: each referral received, taken in hand, chased, decided, and its outcome."""

from collections.abc import Callable, Iterator
from datetime import datetime

from sgtui.domain.clock import Clock
from sgtui.domain.entries.challenge import ChallengeGround
from sgtui.domain.file_checks.file import (
    AuditedFile,
    Check,
    Checked,
    beside,
    in_time,
    is_late,
    lacking,
    met,
    not_yet,
    was_late,
)
from sgtui.domain.ladder import Duty, OwedBy
from sgtui.domain.london_time import moment_words
from sgtui.domain.referrals import Referral

_OF_A_REFERRAL = (
    Duty.RECEIPT, Duty.ACKNOWLEDGEMENT, Duty.DECISION, Duty.ANSWER_AGENCY, Duty.OUTCOME,
    Duty.CHASE, Duty.CHALLENGE, Duty.PROMISE,
)  # fmt: skip
_OURS_TO_DO = (Duty.CHASE, Duty.CHALLENGE, Duty.ANSWER_AGENCY)
"""What we owe while an agency is silent, asks, or has refused."""


def receipt(file: AuditedFile) -> Checked:
    """Whether each referral is known to have arrived."""
    return _each(file, _received_at, "received", (Duty.RECEIPT,))


def acknowledgement(file: AuditedFile) -> Checked:
    """Whether somebody there has each referral in hand."""
    return _each(file, _in_hand_at, "acknowledged", (Duty.RECEIPT, Duty.ACKNOWLEDGEMENT))


def _received_at(sent: Referral) -> datetime | None:
    return sent.received_at


def _in_hand_at(sent: Referral) -> datetime | None:
    return sent.acknowledged_at


def _each(
    file: AuditedFile,
    when: Callable[[Referral], datetime | None],
    word: str,
    duties: tuple[Duty, ...],
) -> Checked:
    """One fact of every referral: there, not owed yet, or missing."""
    there, waiting, missing = [], [], []
    for sent in file.case.referrals:
        at, name = when(sent), _name(file, sent)
        awaited = [c for c in file.of(*duties) if c.subject == sent.id]
        pending = in_time(awaited, file.now)
        if at is not None:
            there.append(f"{name}: {word} {moment_words(at)}")
        elif pending is not None:
            waiting.append(pending)
        else:
            missing.append(f"{name}: not {word}")
    if missing:
        return lacking(f"{'; '.join(missing)}.")
    return met(f"{'; '.join(there)}.") if there else not_yet(waiting[0])


def follow_up_verified(file: AuditedFile) -> Checked:
    """Every referral followed up, step by step and in time, to its outcome (gate G16)."""
    faults = [fault for sent in file.case.referrals for fault in _faults(file, sent)]
    if faults:
        return lacking(f"{'; '.join(faults)}.")
    return met(f"{'; '.join(_how_far(file, sent) for sent in file.case.referrals)}.")


def _faults(file: AuditedFile, sent: Referral) -> Iterator[str]:
    """What is wanting in the follow-up of one referral."""
    name, clocks = _name(file, sent), _clocks(file, sent)
    ours = [c for c in clocks if c.duty in _OURS_TO_DO and c.direction is OwedBy.WE_OWE]
    late = sum(was_late(clock, file.now) for clock in ours)
    if late:
        times = "once" if late == 1 else f"{late} times"
        yield f"{name}: not followed up in time, {times}{_awaited(file, clocks)}"
    for duty, word, there in (
        (Duty.RECEIPT, "not received", sent.received_at),
        (Duty.ACKNOWLEDGEMENT, "not acknowledged", sent.acknowledged_at),
    ):
        over = any(is_late(c, file.now) for c in clocks if c.duty is duty)
        if there is None and (over or not file.case.is_open):
            yield f"{name}: {word}"
    if not sent.settled and in_time(clocks, file.now) is None:
        what = "no decision" if sent.decision is None else "no outcome"
        yield f"{name}: {what}, and nothing that is in time is on its way"


def _awaited(file: AuditedFile, clocks: tuple[Clock, ...]) -> str:
    """What of theirs is late meanwhile, as the end of a sentence."""
    theirs = {Duty.DECISION: "decision", Duty.OUTCOME: "outcome"}
    late = [c for c in clocks if c.duty in theirs and is_late(c, file.now)]
    return "".join(f"; no {theirs[c.duty]}, due {moment_words(c.due_at)}" for c in late)


def _clocks(file: AuditedFile, sent: Referral) -> tuple[Clock, ...]:
    """The clocks about one referral, and about what the agency said or did not say of it."""
    said = (entry.id for entry, _ in (*sent.decisions, *sent.contacts))
    about = {sent.id, *said, *(challenge.id for challenge in sent.challenges)}
    return tuple(c for c in file.of(*_OF_A_REFERRAL) if c.subject in about)


def _how_far(file: AuditedFile, sent: Referral) -> str:
    """How far a referral has come, with the time of each fact."""
    decided_at = sent.decision[1].decided_at if sent.decision else None
    facts = {
        "received": sent.received_at,
        "acknowledged": sent.acknowledged_at,
        "decided": decided_at,
        "outcome": sent.outcome.at if sent.outcome else None,
    }
    said = ", ".join(f"{word} {moment_words(at)}" for word, at in facts.items() if at)
    waiting = in_time(_clocks(file, sent), file.now)
    if not sent.settled and waiting is not None:
        next_due = f"next, {waiting.title} by {moment_words(waiting.due_at)}"
        said = f"{said}, {next_due}" if said else next_due
    return f"{_name(file, sent)}: {said or 'settled'}"


def chases_on_time(file: AuditedFile) -> Checked:
    """Whether each chase that fell due was made in time."""
    fell_due = [c for c in file.of(Duty.CHASE) if c.ended_at is None]
    late = [clock for clock in fell_due if was_late(clock, file.now)]
    if late:
        first = moment_words(min(clock.due_at for clock in late))
        return lacking(f"{len(late)} of {len(fell_due)} late, the first due {first}.")
    if not fell_due:
        return beside("No agency was silent so long that it had to be chased.")
    waiting = in_time(fell_due, file.now)
    made = sum(not clock.is_open for clock in fell_due)
    if waiting is not None and not made:
        return not_yet(waiting)
    return met(f"{made} made, each in time.")


def challenge_considered(file: AuditedFile) -> Checked:
    """Whether each refusal was challenged, or accepted by two people (G11)."""
    answered, open_ = [], []
    for sent in file.case.referrals:
        refused = [entry for entry, what in sent.decisions if what.decision.refused]
        if not refused:
            continue
        challenged = any(c.ground is ChallengeGround.THRESHOLD for c in sent.challenges)
        if challenged or not sent.awaits_answer_to_refusal:
            answered.append(f"{_name(file, sent)}: {_answer_to(sent)}")
        else:
            open_.append(sent)
    waiting = [clock for sent in open_ if (clock := _still_in_time(file, sent)) is not None]
    if open_ and len(waiting) == len(open_):
        return not_yet(waiting[0])
    if open_:
        names = ", ".join(_name(file, sent) for sent in open_)
        return lacking(f"Refused by {names}, and neither challenged nor accepted by two.")
    return met(f"{'; '.join(answered)}.")


def _still_in_time(file: AuditedFile, sent: Referral) -> Clock | None:
    """The duty to answer a refusal, where no rung of it was missed yet."""
    rungs = [c for c in _clocks(file, sent) if c.duty is Duty.CHALLENGE]
    if any(was_late(clock, file.now) for clock in rungs):
        return None
    return in_time(rungs, file.now)


def _answer_to(sent: Referral) -> str:
    challenges = [c for c in sent.challenges if c.ground is ChallengeGround.THRESHOLD]
    if challenges:
        return f"challenged (entry {challenges[-1].entry.number})"
    if sent.accepted:
        return f"accepted by two (entry {sent.accepted[-1][0].number})"
    return "decided otherwise since"


def _name(file: AuditedFile, sent: Referral) -> str:
    """ "LA duty desk (entry 9)"."""
    return f"{file.register.contact_name(sent.sent.contact)} (entry {sent.entry.number})"


TESTS: dict[str, Check] = {
    "receipt": receipt,
    "acknowledgement": acknowledgement,
    "follow_up_verified": follow_up_verified,
    "chases_on_time": chases_on_time,
    "challenge_considered": challenge_considered,
}

"""What a duty is about, in its own words: which action, safeguard, meeting, pattern or referral."""

from sgtui.domain.actions import Action
from sgtui.domain.challenges import Challenge
from sgtui.domain.chronology import CaseDirectory
from sgtui.domain.climbing import challenge_of, referral_of
from sgtui.domain.clock import Clock
from sgtui.domain.entries import AgencyContacted, Entry, MeetingArranged, PatternFound
from sgtui.domain.entry_names import own_words
from sgtui.domain.findings import Finding, findings
from sgtui.domain.ladder import Duty
from sgtui.domain.referrals import Referral
from sgtui.domain.when import say
from sgtui.services.case import CaseView

_NAMED_BY = ("safeguard", "monitoring")
"""Fields of an entry that name what its duty is about."""

_OF_ENTRIES = (
    Duty.SAFEGUARD_FIRST_REVIEW, Duty.SAFEGUARD_REVIEW, Duty.MONITORING, Duty.MEETING,
    Duty.PATTERN, Duty.PROMISE,
)  # fmt: skip
"""Duties of which a case may have several at once, each about a thing of its own."""


def subject_words(clock: Clock, view: CaseView) -> str:
    """What exactly is owed, where the title alone leaves that open; empty where it does not."""
    action = next((one for one in view.case.actions if _is_about(one, clock)), None)
    if action is not None:
        return _action(action, view)
    found = next((one for one in findings(view.case.standing) if _is_of(one, clock)), None)
    if found is not None:
        return found.raised.found
    challenge = challenge_of(view.case, clock)
    if challenge is not None:
        return _challenge(challenge, view)
    if clock.duty is Duty.AFTER_ACTION:
        return _over(clock, view)
    entry = _subject(clock, view) if clock.duty in _OF_ENTRIES else None
    return _entry(entry, view) if entry is not None else _referral(clock, view)


def _is_about(action: Action, clock: Clock) -> bool:
    done = action.done[0].id if action.done else None
    return clock.subject in (action.id, done)


def _is_of(found: Finding, clock: Clock) -> bool:
    mended = found.mended[0].id if found.mended else None
    return clock.subject in (found.id, mended)


def _action(action: Action, view: CaseView) -> str:
    if action.done is None:
        return action.agreed.what
    entry, said = action.done
    by = f" by {view.register.staff_name(said.done_by)}" if said.done_by else ""
    return f"{action.agreed.what}. Done {say(entry.occurred_at, view.as_at)}{by}: {said.how}"


def _challenge(challenge: Challenge, view: CaseView) -> str:
    """The ground, and what the last rung brought."""
    ground = challenge.ground.label
    if not challenge.is_answered:
        when = say(challenge.rung.at, view.as_at)
        return f"{ground}, put to {challenge.rung.said.theirs} {when}"
    said = challenge.answers[-1][1]
    return f"{ground}. {said.answered_by}: {said.answer.label.lower()}"


def _over(clock: Clock, view: CaseView) -> str:
    """What is looked back on: a challenge and how it ended, else the working together."""
    for one in view.case.challenges:
        if any(entry.id == clock.subject for entry, _ in one.conclusions):
            outcome = one.conclusions[-1][1].outcome.label.lower()
            return f"Our challenge, {one.ground.label.lower()}, {one.rung.stage}: {outcome}"
    return "The working together of several agencies"


def _subject(clock: Clock, view: CaseView) -> Entry | None:
    """The thing that a duty is about, where it is a thing of its own."""
    entry = view.case.entry(clock.subject)
    for name in _NAMED_BY:
        named = getattr(entry.payload, name, None) if entry else None
        entry = view.case.entry(named) or entry if named else entry
    return entry


def _entry(entry: Entry, view: CaseView) -> str:
    match entry.payload:
        case PatternFound() as found:
            return view.veil.words(f"{found.words}: {', '.join(found.references)}")
        case MeetingArranged() as said:
            when = say(said.meets_at, view.as_at)
            return f"{said.meeting_kind.label}, {when}, chair {said.chair}"
        case AgencyContacted(promised=str() as promised, spoke_to=who):
            return f"{promised.rstrip('.')} ({who})" if who else promised
    return own_words(entry.payload, CaseDirectory(view.case, view.register))


def _referral(clock: Clock, view: CaseView) -> str:
    """Of a silence or a refusal: to whom it was sent, and what they have said so far."""
    sent = referral_of(view.case, clock)
    if sent is None:
        return ""
    words = sent_words(sent, view)
    if sent.decisions:
        return f"{words}: {sent.decisions[-1][1].decision.label.lower()}"
    return words


def sent_words(sent: Referral, view: CaseView) -> str:
    """ "Referral to LA duty desk, sent yesterday 11:30"."""
    desk = view.register.contact_name(sent.sent.contact)
    return f"Referral to {desk}, sent {say(sent.sent.sent_at, view.as_at)}"

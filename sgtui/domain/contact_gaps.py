"""Times in which nobody was in contact with any agency while something was with one (domain 2.14).

How long is too long is the ladder's own word: the time after which it says to ring again. A call
that reached nobody is no contact; it is counted within the gap.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sgtui.domain.calendar import Calendar, Unit
from sgtui.domain.case_file import CaseFile
from sgtui.domain.entries import (
    AgencyAgreed,
    AgencyContacted,
    ChallengeAnswered,
    ChallengeRaised,
    ChallengeTakenUp,
    ClosureApproved,
    Entry,
    MeetingHeld,
    NotificationDecided,
    OutcomeReceived,
    ReferralAcknowledged,
    ReferralDecided,
    ReferralReceived,
    ReferralSent,
)
from sgtui.domain.entries.choices import AgencyDecision, NotificationKind
from sgtui.domain.ladder import Duty, Ladder, Term
from sgtui.domain.london_time import moment_words
from sgtui.domain.referrals import Referral
from sgtui.domain.register import Register
from sgtui.domain.stretches import Stretch, laid_together
from sgtui.domain.urgency import duration_words

_AGAIN = (Duty.CHASE, Duty.ACKNOWLEDGEMENT, Duty.RECEIPT)
"""The duties whose time says how often to be in touch, the first that a ladder has."""

_USUAL = Term(amount=1, unit=Unit.WORKING_DAYS)
"""Where a ladder says nothing of it."""

_CONTACTS = (
    AgencyAgreed, ChallengeAnswered, ChallengeRaised, ChallengeTakenUp, MeetingHeld,
    OutcomeReceived, ReferralAcknowledged, ReferralDecided, ReferralReceived, ReferralSent,
)  # fmt: skip

_NO_AGENCY = (NotificationKind.FAMILY, NotificationKind.CANDOUR)
"""Telling these is telling the person or their family."""


@dataclass(frozen=True)
class ContactGap:
    """A time without contact, longer than the ladder allows."""

    since: datetime
    """The last contact before it."""
    until: datetime | None
    """The first contact after it, or the end of waiting; None while it goes on."""
    lasted: timedelta
    waiting: tuple[str, ...]
    """What was with an agency in it: "the referral to LA duty desk"."""
    attempts: int
    """Calls in it that reached nobody."""

    @property
    def circumstances(self) -> str:
        """Until when it lasted, what was open, and what was tried in vain."""
        until = f"To {moment_words(self.until)}" if self.until else "It goes on"
        were = "was" if len(self.waiting) == 1 else "were"
        said = f"{until}, while {' and '.join(self.waiting)} {were} open."
        if self.attempts:
            tries = "attempt" if self.attempts == 1 else "attempts"
            said += f" {self.attempts} {tries} in it reached nobody."
        return said

    @property
    def words(self) -> str:
        """The gap in words, its length first."""
        return f"With any agency for {duration_words(self.lasted)}. {self.circumstances}"


@dataclass(frozen=True)
class Allowed:
    """How long may pass between two contacts."""

    term: Term
    source: str
    """Where that is said: a stage of the ladder."""

    @property
    def words(self) -> str:
        """ "1 working day (L7a Ring the duty desk)"."""
        return f"{self.term.unit.counted(self.term.amount)} ({self.source})"


def allowed_between(ladder: Ladder) -> Allowed:
    """After how long without word the ladder says to be in touch again."""
    for duty in _AGAIN:
        for stage, rule in ladder.rules(duty):
            return Allowed(rule.repeat or rule.term(), f"{stage.code} {stage.title}")
    return Allowed(_USUAL, "the program's own default")


def contact_gaps(
    case: CaseFile, ladder: Ladder, register: Register, now: datetime
) -> tuple[ContactGap, ...]:
    """Every gap up to now, in order; empty where somebody was always in touch."""
    waiting = tuple(_waiting(case, register))
    contacts = sorted(at for at in map(_contact_at, case.standing) if at is not None)
    tries = [entry.occurred_at for entry in case.standing if _reached_nobody(entry)]
    term, calendar = allowed_between(ladder).term, register.calendar
    return tuple(
        _gap(since, until, waiting, tries, now)
        for whole in laid_together(sorted(waiting, key=lambda one: one.since))
        for since, until in _silences(whole, contacts, now)
        if (until or now) > _until(calendar, since, term)
    )


def _gap(
    since: datetime,
    until: datetime | None,
    waiting: Sequence[Stretch],
    tries: Sequence[datetime],
    now: datetime,
) -> ContactGap:
    end = until or now
    about = [one for one in waiting if one.since < end and (one.until is None or one.until > since)]
    return ContactGap(
        since=since,
        until=until,
        lasted=end - since,
        waiting=tuple(dict.fromkeys(one.words for one in about)),
        attempts=sum(since < at < end for at in tries),
    )


def _until(calendar: Calendar, since: datetime, term: Term) -> datetime:
    return calendar.deadline(since, term.amount, term.unit).due_at


def _silences(
    whole: Stretch, contacts: Sequence[datetime], now: datetime
) -> Iterator[tuple[datetime, datetime | None]]:
    """From each contact to the next within one time of waiting, the last up to its end."""
    within = [at for at in contacts if whole.since < at < (whole.until or now)]
    yield from zip([whole.since, *within], [*within, whole.until], strict=True)


def _waiting(case: CaseFile, register: Register) -> Iterator[Stretch]:
    """Each referral and each challenge, from when it was with them until nothing was to come."""
    for sent in case.referrals:
        words = f"the referral to {register.contact_name(sent.sent.contact)}"
        yield _of(case, sent.entry, sent.sent.sent_at, _settled_at(sent), words)
    for challenge in case.challenges:
        over = challenge.conclusion[0].occurred_at if challenge.conclusion else None
        words = f"the challenge at {challenge.rung.stage}"
        yield _of(case, challenge.entry, challenge.raised.raised_at, over, words)


def _of(
    case: CaseFile, entry: Entry, since: datetime, until: datetime | None, words: str
) -> Stretch:
    """A stretch that an entry began, over with the case's next closing."""
    closings = (said.entry for said in case.of(ClosureApproved))
    closed = next((one.recorded_at for one in closings if one.number > entry.number), None)
    return Stretch(since, None, words).cut(until).cut(closed)


def _settled_at(sent: Referral) -> datetime | None:
    """When nothing more was to come of a referral; None while something is."""
    return max(_settling(sent), default=None) if sent.settled else None


def _settling(sent: Referral) -> Iterator[datetime]:
    yield from (at for _, at in sent.outcomes_after(0))
    yield from (entry.occurred_at for entry, _ in sent.accepted)
    for _, what in sent.decisions:
        if what.decision.elsewhere or what.decision is AgencyDecision.CLOSED_BY_AGENCY:
            yield what.decided_at
    ends = (challenge.conclusion for challenge in sent.challenges)
    yield from (end[0].occurred_at for end in ends if end is not None)


def _contact_at(entry: Entry) -> datetime | None:
    """When an entry says that we and an agency were in contact; None where it says no such."""
    match entry.payload:
        case AgencyContacted(result=result):
            return None if result.failed else entry.occurred_at
        case NotificationDecided(notification=whom, sent_at=sent_at):
            return None if whom in _NO_AGENCY else sent_at
    return entry.occurred_at if isinstance(entry.payload, _CONTACTS) else None


def _reached_nobody(entry: Entry) -> bool:
    return isinstance(entry.payload, AgencyContacted) and entry.payload.result.failed

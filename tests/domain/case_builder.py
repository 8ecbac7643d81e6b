"""A home, its people and desks, and a case told entry by entry on a clock that is moved by hand."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Self
from uuid import UUID, uuid5

from sgtui.domain.attempt import Attempt, Missing
from sgtui.domain.case_file import CaseFile, fold
from sgtui.domain.chronology import Line, chronology
from sgtui.domain.clocks import Clock, clocks
from sgtui.domain.entries import (
    CASE_KINDS,
    REGISTER_ID,
    ConcernRecorded,
    ContactPointRegistered,
    Entry,
    Payload,
    PersonRegistered,
    ServiceSetUp,
    StaffRegistered,
)
from sgtui.domain.gates import missing
from sgtui.domain.in_force import in_force
from sgtui.domain.ladder import Ladder
from sgtui.domain.ladder_file import shipped
from sgtui.domain.london_time import from_london
from sgtui.domain.next_step import NextStep, next_steps
from sgtui.domain.people import Role
from sgtui.domain.register import Register, fold_register

_NAMES = UUID("00000000-0000-4000-8000-000000000000")


def an_id(name: str) -> UUID:
    """The same id for the same name, every time."""
    return uuid5(_NAMES, name)


LEADER, LEAD, MANAGER, ON_CALL, CARER, DIRECTOR, AUDITOR = (
    an_id(name) for name in ("leader", "lead", "manager", "on call", "carer", "director", "auditor")
)
ADA = an_id("Ada Vale")
DESK, EDT, WORKER, TEAM, HEAD, DASS, BOARD = (
    an_id(name) for name in ("desk", "edt", "worker", "team", "head", "dass", "board")
)

_STAFF = {
    LEADER: ("Joy Okafor", Role.SHIFT_LEADER),
    LEAD: ("Sam Lead", Role.SAFEGUARDING_LEAD),
    MANAGER: ("Rae Moss", Role.REGISTERED_MANAGER),
    ON_CALL: ("Max Cole", Role.ON_CALL_MANAGER),
    CARER: ("Kit Dunn", Role.CARE_WORKER),
    DIRECTOR: ("Una Park", Role.NOMINATED_INDIVIDUAL),
    AUDITOR: ("Ola Finch", Role.AUDITOR),
}
_WEEK = "Mon-Thu 08:30-17:00, Fri 08:30-16:30"
_NIGHTS = "Mon-Thu 17:00-08:30, Fri 16:30-08:30, Sat-Sun 08:30-08:30, bank holidays 08:30-08:30"
_DESKS = {
    DESK: ("duty_desk", "LA duty desk", _WEEK),
    EDT: ("edt", "Emergency duty team", _NIGHTS),
    WORKER: ("social_worker", "Social worker", _WEEK),
    TEAM: ("team_manager", "Team manager", _WEEK),
    HEAD: ("head_of_service", "Head of Service", _WEEK),
    DASS: ("dass", "Director of Adult Social Services", _WEEK),
    BOARD: ("partnership", "Safeguarding partnership", _WEEK),
}


def london(words: str) -> datetime:
    """A moment from "2026-11-19 02:20" on a London clock."""
    plain = datetime.fromisoformat(words)
    return from_london(plain.date(), plain.time())


def a_home() -> tuple[Payload, ...]:
    """What sets up the home of these tests."""
    return (
        ServiceSetUp(service="Rosewood House", authority="Anyshire"),
        *(StaffRegistered(staff=i, name=n, roles=(r,)) for i, (n, r) in _STAFF.items()),
        PersonRegistered(person=ADA, name="Ada Vale", room="12"),
        *(
            ContactPointRegistered(contact=i, point=p, name=n, phone="01632 960114", hours=h)
            for i, (p, n, h) in _DESKS.items()
        ),
    )


def register_of(*payloads: Payload) -> Register:
    """The register that these entries make."""
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return fold_register(
        Entry(
            id=an_id(f"register {number}"),
            case_id=REGISTER_ID,
            number=number,
            occurred_at=at,
            recorded_at=at,
            recorded_by=MANAGER,
            payload=payload,
        )
        for number, payload in enumerate(payloads, start=1)
    )


HOME = register_of(*a_home())


def the_ladder() -> Ladder:
    """The ladder that comes with the program."""
    found = shipped("ENG-default-1")
    assert found is not None
    return found


LADDER = the_ladder()

ANSWERS: dict[str, dict[str, Any]] = {
    "concern_completed": {"place": "bedroom"},
    "statement_taken": {"statement_type": "fact", "text": "A bruise on her left forearm."},
    "safety_checked": {"safety": "safe"},
    "body_map_declined": {"reason": "No mark seen."},
    "evidence_secured": {"what": "Note", "where_kept": "Safe", "sealed": "yes"},
    "owner_assigned": {"owner": LEAD},
    "internally_escalated": {
        "told": LEAD,
        "decision_owner": LEAD,
        "decision": "Two staff for personal care",
        "reason": "Bruise not explained",
    },
    "threshold_decided": {
        "decided_by": LEAD,
        "second_person": MANAGER,
        "needs": "yes",
        "needs_because": "Dementia",
        "at_risk": "yes",
        "at_risk_because": "Bruise",
        "cannot_protect": "yes",
        "cannot_protect_because": "Cannot call out",
        "route": "external",
        "risk": "medium",
        "rationale": "All three parts are met.",
    },
    "countersigned": {"agrees": "yes", "comment": "Right call."},
    "sharing_decided": {
        "ground": "consent",
        "consent_asked": "yes",
        "shared_with": "Council",
        "what": "The concern",
        "reason": "To protect her",
    },
    "wishes_recorded": {"asked": "yes", "wishes": "To feel safe."},
    "referral_sent": {"contact": DESK, "method": "phone", "content": "The concern, in full."},
    "referral_received": {"confirmed_by": "P Ames"},
    "referral_acknowledged": {"acknowledged_by": "P Ames"},
    "referral_decided": {"decision": "accepted_s42", "decided_by": "P Ames", "reasons": "Met."},
    "agency_decision_accepted": {
        "first_person": LEAD,
        "second_person": MANAGER,
        "reason": "Safe with what is in place.",
    },
    "agency_contacted": {
        "contact": DESK,
        "method": "phone",
        "result": "spoke",
        "spoke_to": "P Ames, duty worker",
    },
    "notification_decided": {"required": "no", "reason": "Not of that sort."},
    "observation_made": {"text": "Calm, ate well."},
    "safeguard_started": {"measure": "Two staff", "proportionate": "Least", "owner": LEAD},
    "safeguard_reviewed": {"effective": "yes", "comment": "No new marks."},
    "safeguard_ended": {"reason": "Replaced"},
    "review_held": {"outcome": "continue", "found": "Settled.", "attended": "Sam Lead"},
    "closure_requested": {
        "reason": "The risk is over.",
        "outcome": "Protected",
        "person_view": "She feels safe",
        "wishes_met": "fully",
        "feedback_given": "Kit Dunn told",
        "agencies_told": "All told",
        "others_at_risk": "Nobody else",
        "sar_considered": "yes",
    },
    "closure_approved": {"comment": "Agreed"},
    "closure_refused": {"reason": "Review still owed"},
    "reopened": {"reason": "New marks"},
    "amended": {"reason": "Misheard"},
    "entered_in_error": {"second_person": MANAGER, "reason": "Wrong person"},
}
"""Answers that do for each kind where a test says nothing else."""

_STATED = {
    "concern_completed": "happened_at",
    "referral_sent": "sent_at",
    "referral_received": "received_at",
    "referral_acknowledged": "acknowledged_at",
    "referral_decided": "decided_at",
}

_ABOUT = {
    "referral_received": {"referral": "referral_sent"},
    "referral_acknowledged": {"referral": "referral_sent"},
    "referral_decided": {"referral": "referral_sent"},
    "agency_decision_accepted": {"referral": "referral_sent"},
    "safeguard_reviewed": {"safeguard": "safeguard_started"},
    "safeguard_ended": {"safeguard": "safeguard_started"},
    "closure_approved": {"request": "closure_requested"},
    "closure_refused": {"request": "closure_requested"},
    "countersigned": {"entry": "threshold_decided"},
}
"""Which newest entry a kind is about where a test does not say."""


@dataclass
class Told:
    """A case being told: each call adds an entry at the time the clock shows."""

    now: datetime
    author: UUID = LEADER
    register: Register = HOME
    ladder: Ladder = LADDER
    entries: list[Entry] = field(default_factory=list)

    def at(self, words: str) -> Self:
        """Move the clock to a London time, "2026-11-19 02:20"."""
        self.now = london(words)
        return self

    def later(self, **span: float) -> Self:
        """Move the clock on: later(hours=2)."""
        self.now += timedelta(**span)
        return self

    def by(self, author: UUID) -> Self:
        """Who records from here on."""
        self.author = author
        return self

    @property
    def last(self) -> UUID:
        """Id of the newest entry."""
        return self.entries[-1].id

    def newest(self, kind: str) -> UUID:
        """Id of the newest entry of a kind."""
        return next(e.id for e in reversed(self.entries) if e.kind == kind)

    def payload(self, kind: str, at: datetime | None = None, **answers: Any) -> Payload:
        """What an entry of that kind says, with the usual answers where none are given."""
        given = {**ANSWERS.get(kind, {}), **answers}
        model = CASE_KINDS[kind]
        if kind in _STATED:
            given.setdefault(_STATED[kind], at or self.now)
        for name, about in _ABOUT.get(kind, {}).items():
            if name not in given:
                given[name] = self.newest(about)
        return model.model_validate(given)

    def add(self, payload: Payload, at: datetime | None = None) -> Self:
        """Record what is given, as having happened now or at a stated time."""
        number = len(self.entries) + 1
        self.entries.append(
            Entry(
                id=an_id(f"entry {number}"),
                case_id=an_id("case"),
                number=number,
                occurred_at=at or self.now,
                recorded_at=self.now,
                recorded_by=self.author,
                payload=payload,
            )
        )
        return self

    def tell(self, kind: str, at: datetime | None = None, **answers: Any) -> Self:
        """Record an entry of that kind."""
        return self.add(self.payload(kind, at, **answers), at)

    def try_to(self, kind: str, at: datetime | None = None, **answers: Any) -> tuple[Missing, ...]:
        """What stands in the way of an entry of that kind; nothing is recorded."""
        return self.blocks(self.payload(kind, at, **answers), at)

    def blocks(self, payload: Payload, at: datetime | None = None) -> tuple[Missing, ...]:
        """What stands in the way of a payload; nothing is recorded."""
        member = self.register.staff[self.author]
        return missing(Attempt(self.case, payload, member, self.register, self.now, at or self.now))

    def gates_of(self, kind: str, **answers: Any) -> set[str]:
        """The gates that are shut for an entry of that kind."""
        return {item.gate for item in self.try_to(kind, **answers)}

    @property
    def case(self) -> CaseFile:
        """The case file so far."""
        return fold(self.entries)

    @property
    def clocks(self) -> dict[str, Clock]:
        """Every clock by its key."""
        return {clock.key: clock for clock in clocks(self.case, self.ladder, self.register)}

    def of(self, duty: str, stage: str | None = None) -> list[Clock]:
        """The clocks about a duty, and of one stage if named, in order."""
        return [
            clock
            for clock in self.clocks.values()
            if clock.duty == duty and stage in (None, clock.stage)
        ]

    def running(self) -> set[str]:
        """The duties owed now; a challenge by its rung."""
        return {
            clock.stage if clock.duty == "challenge" else clock.duty.value
            for clock in in_force(self.clocks.values(), self.now)
        }

    def next_steps(self) -> tuple[NextStep, ...]:
        """What the ladder says to do now."""
        running = in_force(self.clocks.values(), self.now)
        return next_steps(self.case, running, self.ladder, self.register)

    def lines(self) -> tuple[Line, ...]:
        """The chronology as it reads now."""
        return chronology(self.case, tuple(self.clocks.values()), self.register, self.now)


def a_concern(at: str = "2026-11-19 02:20", noticed: str | None = None, **answers: Any) -> Told:
    """A case whose concern is recorded at a London time; by night on a Thursday if not said."""
    told = Told(london(at))
    noticed_at = london(noticed) if noticed else told.now
    given = {
        "reference": "SG-26-K4T7",
        "ladder": LADDER.version,
        "person": ADA,
        "category": "neglect",
        "happened_at": noticed_at,
        "noticed_at": noticed_at,
        "place": "bedroom",
        **answers,
    }
    return told.add(ConcernRecorded.model_validate(given), noticed_at)


def a_full_record(at: str = "2026-11-19 09:00", **answers: Any) -> Told:
    """A concern with its statement and its safety check."""
    return a_concern(at, **answers).tell("statement_taken").tell("safety_checked")


def a_referral(at: str = "2026-11-19 09:00", **answers: Any) -> Told:
    """A full record, decided and referred, all at one time."""
    told = a_full_record(at).tell("internally_escalated").tell("threshold_decided")
    return told.tell("sharing_decided").tell("wishes_recorded").tell("referral_sent", **answers)

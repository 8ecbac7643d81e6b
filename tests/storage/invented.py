"""An invented home for tests: people, entries, derived rows, and a way past the doors."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Engine, event

from sgtui.domain.entries import (
    REGISTER_ID,
    CaseSealed,
    Entry,
    NewEntry,
    Payload,
    StaffRegistered,
    make_payload,
)
from sgtui.services.ports import (
    CaseRow,
    ClockRow,
    Projection,
    ReferralRow,
    Signer,
    SlotPerson,
)
from sgtui.storage.engine import connect
from sgtui.storage.slot import KdfCost
from sgtui.storage.store import SqliteStore, create_database

CHEAP = KdfCost(passes=1, memory_kib=8, lanes=1)
"""So that tests do not spend their time on stretching passphrases."""

PASSPHRASE = "four plain words here"
NOW = datetime(2026, 11, 22, 14, 32, 5, 123456, tzinfo=UTC)
JO = SlotPerson(UUID("00000000-0000-4000-8000-00000000000a"), "Jo Okafor")


@dataclass
class Home:
    """An open record with Jo Okafor signed in and registered."""

    store: SqliteStore
    path: Path
    key: bytes
    jo: Signer
    recovery: tuple[str, ...]

    def append(self, case_id: UUID, payload: Payload, seen: int | None = None) -> Entry:
        """One entry in a transaction of its own."""
        with self.store.writing() as unit:
            return unit.append(case_id, new_entry(payload), self.jo, NOW, seen)

    def sealed_case(self, entries: int, reference: str = "SG-26-K4T7") -> UUID:
        """A case with so many entries, each sealed in the register."""
        case_id = uuid4()
        for number in range(1, entries + 1):
            payload = concern(reference) if number == 1 else statement(f"seen {number}")
            with self.store.writing() as unit:
                entry = unit.append(case_id, new_entry(payload), self.jo, NOW)
                seal = CaseSealed(case=case_id, number=number, head=entry.hash)
                unit.append(REGISTER_ID, new_entry(seal), self.jo, NOW)
        return case_id

    @contextmanager
    def past_the_doors(self) -> Iterator[Any]:
        """A connection of someone who has the key and has dropped the triggers."""
        with closing(connect(self.path, self.key)) as raw:
            raw.execute("DROP TRIGGER IF EXISTS entries_are_not_changed")
            raw.execute("DROP TRIGGER IF EXISTS entries_are_not_removed")
            yield raw


@contextmanager
def query_plans(home: Home) -> Iterator[list[str]]:
    """How the database would go about each query made inside the block."""
    plans: list[str] = []

    def explain(_c: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        if statement.startswith("SELECT"):
            with closing(connect(home.path, home.key)) as raw:
                steps = raw.execute(f"EXPLAIN QUERY PLAN {statement}", parameters).fetchall()
            plans.append("; ".join(step[3] for step in steps))

    event.listen(Engine, "before_cursor_execute", explain)
    try:
        yield plans
    finally:
        event.remove(Engine, "before_cursor_execute", explain)


def new_home(folder: Path) -> Home:
    """A home in a new file."""
    path = folder / "home.sgtui"
    created = create_database(path, JO, PASSPHRASE, cost=CHEAP, floor=CHEAP)
    key, jo = created.signed_in.data_key, created.signed_in.signer
    home = Home(created.store, path, key, jo, created.recovery)
    home.append(REGISTER_ID, registered(jo))
    return home


def registered(signer: Signer, name: str = "Jo Okafor") -> Payload:
    """A member of staff with a public key."""
    key = signer.public_key.hex()
    return make_payload(
        {
            "kind": "staff_registered",
            "staff": signer.staff_id,
            "name": name,
            "roles": ("registered_manager",),
            "public_key": key,
        }
    )


def staff_without_key(name: str) -> StaffRegistered:
    """A member of staff who cannot sign in."""
    fields = {"kind": "staff_registered", "staff": uuid4(), "name": name, "roles": ["auditor"]}
    payload = make_payload(fields)
    assert isinstance(payload, StaffRegistered)
    return payload


def new_entry(payload: Payload, entry_id: UUID | None = None) -> NewEntry:
    """An entry about to be appended."""
    return NewEntry(id=entry_id or uuid4(), occurred_at=NOW, payload=payload)


def statement(text: str) -> Payload:
    """Something seen."""
    fields = {"kind": "statement_taken", "statement_type": "fact", "text": text}
    return make_payload(fields | {"said_at": NOW})


def concern(reference: str = "SG-26-K4T7") -> Payload:
    """The first entry of a case."""
    return make_payload(
        {
            "kind": "concern_recorded",
            "reference": reference,
            "ladder": "ENG-default-1",
            "person": uuid4(),
            "category": "physical",
            "happened_at": NOW,
            "noticed_at": NOW,
            "place": "bedroom",
        }
    )


def case_row(reference: str, opened: int = 0, closed: bool = False) -> CaseRow:
    """A case opened so many hours after NOW."""
    return CaseRow(
        case_id=uuid4(),
        reference=reference,
        person_id=uuid4(),
        case_kind="adult",
        stage="L7",
        level="safeguarding",
        risk="high",
        safety="safe",
        owner_id=JO.staff_id,
        barred=frozenset({JO.staff_id}),
        category="physical",
        ladder="ENG-default-1",
        opened_at=NOW + timedelta(hours=opened),
        closed_at=NOW if closed else None,
        noticed_at=NOW + timedelta(hours=opened - 1),
        happened_at=None,
        place="bedroom",
        alleged=frozenset({f"staff:{JO.staff_id.hex}", "name:0123"}),
        regions=frozenset({"F17L", "B21L"}),
        last_number=3,
        head="ab" * 32,
    )


def clock_row(
    case_id: UUID, key: str, due: int, met: bool = False, ended: bool = False
) -> ClockRow:
    """A clock due so many hours after NOW."""
    return ClockRow(
        case_id=case_id,
        key=key,
        duty="receipt",
        stage="L7",
        title="Confirm receipt",
        direction="they_owe",
        owner_role="shift_leader",
        given_to=case_id,
        not_by=frozenset({case_id}),
        contact_id=None,
        counterpart="Duty desk",
        started_at=NOW,
        due_at=NOW + timedelta(hours=due),
        late_at=NOW + timedelta(hours=due * 2),
        met_at=NOW if met else None,
        ended_at=NOW if ended else None,
        explanation="24 h after sending",
        subject=case_id,
        tried_at=NOW if met else None,
        tried="no_answer" if met else "",
    )


def referral_row(case_id: UUID, sent: int = 0) -> ReferralRow:
    """A referral sent so many hours after NOW."""
    return ReferralRow(
        case_id=case_id,
        referral_id=uuid4(),
        contact_id=uuid4(),
        method="phone",
        sent_at=NOW + timedelta(hours=sent),
        received_at=NOW,
        acknowledged_at=None,
        decided_at=None,
        decision=None,
    )


def projection(reference: str = "SG-26-K4T7") -> Projection:
    """A case with two clocks and two referrals, given out of order."""
    case = case_row(reference)
    clocks = (clock_row(case.case_id, "b", 2), clock_row(case.case_id, "a", 1, met=True))
    referrals = (referral_row(case.case_id, 5), referral_row(case.case_id, 1))
    return Projection(case, clocks, referrals)

"""Any case: what its entries give, what lists keep of it, and a rebuild are one and the same."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID, uuid4

from hypothesis import given, settings

from sgtui.domain.case_file import fold
from sgtui.domain.entries import REGISTER_ID, Entry, NewEntry
from sgtui.services.desk import Desk
from sgtui.services.ports import Author, Projection, SlotPerson, WriteUnit
from sgtui.services.projection import project, rebuild
from sgtui.services.record import new_entry
from sgtui.storage.store import create_database
from tests.domain.a_home import LADDER, MANAGER, a_home
from tests.domain.any_case import BEGINNINGS, MOVES, STARTS, Move, story
from tests.domain.case_builder import Told
from tests.services.conftest import CHEAP, PASSPHRASE, START, MovedClock


@dataclass(frozen=True)
class SignsAs:
    """Whoever the story says, with the one key there is."""

    staff_id: UUID
    key: Author

    def sign(self, message: bytes) -> bytes:
        """The signature of the message."""
        return self.key.sign(message)


def _keep(unit: WriteUnit, key: Author, case_id: UUID, entry: Entry) -> Entry:
    new = NewEntry(
        id=entry.id, occurred_at=entry.occurred_at, about=entry.about, payload=entry.payload
    )
    return unit.append(case_id, new, SignsAs(entry.recorded_by, key), entry.recorded_at)


def _told_to_a_record(told: Told, folder: Path) -> tuple[Projection, Projection, Projection]:
    """Derived as each entry was kept, as it stands in the lists, and as rebuilt from the chain."""
    first = SlotPerson(MANAGER, "Rae Moss")
    made = create_database(folder / "any.sgtui", first, PASSPHRASE, cost=CHEAP, floor=CHEAP)
    key, case_id = made.signed_in.signer, uuid4()
    desk = Desk(made.store, MovedClock(), key)
    desk.known.ladders[LADDER.version] = LADDER
    try:
        with made.store.writing() as unit:
            for payload in a_home():
                unit.append(REGISTER_ID, new_entry(payload, START), key, START)
        with made.store.writing() as unit:
            kept: list[Entry] = []
            for entry in told.entries:
                kept.append(_keep(unit, key, case_id, entry))
                case = fold(kept)
                derived = project(case, desk.clocks(desk.register(unit), case))
                unit.put_projection(derived)
        with made.store.writing() as unit:
            listed = unit.projection(case_id)
            rebuild(desk, unit)
            rebuilt = unit.projection(case_id)
    finally:
        made.store.close()
    assert listed is not None and rebuilt is not None
    return derived, listed, rebuilt


@settings(max_examples=40, deadline=None, derandomize=True, database=None)
@given(STARTS, BEGINNINGS, MOVES)
def test_entries_lists_and_a_rebuild_agree(start: str, beginning: str, moves: list[Move]) -> None:
    told = list(story(start, beginning, moves))[-1]
    with TemporaryDirectory() as folder:
        derived, listed, rebuilt = _told_to_a_record(told, Path(folder))
    assert derived == listed == rebuilt
    assert {clock.key for clock in listed.clocks} == {clock.key for clock in told.clocks.values()}

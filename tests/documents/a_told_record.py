"""A case told entry by entry, in a real record, to make documents of."""

import hashlib
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from sgtui.documents.catalogue import make
from sgtui.documents.model import Document, Section
from sgtui.documents.press.text import lines
from sgtui.domain.entries import (
    REGISTER_ID,
    LadderAdopted,
    NewEntry,
    Payload,
    StaffRegistered,
)
from sgtui.domain.ladder_file import shipped_text
from sgtui.services.desk import Desk
from sgtui.services.files import Period
from sgtui.services.kept import keep, new_entry
from sgtui.services.ports import SlotPerson
from sgtui.services.reports import Asked
from sgtui.services.work import Work
from sgtui.storage.signing import PersonalSigner
from sgtui.storage.store import create_database
from tests.documents.a_printed_file import plain
from tests.domain.a_home import LADDER, MANAGER, a_home
from tests.domain.case_builder import Told
from tests.services.conftest import CHEAP

REFERENCE = "SG-26-K4T7"


def hand(staff_id: UUID) -> PersonalSigner:
    """Somebody who writes and signs; the same person has the same key every time."""
    return PersonalSigner(staff_id, hashlib.sha256(staff_id.bytes).digest())


def with_key(payload: Payload) -> Payload:
    """Somebody registered with the key that they sign with; anything else as it is."""
    if not isinstance(payload, StaffRegistered):
        return payload
    return payload.model_copy(update={"public_key": hand(payload.staff).public_key.hex()})


def desk_with(folder: Path, told: Told, *more: Payload, reader: UUID = MANAGER) -> Desk:
    """A desk over a record that holds this case; `more` stands in the register too."""
    first = SlotPerson(MANAGER, "Rae Moss")
    path = folder / "told.sgtui"
    store = create_database(path, first, None, demo=True, cost=CHEAP, floor=CHEAP).store
    began = told.entries[0].occurred_at - timedelta(days=1)
    desk = Desk(store, lambda: told.now, hand(reader))
    ladder = LadderAdopted(version=LADDER.version, toml=shipped_text(LADDER.version))
    with store.writing() as unit:
        for payload in (*a_home(), ladder, *more):
            unit.append(REGISTER_ID, new_entry(with_key(payload), began), hand(MANAGER), began)
        for entry in told.entries:
            new = NewEntry(
                id=entry.id,
                occurred_at=entry.occurred_at,
                about=entry.about,
                payload=entry.payload,
            )
            unit.append(entry.case_id, new, hand(entry.recorded_by), entry.recorded_at)
        keep(desk, unit, desk.register(unit), unit.entries(told.entries[0].case_id))
    return desk


def asked(desk: Desk, reference: str = REFERENCE) -> Asked:
    """One case by its reference, or with none every case of the last two years."""
    now = desk.now()
    return Asked(Period(now - timedelta(days=730), now + timedelta(seconds=1)), reference)


def document(desk: Desk, name: str, reference: str = REFERENCE) -> Document:
    """A document of that sort."""
    return make(desk, name, asked(desk, reference), Work())


def section(desk: Desk, name: str) -> Section:
    """The one section about the case."""
    (found,) = document(desk, name).sections
    return found


def text(desk: Desk, name: str, reference: str = REFERENCE) -> str:
    """The whole document as text, blanks and line ends being all alike."""
    return plain("\n".join(lines(document(desk, name, reference))))

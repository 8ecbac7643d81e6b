"""A small invented home in a real record, for tests of screens that read and write one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from textual.screen import Screen

from sgtui.domain.entries import REGISTER_ID, make_payload
from sgtui.domain.ladder_file import shipped_text
from sgtui.services.desk import Desk, NobodySignedIn
from sgtui.services.ports import Signer, SlotPerson, StoreFailure
from sgtui.services.record import NoSuchCase, new_entry
from sgtui.storage.slot import KdfCost
from sgtui.storage.store import SqliteStore, create_database
from sgtui.ui.app import Loaded, SgtuiApp
from sgtui.ui.widgets.title_line import TitleFacts

CHEAP = KdfCost(passes=1, memory_kib=8, lanes=1)
SUNDAY = datetime(2026, 11, 22, 14, 32, tzinfo=UTC)
JOY = UUID("00000000-0000-4000-8000-00000000000a")
SAM = UUID("00000000-0000-4000-8000-00000000000b")
RUTH = UUID("00000000-0000-4000-8000-00000000000c")
ADA = UUID("00000000-0000-4000-8000-0000000000a1")
TOM = UUID("00000000-0000-4000-8000-0000000000a2")
YUSUF = UUID("00000000-0000-4000-8000-0000000000a3")
ZOE = UUID("00000000-0000-4000-8000-0000000000a4")

EXPLANATIONS = dict.fromkeys((StoreFailure, NobodySignedIn, NoSuchCase), str)

_STAFF = (
    (JOY, "Joy Okafor", ("shift_leader",), "07700 900101"),
    (SAM, "Sam Lead", ("safeguarding_lead",), "07700 900102"),
    (RUTH, "Ruth Amis", ("registered_manager",), "07700 900103"),
)
_PEOPLE = (
    (ADA, "Ada Vale", "12", "dementia", "hearing aid"),
    (TOM, "Tom Bell", "3", "diabetes", None),
    (YUSUF, "يوسف حداد", "15", None, "Arabic first"),
    (ZOE, "Zoe\u0301 O'Neill-Ward", "7", None, None),
)


@dataclass
class SmallHome:
    """An open record with Joy Okafor, shift leader, signed in, and a clock that is set by hand."""

    store: SqliteStore
    signer: Signer
    now: datetime = SUNDAY

    @property
    def desk(self) -> Desk:
        """A desk of Joy's that has read nothing yet."""
        return Desk(self.store, lambda: self.now, self.signer)

    def app(
        self,
        first: str,
        screens: Mapping[str, Callable[..., Screen[Any]]],
        *,
        ascii_only: bool = False,
    ) -> SgtuiApp:
        """The app, opened on one of the screens."""
        facts = TitleFacts("Rosewood House", "Sun 22 Nov 14:32", "J Okafor", "live")
        loaded = Loaded(screens[first], screens, explanations=EXPLANATIONS, facts=facts)
        return SgtuiApp(lambda: loaded, ascii_only=ascii_only)


def small_home(folder: Path) -> SmallHome:
    """A home in a new file: three staff, four residents, the shipped ladder."""
    first = SlotPerson(JOY, "Joy Okafor")
    made = create_database(folder / "home.sgtui", first, None, demo=True, cost=CHEAP, floor=CHEAP)
    home = SmallHome(made.store, made.signed_in.signer)
    with home.store.writing() as unit:
        for fields in _register(home.signer):
            entry = new_entry(make_payload(fields), SUNDAY)
            unit.append(REGISTER_ID, entry, home.signer, SUNDAY)
    return home


def _register(signer: Signer) -> list[dict[str, Any]]:
    version = "ENG-default-1"
    home = {"kind": "service_set_up", "service": "Rosewood House", "authority": "Northmoor"}
    ladder = {"kind": "ladder_adopted", "version": version, "toml": shipped_text(version)}
    staff = [
        {
            "kind": "staff_registered",
            "staff": staff_id,
            "name": name,
            "roles": roles,
            "phone": phone,
            "public_key": signer.public_key.hex() if staff_id == JOY else None,
        }
        for staff_id, name, roles, phone in _STAFF
    ]
    people = [
        {
            "kind": "person_registered",
            "person": person_id,
            "name": name,
            "room": room,
            "care_needs": care,
            "communication_needs": communication,
        }
        for person_id, name, room, care, communication in _PEOPLE
    ]
    return [home, ladder, *staff, *people]

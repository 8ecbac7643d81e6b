"""A small home with passphrases, and a desk that stands before its door."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from textual.pilot import Pilot

from sgtui.domain.entries import REGISTER_ID, make_payload
from sgtui.domain.ladder_file import shipped_text
from sgtui.services.ports import Signer, SlotPerson
from sgtui.services.record import new_entry
from sgtui.services.sign_in import Door
from sgtui.storage.keyslots import KeySlots
from sgtui.storage.store import create_database, open_database
from sgtui.ui.app import SgtuiApp
from sgtui.ui.screens.sign_in import SignInScreen
from sgtui.ui.session import Session
from tests.ui.desk_fixture import CHEAP, JOY, RUTH, SUNDAY

JOYS = "joy walks the quiet lane"
RUTHS = "ruth keeps nine brown hens"
LADDER = "ENG-default-1"


def front_door(folder: Path) -> Door:
    """The way into a new record that Joy Okafor and Ruth Amis can open."""
    path = folder / "home.sgtui"
    made = create_database(path, SlotPerson(JOY, "Joy Okafor"), JOYS, cost=CHEAP, floor=CHEAP)
    slots, key = KeySlots(path, CHEAP, CHEAP), made.signed_in.data_key
    ruth = slots.add_person(key, SlotPerson(RUTH, "Ruth Amis"), RUTHS)
    joy = made.signed_in.signer
    with made.store.writing() as unit:
        for fields in (
            {"kind": "service_set_up", "service": "Rosewood House", "authority": "Northmoor"},
            {"kind": "ladder_adopted", "version": LADDER, "toml": shipped_text(LADDER)},
            _staff(joy, "Joy Okafor", "shift_leader"),
            _staff(ruth, "Ruth Amis", "registered_manager"),
        ):
            unit.append(REGISTER_ID, new_entry(make_payload(fields), SUNDAY), joy, SUNDAY)
    made.store.close()
    return Door(slots, lambda data_key: open_database(path, data_key), lambda: SUNDAY)


def _staff(signer: Signer, name: str, role: str) -> dict[str, object]:
    staff: UUID = signer.staff_id
    public_key = signer.public_key.hex()
    fields = {"staff": staff, "name": name, "roles": (role,), "public_key": public_key}
    return {"kind": "staff_registered", **fields}


def before_the_door(door: Door, idle_seconds: float = 0.0) -> tuple[SgtuiApp, Session]:
    """The app on its sign-in screen."""
    app = SgtuiApp(lambda: session.loaded(lambda: SignInScreen(session)))
    session = Session(app, door, idle_seconds=idle_seconds)
    return app, session


async def until(pilot: Pilot[None], holds: Callable[[], object]) -> None:
    """Let the app work until something holds; AssertionError when it never does."""
    for _ in range(400):
        if holds():
            return
        await pilot.pause(0.01)
    raise AssertionError("It never came to hold.")

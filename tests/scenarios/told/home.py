"""A real, encrypted record of Rosewood House, a desk for each of its people, a clock by hand."""

import shutil
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from sgtui.services.concern import ConcernNotice, record_concern
from sgtui.services.desk import Desk
from sgtui.services.ports import SlotPerson
from sgtui.services.register import register_entry
from sgtui.services.sign_in import Door
from sgtui.storage.keyslots import KeySlots
from sgtui.storage.store import create_database, open_database
from tests.scenarios.told.answers import notice_fields
from tests.scenarios.told.moment import moment
from tests.scenarios.told.register import STAFF, payloads
from tests.scenarios.told.story import Story
from tests.services.conftest import CHEAP, PASSPHRASE, MovedClock

START = moment("Thu 19 Nov 02:20")
"""A Thursday, in the night."""

_SET_UP = moment("Wed 18 Nov 10:00")
_FIRST = "ruth"


@dataclass
class Home:
    """The home of one scenario: `clock` is what every desk's clock says."""

    path: Path
    clock: MovedClock = field(default_factory=lambda: MovedClock(START))
    _desks: dict[str, Desk] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """The door to the record; nobody has signed in yet."""
        slots = KeySlots(self.path, CHEAP, CHEAP)
        self.door = Door(slots, lambda key: open_database(self.path, key), self.clock)

    def desk(self, name: str) -> Desk:
        """Somebody's desk, signed in."""
        if name not in self._desks:
            self._desks[name] = self.door.sign_in(STAFF[name][0], PASSPHRASE)
        return self._desks[name]

    def at(self, words: str) -> datetime:
        """Move the clock to "Fri 20 Nov 09:00"."""
        self.clock.at = moment(words)
        return self.clock.at

    def concern(self, by: str, at: str = "", **told: Any) -> Story:
        """Somebody records a concern; its story goes on from there."""
        if at:
            self.at(at)
        notice = ConcernNotice.model_validate(notice_fields(told, self.clock.at))
        recorded = record_concern(self.desk(by), notice, case_id=uuid4())
        story = Story(self, recorded.case_id, recorded.reference, by)
        story.begun()
        return story


def furnish(path: Path) -> None:
    """Make the record of the home: everyone registered, and able to sign in."""
    clock = MovedClock(_SET_UP)
    people = {who: SlotPerson(who, name) for who, name, *_ in STAFF.values()}
    first = STAFF[_FIRST][0]
    made = create_database(path, people[first], PASSPHRASE, cost=CHEAP, floor=CHEAP)
    slots, signed_in = KeySlots(path, CHEAP, CHEAP), made.signed_in
    keys = {first: signed_in.signer.public_key}
    for who, person in people.items():
        if who != first:
            signer = slots.add_person(signed_in.data_key, person, PASSPHRASE)
            keys[who] = signer.public_key
    desk = Desk(made.store, clock, signed_in.signer)
    with made.store.writing() as unit:
        for payload in payloads(keys):
            desk.register(unit)
            register_entry(desk, unit, payload)
    made.store.close()


def a_copy(furnished: Path, folder: Path) -> Home:
    """The home of one scenario, as it was furnished."""
    path = folder / "rosewood.sgtui"
    for suffix in ("", ".keys"):
        shutil.copy(f"{furnished}{suffix}", f"{path}{suffix}")
    return Home(path)

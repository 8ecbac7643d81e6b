"""One demo home for all tests that make documents of it, furnished once."""

import json
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from sgtui.documents.catalogue import make
from sgtui.documents.press import json_text
from sgtui.domain.register import Register
from sgtui.services.demo import STAFF, furnish
from sgtui.services.desk import Desk
from sgtui.services.files import Period
from sgtui.services.ports import Signer
from sgtui.services.reports import Asked
from tests.services.demo_home import WEDNESDAY, EmptyHome, empty

_kept = ExitStack()
"""Holds the folder for as long as the tests run."""

QUARTER = Period(WEDNESDAY - timedelta(days=90), WEDNESDAY)
YEAR = Period(WEDNESDAY - timedelta(days=365), WEDNESDAY)


@dataclass(frozen=True)
class Demo:
    """The furnished home and everybody who can sit at its desk."""

    made: EmptyHome
    now: datetime
    signers: dict[UUID, Signer]

    def desk(self, key: str = "joy") -> Desk:
        """The desk of one of the staff, as the stories call them."""
        staff_id = next(member.id for member in STAFF if member.key == key)
        return Desk(self.made.store, lambda: self.now, self.signers[staff_id])

    @property
    def register(self) -> Register:
        """Who and what there is."""
        desk = self.desk()
        with desk.store.reading() as unit:
            return desk.register(unit)


@cache
def the_demo() -> Demo:
    """The small home, told up to a Wednesday."""
    folder = Path(_kept.enter_context(TemporaryDirectory()))
    made = empty(folder)
    furnish(made.store, made.signers, WEDNESDAY)
    return Demo(made, WEDNESDAY, made.signers)


def as_json(desk: Desk, name: str, period: Period = QUARTER) -> dict[str, Any]:
    """A document of the demo as another program reads it."""
    document = make(desk, name, Asked(period, demo=True))
    read: dict[str, Any] = json.loads("".join(json_text.pieces(document)))
    return read

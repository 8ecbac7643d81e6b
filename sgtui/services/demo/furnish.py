"""Furnishing the demo: register and stories are written by the path that real ones take."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sgtui.domain.entries import NewEntry
from sgtui.domain.london_time import in_london
from sgtui.services.demo.audits import audits
from sgtui.services.demo.chore import Chore
from sgtui.services.demo.handovers import handovers, looked_at
from sgtui.services.demo.home import SETS_UP, SIGNED_IN, register_payloads
from sgtui.services.demo.learning import learning
from sgtui.services.demo.pieces import pieces
from sgtui.services.demo.plans import Size, more_people, plans
from sgtui.services.demo.rota import rota
from sgtui.services.demo.teller import Line, Plan
from sgtui.services.desk import Desk
from sgtui.services.ports import Signer, Store, WriteUnit
from sgtui.services.record import append
from sgtui.services.register import as_it_stands, register_all

_SET_UP_BEFORE = timedelta(days=600)
"""Older than the oldest story."""


@dataclass(frozen=True)
class DemoHome:
    """What was furnished."""

    signed_in: UUID
    """Who sits at the desk: the shift leader."""
    cases: int
    """How many case files, open and closed."""


def furnish(
    store: Store, signers: Mapping[UUID, Signer], now: datetime, size: Size = "small"
) -> DemoHome:
    """Write the invented home into a new, empty record, told up to `now`.

    `signers` holds the signing key of each member of `STAFF` by their id: make the record with
    the first of them (`SIGNED_IN`), add a slot without passphrase for each other, and give here
    what that returned. Every entry is signed by whoever recorded it in the story, and passes the
    same gates as at the desk. All of it is one transaction: after any error nothing is kept.
    At one `now` the same home comes out each time; only salts and signatures differ.

    Raises KeyError when a signer is missing, NotYet when a story would not be let through.
    """
    pen = _Pen(signers, SETS_UP, now - _SET_UP_BEFORE)
    desk = Desk(store, pen.now, pen)
    with store.writing() as unit:
        _set_up(desk, unit, signers, size, in_london(now).date())
        told = plans(now, size)
        _tell(desk, unit, pen, told, now)
    return DemoHome(SIGNED_IN, len(told))


class _Pen:
    """Whoever writes, at the story's own time; it passes from hand to hand."""

    def __init__(self, signers: Mapping[UUID, Signer], holder: UUID, at: datetime) -> None:
        self._signers = signers
        self._holder = holder
        self._at = at

    @property
    def staff_id(self) -> UUID:
        """Who has the pen."""
        return self._holder

    def sign(self, message: bytes) -> bytes:
        """The signature of whoever has the pen."""
        return self._signers[self._holder].sign(message)

    def now(self) -> datetime:
        """The story's own time."""
        return self._at

    def write(self, lines: Sequence[Line]) -> Iterator[NewEntry]:
        """Each entry, once its author has the pen and its time has come."""
        for line in lines:
            self.take(line.by, line.at)
            yield line.new

    def take(self, holder: UUID, at: datetime) -> None:
        """Give the pen to somebody, at a time of the story."""
        self._holder, self._at = holder, at


def _tell(desk: Desk, unit: WriteUnit, pen: _Pen, told: Sequence[Plan], now: datetime) -> None:
    """Every case and whatever the home itself did, in the order of time."""

    def of_a_case(part: Plan) -> Chore:
        return Chore(
            part.ends_at,
            part.lines[0].by,
            lambda desk, unit: append(desk, unit, part.case_id, pen.write(part.lines)),
        )

    shifts = handovers(as_it_stands(desk, unit).calendar, now)
    audited = audits(now)
    of_the_home = (rota(now), *learning(told, now), *shifts, *audited)
    read_by = looked_at([*shifts, *audited])
    chores = (*map(of_a_case, pieces(told, read_by)), *of_the_home)
    for chore in sorted(chores, key=lambda chore: chore.at):
        pen.take(chore.by, chore.at)
        chore.write(desk, unit)


def _set_up(
    desk: Desk, unit: WriteUnit, signers: Mapping[UUID, Signer], size: Size, today: date
) -> None:
    keys = {staff_id: signer.public_key for staff_id, signer in signers.items()}
    register_all(desk, unit, (*register_payloads(keys, today), *more_people(size)))

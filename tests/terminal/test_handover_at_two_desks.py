"""Two desks on one record: one leader signs the shift over, another takes it over on theirs."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from sgtui import wiring
from sgtui.domain.entries.choices import Category, Place, Safety
from sgtui.services.concern import ConcernNotice, record_concern
from sgtui.services.demo.home import SETS_UP, SIGNED_IN, id_of, register_payloads
from sgtui.services.desk import Desk
from sgtui.services.handover import read_handover
from sgtui.services.register import register_all
from tests.benchmarks.measured import QUEUE_READ, home_in
from tests.services.demo_home import empty
from tests.terminal.desk_terminal import DeskTerminal


@pytest.fixture
def database(tmp_path: Path) -> Iterator[str]:
    """A home with one whole concern of yesterday, of which nobody told the lead."""
    made = empty(tmp_path)
    now = wiring.system_now()()
    yesterday = now - timedelta(days=1)
    keys = {staff_id: signer.public_key for staff_id, signer in made.signers.items()}
    manager = Desk(made.store, lambda: yesterday, made.signers[SETS_UP])
    with made.store.writing() as unit:
        register_all(manager, unit, tuple(register_payloads(keys, yesterday.date())))
    notice = ConcernNotice(
        person=id_of("person", "12"),
        category=Category.NEGLECT,
        happened_at=yesterday - timedelta(minutes=20),
        place=Place.BEDROOM,
        text="A dry mouth and an empty beaker.",
        safety=Safety.SAFE,
    )
    joy = Desk(made.store, lambda: yesterday, made.signers[SIGNED_IN])
    record_concern(joy, notice, case_id=uuid4())
    made.store.close()
    yield f"sqlite:///{tmp_path / 'demo.sgtui'}"


def desk_of(name: str, database: str, folder: Path) -> DeskTerminal:
    """The desk with somebody signed in."""
    return DeskTerminal("--database", database, "--as", name, environment=home_in(folder))


def test_one_signs_and_the_other_takes_over_by_keys_alone(database: str, tmp_path: Path) -> None:
    with (
        desk_of("Joy Okafor", database, tmp_path) as going,
        desk_of("Tomasz Wielgosz", database, tmp_path) as coming,
    ):
        for desk in (going, coming):
            desk.wait_for(QUEUE_READ[:-1])
            desk.press("f7")
            desk.wait_for("THE SHEET  1 live")
        going.press("tab")
        going.type("Ada drinks with help.")
        going.press("f9")
        going.wait_for("Hand the shift over?")
        going.press("f9")
        going.wait_for("Signed over.")
        coming.wait_for("Take over from Joy Okafor")
        coming.wait_for("Ada drinks with help.")
        late = late_duties(coming)
        assert late >= 1
        coming.wait_until(lambda rows: stands_on_the_words(rows), "the cursor on what is told")
        keys = coming.keys_pressed
        coming.press("space", *(["space"] * late))
        coming.wait_for(f"{late} of {late} late duties taken over by name")
        coming.press("f9")
        coming.wait_for("Take the shift over?")
        coming.press("f9")
        coming.wait_for("The shift is yours now.")
        assert coming.keys_pressed - keys == late + 3
        going.wait_for("T Wielgosz took over")
    [kept] = read_back(database)
    assert kept == ("Ada drinks with help.", id_of("staff", "joy"), id_of("staff", "tomasz"))


def late_duties(desk: DeskTerminal) -> int:
    """How many duties the screen asks to be taken over by name."""
    row = next(row for row in desk.screen() if "late duties taken over" in row)
    return int(row.split(" of ")[1].split()[0])


def stands_on_the_words(rows: list[str]) -> bool:
    """Whether the cursor is on what whoever goes wants known."""
    return any(row.lstrip().startswith(">Ada drinks") for row in rows)


def read_back(database: str) -> list[tuple[str, object, object]]:
    """Each handover of the record: the words, who signed, who took over."""
    desk = wiring.open_desk(database)
    kept = read_handover(desk).register.handovers.kept
    desk.store.close()
    return [(one.notes, one.signed_by, one.accepted_by) for one in kept]

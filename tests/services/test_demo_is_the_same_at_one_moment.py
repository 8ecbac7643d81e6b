"""At one moment the same demo comes out each time, so that pictures of it are stable."""

from datetime import timedelta
from pathlib import Path

from sgtui.domain.entries import Entry
from sgtui.services.demo.plans import plans
from tests.services.demo_home import WEDNESDAY, Furnished, furnished


def _contents(made: Furnished) -> list[Entry]:
    with made.store.reading() as unit:
        entries = [entry for case in unit.case_ids() for entry in unit.entries(case)]
    return [entry.model_copy(update={"hash": ""}) for entry in entries]


def test_two_homes_made_at_one_moment_hold_the_same_entries(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    one, two = furnished(tmp_path / "one"), furnished(tmp_path / "two")
    assert _contents(one) == _contents(two)


def test_the_last_four_of_each_reference_never_change() -> None:
    later = WEDNESDAY + timedelta(days=200, hours=5)
    now, then = (
        {plan.case_id: plan.reference[-4:] for plan in plans(at, "small")}
        for at in (WEDNESDAY, later)
    )
    assert now == then

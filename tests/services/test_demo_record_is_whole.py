"""The demo's record holds good as a real one does: chains, signatures, gates and projections."""

from pathlib import Path

import pytest

from sgtui.domain.entries import REGISTER_ID
from sgtui.domain.people import Right
from sgtui.services.demo import STAFF, furnish
from sgtui.services.projection import differences
from sgtui.storage.check import registered_keys, verify
from tests.services.demo_home import WEDNESDAY, Furnished, empty, furnished


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Furnished:
    """One home for every test here, for none of them writes."""
    return furnished(tmp_path_factory.mktemp("demo"))


def test_every_chain_seal_and_signature_holds(made: Furnished) -> None:
    with made.store.reading() as unit:
        assert verify(unit, registered_keys(unit)) == []


def test_the_lists_show_what_the_entries_say(made: Furnished) -> None:
    with made.store.reading() as unit:
        assert differences(made.desk, unit) == ()


def test_nothing_is_recorded_after_now_nor_before_it_happened(made: Furnished) -> None:
    with made.store.reading() as unit:
        entries = [entry for case in unit.case_ids() for entry in unit.entries(case)]
    assert max(entry.recorded_at for entry in entries) <= made.now
    assert [entry.id for entry in entries if entry.occurred_at > entry.recorded_at] == []


def test_the_register_is_sealed_in_the_order_of_time(made: Furnished) -> None:
    with made.store.reading() as unit:
        times = [row.recorded_at for row in unit.chain_rows(REGISTER_ID)]
    assert times == sorted(times)


def test_everybody_who_may_record_has_recorded_or_is_the_person_alleged(made: Furnished) -> None:
    with made.store.reading() as unit:
        staff = made.desk.register(unit).staff
        wrote = {entry.recorded_by for case in unit.case_ids() for entry in unit.entries(case)}
    may = {member.id for member in staff.values() if member.may(Right.RECORD)}
    names = sorted(staff[one].name for one in may - wrote)
    assert names == ["Connor Blyth", "Gareth Pryce-Owen"]


def test_a_home_without_all_its_signers_is_not_begun(tmp_path: Path) -> None:
    made = empty(tmp_path)
    del made.signers[STAFF[3].id]
    with pytest.raises(KeyError):
        furnish(made.store, made.signers, WEDNESDAY)
    with made.store.reading() as unit:
        assert unit.head(REGISTER_ID) == (0, "")
        assert unit.case_ids() == ()

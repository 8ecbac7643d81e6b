"""The register is read without the seals, however many there are."""

from uuid import uuid4

from sgtui.domain.entries import REGISTER_ID, CaseSealed, StaffRegistered
from tests.storage.invented import NOW, Home, new_entry, query_plans, staff_without_key


def test_seals_are_left_out_and_numbers_stay(home: Home) -> None:
    home.sealed_case(3)
    sam = home.append(REGISTER_ID, staff_without_key("Sam Lead"))
    with home.store.reading() as unit:
        jo, read = unit.register_entries()
        assert read == sam
        assert isinstance(jo.payload, StaffRegistered)
        assert (jo.number, read.number) == (1, 5)
        assert unit.register_entries(after_number=1) == (sam,)
        assert unit.register_entries(after_number=5) == ()
        assert unit.head(REGISTER_ID)[0] == 5


def test_thousands_of_seals_are_stepped_over_and_not_read(home: Home) -> None:
    with home.store.writing() as unit:
        for number in range(1, 1501):
            seal = CaseSealed(case=uuid4(), number=number, head="ab" * 32)
            unit.append(REGISTER_ID, new_entry(seal), home.jo, NOW)
    with home.store.reading() as unit, query_plans(home) as plans:
        assert [entry.number for entry in unit.register_entries()] == [1]
    assert plans == ["SEARCH entries USING INDEX entries_kind (case_id=? AND kind=?)"]

"""What the services ask for is what storage gives; half of this is its type check."""

from sgtui.services.ports import ReadUnit, Slots, Store, WriteUnit
from sgtui.storage.keyslots import KeySlots
from tests.storage.invented import CHEAP, JO, Home


def test_an_open_file_is_a_store_with_two_units_of_work(home: Home) -> None:
    store: Store = home.store
    with store.writing() as writing:
        write: WriteUnit = writing
        write.clear_projections()
    with store.reading() as reading:
        read: ReadUnit = reading
        assert read.cases() == ()


def test_the_slots_beside_it_are_slots(home: Home) -> None:
    slots: Slots = KeySlots(home.path, CHEAP, CHEAP)
    assert slots.people() == (JO,)

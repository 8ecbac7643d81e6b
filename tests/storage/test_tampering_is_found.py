"""Whatever someone who has the key changes in the record, checking it says so."""

from dataclasses import fields
from uuid import UUID, uuid4

import pytest

from sgtui.domain.entries import REGISTER_ID
from sgtui.services.ports import ChainRow, Fault
from sgtui.storage.chain import forge
from sgtui.storage.check import registered_keys, verify
from sgtui.storage.signing import PersonalSigner
from sgtui.storage.tables import ENTRIES
from tests.storage.invented import NOW, Home, new_entry, registered, statement

COLUMNS = [column.name for column in ENTRIES.c]


def faults(home: Home) -> list[Fault]:
    with home.store.reading() as unit:
        return verify(unit, registered_keys(unit))


def alter(home: Home, case_id: UUID, number: int, change: str) -> None:
    with home.past_the_doors() as raw:
        where = "WHERE case_id = ? AND number = ?"
        raw.execute(f"UPDATE entries SET {change} {where}", (case_id.hex, number))


def test_a_whole_record_has_no_faults(home: Home) -> None:
    home.sealed_case(4)
    assert faults(home) == []


def test_the_row_that_is_checked_has_every_column() -> None:
    assert [field.name for field in fields(ChainRow)] == COLUMNS


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("place", [0, -1])
def test_one_altered_letter_in_any_column_is_found(home: Home, column: str, place: int) -> None:
    case_id = home.sealed_case(3)
    with home.store.reading() as unit:
        value = getattr(tuple(unit.chain_rows(case_id))[1], column)
    altered: object
    if isinstance(value, int):
        altered = value + 5
    else:
        at = place % len(value)
        letter = "1" if value[at] != "1" else "2"
        altered = value[:at] + letter + value[at + 1 :]
    with home.past_the_doors() as raw:
        raw.execute(
            f"UPDATE entries SET {column} = ? WHERE case_id = ? AND number = 2",
            (altered, case_id.hex),
        )
    found = faults(home)
    assert (case_id, 2) in [(fault.case_id, fault.number) for fault in found]
    named = next(fault for fault in found if fault.case_id == case_id)
    assert named.reference == "SG-26-K4T7"
    assert named.sentence.startswith("Entry 2 of SG-26-K4T7 ")


@pytest.mark.parametrize(
    "change",
    [
        "payload = NULL",
        "payload = NULL, salt = NULL",
        "salt = upper(salt)",
        "signature = upper(signature)",
        "case_id = upper(case_id)",
        "id = upper(id)",
        "recorded_at = replace(recorded_at, 'T', ' ')",
        "occurred_at = replace(occurred_at, 'Z', '+00:00')",
        "about = 1",
        "about = 0.5",
        "payload = payload || ' '",
        "payload = CAST(payload AS BLOB)",
        "hash = CAST(hash AS BLOB)",
        "number = 2.5",
        "kind = 'amended'",
    ],
)
def test_a_change_that_would_read_the_same_is_found_too(home: Home, change: str) -> None:
    case_id = home.sealed_case(3, "SG-26-9MQX")
    alter(home, case_id, 2, change)
    assert faults(home)


def test_the_first_bad_entry_of_each_chain_is_named_and_only_it(home: Home) -> None:
    one, two = home.sealed_case(5, "SG-26-K4T7"), home.sealed_case(5, "SG-26-9MQX")
    for case_id, number in ((one, 2), (one, 4), (two, 3)):
        alter(home, case_id, number, "about = 1 - about")
    found = {fault.reference: fault.number for fault in faults(home)}
    assert found == {"SG-26-K4T7": 2, "SG-26-9MQX": 3}


def test_a_removed_entry_is_found(home: Home) -> None:
    case_id = home.sealed_case(4)
    with home.past_the_doors() as raw:
        raw.execute("DELETE FROM entries WHERE case_id = ? AND number = 3", (case_id.hex,))
    assert [fault.sentence for fault in faults(home)] == ["Entry 3 of SG-26-K4T7 is missing."]


def test_a_cut_tail_is_found_by_its_seal(home: Home) -> None:
    case_id = home.sealed_case(4)
    with home.past_the_doors() as raw:
        raw.execute("DELETE FROM entries WHERE case_id = ? AND number > 2", (case_id.hex,))
    (fault,) = faults(home)
    assert (fault.reference, fault.number) == ("SG-26-K4T7", 3)
    assert "the register sealed it" in fault.sentence


def test_a_vanished_case_is_found_by_its_seal(home: Home) -> None:
    case_id = home.sealed_case(2)
    with home.past_the_doors() as raw:
        raw.execute("DELETE FROM entries WHERE case_id = ?", (case_id.hex,))
    (fault,) = faults(home)
    assert fault.case_id == case_id
    assert "not there at all" in fault.sentence


def test_a_seal_removed_from_the_register_is_found(home: Home) -> None:
    home.sealed_case(3)
    with home.past_the_doors() as raw:
        raw.execute("DELETE FROM entries WHERE case_id = ? AND number = 3", (REGISTER_ID.hex,))
    (fault,) = faults(home)
    assert fault.case_id == REGISTER_ID
    assert fault.sentence == "Entry 3 of the register is missing."


def rewritten(home: Home, case_id: UUID, signer: PersonalSigner) -> None:
    """The last entry replaced by a well-made one that says something else."""
    with home.store.reading() as unit:
        last = tuple(unit.chain_rows(case_id))[-1]
    said = new_entry(statement("nothing was seen"))
    columns = forge(case_id, said, last.number, last.previous, signer, NOW)
    with home.past_the_doors() as raw:
        for name in ("id", "kind", "payload", "salt", "commitment", "hash", "signature"):
            value = columns[name].hex if name == "id" else columns[name]
            raw.execute(
                f"UPDATE entries SET {name} = ? WHERE case_id = ? AND number = ?",
                (value, case_id.hex, last.number),
            )


def test_an_entry_written_anew_under_anothers_name_is_found(home: Home) -> None:
    case_id = uuid4()
    home.append(case_id, statement("the truth"))
    rewritten(home, case_id, PersonalSigner.new(home.jo.staff_id))
    (fault,) = faults(home)
    assert "was not signed by the person it names" in fault.sentence


def test_ones_own_sealed_entry_written_anew_is_found(home: Home) -> None:
    case_id = home.sealed_case(3)
    assert isinstance(home.jo, PersonalSigner)
    rewritten(home, case_id, home.jo)
    (fault,) = faults(home)
    assert "is not the one that the register sealed" in fault.sentence


def test_an_entry_by_someone_unknown_is_found(home: Home) -> None:
    with home.store.writing() as unit:
        stranger = PersonalSigner.new(uuid4())
        unit.append(uuid4(), new_entry(statement("hello")), stranger, NOW)
    (fault,) = faults(home)
    assert "whom the register does not know" in fault.sentence


def test_a_byte_changed_in_the_file_is_found(home: Home) -> None:
    home.sealed_case(3)
    with home.past_the_doors() as raw:
        (page,) = raw.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'entries'"
        ).fetchone()
        (size,) = raw.execute("PRAGMA page_size").fetchone()
    home.store.close()
    content = bytearray(home.path.read_bytes())
    content[(page - 1) * int(size) + 1000] ^= 1
    home.path.write_bytes(content)
    with home.store.reading() as unit:
        found = verify(unit, lambda _: (home.jo.public_key,))
    assert "altered from outside" in found[0].sentence


def test_an_entry_of_a_person_whose_key_changed_stays_good(home: Home) -> None:
    case_id = home.sealed_case(2)
    home.append(REGISTER_ID, registered(PersonalSigner.new(home.jo.staff_id)))
    assert home.append(case_id, statement("by the old key")).number == 3
    assert faults(home) == []

"""An entry is appended once, in its place, or not at all."""

from datetime import UTC, datetime, timedelta, timezone
from uuid import uuid4

import pytest

from sgtui.domain.entries import NewEntry, Payload, StatementTaken
from sgtui.domain.entries.choices import StatementType
from sgtui.services.ports import EntryClash, StoreDamaged
from tests.storage.invented import NOW, Home, new_entry, statement


def test_entries_are_numbered_from_one_and_read_back_as_written(home: Home) -> None:
    case_id = uuid4()
    written = [home.append(case_id, statement(text)) for text in ("first", "second", "third")]
    with home.store.reading() as unit:
        assert unit.entries(case_id) == tuple(written)
        assert unit.head(case_id) == (3, written[2].hash)
        assert unit.case_ids() == (case_id,)
        assert unit.newest_recorded_at() == NOW
    assert [entry.number for entry in written] == [1, 2, 3]
    assert {entry.recorded_by for entry in written} == {home.jo.staff_id}


def test_a_time_told_in_another_zone_is_kept_as_the_same_instant_in_utc(home: Home) -> None:
    case_id, summer = uuid4(), timezone(timedelta(hours=1))
    told = datetime(2026, 6, 1, 14, 30, tzinfo=summer)
    new = NewEntry(id=uuid4(), occurred_at=told, about=True, payload=statement("at dinner"))
    with home.store.writing() as unit:
        written = unit.append(case_id, new, home.jo, NOW.astimezone(summer))
        (read,) = unit.entries(case_id)
    assert read == written
    assert (read.occurred_at, read.occurred_at.tzinfo, read.about) == (told, UTC, True)
    assert (read.recorded_at, read.recorded_at.tzinfo) == (NOW, UTC)


def test_a_time_without_a_zone_is_not_kept(home: Home) -> None:
    case_id, naive = uuid4(), NOW.replace(tzinfo=None)
    with pytest.raises(ValueError, match="without a zone"), home.store.writing() as unit:
        unit.append(case_id, new_entry(statement("when")), home.jo, naive)
    with home.store.reading() as unit:
        assert unit.entries(case_id) == ()


def test_an_empty_case_has_no_head(home: Home) -> None:
    with home.store.reading() as unit:
        assert unit.head(uuid4()) == (0, "")
        assert unit.entries(uuid4()) == ()


def test_the_same_entry_sent_twice_is_kept_once(home: Home) -> None:
    case_id, new = uuid4(), new_entry(statement("once"))
    with home.store.writing() as unit:
        first = unit.append(case_id, new, home.jo, NOW)
    with home.store.writing() as unit:
        assert unit.append(case_id, new, home.jo, NOW, seen=0) == first
        assert len(unit.entries(case_id)) == 1


def test_an_id_names_one_text_only(home: Home) -> None:
    case_id, entry_id = uuid4(), uuid4()
    with home.store.writing() as unit:
        first = unit.append(case_id, new_entry(statement("this"), entry_id), home.jo, NOW)
    with pytest.raises(EntryClash) as told, home.store.writing() as unit:
        unit.append(case_id, new_entry(statement("that"), entry_id), home.jo, NOW)
    assert told.value.newer == (first,)


def test_who_looked_before_others_wrote_is_told_what_they_wrote(home: Home) -> None:
    case_id = uuid4()
    home.append(case_id, statement("seen by both"))
    theirs = home.append(case_id, statement("by the other"), seen=1)
    with pytest.raises(EntryClash) as told:
        home.append(case_id, statement("mine"), seen=1)
    assert told.value.newer == (theirs,)
    assert home.append(case_id, statement("mine"), seen=2).number == 3


def test_nothing_of_a_failed_transaction_is_kept(home: Home) -> None:
    case_id = uuid4()
    with pytest.raises(KeyError), home.store.writing() as unit:
        unit.append(case_id, new_entry(statement("lost")), home.jo, NOW)
        raise KeyError
    with home.store.reading() as unit:
        assert unit.entries(case_id) == ()


class Measured(Payload):
    """A kind that a later hand might add without thinking of fractions."""

    title = "Measured"
    width: float


def test_a_number_with_a_fraction_is_refused(home: Home) -> None:
    case_id = uuid4()
    payload = Measured(kind="measured", width=1.5)
    with pytest.raises(TypeError, match="float"):
        home.append(case_id, payload)
    with home.store.reading() as unit:
        assert unit.entries(case_id) == ()


def test_letters_are_kept_in_one_spelling(home: Home) -> None:
    decomposed = StatementTaken.model_construct(
        kind="statement_taken",
        statement_type=StatementType.FACT,
        text="Rene\u0301",
        speaker=None,
        said_at=None,
    )
    kept = home.append(uuid4(), decomposed).payload
    assert isinstance(kept, StatementTaken)
    assert kept.text == "Ren\u00e9"


def test_an_entry_that_lost_its_text_is_told_plainly(home: Home) -> None:
    case_id = uuid4()
    home.append(case_id, statement("secret"))
    with home.past_the_doors() as raw:
        raw.execute("UPDATE entries SET payload = NULL WHERE case_id = ?", (case_id.hex,))
    with pytest.raises(StoreDamaged, match="sgtui verify"), home.store.reading() as unit:
        unit.entries(case_id)

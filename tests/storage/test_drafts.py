"""A draft belongs to its author and is dropped with the save that uses it up."""

from datetime import timedelta
from uuid import UUID, uuid4

from sgtui.services.ports import DraftRow
from tests.storage.invented import JO, NOW, Home


def draft(author: UUID = JO.staff_id, minutes: int = 0) -> DraftRow:
    at = NOW + timedelta(minutes=minutes)
    return DraftRow(uuid4(), author, "concern", None, at, '{"text": "half a word"}')


def test_drafts_are_the_authors_own_newest_first(home: Home) -> None:
    old, new, anothers = draft(), draft(minutes=5), draft(uuid4(), 9)
    with home.store.writing() as unit:
        for one in (old, new, anothers):
            unit.save_draft(one)
    with home.store.reading() as unit:
        assert unit.drafts(JO.staff_id) == (new, old)
        assert unit.drafts(uuid4()) == ()


def test_a_draft_saved_again_takes_the_place_of_the_older(home: Home) -> None:
    first = draft()
    second = DraftRow(first.draft_id, first.author_id, "concern", uuid4(), NOW, "{}")
    with home.store.writing() as unit:
        unit.save_draft(first)
        unit.save_draft(second)
        assert unit.drafts(JO.staff_id) == (second,)


def test_a_dropped_draft_is_gone_and_dropping_it_again_is_harmless(home: Home) -> None:
    one = draft()
    with home.store.writing() as unit:
        unit.save_draft(one)
        unit.drop_draft(one.draft_id)
        unit.drop_draft(one.draft_id)
        assert unit.drafts(JO.staff_id) == ()


def test_what_is_typed_is_not_on_the_disk_in_clear(home: Home) -> None:
    with home.store.writing() as unit:
        unit.save_draft(draft())
    for file in home.path.parent.iterdir():
        assert b"half a word" not in file.read_bytes()

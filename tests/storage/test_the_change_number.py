"""The change number moves with every commit, from wherever it comes."""

from uuid import uuid4

from sgtui.storage.store import open_database
from tests.storage.invented import Home, statement


def test_it_stays_while_nothing_is_written(home: Home) -> None:
    before = home.store.change_number()
    with home.store.reading() as unit:
        unit.cases()
    assert home.store.change_number() == before


def test_it_moves_with_our_own_commits(home: Home) -> None:
    before = home.store.change_number()
    home.append(uuid4(), statement("ours"))
    assert home.store.change_number() != before


def test_it_moves_with_the_commits_of_others(home: Home) -> None:
    other = open_database(home.path, home.key)
    seen_there = other.change_number()
    home.append(uuid4(), statement("theirs"))
    assert other.change_number() != seen_there
    other.close()


def test_it_stays_when_a_write_is_undone(home: Home) -> None:
    before = home.store.change_number()
    try:
        with home.store.writing() as unit:
            unit.clear_projections()
            raise KeyError
    except KeyError:
        pass
    assert home.store.change_number() == before

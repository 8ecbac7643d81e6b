"""A file of an older layout opens, and its lists are as they were, built from the entries."""

from contextlib import closing
from uuid import uuid4

from sgtui.services.concern import record_concern
from sgtui.services.desk import Desk
from sgtui.services.find import find
from sgtui.services.projection import differences
from sgtui.services.queue import Queue, arrange, read_facts
from sgtui.services.sign_in import Door
from sgtui.storage.engine import connect
from sgtui.storage.keyslots import KeySlots
from sgtui.storage.migrations.v0001_first_layout import STATEMENTS
from sgtui.storage.store import open_database
from tests.services.a_body import a_case
from tests.services.conftest import CHEAP, PASSPHRASE, Home

_DERIVED = ("cases", "clocks", "referrals")


def back_to_layout_1(home: Home) -> None:
    """The same entries in a file as the first layout had it, its lists empty."""
    key = KeySlots(home.path, CHEAP, CHEAP).unlock(home.manager, PASSPHRASE, home.clock.at).data_key
    home.door.close()
    with closing(connect(home.path, key)) as raw:
        for table in _DERIVED:
            raw.execute(f"DROP TABLE {table}")
        for statement in STATEMENTS:
            named = statement.split("(")[0].split(" ON ")[-1].split()[-1]
            if named in _DERIVED:
                raw.execute(statement)
        raw.execute("UPDATE meta SET schema_number = 1, min_reader = 1, min_writer = 1")
        raw.execute("PRAGMA user_version = 1")


def reopened(home: Home) -> Desk:
    """The desk after signing in to the file anew."""
    slots = KeySlots(home.path, CHEAP, CHEAP)
    door = Door(slots, lambda key: open_database(home.path, key), home.clock)
    return door.sign_in(home.manager, PASSPHRASE)


def queue(desk: Desk) -> Queue:
    """The queue now."""
    return arrange(read_facts(desk), desk.now())


def test_the_queue_is_the_same_after_the_layout_has_moved_on(home: Home) -> None:
    a_case(home, home.person(), "bruise, left forearm, 3 cm")
    record_concern(home.desk, home.notice(alleged="A visitor"), case_id=uuid4())
    before, listed = queue(home.desk), find(home.desk, "")
    back_to_layout_1(home)
    desk = reopened(home)
    assert queue(desk) == before
    assert find(desk, "") == listed
    assert before.rows
    with desk.store.reading() as unit:
        assert differences(desk, unit) == ()
        assert not unit.lacks_lists()
    assert home.path.with_name("home.layout-1-before-2.sgtui").exists()
    desk.store.close()


def test_a_record_without_cases_has_no_lists_to_build(home: Home) -> None:
    back_to_layout_1(home)
    desk = reopened(home)
    with desk.store.reading() as unit:
        assert not unit.lacks_lists()
    assert queue(desk).rows == ()
    desk.store.close()

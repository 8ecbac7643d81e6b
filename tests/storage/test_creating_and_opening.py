"""A record is made on purpose, for its owner alone, and never in place of one that is gone."""

import stat
from pathlib import Path
from uuid import uuid4

import pytest

from sgtui.services.ports import (
    SlotPerson,
    SlotRefused,
    StoreDamaged,
    StoreUnreachable,
    WrongPassphrase,
)
from sgtui.storage.keyslots import KeySlots
from sgtui.storage.places import refuse_shared_place
from sgtui.storage.store import create_database, open_database, was_never_made
from sgtui.storage.url import database_path, database_url
from tests.storage.invented import CHEAP, JO, NOW, PASSPHRASE, Home, statement


def test_a_missing_file_is_never_made_by_opening(tmp_path: Path) -> None:
    path = tmp_path / "gone.sgtui"
    with pytest.raises(StoreUnreachable, match="^gone.sgtui is not there. Is its drive connected"):
        open_database(path, b"k" * 32)
    assert list(tmp_path.iterdir()) == []


def test_a_record_is_never_written_over(home: Home) -> None:
    case_id = home.sealed_case(1)
    with pytest.raises(StoreUnreachable, match="is there already"):
        create_database(home.path, JO, PASSPHRASE, cost=CHEAP, floor=CHEAP)
    assert KeySlots(home.path, CHEAP, CHEAP).unlock(JO.staff_id, PASSPHRASE, NOW)
    with home.store.reading() as unit:
        assert len(unit.entries(case_id)) == 1


def test_a_half_made_record_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "home.sgtui"
    for leftover in ("home.sgtui.new", "home.sgtui.keys", "home.sgtui.making"):
        (tmp_path / leftover).write_bytes(b"half")
    created = create_database(path, JO, PASSPHRASE, cost=CHEAP, floor=CHEAP)
    created.store.close()
    open_database(path, created.signed_in.data_key).close()


def test_a_making_cut_short_is_no_lost_record(tmp_path: Path) -> None:
    path = tmp_path / "home.sgtui"
    assert was_never_made(path)
    (tmp_path / "home.sgtui.keys").write_bytes(b"half")
    (tmp_path / "home.sgtui.making").touch()
    assert was_never_made(path)
    create_database(path, JO, PASSPHRASE, cost=CHEAP, floor=CHEAP).store.close()
    assert not was_never_made(path)
    path.unlink()
    assert not was_never_made(path)


def test_every_file_and_new_folder_is_the_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "home.sgtui"
    created = create_database(path, JO, PASSPHRASE, cost=CHEAP, floor=CHEAP)
    KeySlots(path, CHEAP, CHEAP).unlock(JO.staff_id, PASSPHRASE, NOW)
    with created.store.writing() as unit:
        unit.clear_projections()
    created.store.back_up(path.with_name("copy.sgtui"))
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    created.store.close()
    assert "home.sgtui-wal" in modes
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_another_key_is_told_plainly(home: Home) -> None:
    with pytest.raises(StoreDamaged, match="does not open with this key") as told:
        open_database(home.path, b"k" * 32)
    assert str(home.path.parent) not in str(told.value)


def test_a_file_of_another_kind_is_told_plainly(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear manager, " * 1000, encoding="utf-8")
    with pytest.raises(StoreDamaged, match="does not open with this key"):
        open_database(path, b"k" * 32)
    assert path.read_text(encoding="utf-8") == "Dear manager, " * 1000


def test_an_empty_file_is_not_taken_for_a_record(tmp_path: Path) -> None:
    path = tmp_path / "home.sgtui"
    path.touch()
    with pytest.raises(StoreDamaged, match="is not a record of this program"):
        open_database(path, b"k" * 32)
    assert path.read_bytes() == b""


def test_nothing_is_on_the_disk_in_clear(home: Home) -> None:
    home.append(uuid4(), statement("a bruise on the left forearm"))
    for file in home.path.parent.iterdir():
        assert b"left forearm" not in file.read_bytes()


def test_an_invented_home_opens_without_a_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "demo.sgtui"
    created = create_database(path, JO, None, demo=True, cost=CHEAP, floor=CHEAP)
    slots = KeySlots(path, CHEAP, CHEAP)
    sam = SlotPerson(uuid4(), "Sam Lead")
    slots.add_person(created.signed_in.data_key, sam, None)
    assert created.store.is_demo
    assert created.recovery == ()
    assert slots.is_demo()
    assert slots.unlock_demo().signer.staff_id == JO.staff_id
    assert slots.unlock_demo(sam.staff_id).signer.staff_id == sam.staff_id
    assert slots.unlock_demo().data_key == created.signed_in.data_key
    created.store.close()


def test_a_real_home_never_opens_without_a_passphrase(home: Home) -> None:
    slots = KeySlots(home.path, CHEAP, CHEAP)
    with pytest.raises(WrongPassphrase):
        slots.unlock_demo()
    with pytest.raises(SlotRefused):
        slots.add_person(home.key, SlotPerson(uuid4(), "Sam Lead"), None)
    assert not home.store.is_demo


MOUNTS = """\
22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
30 22 0:50 / /srv/share rw,relatime shared:9 - {kind} server:/share rw
31 30 0:51 / /srv/share/local rw - ext4 /dev/sdb1 rw
"""


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "fuse"])
def test_a_network_drive_is_refused(kind: str) -> None:
    mounts = MOUNTS.format(kind=kind)
    with pytest.raises(StoreUnreachable, match="network drive"):
        refuse_shared_place(Path("/srv/share/homes/home.sgtui"), mounts)
    refuse_shared_place(Path("/srv/share/local/home.sgtui"), mounts)
    refuse_shared_place(Path("/srv/shared/home.sgtui"), mounts)


@pytest.mark.parametrize("folder", ["OneDrive - Rosewood House", "Dropbox", "Google Drive"])
def test_a_folder_copied_to_a_cloud_is_refused(tmp_path: Path, folder: str) -> None:
    with pytest.raises(StoreUnreachable, match="copied to a cloud"):
        create_database(tmp_path / folder / "home.sgtui", JO, PASSPHRASE, cost=CHEAP, floor=CHEAP)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://db/home",
        "sqlite://",
        "sqlite:///",
        "sqlite:///:memory:",
        "/srv/home.sgtui",
        "sqlite:////srv/home.sgtui?mode=ro",
    ],
)
def test_an_address_of_another_sort_is_told_plainly(url: str) -> None:
    with pytest.raises(StoreUnreachable, match="database address"):
        database_path(url)


@pytest.mark.parametrize("name", ["home.sgtui", "with space?.sgtui", "100%25.sgtui"])
def test_an_address_names_the_file_it_was_made_for(tmp_path: Path, name: str) -> None:
    assert database_path(database_url(tmp_path / name)) == tmp_path / name


def test_four_slashes_begin_an_absolute_path() -> None:
    assert database_path("sqlite:////srv/home.sgtui") == Path("/srv/home.sgtui")
    assert database_path("sqlite:///home.sgtui") == Path("home.sgtui")

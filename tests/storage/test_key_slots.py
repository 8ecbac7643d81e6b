"""A passphrase opens its own person's slot alone; slots cannot be swapped or weakened."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from sgtui.services.ports import (
    SlotPerson,
    SlotRefused,
    StoreDamaged,
    StoreUnreachable,
    TryLater,
    WrongPassphrase,
)
from sgtui.storage.keyslots import KeySlots, keys_path
from sgtui.storage.slot import FLOOR_COST, STANDARD_COST, KdfCost
from tests.storage.invented import CHEAP, JO, NOW, PASSPHRASE, Home

SAM = SlotPerson(uuid4(), "Sam Lead")


def slots_of(home: Home) -> KeySlots:
    return KeySlots(home.path, CHEAP, CHEAP)


def rewrite(home: Home, change: Callable[[dict[str, Any]], None]) -> None:
    path = keys_path(home.path)
    kept = json.loads(path.read_text(encoding="utf-8"))
    change(kept)
    path.write_text(json.dumps(kept), encoding="utf-8")


def test_the_right_passphrase_gives_the_key_and_the_same_signer(home: Home) -> None:
    unlocked = slots_of(home).unlock(JO.staff_id, PASSPHRASE, NOW)
    assert unlocked.data_key == home.key
    assert unlocked.signer.staff_id == JO.staff_id
    assert unlocked.signer.public_key == home.jo.public_key


def test_a_wrong_passphrase_says_so(home: Home) -> None:
    with pytest.raises(WrongPassphrase, match="^That passphrase does not open"):
        slots_of(home).unlock(JO.staff_id, PASSPHRASE + " ", NOW)


def test_an_unknown_name_gets_the_same_words(home: Home) -> None:
    slots = slots_of(home)
    with pytest.raises(WrongPassphrase) as unknown:
        slots.unlock(uuid4(), PASSPHRASE, NOW)
    with pytest.raises(WrongPassphrase) as known:
        slots.unlock(JO.staff_id, "wrong", NOW)
    assert str(unknown.value) == str(known.value)


def test_the_same_letters_in_another_spelling_open_it(home: Home) -> None:
    slots = slots_of(home)
    slots.add_person(home.key, SAM, "caf\u00e9 au lait every day")
    assert slots.unlock(SAM.staff_id, "cafe\u0301 au lait every day", NOW).data_key == home.key


def test_each_person_has_their_own_passphrase_and_signing_key(home: Home) -> None:
    slots = slots_of(home)
    signer = slots.add_person(home.key, SAM, "another four plain words")
    assert signer.public_key != home.jo.public_key
    with pytest.raises(WrongPassphrase):
        slots.unlock(SAM.staff_id, PASSPHRASE, NOW)
    unlocked = slots.unlock(SAM.staff_id, "another four plain words", NOW)
    assert unlocked.signer.public_key == signer.public_key
    assert slots.people() == (JO, SAM)


def test_a_person_is_added_once(home: Home) -> None:
    with pytest.raises(SlotRefused, match="already"):
        slots_of(home).add_person(home.key, JO, "a second passphrase")


def test_a_changed_passphrase_keeps_the_signing_key(home: Home) -> None:
    slots = slots_of(home)
    slots.change_passphrase(JO.staff_id, PASSPHRASE, "quite another one", NOW)
    with pytest.raises(WrongPassphrase):
        slots.unlock(JO.staff_id, PASSPHRASE, NOW)
    unlocked = slots.unlock(JO.staff_id, "quite another one", NOW)
    assert unlocked.signer.public_key == home.jo.public_key
    assert slots.people() == (JO,)


def test_a_passphrase_is_changed_only_by_who_knows_the_old_one(home: Home) -> None:
    slots = slots_of(home)
    with pytest.raises(WrongPassphrase):
        slots.change_passphrase(JO.staff_id, "a guess", "mine now", NOW)
    assert slots.unlock(JO.staff_id, PASSPHRASE, NOW).data_key == home.key


def test_a_removed_person_opens_nothing(home: Home) -> None:
    slots = slots_of(home)
    slots.add_person(home.key, SAM, "another four plain words")
    slots.remove(SAM.staff_id)
    with pytest.raises(WrongPassphrase):
        slots.unlock(SAM.staff_id, "another four plain words", NOW)


def test_the_last_person_cannot_be_removed(home: Home) -> None:
    slots = slots_of(home)
    with pytest.raises(SlotRefused, match="last person"):
        slots.remove(JO.staff_id)
    assert slots.unlock(JO.staff_id, PASSPHRASE, NOW).data_key == home.key


def test_the_sixth_wrong_passphrase_waits_and_a_right_one_clears_it(home: Home) -> None:
    slots = slots_of(home)
    for _ in range(5):
        with pytest.raises(WrongPassphrase, match="does not open"):
            slots.unlock(JO.staff_id, "wrong", NOW)
    with pytest.raises(TryLater, match="in 30 s") as told:
        slots_of(home).unlock(JO.staff_id, PASSPHRASE, NOW)
    assert told.value.wait_seconds == 30
    later = NOW + timedelta(seconds=30)
    assert slots.unlock(JO.staff_id, PASSPHRASE, later).data_key == home.key
    with pytest.raises(WrongPassphrase, match="does not open"):
        slots.unlock(JO.staff_id, "wrong", later)


def test_ones_wrong_tries_do_not_hold_up_another(home: Home) -> None:
    slots = slots_of(home)
    slots.add_person(home.key, SAM, "another four plain words")
    for _ in range(6):
        with pytest.raises(WrongPassphrase):
            slots.unlock(JO.staff_id, "wrong", NOW)
    assert slots.unlock(SAM.staff_id, "another four plain words", NOW).data_key == home.key


def test_spoilt_notes_of_wrong_tries_lock_nobody_out(home: Home) -> None:
    home.path.with_name("home.sgtui.tries").write_text("{broken", encoding="utf-8")
    assert slots_of(home).unlock(JO.staff_id, PASSPHRASE, NOW).data_key == home.key


def test_slots_swapped_between_people_do_not_open(home: Home) -> None:
    slots = slots_of(home)
    slots.add_person(home.key, SAM, "another four plain words")

    def swap(kept: dict[str, Any]) -> None:
        mine, theirs = (
            next(one for one in kept["slots"] if one["staff"] == str(who.staff_id))
            for who in (JO, SAM)
        )
        mine["staff"], theirs["staff"] = theirs["staff"], mine["staff"]

    rewrite(home, swap)
    with pytest.raises(WrongPassphrase):
        slots.unlock(JO.staff_id, "another four plain words", NOW)


@pytest.mark.parametrize("part", ["slot", "salt", "nonce", "sealed"])
def test_a_slot_with_a_changed_part_does_not_open(home: Home, part: str) -> None:
    def change(kept: dict[str, Any]) -> None:
        for slot in kept["slots"]:
            slot[part] = ("1" if slot[part][0] != "1" else "2") + slot[part][1:]

    rewrite(home, change)
    with pytest.raises(WrongPassphrase):
        slots_of(home).unlock(JO.staff_id, PASSPHRASE, NOW)


def test_a_slot_moved_to_another_database_does_not_open(home: Home) -> None:
    rewrite(home, lambda kept: kept.update(database=str(uuid4())))
    with pytest.raises(WrongPassphrase):
        slots_of(home).unlock(JO.staff_id, PASSPHRASE, NOW)


def test_a_slot_with_another_cost_does_not_open(home: Home) -> None:
    def dearer(kept: dict[str, Any]) -> None:
        for slot in kept["slots"]:
            slot["cost"]["passes"] = 2

    rewrite(home, dearer)
    with pytest.raises(WrongPassphrase):
        slots_of(home).unlock(JO.staff_id, PASSPHRASE, NOW)


def test_a_slot_below_the_floor_or_beyond_reason_is_not_tried(home: Home) -> None:
    with pytest.raises(StoreDamaged, match="cost is out of bounds"):
        KeySlots(home.path).unlock(JO.staff_id, PASSPHRASE, NOW)

    def endless(kept: dict[str, Any]) -> None:
        for slot in kept["slots"]:
            slot["cost"]["memory_kib"] = 1 << 40

    rewrite(home, endless)
    with pytest.raises(StoreDamaged, match="cost is out of bounds"):
        slots_of(home).unlock(JO.staff_id, PASSPHRASE, NOW)


def test_slots_are_not_made_below_the_floor(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="floor"):
        KeySlots(tmp_path / "home.sgtui", cost=CHEAP)
    assert KdfCost(3, 65536, 1) == STANDARD_COST
    assert STANDARD_COST.reaches(FLOOR_COST)


def test_a_slot_of_full_cost_opens(home: Home) -> None:
    slots = KeySlots(home.path)
    slots.add_person(home.key, SAM, "another four plain words")
    assert slots.unlock(SAM.staff_id, "another four plain words", NOW).data_key == home.key


def test_the_file_holds_names_and_ids_and_no_key_in_clear(home: Home) -> None:
    text = keys_path(home.path).read_text(encoding="utf-8")
    assert JO.name in text
    assert home.key.hex() not in text
    assert home.key.hex() not in repr(slots_of(home).unlock(JO.staff_id, PASSPHRASE, NOW))


def test_a_missing_or_broken_slots_file_is_told_plainly(home: Home) -> None:
    path = keys_path(home.path)
    path.write_text("not json", encoding="utf-8")
    with pytest.raises(StoreDamaged, match="^home.sgtui.keys cannot be read"):
        slots_of(home).people()
    path.unlink()
    with pytest.raises(StoreUnreachable, match="^home.sgtui.keys is not there"):
        slots_of(home).people()


@pytest.mark.parametrize(
    ("part", "nonsense"),
    [("staff", "nobody"), ("salt", "zz"), ("nonce", "0"), ("sealed", "not hex")],
)
def test_a_slot_that_holds_nonsense_is_told_plainly(home: Home, part: str, nonsense: str) -> None:
    rewrite(home, lambda kept: kept["slots"][0].update({part: nonsense}))
    with pytest.raises(StoreDamaged, match="^A key slot cannot be read"):
        slots_of(home).people()


def test_lists_without_an_end_in_the_slots_file_are_told_plainly(home: Home) -> None:
    keys_path(home.path).write_text("[" * 100_000, encoding="utf-8")
    with pytest.raises(StoreDamaged, match="^home.sgtui.keys cannot be read"):
        slots_of(home).people()


def test_an_open_slot_without_keys_in_it_is_told_plainly(tmp_path: Path) -> None:
    slots = KeySlots(tmp_path / "demo.sgtui")
    slots.begin(uuid4(), demo=True)
    slots.add_person(b"short", JO, None)
    with pytest.raises(StoreDamaged, match="holds no keys"):
        slots.unlock_demo()

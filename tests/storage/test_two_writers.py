"""Several processes write to one case: nothing is lost or forked, and who is behind is told."""

import subprocess
import sys
from threading import Thread
from uuid import UUID, uuid4

from sgtui.domain.entries import StatementTaken
from sgtui.services.ports import EntryClash, SlotPerson
from sgtui.storage.check import registered_keys, verify
from sgtui.storage.keyslots import KeySlots
from tests.storage.invented import CHEAP, JO, PASSPHRASE, Home, statement

WRITER = """
import sys
from pathlib import Path
from uuid import UUID
from sgtui.services.ports import EntryClash
from sgtui.storage.keyslots import KeySlots
from sgtui.storage.store import open_database
from tests.storage.invented import CHEAP, JO, NOW, PASSPHRASE, new_entry, statement

path, case_id, me = Path(sys.argv[1]), UUID(sys.argv[2]), sys.argv[3]
unlocked = KeySlots(path, CHEAP, CHEAP).unlock(JO.staff_id, PASSPHRASE, NOW)
store = open_database(path, unlocked.data_key)
told = 0
for number in range(int(sys.argv[4])):
    with store.reading() as unit:
        seen, _ = unit.head(case_id)
    while True:
        try:
            with store.writing() as unit:
                new = new_entry(statement(f"{me} {number}"))
                unit.append(case_id, new, unlocked.signer, NOW, seen)
            print(f"{me} {number}", flush=True)
            break
        except EntryClash as clash:
            told += 1
            assert clash.newer[0].number == seen + 1
            seen = clash.newer[-1].number
store.close()
"""


def start(home: Home, case_id: UUID, me: str, entries: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", WRITER, str(home.path), str(case_id), me, str(entries)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def texts(home: Home, case_id: UUID) -> list[str]:
    with home.store.reading() as unit:
        assert verify(unit, registered_keys(unit)) == []
        entries = unit.entries(case_id)
    assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))
    return [entry.payload.text for entry in entries if isinstance(entry.payload, StatementTaken)]


def test_three_processes_lose_nothing_and_fork_nothing(home: Home) -> None:
    case_id, names, each = uuid4(), ("one", "two", "three"), 40
    writers = [start(home, case_id, name, each) for name in names]
    for writer in writers:
        writer.communicate()
    assert [writer.returncode for writer in writers] == [0, 0, 0]
    expected = sorted(f"{name} {number}" for name in names for number in range(each))
    assert sorted(texts(home, case_id)) == expected


def test_what_a_killed_program_was_told_is_saved_is_there(home: Home) -> None:
    case_id = uuid4()
    acknowledged: list[str] = []
    for run in range(3):
        writer = start(home, case_id, f"run {run}", 10_000)
        assert writer.stdout is not None
        acknowledged += [writer.stdout.readline().strip() for _ in range(15 + run)]
        writer.kill()
        acknowledged += [line.strip() for line in writer.stdout if line.endswith("\n")]
        writer.wait()
        writer.stdout.close()
    kept = texts(home, case_id)
    assert set(acknowledged) <= set(kept)
    assert len(kept) <= len(acknowledged) + 3


def test_threads_of_one_process_share_a_store(home: Home) -> None:
    case_id = uuid4()
    told: list[int] = []

    def work(name: str) -> None:
        for number in range(20):
            home.append(case_id, statement(f"{name} {number}"))
            try:
                home.append(case_id, statement("behind"), seen=0)
            except EntryClash as clash:
                told.append(len(clash.newer))

    threads = [Thread(target=work, args=(name,)) for name in ("one", "two")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(texts(home, case_id)) == 40
    assert len(told) == 40


def test_two_programs_that_change_the_slots_lose_no_person(home: Home) -> None:
    people = [SlotPerson(uuid4(), f"Person {number}") for number in range(12)]

    def add(some: list[SlotPerson]) -> None:
        for person in some:
            KeySlots(home.path, CHEAP, CHEAP).add_person(home.key, person, PASSPHRASE)

    threads = [Thread(target=add, args=(people[half::2],)) for half in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(KeySlots(home.path, CHEAP, CHEAP).people()) == {JO, *people}

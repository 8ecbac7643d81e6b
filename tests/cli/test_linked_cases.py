"""Linked cases on the command line, and what somebody whom a case names is shown of them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from sgtui import wiring
from sgtui.domain.entries import PersonRegistered, StaffRegistered
from sgtui.domain.people import Role
from sgtui.services.concern import ConcernNotice, record_concern
from sgtui.services.desk import Desk
from sgtui.services.first_run import FirstRun, set_up
from sgtui.services.links import link_cases
from sgtui.services.ports import SlotPerson
from sgtui.services.register import register_person, register_staff
from sgtui.services.system_clock import SystemClock
from sgtui.storage.keyslots import KeySlots
from sgtui.storage.store import create_database
from tests.cli.conftest import Sgtui

SENTENCE = "You are named in this case, so it is not shown to you."


@dataclass(frozen=True)
class Two:
    """Two linked cases; the second names Kit Dunn as alleged to have caused harm."""

    url: str
    first: str
    second: str


def _concern(desk: Desk, name: str, alleged_staff: UUID | None = None) -> tuple[UUID, str]:
    person = register_person(desk, PersonRegistered(person=uuid4(), name=name, room="3"))
    fields = {
        "person": person,
        "category": "neglect",
        "happened_at": desk.now() - timedelta(minutes=10),
        "place": "lounge",
        "text": f"{name} had waited for two hours.",
        "safety": "safe",
        "alleged_staff": alleged_staff,
    }
    recorded = record_concern(desk, ConcernNotice.model_validate(fields), case_id=uuid4())
    return recorded.case_id, recorded.reference


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    """A record that opens without a passphrase for Mo Grant and for Kit Dunn."""
    path: Path = tmp_path_factory.mktemp("linked") / "linked.sgtui"
    manager = FirstRun(service="Elm Court", authority="Testshire", manager="Mo Grant")
    made = create_database(path, manager.first_person, None, demo=True)
    signer, kit = made.signed_in.signer, uuid4()
    desk = Desk(made.store, SystemClock().now, signer)
    set_up(desk, manager, signer.public_key)
    named = SlotPerson(kit, "Kit Dunn")
    key = KeySlots(path).add_person(made.signed_in.data_key, named, None).public_key.hex()
    roles = (Role.SHIFT_LEADER,)
    register_staff(desk, StaffRegistered(staff=kit, name="Kit Dunn", roles=roles, public_key=key))
    case_id, first = _concern(desk, "Ada Vale")
    _, second = _concern(desk, "Ben Idle", kit)
    link_cases(desk, case_id, second, "The same lounge")
    made.store.close()
    yield Two(wiring.url_of(path), first, second)


def test_the_combined_chronology_names_the_case_of_each_line(sgtui: Sgtui, two: Two) -> None:
    out = sgtui("--database", two.url, "--as", "Mo", "show", two.first, "--combined").out
    head, lines = out.split("\nCHRONOLOGY\n")
    assert head.splitlines() == [
        f"{two.first}  Ada Vale  Recorded",
        f"{two.second}  Ben Idle  Recorded",
    ]
    assert f"{two.first}  1. " in lines
    assert f"{two.second}  1. " in lines


def test_the_combined_chronology_is_one_json_document(sgtui: Sgtui, two: Two) -> None:
    said = ("--database", two.url, "--as", "Mo", "show", two.second, "--combined", "--json")
    document = json.loads(sgtui(*said).out)
    assert [case["ref"] for case in document["cases"]] == [two.second, two.first]
    assert document["not_shown"] == 0
    times = [line["at"] for line in document["lines"]]
    assert times == sorted(times)
    assert {line["ref"] for line in document["lines"]} == {two.first, two.second}


def test_show_lists_what_a_case_is_linked_with(sgtui: Sgtui, two: Two) -> None:
    assert f"LINKED CASES\n{two.second}  BI  Recorded" in sgtui(
        "--database", two.url, "--as", "Mo", "show", two.first).out  # fmt: skip


@pytest.mark.parametrize(
    "command", [("show",), ("show", "--combined"), ("show", "--json"), ("bodymap",)]
)
def test_a_case_opens_for_nobody_whom_it_names(
    sgtui: Sgtui, two: Two, command: tuple[str, ...]
) -> None:
    name, *options = command
    answer = sgtui("--database", two.url, "--as", "Kit", name, two.second, *options)
    assert (answer.status, answer.out, answer.err) == (1, "", f"{SENTENCE}\n")


def test_the_queue_leaves_it_out_of_rows_and_counts(sgtui: Sgtui, two: Two) -> None:
    queue = {}
    for who in ("Mo", "Kit"):
        queue[who] = sgtui("--database", two.url, "--as", who, "queue").out
    assert "2 open" in queue["Mo"] and two.second in queue["Mo"]
    assert "1 open" in queue["Kit"] and two.second not in queue["Kit"]


@pytest.mark.parametrize("options", [(), ("--json",), ("--combined",), ("--combined", "--json")])
def test_a_link_to_it_is_another_case_and_no_more(
    sgtui: Sgtui, two: Two, options: tuple[str, ...]
) -> None:
    answer = sgtui("--database", two.url, "--as", "Kit", "show", two.first, *options)
    assert answer.status == 0
    assert two.second not in answer.out
    assert "Ben Idle" not in answer.out
    assert "The same lounge" not in answer.out
    assert "another case" in answer.out or '"not_shown": 1' in answer.out

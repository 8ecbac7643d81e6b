"""`sgtui import` brings in a table, or names every bad row and writes nothing."""

from pathlib import Path

import pytest

from sgtui import wiring
from tests.cli.conftest import Answer, Sgtui


def imported(sgtui: Sgtui, path: Path, sort: str, table: str | bytes, who: str = "ruth") -> Answer:
    """What the command said to a file with these contents."""
    file = path.with_name("table.csv")
    file.write_bytes(table if isinstance(table, bytes) else table.encode())
    return sgtui("--database", wiring.url_of(path), "--as", who, "import", sort, str(file))


def names_of(path: Path) -> list[str]:
    """Everybody's name."""
    desk = wiring.open_desk(wiring.url_of(path))
    with desk.store.reading() as unit:
        names = [person.name for person in desk.register(unit).people.values()]
    desk.store.close()
    return names


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_people_are_imported_with_or_without_a_byte_order_mark(
    sgtui: Sgtui, own_demo: Path, mark: str
) -> None:
    table = f'{mark}Name,Room,Born on\r\n"Lee, Ann",5,1/2/1940\r\n\r\nSid Two,,\r\n'
    answer = imported(sgtui, own_demo, "people", table)
    assert (answer.status, answer.out) == (
        0, "Imported people: 2 new, 0 changed, 0 as they were.\n",
    )  # fmt: skip
    assert {"Lee, Ann", "Sid Two"} <= set(names_of(own_demo))


def test_every_bad_row_is_named_by_its_line_and_nothing_is_written(
    sgtui: Sgtui, own_demo: Path
) -> None:
    before = names_of(own_demo)
    table = "name,born_on\nGood One,1/2/1940\nBad One,never\n\nBad Two,1/1/2999\n"
    answer = imported(sgtui, own_demo, "people", table)
    assert (answer.status, answer.out) == (2, "")
    lines = answer.err.splitlines()
    assert [line.split(":")[0] for line in lines[:-1]] == ["Line 3", "Line 5"]
    assert lines[-1] == "Nothing was imported."
    assert names_of(own_demo) == before


def test_text_that_a_terminal_would_obey_is_cleaned_on_the_way_in(
    sgtui: Sgtui, own_demo: Path
) -> None:
    assert imported(sgtui, own_demo, "people", "name\n\x1b[2JEve\u202e One\n").status == 0
    assert "[2JEve One" in names_of(own_demo)


def test_a_shift_leader_imports_people_and_no_staff(sgtui: Sgtui, own_demo: Path) -> None:
    assert imported(sgtui, own_demo, "people", "name\nEve One\n", "joy").status == 0
    refused = imported(sgtui, own_demo, "staff", "name,roles\nA,care worker\n", "joy")
    assert refused.status == 2
    assert "manager" in refused.err


@pytest.mark.parametrize("table", [b"name\n\xff\xfe\n", b'name,room\n"open', b"name\na,b,c\n", b""])
def test_what_is_no_table_is_refused(sgtui: Sgtui, own_demo: Path, table: bytes) -> None:
    answer = imported(sgtui, own_demo, "people", table)
    assert answer.status == 2
    assert answer.err


def test_ten_thousand_people_come_in_at_once(sgtui: Sgtui, own_demo: Path) -> None:
    table = "name,room\n" + "".join(f"Person {n},{n}\n" for n in range(10_000))
    assert imported(sgtui, own_demo, "people", table).status == 0
    assert len(names_of(own_demo)) > 10_000
    url = wiring.url_of(own_demo)
    assert sgtui("--database", url, "verify").status == 0

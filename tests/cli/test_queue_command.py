"""`sgtui queue` says what is owed, and its exit status whether anything is late."""

import json
from datetime import datetime

from tests.cli.conftest import Sgtui

PROMISED = {
    "ref", "duty", "owner", "owes", "owed_to", "due_at", "urgency", "explanation", "group",
}  # fmt: skip


def test_json_is_one_list_of_duties_and_lateness_is_status_one(sgtui: Sgtui, demo_url: str) -> None:
    answer = sgtui("--database", demo_url, "queue", "--json")
    rows = json.loads(answer.out)
    assert answer.status == 1
    assert answer.err == ""
    assert all(set(row) >= PROMISED for row in rows)
    assert all(datetime.fromisoformat(row["due_at"]).tzinfo for row in rows)
    assert any(row["late"] for row in rows)


def test_late_leaves_out_what_is_not(sgtui: Sgtui, demo_url: str) -> None:
    everything = json.loads(sgtui("--database", demo_url, "queue", "--json").out)
    late = json.loads(sgtui("queue", "--late", "--json", "--database", demo_url).out)
    assert [row["key"] for row in late] == [row["key"] for row in everything if row["late"]]


def test_the_text_names_each_group_once_and_nobody_in_full(sgtui: Sgtui, demo_url: str) -> None:
    out = sgtui("--database", demo_url, "queue").out
    assert out.count("ACT NOW") == 1
    assert out.count("WAITING") == 1
    assert "Ada Vale" not in out
    assert "AV Rm 12" in out


def test_a_record_where_nothing_is_late_is_status_zero(sgtui: Sgtui, empty_url: str) -> None:
    answer = sgtui("--database", empty_url, "queue", "--json")
    assert (answer.status, json.loads(answer.out)) == (0, [])

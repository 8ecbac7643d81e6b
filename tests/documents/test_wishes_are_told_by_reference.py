"""The report on wishes: when people were asked, what they wanted, how far it came about."""

from datetime import datetime
from typing import Any

import pytest

from tests.documents.the_demo import QUARTER, as_json, the_demo


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    """The report of the demo's last quarter."""
    return as_json(the_demo().desk(), "wishes")


def figures(report: dict[str, Any]) -> dict[str, Any]:
    """Every figure of it, by name."""
    return {k: v for section in report["sections"] for k, v in section["figures"].items()}


def rows(report: dict[str, Any]) -> list[dict[str, Any]]:
    """Its row for each case."""
    return [record for section in report["sections"] for record in section["records"]]


def test_every_case_of_the_period_has_its_row_and_is_counted(report: dict[str, Any]) -> None:
    told, there = figures(report), rows(report)
    assert told["cases"] == len(there) > 20
    asked = [row for row in there if row["asked_after_hours"] is not None]
    assert told["asked"] == len(asked)
    assert told["asked_percent"] == round(100 * len(asked) / len(there), 1)
    for part in ("first", "midway", "end"):
        for asking in ("asked", "not_asked", "not_written", "ahead"):
            assert told[f"{part}/{asking}"] == sum(row[part] == asking for row in there)


def test_how_far_wishes_were_met_is_counted_of_those_closed(report: dict[str, Any]) -> None:
    told = figures(report)
    closed = [
        row
        for row in rows(report)
        if row["closed"] and QUARTER.holds(datetime.fromisoformat(row["closed"]))
    ]
    assert told["closed"] == len(closed) > 5
    for met in ("fully", "partly", "not", "none_expressed"):
        assert told[f"met/{met}"] == sum(row["met"] == met for row in closed)
    wished = sum(row["met"] in ("fully", "partly", "not") for row in closed)
    assert told["met_fully_percent"] == round(100 * told["met/fully"] / wished, 1)


def test_what_people_wanted_is_counted_of_those_asked(report: dict[str, Any]) -> None:
    told = figures(report)
    wanted = [wish for row in rows(report) for wish in row["wanted"].split("; ") if wish]
    assert len(wanted) > 20
    assert {wish: told[f"wanted/{wish}"] for wish in wanted} == {
        wish: wanted.count(wish) for wish in wanted
    }
    assert told["wanted/changed"] == sum(row["changed"] == "yes" for row in rows(report)) > 0


def test_an_advocate_that_is_needed_is_asked_for_or_seen_to_be_missing(
    report: dict[str, Any],
) -> None:
    ways = [row["taking_part"] for row in rows(report)]
    needed = sum(way in ("needed", "asked_for", "arranged") for way in ways)
    assert figures(report)["advocate_needed"] == needed > 0
    text = "\n".join(line for section in report["sections"] for line in section["text"])
    assert f"An independent advocate needed: {needed}" in text

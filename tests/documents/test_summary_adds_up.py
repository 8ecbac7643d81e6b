"""The summary tells what there is, in groups that add up."""

from typing import Any

import pytest

from sgtui.domain.entries import ThresholdDecided
from sgtui.domain.small_numbers import share_words
from sgtui.services.files import Period, each_file, open_during
from sgtui.services.work import Work
from tests.documents.the_demo import QUARTER, YEAR, as_json, the_demo

COUNTED = ("By month", "By category of abuse", "How it came to light", "Who recorded it")


@pytest.fixture(scope="module")
def summary() -> dict[str, Any]:
    """The summary of the demo's last year."""
    return as_json(the_demo().desk(), "summary", YEAR)


def rows(summary: dict[str, Any], measure: str) -> list[dict[str, Any]]:
    """The rows of one measure."""
    every = [record for section in summary["sections"] for record in section["records"]]
    return [row for row in every if row["measure"] == measure]


def row(summary: dict[str, Any], group: str) -> dict[str, Any]:
    """The one row of that name."""
    every = [record for section in summary["sections"] for record in section["records"]]
    found: list[dict[str, Any]] = [one for one in every if one["group"] == group]
    assert len(found) == 1
    return found[0]


def recorded_in(period: Period) -> int:
    """How many cases were recorded in a period."""
    cases = open_during(the_demo().desk(), period).cases
    return sum(period.holds(case.opened_at) for case in cases)


def test_what_was_recorded_is_counted(summary: dict[str, Any]) -> None:
    assert row(summary, "Recorded in the period")["number"] == recorded_in(YEAR) > 20


def decided_in(period: Period) -> list[bool]:
    """For each decision on the threshold in a period whether it was met."""
    desk = the_demo().desk()
    files = each_file(desk, open_during(desk, period).cases, Work())
    said = [one for facts in files for one in facts.case.of(ThresholdDecided)]
    return [one.what.met for one in said if period.holds(one.at)]


@pytest.mark.parametrize("measure", COUNTED)
def test_the_groups_of_a_table_are_together_all_that_was_recorded(
    summary: dict[str, Any], measure: str
) -> None:
    numbers = [one["number"] for one in rows(summary, measure)]
    assert numbers
    assert sum(numbers) == recorded_in(YEAR)


def test_every_number_printed_is_a_row_too(summary: dict[str, Any]) -> None:
    for section in summary["sections"]:
        text = " ".join(" ".join(line.split()) for line in section["text"])
        for record in section["records"]:
            group, shown = record["group"], record["shown"]
            assert f"{group}: {shown}" in text or f"{group} {shown}" in text


def test_the_period_before_stands_beside_it() -> None:
    now = as_json(the_demo().desk(), "summary", QUARTER)
    before = as_json(the_demo().desk(), "summary", QUARTER.before)
    was = row(now, "Recorded in the period before")
    assert was["shown"] == row(before, "Recorded in the period")["shown"]
    received = {one["group"]: one["shown"] for one in rows(now, "Received")}
    (then,) = [one for one in rows(before, "Received") if one["group"] == "All together"]
    assert received["All together before"] == then["shown"]


def test_owned_tracked_and_reviewed_are_all_told(summary: dict[str, Any]) -> None:
    assert row(summary, "Has a named owner")["shown"] == "every open case"
    (section,) = [one for one in summary["sections"] if one["title"] == "Governance"]
    groups = {record["group"] for record in section["records"]}
    assert {"First response", "Reviews", "Referring and following up"} <= groups


def test_decisions_on_the_threshold_are_told_by_category_and_by_role(
    summary: dict[str, Any],
) -> None:
    found = decided_in(YEAR)
    assert row(summary, "Decisions")["number"] == len(found) > 20
    for measure in ("Found met, by category", "Found met, by who decided"):
        told = rows(summary, measure)
        assert told[0]["group"] == "All together"
        assert told[0]["shown"] == share_words(sum(found), len(found), 5)


def test_what_the_home_did_to_learn_is_told_as_it_is(summary: dict[str, Any]) -> None:
    (section,) = [one for one in summary["sections"] if one["title"] == "Audits and learning"]
    assert all(isinstance(record["shown"], str) for record in section["records"])
    assert row(summary, "Findings raised")["number"] is not None

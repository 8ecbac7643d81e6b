"""Whoever has the rows of the audit finds every figure in it again, by their own means (R90)."""

import statistics
from collections import defaultdict
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from sgtui.domain.entries.choices import Category
from tests.documents.the_demo import QUARTER, as_json, the_demo

Row = dict[str, Any]
Times = list[tuple[timedelta, str]]
"""Each time taken, with how it stands."""

ANSWERED, LATE = ("in_time", "late"), ("late", "running_late", "ended_late")
RUNNING = ("running", "running_late")


@pytest.fixture(scope="module")
def audit() -> dict[str, Any]:
    """The audit of the demo's last quarter."""
    return as_json(the_demo().desk(), "response-times")


@pytest.fixture(scope="module")
def rows(audit: dict[str, Any]) -> list[Row]:
    """Every row of it."""
    return [record for section in audit["sections"] for record in section["records"]]


@pytest.fixture(scope="module")
def figures(audit: dict[str, Any]) -> dict[str, Any]:
    """Every figure of it, by name."""
    return {k: v for section in audit["sections"] for k, v in section["figures"].items()}


def times_of(rows: list[Row], made_at: str) -> Times:
    """The times in some rows; a decision's turns together, what waited for us left out."""
    groups: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    for number, row in enumerate(rows):
        several = row["what"] == "decision" and row["row"] == "stage"
        once = None if several else number
        groups[row["period"], row["reference"], row["referral"], row["what"], once].append(row)
    return [
        (sum((_taken(row, made_at) for row in group), timedelta(0)), group[0]["standing"])
        for group in groups.values()
    ]


def _taken(row: Row, made_at: str) -> timedelta:
    until = datetime.fromisoformat(row["done"] or made_at)
    return max(until - datetime.fromisoformat(row["began"]), timedelta(0))


def ninety(times: list[float]) -> float:
    """The shortest time within which nine in ten or more were done."""
    return next(t for t in sorted(times) if sum(o <= t for o in times) * 10 >= len(times) * 9)


def of_all(times: Times, pick: Callable[[list[float]], float]) -> float | None:
    """A figure of those that were done, in hours."""
    done = [taken.total_seconds() / 3600 for taken, standing in times if standing in ANSWERED]
    return round(pick(done), 1) if done else None


def in_time(times: Times) -> int:
    """How many were done in time."""
    return sum(standing == "in_time" for _, standing in times)


def judged(times: Times) -> int:
    """How many were done or are late."""
    return in_time(times) + sum(standing in LATE for _, standing in times)


WORKED_OUT: dict[str, Callable[[Times], object]] = {
    "done": lambda t: sum(standing in ANSWERED for _, standing in t),
    "median_hours": lambda t: of_all(t, statistics.median),
    "ninety_hours": lambda t: of_all(t, ninety),
    "longest_hours": lambda t: of_all(t, max),
    "in_time": in_time,
    "judged": judged,
    "in_time_percent": lambda t: round(100 * in_time(t) / judged(t), 1) if judged(t) else None,
    "waiting": lambda t: sum(standing in RUNNING for _, standing in t),
    "oldest_hours": lambda t: max(
        (round(age.total_seconds() / 3600, 1) for age, standing in t if standing in RUNNING),
        default=None,
    ),
}


def wanted(name: str, rows: list[Row]) -> tuple[list[Row], str]:
    """The rows that a figure is about, and which figure of them it is."""
    parts = name.split("/")
    period = "before" if parts[0] == "before" else "this"
    parts = parts[1:] if parts[0] == "before" else parts
    there = [row for row in rows if row["period"] == period]
    match parts:
        case ["agencies", what, figure]:
            pass
        case ["agency", desk, what, figure]:
            there = [row for row in there if row["agency"] == desk]
        case ["authority", whose, what, figure]:
            there = [row for row in there if row["authority"] == whose]
        case ["category", label, what, figure]:
            category = next(one.value for one in Category if one.label == label)
            there = [row for row in there if row["category"] == category]
        case ["ours", what, figure]:
            return [r for r in there if r["row"] == "duty" and r["what"] == what], figure
        case ["rung", code, figure]:
            return [r for r in there if r["row"] == "rung" and r["what"] == code], figure
        case _:
            raise AssertionError(f"{name} is a figure that nobody can work out again")
    return [r for r in there if r["row"] == "stage" and r["what"] == what], figure


def test_every_figure_of_a_time_is_what_its_rows_give(
    audit: dict[str, Any], rows: list[Row], figures: dict[str, Any]
) -> None:
    made_at = audit["document"]["made_at"]
    timed = {name: told for name, told in figures.items() if "/" in name[7:]}
    assert len(timed) > 300
    again = {}
    for name in timed:
        about, figure = wanted(name, rows)
        again[name] = WORKED_OUT[figure](times_of(about, made_at))
    assert again == timed


def test_every_count_of_referrals_and_challenges_is_what_the_rows_give(
    rows: list[Row], figures: dict[str, Any]
) -> None:
    sent = [row for row in rows if row["row"] == "referral" and row["period"] == "this"]
    raised = [row for row in rows if row["row"] == "challenge" and row["period"] == "this"]
    over = [row["answer"] for row in raised if row["answer"]]
    upheld = sum(answer in ("upheld", "partly") for answer in over)
    assert figures["referrals"] == len(sent) > 10
    assert figures["chases"] == sum(row["chases"] for row in sent)
    assert figures["challenges"] == len(raised)
    assert (figures["concluded"], figures["upheld"]) == (len(over), upheld)
    share = round(100 * upheld / len(over), 1) if over else None
    assert figures["upheld_percent"] == share
    before = [row for row in rows if row["period"] == "before"]
    assert figures["before/referrals"] == sum(row["row"] == "referral" for row in before)
    assert figures["before/challenges"] == sum(row["row"] == "challenge" for row in before)


def test_what_is_printed_are_these_figures(audit: dict[str, Any], figures: dict[str, Any]) -> None:
    (section,) = [s for s in audit["sections"] if s["title"] == "Agencies, stage by stage"]
    lines = section["text"]
    start = lines.index("All agencies together")
    printed = [line.split() for line in lines[start : start + 10]]
    for stage, word in (("receipt", "Received"), ("decision", "Decided")):
        row = next(cells for cells in printed if cells[:1] == [word])
        assert int(row[1]) == figures[f"agencies/{stage}/done"]
        assert f"{figures[f'agencies/{stage}/in_time_percent']:g}" in row
        assert int(row[-1]) == figures[f"agencies/{stage}/waiting"]


def test_hours_in_a_row_are_the_time_between_its_moments(
    audit: dict[str, Any], rows: list[Row]
) -> None:
    made_at = audit["document"]["made_at"]
    timed = [row for row in rows if row["row"] in ("stage", "duty", "rung")]
    assert [row["taken_hours"] for row in timed] == [
        round(_taken(row, made_at).total_seconds() / 3600, 1) for row in timed
    ]


def test_the_period_before_is_the_same_audit_made_of_that_period() -> None:
    desk = the_demo().desk()
    now, before = as_json(desk, "response-times"), as_json(desk, "response-times", QUARTER.before)
    was = [r for s in now["sections"] for r in s["records"] if r["period"] == "before"]
    then = [r for s in before["sections"] for r in s["records"] if r["period"] == "this"]
    assert [row | {"period": "this"} for row in was] == then

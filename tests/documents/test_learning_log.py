"""The learning log: delays, gaps, unclear thresholds, and what followed (R107, R108, R130)."""

from datetime import datetime
from typing import Any

import pytest

from sgtui.documents.catalogue import make
from sgtui.documents.press.text import lines
from sgtui.services.desk import Desk
from sgtui.services.files import Period
from sgtui.services.reports import Asked
from tests.documents.the_demo import QUARTER, as_json, the_demo


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    """The log of the demo's last quarter, as its manager reads it."""
    return as_json(the_demo().desk("ruth"), "learning")


@pytest.fixture(scope="module")
def printed() -> str:
    """The same as text."""
    return text_of(the_demo().desk("ruth"))


def text_of(desk: Desk) -> str:
    """The log of the last quarter as text, blanks and line ends being all alike."""
    return " ".join("\n".join(lines(make(desk, "learning", Asked(QUARTER)))).split())


def figures(report: dict[str, Any]) -> dict[str, Any]:
    """Every figure of it, by name."""
    return {k: v for section in report["sections"] for k, v in section["figures"].items()}


def rows(report: dict[str, Any], *sorts: str) -> list[dict[str, Any]]:
    """Its rows of these sorts."""
    every = [record for section in report["sections"] for record in section["records"]]
    return [row for row in every if row["sort"] in sorts]


ACTIONS = ("training", "supervision", "policy", "practice")


def test_each_review_says_what_was_slow_lost_and_unclear(report: dict[str, Any]) -> None:
    (review,) = rows(report, "review")
    assert review["reference"].endswith("D7NB")
    assert all(review[part] for part in ("delays", "gaps", "thresholds", "learnt"))
    assert figures(report)["reviews"] == 1


def test_it_says_what_followed_from_a_review(printed: str) -> None:
    assert "What followed: Referral form: what the person said comes first" in printed


def test_one_that_is_still_owed_is_counted_and_stands_under_what_is_to_come(
    report: dict[str, Any], printed: str
) -> None:
    told = figures(report)
    assert (told["reviews_owed"], told["reviews_late"]) == (1, 1)
    to_come = printed.partition("To come")[2]
    assert "SG-26-H3WD: Challenge: threshold disputed" in to_come


def test_the_actions_add_up(report: dict[str, Any]) -> None:
    told, there = figures(report), rows(report, *ACTIONS)
    assert told["actions"] == len(there) == 4
    assert told["actions_open"] == sum(row["state"] == "open" for row in there) == 2
    assert told["actions_done"] == sum(row["done_at"] is not None for row in there) == 2
    assert told["actions_verified"] == sum(row["verified_at"] is not None for row in there) == 1
    late_open = sum(row["state"] == "open" and row["late"] == "yes" for row in there)
    assert told["actions_late"] == late_open == 1


def test_the_median_can_be_worked_out_again(report: dict[str, Any]) -> None:
    took = sorted(row["took_hours"] for row in rows(report, *ACTIONS) if row["took_hours"])
    assert len(took) == 2
    assert figures(report)["action_median_hours"] == pytest.approx(sum(took) / 2, abs=0.1)


def test_training_on_challenge_and_thresholds_is_tracked(report: dict[str, Any]) -> None:
    (training,) = [row for row in rows(report, "training") if "challenge" in row["about"]]
    assert (training["state"], training["late"]) == ("verified", "no")
    assert training["owner"] == "Sam Lister"


def test_lessons_of_cases_challenges_and_audits_stand_in_it(report: dict[str, Any]) -> None:
    found = rows(report, "lesson", "audit")
    assert {"Case closed", "Challenge upheld"} <= {row["about"] for row in found}
    assert all(QUARTER.holds(datetime.fromisoformat(row["at"])) for row in found)


def test_no_resident_is_named(printed: str) -> None:
    demo = the_demo()
    with demo.made.store.reading() as unit:
        people = demo.desk("ruth").register(unit).people.values()
    assert [one.name for one in people if one.name in printed] == []


def test_of_a_case_that_names_its_reader_nothing_is_told() -> None:
    named = text_of(the_demo().desk("connor"))
    assert "whoever made this" in named


def test_a_period_without_anything_says_so() -> None:
    demo = the_demo()
    long_ago = QUARTER.since.replace(year=2020)
    asked = Asked(Period(long_ago, long_ago.replace(month=12, day=30)))
    said = " ".join("\n".join(lines(make(demo.desk("ruth"), "learning", asked))).split())
    assert "No escalation was looked back on in this period." in said
    assert "No learning action was set, open or done in this period." in said

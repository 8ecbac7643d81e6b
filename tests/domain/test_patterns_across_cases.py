"""What several concerns have in common is found by the rules of the ladder, over its days."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from sgtui.domain.ladder_parts import PatternRule
from sgtui.domain.patterns import Incident, found, incident_of
from tests.domain.a_home import ADA, CARER, LADDER, an_id, london
from tests.domain.case_builder import a_concern

START = london("2026-11-19 14:00")
BEN = an_id("Ben Idle")


def rule(**given: Any) -> PatternRule:
    """A rule that counts three concerns in 28 days, but for what is given."""
    fields = {"name": "N", "counts": "concern", "amount": 3, "days": 28, "proposes": "Look."}
    return PatternRule.model_validate({**fields, "source": "test", **given})


def one(name: str, days: float = 0, **given: Any) -> Incident:
    """A concern noticed so many days after the first, somewhere of its own."""
    at = START + timedelta(days=days)
    plain = Incident(
        an_id(name), name, "safeguarding", an_id(name), at, at, "", frozenset(), frozenset()
    )
    return replace(plain, **given)


def references(rule: PatternRule, *all_of_them: Incident) -> tuple[str, ...]:
    """The others that are found with the last of them."""
    *others, this = all_of_them
    pattern = found(rule, this, others)
    return pattern.references if pattern else ()


def test_the_same_person_is_found_and_said_in_words_with_the_earliest_first() -> None:
    many = [one(name, day, person=ADA) for name, day in (("B", 9), ("A", 2), ("C", 20))]
    pattern = found(rule(same="person"), many[2], [*many[:2], one("D", 3)])
    assert pattern is not None
    assert pattern.references == ("A", "B")
    assert pattern.words == "3 concerns in 28 days about the same person"


def test_one_fewer_than_the_rule_says_is_no_pattern() -> None:
    assert references(rule(same="person"), one("A", person=ADA), one("B", person=ADA)) == ()


def test_the_last_day_counts_and_the_one_after_it_does_not() -> None:
    two = rule(same="person", amount=2)
    assert references(two, one("A", person=ADA), one("B", 28, person=ADA)) == ("A",)
    assert references(two, one("A", person=ADA), one("B", 28.01, person=ADA)) == ()
    assert references(rule(same="person", amount=2, days=None), one("A", person=ADA),
                      one("B", 900, person=ADA)) == ("A",)  # fmt: skip


def test_a_concern_written_down_late_counts_with_those_noticed_since() -> None:
    later = [one("B", 10, person=ADA), one("C", 20, person=ADA)]
    assert references(rule(same="person"), *later, one("A", 0, person=ADA)) == ("B", "C")


def test_no_days_hold_two_that_lie_further_apart_than_the_rule_says() -> None:
    either_side = [one("A", 0, person=ADA), one("C", 40, person=ADA)]
    assert references(rule(same="person"), *either_side, one("B", 20, person=ADA)) == ()


def test_low_level_concerns_are_counted_among_themselves_alone() -> None:
    low = rule(same="person", counts="low_level", amount=2)
    small = one("A", person=ADA, level="low_level")
    assert references(low, small, one("B", 1, person=ADA, level="low_level")) == ("A",)
    assert references(low, small, one("B", 1, person=ADA)) == ()
    assert references(low, one("A", person=ADA), one("B", 1, person=ADA, level="low_level")) == ()


def test_one_alleged_in_common_is_enough_among_several() -> None:
    named = rule(same="alleged", amount=2)
    visitor, carer = "name:ab", "staff:cd"
    first = one("A", alleged=frozenset({visitor, carer}))
    assert references(named, first, one("B", 1, alleged=frozenset({visitor}))) == ("A",)
    assert references(named, first, one("B", 1, alleged=frozenset({"name:ef"}))) == ()
    assert references(named, one("A"), one("B", 1)) == ()


@pytest.mark.parametrize("place", ["", "not_known", "elsewhere", "outside"])
def test_answers_that_are_no_one_place_are_no_place_in_common(place: str) -> None:
    many = [one(name, place=place) for name in "ABC"]
    assert references(rule(same="place"), *many) == ()


def test_a_lounge_is_one_place_and_a_bedroom_is_each_persons_own() -> None:
    assert references(rule(same="place"), *(one(n, place="lounge") for n in "ABC")) == ("A", "B")
    assert references(rule(same="place"), *(one(n, place="bedroom") for n in "ABC")) == ()
    own = [one(name, place="bedroom", person=ADA) for name in "ABC"]
    assert references(rule(same="place"), *own) == ("A", "B")


def at(name: str, words: str) -> Incident:
    moment: datetime = london(words)
    return one(name, noticed_at=moment, happened_at=moment)


def test_the_hour_is_that_of_the_wall_clock_and_runs_past_midnight() -> None:
    near = rule(same="hour", days=365)
    nights = [at("A", "2026-11-18 23:40"), at("B", "2026-11-20 00:30")]
    assert references(near, *nights, at("C", "2026-11-21 00:10")) == ("A", "B")
    assert references(near, *nights, at("C", "2026-11-21 01:00")) == ()
    seasons = [at("A", "2026-07-01 14:00"), at("B", "2026-12-01 14:30")]
    assert references(near, *seasons, at("C", "2026-12-02 14:15")) == ("A", "B")


def test_an_hour_that_is_not_known_is_no_hour_in_common() -> None:
    many = [one(name, happened_at=None) for name in "ABC"]
    assert references(rule(same="hour"), *many) == ()


def test_a_region_is_in_common_on_one_body_alone_and_is_named() -> None:
    region = rule(same="region", amount=2)
    marks = frozenset({"F17L", "B09"})
    first = one("A", person=ADA, regions=marks)
    again = one("B", 1, person=ADA, regions=frozenset({"F17L"}))
    pattern = found(region, again, [first])
    assert pattern is not None
    assert pattern.words.endswith("on the same person: person's left forearm")
    assert references(region, first, replace(again, person=BEN)) == ()


def test_signs_within_one_case_are_not_counted_across_cases() -> None:
    within = rule(counts="linked", leads_to="coordinate", amount=2)
    assert references(within, one("A", person=ADA), one("B", person=ADA)) == ()


def test_the_same_name_is_one_word_in_every_case_and_the_name_itself_is_not_kept() -> None:
    words = [
        incident_of(a_concern(alleged=name).case).alleged
        for name in ("Margaret Shaw", "margaret  SHAW.", "Margret Shaw")
    ]
    assert words[0] == words[1] != words[2]
    assert "margaret" not in str(words)


@pytest.mark.parametrize("name", ["Unknown", "A visitor", "not known", "staff"])
def test_words_that_name_nobody_identify_nobody(name: str) -> None:
    assert incident_of(a_concern(alleged=name).case).alleged == frozenset()


def test_whoever_is_involved_later_is_alleged_too_and_a_witness_is_not() -> None:
    told = a_concern().tell("person_involved", staff=CARER)
    assert incident_of(told.case).alleged == frozenset()
    told.tell("person_involved", involvement="alleged", staff=CARER)
    assert incident_of(told.case).alleged == {f"staff:{CARER.hex}"}


def test_the_shipped_ladder_looks_for_each_thing_in_common_within_28_days() -> None:
    rules = [one for one in LADDER.patterns if one.leads_to == "propose"]
    assert {one.same for one in rules} == {"person", "alleged", "region", "place", "hour"}
    assert {one.days for one in rules} == {28}
    low = {one.same: one.amount for one in rules if one.counts == "low_level"}
    assert low == {"person": 3, "hour": 3}

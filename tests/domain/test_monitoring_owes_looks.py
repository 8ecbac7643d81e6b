"""Something watched owes a look each time, until it is ended or its time is over (R31, R78)."""

from datetime import timedelta
from typing import Any

import pytest

from tests.domain.a_home import london
from tests.domain.case_builder import Told, a_full_record


def watching(at: str = "2026-11-19 09:00", until: str | None = None, **answers: Any) -> Told:
    end = london(until) if until else None
    return a_full_record(at).tell("monitoring_started", until=end, **answers)


def due(told: Told) -> list[str]:
    clocks = [clock for clock in told.of("monitoring") if clock.is_open]
    return [f"{clock.due_at:%d %H:%M}" for clock in clocks]


def look(told: Told, **answers: Any) -> Told:
    watched = told.newest("monitoring_started")
    return told.tell("observation_made", monitoring=watched, **answers)


def test_without_hours_a_look_is_owed_each_shift() -> None:
    told = watching()
    assert due(told) == ["20 08:00"]
    assert due(look(told.later(hours=13))) == ["20 20:00"]


def test_with_hours_it_is_due_so_many_after_the_last() -> None:
    told = watching(every_hours=4)
    assert due(told) == ["19 13:00"]
    assert due(look(told.later(hours=5))) == ["19 18:00"]


def test_an_observation_of_something_else_is_no_look() -> None:
    told = watching(every_hours=4).later(hours=1).tell("observation_made")
    assert due(told) == ["19 13:00"]


def test_two_watches_owe_their_looks_apart() -> None:
    told = watching(every_hours=4)
    first = told.last
    told.tell("monitoring_started", what="Weight", every_hours=24)
    assert due(told) == ["19 13:00", "20 09:00"]
    told.later(hours=1).tell("observation_made", monitoring=first)
    assert due(told) == ["19 14:00", "20 09:00"]


def test_with_the_last_look_before_its_end_watching_is_over() -> None:
    told = watching(every_hours=4, until="2026-11-19 18:00")
    assert due(look(told.later(hours=4))) == ["19 17:00"]
    assert due(look(told.later(hours=4))) == []


def test_each_shift_until_a_time_owes_the_last_look_by_then() -> None:
    told = watching(until="2026-11-20 12:00")
    assert due(look(told.later(hours=12))) == ["20 12:00"]
    assert due(look(told.later(hours=12))) == []


def test_a_watch_shorter_than_its_interval_still_owes_one_look() -> None:
    told = watching(every_hours=4, until="2026-11-19 11:00")
    assert due(told) == ["19 11:00"]
    assert due(look(told.later(hours=1))) == []


def test_a_look_that_nobody_took_stays_owed_after_the_end() -> None:
    told = watching(every_hours=4, until="2026-11-19 11:00").later(days=3)
    assert "monitoring" in told.running()


def test_ending_it_ends_what_was_owed_and_says_so() -> None:
    told = watching(every_hours=4).later(hours=1).tell("monitoring_ended")
    (clock,) = told.of("monitoring")
    assert clock.ended_at == told.now
    assert clock.explanation.endswith("Ended: the monitoring was ended.")


def test_a_look_written_up_late_starts_nothing_in_place_of_a_newer_one() -> None:
    told = look(watching(every_hours=4).later(hours=6))
    told.tell("observation_made", at=told.now - timedelta(hours=4), monitoring=told.entries[3].id)
    assert due(told) == ["19 19:00"]


@pytest.mark.parametrize("kind", ["observation_made", "monitoring_ended"])
def test_what_has_ended_takes_nothing_more(kind: str) -> None:
    told = watching().tell("monitoring_ended")
    watched = told.newest("monitoring_started")
    assert told.gates_of(kind, monitoring=watched) == {"G10"}
    assert told.try_to("observation_made") == ()


@pytest.mark.parametrize("kind", ["observation_made", "monitoring_ended"])
def test_nothing_is_seen_or_ended_before_it_was_begun(kind: str) -> None:
    told = watching()
    early = told.now - timedelta(hours=1)
    found = told.try_to(kind, at=early, monitoring=told.last)
    assert [item.gate for item in found] == ["G10"]


def test_f4_offers_the_look_for_what_is_watched() -> None:
    told = watching()
    watched = told.last
    for _ in range(2):
        step = next(s for s in told.next_steps() if s.clock.duty == "monitoring")
        assert [(one.kind, one.known) for one in step.steps] == [
            ("observation_made", {"monitoring": watched}),
            ("monitoring_ended", {"monitoring": watched}),
        ]
        look(told.later(hours=1))

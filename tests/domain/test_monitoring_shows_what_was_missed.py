"""Shift by shift and watch by watch: what was seen and what was missed, nothing counted twice."""

from sgtui.domain.monitoring import shifts_seen, watches
from tests.domain.a_home import HOME, LEAD, MANAGER, london
from tests.domain.case_builder import Told, a_full_record

CALENDAR = HOME.calendar


def shifts(told: Told) -> list[tuple[str, str]]:
    """Start of each shift in London (winter time), and what was seen in it."""
    seen = shifts_seen(told.case, CALENDAR, told.now)
    return [(f"{one.shift.starts_at:%d %H}", one.sight.value) for one in seen]


def missed(told: Told) -> list[list[str]]:
    found = watches(told.case, CALENDAR, told.now)
    return [[f"{at:%d %H:%M}" for at in one.missed] for one in found]


def test_each_shift_is_seen_or_missed_and_the_present_one_is_due() -> None:
    told = a_full_record("2026-11-19 09:00").at("2026-11-19 22:00").tell("observation_made")
    told.at("2026-11-20 21:00")
    assert shifts(told) == [
        ("19 08", "not_owed"),
        ("19 20", "made"),
        ("20 08", "missed"),
        ("20 20", "due"),
    ]


def test_an_observation_counts_in_its_own_shift_however_late_it_was_written() -> None:
    told = a_full_record("2026-11-19 09:00").at("2026-11-20 09:00")
    told.tell("observation_made", at=london("2026-11-19 23:00"))
    assert shifts(told)[1:] == [("19 20", "made"), ("20 08", "due")]


def test_on_the_change_of_shift_it_counts_in_the_new_one_alone() -> None:
    told = a_full_record("2026-11-19 09:00").at("2026-11-19 20:00").tell("observation_made")
    seen = shifts_seen(told.case, CALENDAR, told.now)
    assert [len(one.observations) for one in seen] == [0, 1]


def test_a_closed_case_owes_no_shift_and_a_reopened_one_again() -> None:
    told = a_full_record("2026-11-19 09:00").tell("threshold_decided", route="internal")
    told.by(LEAD).tell("closure_requested").later(hours=2).by(MANAGER).tell("closure_approved")
    told.at("2026-11-22 09:00")
    assert shifts(told) == [("19 08", "not_owed")]
    told.tell("reopened").at("2026-11-23 09:00")
    assert shifts(told) == [
        ("19 08", "not_owed"),
        ("22 08", "not_owed"),
        ("22 20", "missed"),
        ("23 08", "due"),
    ]


def test_a_case_entered_in_error_owed_nothing() -> None:
    told = a_full_record().tell("observation_made")
    told.tell("entered_in_error", entry=told.entries[0].id).later(days=1)
    assert shifts(told) == []


def test_a_watch_names_each_look_that_was_not_taken_in_time() -> None:
    told = a_full_record("2026-11-19 09:00").tell("monitoring_started", every_hours=4)
    watched = told.last
    told.at("2026-11-19 12:00").tell("observation_made", monitoring=watched)
    told.at("2026-11-19 21:00").tell("observation_made", monitoring=watched)
    told.tell("observation_made").at("2026-11-20 00:30")
    assert missed(told) == [["19 16:00", "19 20:00"]]
    (watch,) = watches(told.case, CALENDAR, told.now)
    assert len(watch.made) == 2
    assert watch.ended_at is None


def test_a_watch_by_shifts_misses_each_shift_without_a_look() -> None:
    told = a_full_record("2026-11-19 09:00").tell("monitoring_started")
    told.at("2026-11-21 10:00")
    assert missed(told) == [["20 08:00", "20 20:00", "21 08:00"]]


def test_each_look_counts_for_one_watch() -> None:
    told = a_full_record("2026-11-19 09:00").tell("monitoring_started", every_hours=4)
    first = told.last
    told.tell("monitoring_started", what="Weight", every_hours=4)
    told.at("2026-11-19 13:00").tell("observation_made", monitoring=first)
    assert missed(told.at("2026-11-19 14:00")) == [[], ["19 13:00"]]


def test_nothing_is_missed_after_its_end() -> None:
    told = a_full_record("2026-11-19 09:00")
    told.tell("monitoring_started", every_hours=4, until=london("2026-11-19 13:00"))
    told.tell("monitoring_started", every_hours=4)
    told.at("2026-11-19 12:00").tell("monitoring_ended").at("2026-11-20 12:00")
    assert missed(told) == [["19 13:00"], []]
    ends = [watch.ended_at for watch in watches(told.case, CALENDAR, told.now)]
    assert ends == [london("2026-11-19 13:00"), london("2026-11-19 12:00")]


def test_closing_ends_a_watch() -> None:
    told = a_full_record("2026-11-19 09:00").tell("threshold_decided", route="internal")
    told.tell("monitoring_started", every_hours=1).tell("closure_requested")
    told.by(MANAGER).tell("closure_approved").later(days=1)
    assert missed(told) == [[]]

"""Whoever is to be told: told in time or late, not required, or still owed (R103, R104)."""

from datetime import timedelta
from typing import Any

from sgtui.domain.notices import Notice, notices
from tests.domain.a_home import an_id, london
from tests.domain.case_builder import Told, a_referral


def of(told: Told, kind: str) -> list[Notice]:
    found = notices(told.case, tuple(told.clocks.values()), told.now)
    return [one for one in found if one.notification == kind]


def states(told: Told, kind: str) -> list[str]:
    return [one.state.value for one in of(told, kind)]


def tell(case: Told, kind: str, **answers: Any) -> Told:
    given = {"required": "yes", "sent_at": case.now, **answers}
    return case.tell("notification_decided", notification=kind, **given)


def test_told_within_its_time_is_told_in_time_with_how_long_it_took() -> None:
    told = tell(a_referral("2026-11-19 09:00").later(hours=3), "cqc_18", told="R Bell, CQC")
    (notice,) = of(told, "cqc_18")
    assert (notice.state.value, notice.after) == ("in_time", timedelta(hours=3))
    assert notice.said is not None
    assert notice.said.told == "R Bell, CQC"


def test_told_after_its_time_is_told_late() -> None:
    told = tell(a_referral("2026-11-19 09:00").later(hours=30), "cqc_18")
    assert states(told, "cqc_18") == ["told_late"]


def test_nobody_decided_and_the_time_is_over() -> None:
    told = a_referral("2026-11-19 09:00").later(hours=30)
    assert states(told, "cqc_18") == ["undecided_late"]
    assert states(a_referral("2026-11-19 09:00"), "cqc_18") == ["undecided"]


def test_decided_to_be_required_and_not_told_is_owed_and_then_late() -> None:
    told = tell(a_referral("2026-11-19 09:00").later(hours=1), "cqc_18", sent_at=None)
    assert states(told, "cqc_18") == ["owed"]
    assert states(told.later(hours=30), "cqc_18") == ["late"]


def test_not_required_keeps_its_reason_and_is_told_to_nobody() -> None:
    told = tell(
        a_referral("2026-11-19 09:00"), "family", required="no", sent_at=None, reason="She says no"
    )
    (notice,) = of(told, "family")
    assert (notice.state.value, notice.told_at) == ("not_required", None)
    assert notice.answered_at == london("2026-11-19 09:00")
    assert notice.said is not None
    assert notice.said.reason == "She says no"


def test_what_the_ladder_has_no_time_for_stands_by_itself() -> None:
    told = tell(a_referral("2026-11-19 09:00"), "opg")
    (notice,) = of(told, "opg")
    assert (notice.state.value, notice.due_at) == ("told", None)


def test_one_decision_is_listed_once() -> None:
    told = tell(a_referral("2026-11-19 09:00").later(hours=1), "cqc_18", sent_at=None)
    told = tell(told.later(hours=1), "cqc_18")
    found = of(told, "cqc_18")
    assert [one.state.value for one in found] == ["in_time"]
    assert found[0].decided is not None
    assert found[0].decided.id == an_id(f"entry {len(told.entries)}")


def test_what_a_closed_case_never_told_ended_untold() -> None:
    told = a_referral("2026-11-19 09:00").later(hours=1).tell("closure_requested")
    assert states(told.tell("closure_approved").later(days=3), "cqc_18") == ["lapsed"]

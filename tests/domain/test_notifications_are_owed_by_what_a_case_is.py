"""Who must be told beside the referral: the ladder says when, each has its own clock (L6a)."""

import pytest

from sgtui.domain.duties.notification import owed_notifications
from sgtui.domain.entries.choices import NotificationKind
from sgtui.domain.london_time import in_london
from tests.domain.a_full_home import FULL_HOME, LADO, PLACED, POLICE, REGULATOR, TUTOR
from tests.domain.a_home import CARER, DESK, LADDER, london
from tests.domain.case_builder import Told, a_concern, a_full_record, a_referral


def owed(told: Told) -> dict[str, str]:
    """Each duty to tell that runs, with when it is due in London."""
    told.register = FULL_HOME
    clocks = [clock for clock in told.of("notification") if clock.is_open]
    return {c.key.split(".")[2]: f"{in_london(c.due_at):%d %b %H:%M}" for c in clocks}


def left(told: Told) -> dict[NotificationKind, bool]:
    found = owed_notifications(told.case, LADDER, FULL_HOME)
    return {one.notification: one.decided for one in found}


def test_a_concern_of_no_such_sort_owes_nothing_until_it_goes_out() -> None:
    told = a_full_record("2026-11-19 09:00")
    assert owed(told) == {}
    told.tell("threshold_decided")
    due = "20 Nov 09:00"
    assert owed(told) == {"cqc_18": due, "commissioner": due, "family": due}


@pytest.mark.parametrize("category", ["sexual", "financial", "domestic", "modern_slavery"])
def test_what_may_be_a_crime_is_told_to_the_police_from_recording(category: str) -> None:
    told = a_concern("2026-11-19 09:00", noticed="2026-11-18 09:00", category=category)
    assert owed(told) == {"police": "20 Nov 09:00"}


def test_a_physical_injury_is_told_to_the_police_where_somebody_is_alleged() -> None:
    assert owed(a_concern(category="physical")) == {}
    assert set(owed(a_concern(category="physical", alleged="A visitor"))) == {"police"}


def test_staff_who_work_with_children_bring_the_lado_in_one_working_day() -> None:
    told = a_concern("2026-11-20 09:00", alleged_staff=TUTOR)
    assert owed(told)["lado"] == "23 Nov 17:00"
    assert "lado" not in owed(a_concern(alleged_staff=CARER))


def test_staff_alleged_to_have_harmed_a_child_bring_the_lado_too() -> None:
    assert "lado" in owed(a_concern(case_kind="child", alleged_staff=CARER))
    assert "lado" not in owed(a_concern(case_kind="child"))


def test_staff_alleged_bring_the_dbs_and_the_professional_body() -> None:
    told = a_concern("2026-11-19 09:00", alleged_staff=CARER)
    assert owed(told) == {"dbs": "26 Nov 17:00", "professional_body": "26 Nov 17:00"}


def test_serious_harm_brings_candour_riddor_and_cqc_from_when_it_was_judged() -> None:
    told = a_full_record("2026-11-19 09:00").later(hours=5).tell("harm_judged", harm="serious")
    next_day = "20 Nov 14:00"
    assert owed(told) == {"candour": next_day, "cqc_18": next_day, "riddor": "29 Nov 14:00"}


def test_a_death_brings_its_own_notice_to_cqc() -> None:
    told = a_full_record().tell("harm_judged", harm="died")
    assert set(owed(told)) == {"cqc_16", "candour", "riddor"}


def test_a_visit_to_hospital_brings_riddor_alone() -> None:
    assert set(owed(a_full_record().tell("harm_judged", harm="hospital"))) == {"riddor"}


def test_an_incident_told_to_the_police_is_told_to_cqc() -> None:
    told = a_full_record().tell("safety_checked", steps=("police_101",))
    assert set(owed(told)) == {"cqc_18"}


def test_the_authority_that_placed_the_person_is_told() -> None:
    assert set(owed(a_concern(person=PLACED))) == {"placing_authority"}


def test_a_kind_is_owed_once_however_much_brings_it() -> None:
    told = a_full_record().tell("harm_judged", harm="hospital").later(days=1)
    told.tell("harm_judged", harm="died")
    assert [c.key.split(".")[2] for c in told.of("notification")].count("riddor") == 1


def test_a_death_is_told_to_hse_at_once_and_a_visit_to_hospital_in_ten_days() -> None:
    told = a_full_record("2026-11-19 09:00").tell("harm_judged", harm="died")
    assert owed(told)["riddor"] == "19 Nov 09:00"
    told = a_full_record("2026-11-19 09:00").tell("harm_judged", harm="hospital")
    assert owed(told)["riddor"] == "29 Nov 09:00"


def test_who_dies_in_hospital_is_told_at_once_from_then_by_one_clock() -> None:
    told = a_full_record("2026-11-19 09:00").tell("harm_judged", harm="hospital").later(days=2)
    told.tell("harm_judged", harm="died")
    assert owed(told)["riddor"] == "21 Nov 09:00"
    assert len([c for c in told.of("notification") if "riddor" in c.key]) == 1


def test_what_was_told_of_the_visit_to_hospital_is_not_told_of_the_death() -> None:
    told = a_full_record("2026-11-19 09:00").tell("harm_judged", harm="hospital").later(days=1)
    told.tell("notification_decided", notification="riddor", required="yes", sent_at=told.now)
    assert "riddor" not in owed(told)
    told.later(days=1).tell("harm_judged", harm="died")
    assert owed(told)["riddor"] == "21 Nov 09:00"
    first, _again = (c for c in told.of("notification") if "riddor" in c.key)
    assert f"{in_london(first.due_at):%d %b %H:%M}" == "29 Nov 09:00"


def test_telling_them_or_finding_it_not_required_meets_it() -> None:
    told = a_full_record().tell("harm_judged", harm="died")
    told.tell("notification_decided", notification="riddor", reason="No work activity in it")
    told.later(hours=2).tell(
        "notification_decided", notification="cqc_16", required="yes", sent_at=told.now
    )
    assert set(owed(told)) == {"candour"}


def test_required_and_not_told_yet_leaves_it_owed() -> None:
    told = a_full_record("2026-11-19 09:00").tell("harm_judged", harm="died")
    told.later(hours=1).tell("notification_decided", notification="cqc_16", required="yes")
    assert owed(told)["cqc_16"] == "20 Nov 09:00"
    assert left(told)[NotificationKind.CQC_16] is True
    assert left(told)[NotificationKind.CANDOUR] is False


def test_what_was_told_before_it_was_owed_is_told() -> None:
    told = a_full_record()
    told.tell("notification_decided", notification="cqc_18", required="yes", sent_at=told.now)
    assert "cqc_18" not in owed(told.later(hours=1).tell("threshold_decided"))


def test_a_referral_to_their_own_desk_tells_them() -> None:
    told = a_concern(category="financial", alleged_staff=TUTOR)
    assert {"police", "lado"} <= set(owed(told))
    told.tell("referral_sent", contact=POLICE)
    assert "police" not in owed(told) and "lado" in owed(told)
    assert "lado" not in owed(told.tell("referral_sent", contact=LADO))


def test_a_referral_to_social_care_tells_neither_police_nor_lado() -> None:
    told = a_concern(category="financial", alleged_staff=TUTOR).tell("referral_sent", contact=DESK)
    assert {"police", "lado"} <= set(owed(told))


def test_the_regulator_told_by_a_referral_is_told() -> None:
    told = a_referral("2026-11-19 09:00").tell("referral_sent", contact=REGULATOR)
    assert set(owed(told)) == {"commissioner", "family"}


def test_what_is_decided_by_hand_to_be_required_runs_from_that_decision() -> None:
    told = a_full_record("2026-11-19 09:00").later(hours=3)
    told.tell("notification_decided", notification="dbs", required="yes")
    assert owed(told) == {"dbs": "26 Nov 17:00"}
    told.later(days=1).tell(
        "notification_decided", notification="dbs", required="yes", sent_at=told.now
    )
    assert owed(told) == {}


def test_what_was_not_required_may_be_found_required_later() -> None:
    told = a_concern("2026-11-19 09:00", category="financial").later(hours=1)
    told.tell("notification_decided", notification="police").later(days=1)
    assert owed(told) == {}
    told.tell("notification_decided", notification="police", required="yes")
    assert owed(told) == {"police": "21 Nov 10:00"}


def test_a_body_without_a_clock_is_kept_and_owed_once_required() -> None:
    told = a_full_record().tell("notification_decided", notification="opg", required="yes")
    assert owed(told) == {}
    assert left(told) == {NotificationKind.OPG: True}
    told.tell("notification_decided", notification="opg", required="yes", sent_at=told.now)
    assert left(told) == {}


def test_closing_waits_for_what_was_decided_and_not_done() -> None:
    told = a_full_record().tell("threshold_decided", route="internal").tell("sharing_decided")
    told.tell("wishes_recorded").tell("review_held")
    told.tell("notification_decided", notification="dwp", required="yes")
    found = [item.sentence for item in told.try_to("closure_requested") if item.gate == "G13"]
    assert found == ["DWP: they must be told, and are not yet. Tell them first."]


def test_the_clock_says_which_entry_brought_it_and_faces_their_desk() -> None:
    told = a_full_record("2026-11-19 09:00").tell("harm_judged", harm="died")
    told.register = FULL_HOME
    clock = next(c for c in told.of("notification") if ".cqc_16." in c.key)
    assert "Began after entry 4, harm judged." in clock.explanation
    assert (clock.title, clock.contact, clock.counterpart) == (
        "Tell CQC of the death",
        REGULATOR,
        "CQC",
    )
    assert clock.started_at == london("2026-11-19 09:00")


def test_f4_offers_to_decide_it_and_once_it_goes_out_to_refer_to_police_and_lado() -> None:
    told = a_full_record(category="financial")
    told.register = FULL_HOME

    def offered() -> list[tuple[str, dict[str, object]]]:
        steps = [s for s in told.next_steps() if ".police." in s.clock.key]
        return [(one.kind, one.known) for one in steps[0].steps]

    decide = ("notification_decided", {"notification": "police"})
    assert offered() == [decide]
    told.tell("threshold_decided")
    assert offered() == [decide, ("referral_sent", {"contact": POLICE})]

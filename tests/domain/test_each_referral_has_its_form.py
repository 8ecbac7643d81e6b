"""A form for each referral sent and for the one still to be sent (R125)."""

from sgtui.domain.referral_forms import Form, forms
from tests.domain.a_home import DESK, an_id
from tests.domain.case_builder import Told, a_full_record, a_referral


def of(told: Told) -> tuple[Form, ...]:
    clocks = tuple(told.clocks.values())
    return forms(told.case, clocks, told.ladder, told.register, told.now)


def test_a_referral_that_is_owed_has_a_form_with_its_desk_and_its_time() -> None:
    told = a_full_record("2026-11-19 09:00").tell("threshold_decided")
    (form,) = of(told)
    assert form.sent is None
    assert form.owed is not None
    assert (form.contact, f"{form.owed.due_at:%d %H:%M}") == (DESK, "20 09:00")


def test_a_referral_that_was_sent_has_a_form_and_none_is_owed_beside_it() -> None:
    told = a_referral("2026-11-19 09:00")
    (form,) = of(told)
    assert form.sent is not None
    assert form.owed is None
    assert form.sent.id == told.newest("referral_sent")


def test_what_nobody_has_decided_to_refer_still_has_a_form_to_fill_in() -> None:
    (form,) = of(a_full_record("2026-11-19 09:00"))
    assert (form.sent, form.owed, form.contact) == (None, None, DESK)


def test_sent_elsewhere_it_has_the_old_form_and_a_new_one() -> None:
    told = a_referral("2026-11-19 09:00").later(hours=2)
    told.tell("referral_decided", decision="redirected")
    sent, owed = of(told)
    assert sent.sent is not None
    assert owed.owed is not None


def test_what_the_agency_owes_about_it_stands_in_the_order_it_is_asked_for() -> None:
    told = a_referral("2026-11-19 09:00").later(hours=1).tell("referral_acknowledged")
    (form,) = of(told)
    assert [clock.duty.value for clock in form.answers] == [
        "receipt", "acknowledgement", "decision",
    ]  # fmt: skip


def test_what_was_written_after_it_was_sent_is_told_apart() -> None:
    told = a_referral("2026-11-19 09:00").later(hours=1).tell("observation_made")
    (form,) = of(told)
    first, newest = told.entries[0], told.entries[-1]
    assert newest.id == an_id(f"entry {newest.number}")
    assert (form.is_later(first), form.is_later(newest)) == (False, True)

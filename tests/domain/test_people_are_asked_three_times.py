"""What the person wants is asked first, midway and at the end (domain 2.3)."""

from datetime import timedelta

import pytest

from sgtui.domain.entries import WishesRecorded
from sgtui.domain.entries.choices import Achieved, TakingPart, Wish
from sgtui.domain.wishes import Asking, Part, wishes_of
from tests.domain.a_home import MANAGER
from tests.domain.case_builder import Told, a_full_record, a_referral


def asked(told: Told) -> dict[Part, Asking]:
    """Whether the person was asked at each of the three times."""
    return {one.part: one.asking for one in wishes_of(told.case).parts}


def test_asked_before_it_is_referred_is_asked_first_and_the_rest_is_to_come() -> None:
    told = a_referral()
    assert asked(told) == {
        Part.FIRST: Asking.ASKED, Part.MIDWAY: Asking.AHEAD, Part.END: Asking.AHEAD,
    }  # fmt: skip


def test_asked_only_after_an_emergency_call_was_not_asked_first() -> None:
    told = a_full_record().tell("referral_sent").later(hours=3).tell("wishes_recorded")
    assert asked(told)[Part.FIRST] is Asking.NOT_WRITTEN
    assert asked(told)[Part.MIDWAY] is Asking.ASKED
    assert wishes_of(told.case).asked_after == timedelta(hours=3)


def test_not_asked_keeps_its_reason() -> None:
    told = a_full_record().tell(
        "wishes_recorded", asked="no", wishes=None, not_asked_because="In hospital"
    )
    (first, *_) = wishes_of(told.case).parts
    assert (first.asking, first.because) == (Asking.NOT_ASKED, "In hospital")
    assert not wishes_of(told.case).was_asked


def test_nothing_midway_is_said_once_the_outcome_is_known() -> None:
    told = a_referral().later(hours=2).tell("referral_decided").later(days=9)
    assert asked(told)[Part.MIDWAY] is Asking.AHEAD
    told.tell("outcome_received")
    assert asked(told)[Part.MIDWAY] is Asking.NOT_WRITTEN
    assert asked(told)[Part.END] is Asking.AHEAD
    assert asked(told.tell("wishes_recorded"))[Part.END] is Asking.ASKED


def test_asking_to_close_says_what_the_person_thinks_and_how_far_it_came_about() -> None:
    told = a_referral().tell("closure_requested", wishes_met="partly")
    assert asked(told)[Part.END] is Asking.ASKED
    assert wishes_of(told.case).met is Achieved.PARTLY
    assert wishes_of(told.case).closed_at is None
    told.by(MANAGER).tell("closure_approved", comment="Seen.")
    assert wishes_of(told.case).closed_at == told.now


def test_what_they_want_is_as_last_asked_and_that_it_changed_is_kept() -> None:
    told = a_full_record().tell("wishes_recorded", wanted=["apology"], taking_part="needed")
    assert not wishes_of(told.case).changed
    told.later(days=2).tell("wishes_recorded", wanted=["safer", "told"], taking_part="arranged")
    found = wishes_of(told.case)
    assert (found.wanted, found.changed) == ((Wish.SAFER, Wish.TOLD), True)
    assert found.taking_part is TakingPart.ARRANGED
    assert TakingPart.NEEDED.needs_advocate and not TakingPart.SOMEBODY.needs_advocate


def test_an_advocate_named_in_a_note_on_capacity_is_found() -> None:
    told = a_full_record()
    assert not wishes_of(told.case).advocate_named
    told.tell("capacity_noted", advocate="Swift Advocacy, asked today")
    assert wishes_of(told.case).advocate_named


@pytest.mark.parametrize(
    "wrong",
    [
        {"asked": "yes", "wishes": "Nothing.", "wanted": ["none", "safer"]},
        {"asked": "no", "not_asked_because": "Asleep", "wanted": ["safer"]},
    ],
)
def test_no_outcome_stands_alone_and_the_unasked_want_nothing_yet(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="That is, in short"):
        WishesRecorded.model_validate(wrong)

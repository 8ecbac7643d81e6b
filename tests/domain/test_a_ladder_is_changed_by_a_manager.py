"""Before a case follows another ladder: the home has adopted it, and a manager says so."""

from typing import Any

from sgtui.domain.entries import LadderAdopted
from sgtui.domain.ladder_file import shipped_text
from tests.domain.a_home import LEAD, MANAGER, a_home, register_of
from tests.domain.boards_ladders import DEFAULT, DORSET, SOUTH_TYNESIDE
from tests.domain.case_builder import Told, a_referral

_ADOPTED = (DEFAULT, DORSET)


def in_a_home_with_two() -> Told:
    told = a_referral()
    adopted = (LadderAdopted(version=one, toml=shipped_text(one)) for one in _ADOPTED)
    told.register = register_of(*a_home(), *adopted)
    return told.by(MANAGER)


def sentences(told: Told, kind: str, **answers: Any) -> list[str]:
    return [item.sentence for item in told.try_to(kind, **answers)]


def test_a_manager_may_let_a_case_follow_an_adopted_ladder() -> None:
    assert sentences(in_a_home_with_two(), "ladder_pinned", version=DORSET) == []


def test_a_lead_who_decides_may_not() -> None:
    told = in_a_home_with_two().by(LEAD)
    (sentence,) = sentences(told, "ladder_pinned", version=DORSET)
    assert sentence == "Ladder: only a manager may change it. Ask one to sign in."


def test_a_ladder_that_was_not_adopted_is_refused_with_those_that_were() -> None:
    (sentence,) = sentences(in_a_home_with_two(), "ladder_pinned", version=SOUTH_TYNESIDE)
    assert DEFAULT in sentence
    assert DORSET in sentence


def test_the_ladder_it_follows_already_is_no_change() -> None:
    (sentence,) = sentences(in_a_home_with_two(), "ladder_pinned", version=DEFAULT)
    assert sentence == f"Ladder: this case follows {DEFAULT} already."


def test_a_ladder_once_followed_is_not_struck_from_the_record() -> None:
    told = in_a_home_with_two().tell("ladder_pinned", version=DORSET)
    (sentence,) = sentences(told, "entered_in_error", entry=told.last, second_person=LEAD)
    assert sentence == "The ladder it followed stays on record. Follow another instead."


def test_which_ladder_it_was_is_never_amended_but_the_reason_may_be() -> None:
    told = in_a_home_with_two().tell("ladder_pinned", version=DORSET)
    pinned = told.last
    assert sentences(told, "amended", entry=pinned, changes={"version": DEFAULT})
    assert not sentences(told, "amended", entry=pinned, changes={"reason": "The board asks"})

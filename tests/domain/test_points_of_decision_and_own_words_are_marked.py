"""Points of decision and the person's own voice, as a chronology marks them (domain 2.14)."""

from typing import Any

import pytest

from sgtui.domain.entry_marks import EntryMark, decides, mark_of
from tests.domain.case_builder import a_referral


def mark(kind: str, **answers: Any) -> EntryMark | None:
    """How an entry of that kind is marked in a case about Ada Vale."""
    return mark_of(a_referral().payload(kind, **answers), "Ada Vale")


@pytest.mark.parametrize("speaker", [None, "Ada Vale", "ada", "The resident"])
def test_exact_words_of_the_person_are_marked_as_theirs(speaker: str | None) -> None:
    said = {"statement_type": "verbatim", "speaker": speaker}
    assert mark("statement_taken", **said) is EntryMark.OWN_WORDS


@pytest.mark.parametrize("speaker", ["Mr Vale, her son", "Adam Vale", "Kit Dunn"])
def test_exact_words_of_somebody_else_are_not(speaker: str) -> None:
    assert mark("statement_taken", statement_type="verbatim", speaker=speaker) is None


def test_what_was_seen_is_no_voice_and_wishes_are() -> None:
    assert mark("statement_taken", statement_type="fact", speaker="Ada Vale") is None
    assert mark("wishes_recorded") is EntryMark.WISHES
    assert mark("wishes_recorded", asked="no", wishes=None, not_asked_because="Asleep") is None


@pytest.mark.parametrize("kind", ["threshold_decided", "closure_requested", "sharing_decided"])
def test_our_decisions_are_marked(kind: str) -> None:
    assert mark(kind) is EntryMark.DECISION


def test_an_agencys_decision_is_told_from_ours_and_both_decide() -> None:
    told = a_referral()
    theirs = told.payload("referral_decided")
    assert mark_of(theirs, "Ada Vale") is EntryMark.THEIR_DECISION
    assert decides(theirs) and decides(told.payload("threshold_decided"))
    assert not decides(told.payload("observation_made"))

"""A letter for each rung: to whom, what is new, by when, and where it leads (R80, R123)."""

from sgtui.domain.case_file import CaseFile
from sgtui.domain.challenge_letters import Letter, letters, planned
from sgtui.domain.clock import Clock
from sgtui.domain.clocks import clocks
from tests.domain.a_home import DIRECTOR, LEAD, MANAGER, london
from tests.domain.case_builder import Told, a_referral


def of(told: Told) -> tuple[Letter, ...]:
    def reckon(case: CaseFile) -> tuple[Clock, ...]:
        return clocks(case, told.ladder, told.register)

    return letters(told.case, told.ladder, told.register, reckon, told.now)


def refused() -> Told:
    told = a_referral("2026-11-16 09:00").at("2026-11-16 10:00")
    return told.tell("referral_decided", decision="not_progressed", reasons="He can refuse.")


def test_the_first_letter_is_due_now_and_the_others_only_if_nobody_answers() -> None:
    found = of(refused().later(hours=1))
    assert [one.stage.code for one in found] == ["L9", "L10", "L11", "L12", "L13"]
    assert [one.planned for one in found] == [False, True, True, True, True]


def test_a_letter_sent_now_asks_for_an_answer_in_the_time_of_its_rung_from_now() -> None:
    first = of(refused().at("2026-11-17 11:00"))[0]
    assert first.answer_by == london("2026-11-18 17:00")
    assert not first.is_put
    assert [(one.stage.code, one.begins_at) for one in first.ahead[:2]] == [
        ("L10", london("2026-11-18 17:00")),
        ("L11", london("2026-11-19 17:00")),
    ]


def test_what_was_put_to_them_keeps_the_time_that_it_has() -> None:
    told = refused().at("2026-11-17 11:00").tell("challenge_raised").at("2026-11-18 09:00")
    first = of(told)[0]
    assert first.is_put
    assert first.answer_by == london("2026-11-18 17:00")


def test_what_is_asked_now_alters_nothing_in_the_record() -> None:
    told = refused().later(hours=1)
    before = len(told.entries), told.clocks
    of(told)
    assert (len(told.entries), told.clocks) == before


def test_the_letters_are_signed_by_whose_rung_it_is() -> None:
    found = of(refused().later(hours=1))
    assert [one.ours for one in found] == [LEAD, MANAGER, DIRECTOR, DIRECTOR, MANAGER]


def test_evidence_is_what_is_new_since_their_decision_without_the_calls_to_them() -> None:
    told = a_referral("2026-11-16 09:00").tell("observation_made", text="Before.")
    told.at("2026-11-16 10:00").tell("referral_decided", decision="not_progressed")
    told.later(hours=1).tell("agency_contacted").tell("statement_taken", text="He hit me")
    (entry,) = of(told)[0].evidence
    assert entry.id == told.newest("statement_taken")


def test_the_disputed_decision_is_the_refusal_that_stands() -> None:
    told = refused().later(hours=1)
    disputed = of(told)[0].disputed
    assert disputed is not None
    assert disputed[1].reasons == "He can refuse."


def test_a_silence_disputes_no_decision() -> None:
    told = a_referral("2026-11-16 10:00").at("2026-11-18 11:30")
    first = of(told)[0]
    assert (first.stage.code, first.disputed) == ("L9", None)


def test_from_the_head_of_service_on_it_is_formal() -> None:
    found = of(refused().later(hours=1))
    assert [one.formal for one in found] == [False, False, True, True, True]


def test_taken_up_the_letter_is_that_of_the_higher_rung() -> None:
    told = refused().tell("challenge_raised").at("2026-11-17 09:00").tell("challenge_taken_up")
    first = of(told.later(hours=1))[0]
    assert (first.stage.code, first.is_put, first.planned) == ("L10", True, False)


def test_without_a_dispute_there_is_no_letter_but_it_is_known_when_one_would_come() -> None:
    told = a_referral("2026-11-16 10:00").later(hours=1)
    assert of(told) == ()
    (first,) = planned(tuple(told.clocks.values()), told.now)
    assert first.stage == "L9"


def test_an_answer_that_agrees_leaves_no_letter_to_write() -> None:
    told = refused().tell("challenge_raised").at("2026-11-16 15:00")
    told.tell("challenge_answered", answer="upheld")
    assert of(told) == ()


def test_nobody_alleged_signs_a_letter() -> None:
    told = refused().later(hours=1)
    told.by(MANAGER).tell("person_involved", involvement="alleged", staff=LEAD, name="Sam Lead")
    assert LEAD not in {one.ours for one in of(told)}

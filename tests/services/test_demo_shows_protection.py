"""What leads from silence to protection can be seen in the demo without doing anything."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sgtui.domain.actions import ActionState
from sgtui.domain.circumstances import circumstances
from sgtui.domain.continuity import continuity
from sgtui.domain.entries import NotificationDecided, PatternFound, StaffSupported
from sgtui.domain.entries.challenge import ChallengeAnswer
from sgtui.domain.entries.choices import AgencyDecision, CaseKind, NotificationKind
from sgtui.domain.evidence import evidence
from sgtui.domain.ladder import Duty
from sgtui.domain.ladder_words import Circumstance
from sgtui.domain.monitoring import watches
from sgtui.services.case import CaseView, case_id_of, read_case
from sgtui.services.demo.home import id_of
from tests.services.demo_home import WEDNESDAY, Furnished, furnished

SUNDAY_NIGHT = datetime(2026, 11, 22, 2, 30, tzinfo=UTC)
CHRISTMAS = datetime(2026, 12, 25, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module", params=[WEDNESDAY, SUNDAY_NIGHT, CHRISTMAS])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Furnished:
    """One home at each of these moments for every test here, for none of them writes."""
    folder: Path = tmp_path_factory.mktemp("demo")
    now: datetime = request.param
    return furnished(folder, now)


def view_of(made: Furnished, last_four: str) -> CaseView:
    """One case of this year's demo."""
    return read_case(made.desk, case_id_of(made.desk, f"SG-26-{last_four}"))


def running(view: CaseView, duty: Duty) -> list[str]:
    """The stages at which such a duty runs now."""
    return [clock.stage for clock in view.clocks if clock.duty is duty and clock.is_open]


def test_a_refused_challenge_was_taken_up_with_evidence_since(made: Furnished) -> None:
    case = view_of(made, "B9PC").case
    (challenge,) = case.challenges
    assert [said.answer for _, said in challenge.answers] == [ChallengeAnswer.REFUSED]
    assert [raising.stage for raising in challenge.raisings] == ["L9", "L10"]
    answered = challenge.answers[0][0].number
    brought = [case.entry(one) for one in challenge.raisings[-1].said.evidence]
    assert [entry is not None and entry.number > answered for entry in brought] == [True, True]
    assert challenge.is_open


def test_a_silence_has_climbed_by_itself(made: Furnished) -> None:
    view = view_of(made, "F5NT")
    late = {c.stage for c in view.clocks if c.duty is Duty.CHALLENGE and c.due_at < made.now}
    assert {"L9", "L10"} <= late
    assert view.case.challenges == ()


def test_agencies_work_together_and_one_has_not_agreed_yet(made: Furnished) -> None:
    view = view_of(made, "X3ZB")
    coordination = view.case.coordination
    assert coordination.lead is not None
    agreed = [party.said is not None for party in coordination.parties]
    assert sorted(agreed) == [False, True, True]
    assert running(view, Duty.COORDINATION_REVIEW)


def test_one_meeting_was_held_and_one_is_arranged(made: Furnished) -> None:
    held, arranged = view_of(made, "X3ZB").case.meetings
    assert held.held is not None
    assert arranged.outstanding
    assert arranged.arranged.meets_at > made.now


def test_actions_are_open_late_done_and_verified(made: Furnished) -> None:
    actions = view_of(made, "X3ZB").case.actions
    states = [action.state for action in actions]
    assert sorted(states) == sorted(
        [ActionState.OPEN, ActionState.OPEN, ActionState.DONE, ActionState.VERIFIED]
    )
    due = [a.agreed.due_at for a in actions if a.state is ActionState.OPEN]
    assert [at is not None and at < made.now for at in due] == [True, False]


def test_a_part_was_accepted_and_its_outcome_is_awaited(made: Furnished) -> None:
    view = view_of(made, "X3ZB")
    (sent,) = view.case.referrals
    assert sent.decision is not None
    assert sent.decision[1].decision is AgencyDecision.PARTLY_ACCEPTED
    assert sent.awaits_outcome
    assert not sent.awaits_answer_to_refusal
    assert running(view, Duty.OUTCOME)


def test_a_review_is_overdue_and_leaves_a_gap(made: Furnished) -> None:
    view = view_of(made, "9MQX")
    newest = continuity(view.case, view.clocks, made.now).gaps[-1]
    assert newest.until is None
    assert "was overdue" in newest.why


def test_one_shift_of_what_is_watched_was_missed(made: Furnished) -> None:
    view = view_of(made, "E9JF")
    with made.store.reading() as unit:
        calendar = made.desk.register(unit).calendar
    (watch,) = watches(view.case, calendar, made.now)
    assert len(watch.missed) == 1
    assert watch.ended_at is None
    assert made.now - watch.missed[0] < timedelta(hours=36)


def test_a_worker_is_alleged_barred_and_supported(made: Furnished) -> None:
    case = view_of(made, "C8EV").case
    with made.store.reading() as unit:
        register = made.desk.register(unit)
    connor = id_of("staff", "connor")
    assert case.barred == {connor}
    assert [said.what.supported for said in case.of(StaffSupported)] == [connor]
    assert Circumstance.WORKS_WITH_CHILDREN in circumstances(case, register)
    told = {s.what.notification: s.what.sent_at is not None for s in case.of(NotificationDecided)}
    assert told[NotificationKind.LADO]
    assert not told[NotificationKind.DBS]


def test_a_visiting_child_takes_the_childrens_route(made: Furnished) -> None:
    case = view_of(made, "J8QM").case
    assert case.opening.what.case_kind is CaseKind.CHILD
    (sent,) = case.referrals
    assert sent.sent.contact == id_of("contact", "mash")


def test_a_pattern_taken_up_has_linked_two_cases(made: Furnished) -> None:
    assert view_of(made, "J8QM").case.linked == {"SG-26-C8EV"}
    assert view_of(made, "C8EV").case.linked == {"SG-26-J8QM"}


def test_low_level_concerns_of_one_person_make_a_pattern(made: Furnished) -> None:
    view = view_of(made, "T9RK")
    (pattern,) = view.case.of(PatternFound)
    assert pattern.what.references == ("SG-26-A6WH", "SG-26-N4VA")
    assert running(view, Duty.PATTERN)


def test_no_other_pattern_is_found(made: Furnished) -> None:
    with made.store.reading() as unit:
        kind = PatternFound.model_fields["kind"].default
        found = [e for case in unit.case_ids() for e in unit.entries(case) if e.kind == kind]
    assert len(found) == 2


def test_evidence_was_handed_to_the_police(made: Furnished) -> None:
    (held,) = evidence(view_of(made, "H4NW").case)
    assert len(held.custody) == 2
    assert "police" in held.now.handed_to


def test_somebody_is_on_call_this_week_and_next(made: Furnished) -> None:
    with made.store.reading() as unit:
        register = made.desk.register(unit)
    assert [who.name for who in register.on_call(made.now)] == ["Martin Cole"]
    next_week = register.on_call(made.now + timedelta(days=7))
    assert [who.name for who in next_week] == ["Priya Nair-Holt"]

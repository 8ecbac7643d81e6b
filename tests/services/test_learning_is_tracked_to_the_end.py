"""Training and changes that follow from reviews are set, done and verified (R43, R88, R108)."""

from datetime import timedelta
from uuid import uuid4

import pytest

from sgtui.domain.entries import LearningDropped
from sgtui.domain.entries.choices import LearningSort
from sgtui.domain.learning import LearningState
from sgtui.domain.people import Role
from sgtui.services.concern import record_concern
from sgtui.services.learning import read_learning, say_of_learning
from sgtui.services.queue import arrange, read_facts
from sgtui.services.record import NotYet
from tests.services.conftest import Home
from tests.services.some_learning import done, seen, set_now, the_learning, to_learn


def test_it_is_set_done_and_seen_by_another_person(home: Home) -> None:
    lead = home.desk_of("Sam Lister", Role.SAFEGUARDING_LEAD)
    one = set_now(home, owner=lead.author.staff_id)
    assert the_learning(home.desk).state is LearningState.OPEN
    say_of_learning(lead, done(home, one))
    assert the_learning(home.desk).state is LearningState.DONE
    say_of_learning(home.desk, seen(one))
    assert the_learning(home.desk).state is LearningState.VERIFIED


def test_neither_who_saw_to_it_nor_who_said_that_it_was_done_verifies_it(home: Home) -> None:
    lead = home.desk_of("Sam Lister", Role.SAFEGUARDING_LEAD)
    one = set_now(home, owner=lead.author.staff_id)
    say_of_learning(home.desk, done(home, one))
    for desk in (home.desk, lead):
        with pytest.raises(NotYet, match="Another person"):
            say_of_learning(desk, seen(one))
    third = home.desk_of("Una Park", Role.NOMINATED_INDIVIDUAL)
    say_of_learning(third, seen(one))
    assert the_learning(third).state is LearningState.VERIFIED


def test_what_is_not_done_is_not_verified_and_what_is_done_is_not_dropped(home: Home) -> None:
    one = set_now(home)
    with pytest.raises(NotYet, match="not done yet"):
        say_of_learning(home.desk, seen(one))
    say_of_learning(home.desk, done(home, one))
    with pytest.raises(NotYet, match="already"):
        say_of_learning(home.desk, LearningDropped(learning=one, reason="Not wanted"))
    with pytest.raises(NotYet, match="already"):
        say_of_learning(home.desk, done(home, one))


def test_dropped_it_stays_on_record_with_its_reason(home: Home) -> None:
    one = set_now(home)
    say_of_learning(home.desk, LearningDropped(learning=one, reason="The desk trains us all"))
    dropped = the_learning(home.desk).dropped
    assert dropped is not None
    assert dropped[1].reason == "The desk trains us all"


@pytest.mark.parametrize("words", ["tbc", "n/a", "none"])
def test_words_that_say_nothing_are_refused(home: Home, words: str) -> None:
    with pytest.raises(NotYet, match="no answer"):
        set_now(home, because=words)
    with pytest.raises(NotYet, match="no answer"):
        say_of_learning(home.desk, done(home, set_now(home), how=words))


def test_it_is_due_in_time_to_come_and_seen_to_by_somebody_who_works_here(home: Home) -> None:
    with pytest.raises(NotYet, match="over already"):
        set_now(home, due_at=home.clock.at - timedelta(hours=1))
    with pytest.raises(NotYet, match="from the register"):
        set_now(home, owner=uuid4())


def test_a_care_worker_sets_nothing(home: Home) -> None:
    carer = home.desk_of("Liam Byrne", Role.CARE_WORKER)
    with pytest.raises(NotYet, match="lead or manager"):
        say_of_learning(carer, to_learn(home))


def test_it_stands_in_the_queue_until_it_is_done_and_then_until_it_is_seen(home: Home) -> None:
    lead = home.desk_of("Sam Lister", Role.SAFEGUARDING_LEAD)
    one = set_now(home, owner=lead.author.staff_id)

    def rows() -> list[tuple[str, str, bool]]:
        queue = arrange(read_facts(home.desk), home.clock.at)
        found = [row for row in queue.rows if row.screen == "learning"]
        return [(row.duty, row.owner, row.urgency.is_late) for row in found]

    assert rows() == [("Training to do", "Sam Lister", False)]
    home.clock.forward(days=15)
    assert rows() == [("Training to do", "Sam Lister", True)]
    say_of_learning(lead, done(home, one))
    assert rows() == [("Verify learning", "Mo Grant", False)]
    say_of_learning(home.desk, seen(one))
    assert rows() == []


def test_that_it_was_late_is_still_known_once_it_is_done(home: Home) -> None:
    one = set_now(home)
    home.clock.forward(days=20)
    assert the_learning(home.desk).is_late(home.clock.at)
    say_of_learning(home.desk, done(home, one))
    found = the_learning(home.desk)
    assert (found.is_late(home.clock.at), found.was_late(home.clock.at)) == (False, True)


def test_of_a_case_that_names_its_reader_they_learn_nothing(home: Home) -> None:
    lead = home.desk_of("Sam Lister", Role.SAFEGUARDING_LEAD)
    notice = home.notice(alleged_staff=lead.author.staff_id)
    reference = record_concern(home.desk, notice, case_id=uuid4()).reference
    one = set_now(home, reference=reference.lower(), because="She was left waiting")
    assert read_learning(home.desk).reference(the_learning(home.desk)) == reference
    theirs = read_learning(lead)
    (hidden,) = theirs.there
    assert (hidden.id, theirs.reference(hidden)) == (one, "another case")
    assert theirs.because(hidden) == "learnt from another case"
    assert not [row for row in arrange(read_facts(lead), home.clock.at).rows if row.screen]


def test_whoever_is_alleged_in_the_case_does_not_see_to_what_is_learnt_from_it(
    home: Home,
) -> None:
    lead = home.staff("Sam Lister", Role.SAFEGUARDING_LEAD)
    notice = home.notice(alleged_staff=lead)
    reference = record_concern(home.desk, notice, case_id=uuid4()).reference
    with pytest.raises(NotYet, match="not somebody alleged"):
        set_now(home, owner=lead, reference=reference)


def test_it_names_a_case_that_there_is(home: Home) -> None:
    with pytest.raises(NotYet, match="no case has that reference"):
        set_now(home, reference="SG-26-ZZZZ")


@pytest.mark.parametrize("sort", LearningSort)
def test_each_sort_of_change_can_be_set(home: Home, sort: LearningSort) -> None:
    set_now(home, sort=sort)
    assert the_learning(home.desk).said.sort is sort

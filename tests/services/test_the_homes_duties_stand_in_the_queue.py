"""What belongs to no case is in the queue all the same: counted, late, under a key that stays."""

from datetime import timedelta
from uuid import UUID

from sgtui.domain.entries import LearningSet
from sgtui.domain.entries.choices import LearningSort
from sgtui.domain.people import Role
from sgtui.services.desk import Desk
from sgtui.services.handover import accept, read_handover, sign
from sgtui.services.queue import Group, QueueRow, arrange, read_facts
from sgtui.services.register import register_entry
from tests.services.conftest import Home


def rows(home: Home, desk: Desk | None = None) -> list[QueueRow]:
    """The rows of the queue that are no case's."""
    queue = arrange(read_facts(desk or home.desk), home.clock.at)
    return [row for row in queue.rows if row.screen]


def handed_over(home: Home) -> Desk:
    """The day shift handed over to Tom Wells at its end; his desk."""
    night = home.desk_of("Tom Wells", Role.SHIFT_LEADER)
    home.clock.forward(hours=9, minutes=50)
    sign(home.desk, "none")
    taking = read_handover(night).taking
    assert taking is not None
    accept(night, taking.entry, ())
    return night


def test_a_home_that_never_handed_over_owes_nothing(home: Home) -> None:
    home.clock.forward(days=3)
    assert rows(home) == []


def test_the_next_handover_is_owed_then_late_under_one_key(home: Home) -> None:
    night = handed_over(home)
    assert rows(home, night) == []
    home.clock.forward(hours=11, minutes=30)
    [soon] = rows(home, night)
    assert (soon.reference, soon.duty, soon.owes) == ("HOME", "Hand over the shift", "you")
    assert (soon.group, soon.lateness) == (Group.ACT_NOW, "DUE 40m")
    home.clock.forward(hours=1)
    [late] = rows(home, night)
    assert late.key == soon.key
    assert late.urgency.is_late
    assert arrange(read_facts(night), home.clock.at).late == 1


def test_what_was_read_once_comes_due_with_time_alone(home: Home) -> None:
    facts = read_facts(handed_over(home))
    now = home.clock.at
    assert [row for row in arrange(facts, now).rows if row.screen] == []
    assert [row for row in arrange(facts, now + timedelta(hours=12)).rows if row.screen] != []


def test_taking_over_is_asked_of_anybody_but_whoever_signed(home: Home) -> None:
    day, night = (home.desk_of(n, Role.SHIFT_LEADER) for n in ("Joy Okafor", "Tom Wells"))
    sign(day, "none")
    [theirs], [mine] = rows(home, day), rows(home, night)
    assert (theirs.duty, theirs.owes, theirs.owner_id) == (
        "Take over the shift",
        "Shift leader",
        None,
    )
    assert (mine.owes, mine.owner_id) == ("you", night.author.staff_id)


def test_nobody_holding_the_role_leaves_it_to_the_manager_on_call(home: Home) -> None:
    sign(home.desk, "none")
    home.staff("Max Cole", Role.ON_CALL_MANAGER)
    [row] = rows(home)
    assert row.owner == "On-call manager"


def test_the_manager_on_call_is_not_asked_while_a_shift_leader_is_there(home: Home) -> None:
    on_call = home.desk_of("Max Cole", Role.ON_CALL_MANAGER)
    sign(home.desk, "none")
    [row] = rows(home, on_call)
    assert row.owes == "you"
    home.staff("Tom Wells", Role.SHIFT_LEADER)
    [row] = rows(home, on_call)
    assert row.owes == "Shift leader"


def test_something_to_be_learnt_is_owed_by_whoever_sees_to_it(home: Home) -> None:
    lead = home.staff("Sam Lister", Role.SAFEGUARDING_LEAD)
    said = learning(lead, home)
    with home.desk.store.writing() as unit:
        register_entry(home.desk, unit, said)
    home.clock.forward(days=8)
    [row] = rows(home)
    assert (row.owner, row.screen) == ("Sam Lister", "learning")
    assert row.urgency.is_late


def learning(owner: UUID, home: Home) -> LearningSet:
    """Some training, due in a week."""

    return LearningSet(
        sort=LearningSort.TRAINING,
        what="Challenge and thresholds, for all leads.",
        owner=owner,
        due_at=home.clock.at + timedelta(days=7),
        because="Two refusals stood unchallenged.",
    )


def test_the_queue_says_what_is_to_be_learnt_before_anything_else(home: Home) -> None:
    with home.desk.store.writing() as unit:
        register_entry(home.desk, unit, learning(home.manager, home))
    home.clock.forward(days=8)
    [row] = rows(home)
    assert row.explanation.startswith("Challenge and thresholds, for all leads")

"""A case that names one of the two is in neither handover, and in everybody else's sight (G21)."""

from dataclasses import dataclass
from uuid import uuid4

import pytest

from sgtui.domain.entries import REGISTER_ID, HandoverAccepted, HandoverSigned
from sgtui.domain.people import Role
from sgtui.services.concern import record_concern
from sgtui.services.desk import Desk
from sgtui.services.handover import accept, read_handover, sign
from sgtui.services.handover_sheet import live_cases
from sgtui.services.queue import arrange, read_facts
from tests.services.a_referral import payloads
from tests.services.conftest import Home


@dataclass(frozen=True)
class Two:
    """A late case that names Kit Dunn, one that names nobody, and the desks of three people."""

    named: str
    other: str
    kit: Desk
    una: Desk


@pytest.fixture
def two(home: Home) -> Two:
    """Kit Dunn is alleged in one of two late cases."""
    kit, una = (home.desk_of(name, Role.SHIFT_LEADER) for name in ("Kit Dunn", "Una Reed"))
    person = home.person()
    notices = (
        home.notice(person=person, alleged_staff=kit.author.staff_id),
        home.notice(person=person),
    )
    named, other = (record_concern(home.desk, one, case_id=uuid4()) for one in notices)
    home.clock.forward(hours=5)
    return Two(named.reference, other.reference, kit, una)


def references(home: Home, kind: type) -> set[str]:
    """The cases that the newest entry of a kind names."""
    said = [one for one in payloads(home, REGISTER_ID) if isinstance(one, kind)][-1]
    if isinstance(said, HandoverSigned):
        return {item.reference for item in said.items}
    assert isinstance(said, HandoverAccepted)
    return {key.split(".")[0] for key in said.accepted}


def take(desk: Desk) -> None:
    view = read_handover(desk)
    assert view.taking is not None
    accept(desk, view.taking.entry, [one.key for one in view.late])


def test_whoever_is_named_neither_signs_for_it_nor_reads_of_it(home: Home, two: Two) -> None:
    view = read_handover(two.kit)
    assert {one.reference for one in view.owed} == {two.other}
    assert two.named not in str(tuple(live_cases(two.kit, view)))
    sign(two.kit, "none")
    assert references(home, HandoverSigned) == {two.other}
    assert read_handover(two.kit).elsewhere == ()


def test_whoever_takes_over_from_them_takes_it_over_all_the_same(home: Home, two: Two) -> None:
    sign(two.kit, "none")
    view = read_handover(two.una)
    assert {one.reference for one in view.late} == {two.named, two.other}
    assert [(one.reference, one.name) for one in view.elsewhere] == [(two.named, "Kit Dunn")]
    take(two.una)
    assert references(home, HandoverAccepted) == {two.named, two.other}


def test_whoever_comes_is_not_asked_for_what_names_them(home: Home, two: Two) -> None:
    sign(home.desk, "none")
    assert references(home, HandoverSigned) == {two.named, two.other}
    take(two.kit)
    assert references(home, HandoverAccepted) == {two.other}


def test_what_nobody_could_take_over_stays_with_everybody_else(home: Home, two: Two) -> None:
    sign(home.desk, "none")
    take(two.kit)
    for desk in (home.desk, two.una):
        view = read_handover(desk)
        assert {one.reference for one in view.left} == {two.named}
        assert [one.reference for one in view.elsewhere] == [two.named]
    assert read_handover(two.kit).left == ()
    rows = arrange(read_facts(two.una), home.clock.at).rows
    owners = {row.owner_id for row in rows if row.reference == two.named and row.urgency.is_late}
    assert owners and two.kit.author.staff_id not in owners

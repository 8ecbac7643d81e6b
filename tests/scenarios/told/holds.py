"""What must hold of a case after every step of its story, whatever the story is."""

from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from rich.cells import cell_len

from sgtui.domain.attempt import Attempt
from sgtui.domain.case_file import CaseFile, fold
from sgtui.domain.duties import OUTLIVES
from sgtui.domain.entries import CASE_KINDS
from sgtui.domain.gates import missing
from sgtui.domain.next_step import NextStep
from sgtui.domain.people import Right, StaffMember
from sgtui.domain.whose import managed_by
from sgtui.services.case import CaseView, case_id_of, read_case
from sgtui.services.find import find
from sgtui.services.kinds import kinds_for
from sgtui.services.projection import differences
from sgtui.services.queue import QueueRow
from sgtui.services.refusals import NotForYou
from sgtui.ui.wording.step_words import evidence_words, step_lines
from tests.scenarios.told.register import STAFF

if TYPE_CHECKING:
    from tests.scenarios.told.story import Story


COLUMNS = 80
"""The narrowest terminal that everything is readable on."""


def folded(story: "Story") -> CaseFile:
    """The case file straight from its entries."""
    with story.home.desk("ruth").store.reading() as unit:
        return fold(unit.entries(story.case_id))


def after_an_entry(story: "Story") -> None:
    """What always holds; and what lists show is what the entries give."""
    always(story)
    desk = story.home.desk("ruth")
    with desk.store.reading() as unit:
        found = differences(desk, unit)
    assert found == (), found


def offered_in_the_list(story: "Story", kind: str) -> None:
    """What is about to be recorded can be found among the kinds that make sense now."""
    families = kinds_for(story.case, story.view.register)
    assert kind in {one for kinds in families.values() for one in kinds}, kind


def always(story: "Story") -> None:
    """Owed, owned, offered, shown alike everywhere, and hidden from whoever is barred."""
    case, view, rows = story.case, story.view, story.rows()
    _shown_alike(view, rows)
    _owned(case, rows)
    _offered(view)
    _may_do_it(story, view)
    _hidden(story, case)


def _shown_alike(view: CaseView, rows: tuple[QueueRow, ...]) -> None:
    """An open case always has a running clock, and the queue shows just those that run."""
    running = {f"{view.case.id}.{clock.key}" for clock in view.running}
    assert {row.key for row in rows} == running
    assert len(rows) == len(running)
    if view.case.is_open:
        assert running, "an open case owes something"
    else:
        assert {clock.duty for clock in view.running} <= OUTLIVES, "a closed one only looks back"


def _owned(case: CaseFile, rows: tuple[QueueRow, ...]) -> None:
    """Every duty is a named person's, of whom none is barred; else that of somebody outside."""
    staff = {member[0] for member in STAFF.values()}
    for row in rows:
        if row.owner_id is None:
            assert row.owner.startswith("somebody outside"), (row.duty, row.owner)
        else:
            assert row.owner_id in staff - case.barred, (row.duty, row.owner)
    assert case.owner not in case.barred


def _offered(view: CaseView) -> None:
    """F4 offers, for each duty, a step in words and what to say."""
    assert len(view.next_steps) == len(view.running)
    for step in view.next_steps:
        assert step.steps, f"F4 offers nothing for {step.clock.title}"
        assert all(offered.label.strip() for offered in step.steps)
        assert step.stage.script, step.stage.code
        assert step.clock.explanation, step.clock.title
        _reads_on_a_small_screen(step, view)


def _reads_on_a_small_screen(step: NextStep, view: CaseView) -> None:
    """At 80 columns F4 says what, by when and why, whole, and each thing to record on one line."""
    lines = ["".join(piece.text for piece in line) for line in step_lines(step, view, COLUMNS - 2)]
    assert all(cell_len(line) <= COLUMNS for line in lines), lines
    told = " ".join(" ".join(lines).split())
    assert step.clock.title in told, told
    why = step.clock.explanation.split(". ", 1)[0].rstrip(".")
    assert " ".join(why.split()) in told, (why, told)
    for one in step.steps:
        assert cell_len(f" >1  {one.label}  {evidence_words(one)}") <= COLUMNS, one.label


def _may_do_it(story: "Story", view: CaseView) -> None:
    """Nobody is asked for what they may not do: they could record what F4 offers first."""
    for step in view.next_steps:
        member = step.owner.member
        if member is not None:
            first = step.steps[0]
            answers = {**_named(view, first.kind, member), **first.known}
            said = story.payload(first.kind, **answers)
            now = view.as_at
            attempt = Attempt(view.case, said, member, view.register, now, now, view.ladder)
            shut = [one.sentence for one in missing(attempt) if one.gate in _WHO]
            assert not shut, (step.clock.title, member.name, first.kind, shut)


_WHO = ("G15", "G18", "G21")
"""The gates about who may, and another than whom."""


def _named(view: CaseView, kind: str, member: StaffMember) -> dict[str, UUID]:
    """Whoever does it for the first person that a form names, somebody free for each other."""
    barred = view.case.barred
    out = {*barred, *managed_by(view.register, barred), member.id}
    decide = [m.id for m in view.register.staff.values() if m.may(Right.DECIDE)]
    free = [one for one in decide if one not in out] or [member.id]
    first = [member.id] if member.id in decide else []
    asked = [name for name, ask in CASE_KINDS[kind].asks().items() if ask.how == "staff"]
    return dict(zip(asked, [*first, *free, *free], strict=False))


def _hidden(story: "Story", case: CaseFile) -> None:
    """Nobody who is barred sees it: not in the queue, nor by finding it, nor by opening it."""
    for name, (who, *_) in STAFF.items():
        if who in case.barred:
            desk = story.home.desk(name)
            assert story.rows(name) == (), name
            assert find(desk, story.reference).cases == (), name
            with pytest.raises(NotForYou):
                case_id_of(desk, story.reference)
            with pytest.raises(NotForYou):
                read_case(desk, story.case_id)

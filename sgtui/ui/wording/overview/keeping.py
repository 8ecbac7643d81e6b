"""What is kept as evidence with every hand it went through, and the cases that belong together."""

from collections.abc import Iterator

from sgtui.domain.case_file import Said
from sgtui.domain.entries import CasesLinked, PatternAnswered, PatternFound
from sgtui.domain.evidence import Custody, evidence
from sgtui.services.case import CaseView
from sgtui.services.veil import ANOTHER, LinkedCase
from sgtui.ui.widgets.row_list import Piece
from sgtui.ui.wording.overview.item import Item, act, offered, quiet, running, said_at, stands


def evidence_items(view: CaseView) -> Iterator[Item]:
    """Each thing that is kept: where it is and who has it, then its custody, newest first."""
    for held in evidence(view.case):
        now, *before = reversed(held.custody)
        move = act(view, "evidence_moved", "Hand it over, or move it", evidence=held.id)
        yield Item(
            key=f"evidence.{held.id}",
            title=f"{held.what}: {now.where_kept}",
            state=Piece("   sealed", "calm") if now.sealed else Piece("   not sealed", "due"),
            notes=(
                Piece(f"With {_holder(view, now)} since {said_at(view, now.at)}{_why(now)}"),
                *(quiet(f"Before: {_holder(view, one)}, {one.where_kept}, from "
                        f"{said_at(view, one.at)}") for one in before),
            ),
            entry=held.id,
            steps=move,
        )  # fmt: skip


def _holder(view: CaseView, custody: Custody) -> str:
    return custody.handed_to or view.register.staff_name(custody.recorded_by)


def _why(custody: Custody) -> str:
    parts = (custody.reason, custody.agency_reference)
    return "".join(f", {part.rstrip('.')}" for part in parts if part)


def linked_items(view: CaseView) -> Iterator[Item]:
    """Patterns that were found, then each linked case; Enter on one opens it."""
    for found in reversed(view.case.of(PatternFound)):
        yield _pattern(view, found)
    reasons = {said.what.reference: said.what.reason for said in view.case.of(CasesLinked)}
    for number, linked in enumerate(view.linked):
        yield _linked(linked, reasons.get(linked.reference, ""), number)


def _pattern(view: CaseView, found: Said[PatternFound]) -> Item:
    answers = (s for s in view.case.of(PatternAnswered) if s.what.pattern == found.entry.id)
    answer = next(answers, None)
    words = f"{found.what.words}: {', '.join(found.what.references)}"
    note = quiet(found.what.proposes)
    if answer is not None:
        when = said_at(view, answer.at)
        note = quiet(f"{answer.what.verdict.label}, {when}: {answer.what.reason}")
    return Item(
        key=f"pattern.{found.entry.id}",
        title=view.veil.words(words),
        state=stands(view, running(view, found.entry.id), quiet("   looked at")),
        notes=(note,),
        entry=found.entry.id,
        steps=() if answer else offered(view, found.entry.id),
    )


def _linked(linked: LinkedCase, reason: str, number: int) -> Item:
    if linked.reference == ANOTHER:
        return Item(f"linked.{number}", ANOTHER, quiet("   not for you"))
    title = f"{linked.reference}  {linked.initials}  {linked.stage}"
    notes = (quiet(reason),) if reason else ()
    key = f"linked.{linked.reference}"
    return Item(key, title, Piece("   linked"), notes, reference=linked.reference)

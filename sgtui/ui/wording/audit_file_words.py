"""One file of an audit in words: what is asked, what the record lacks, what it has."""

from collections.abc import Iterator

from sgtui.domain.checklist import Checklist, Item
from sgtui.domain.entries.choices import AuditAnswer
from sgtui.domain.file_checks import Checked
from sgtui.domain.london_time import moment_words
from sgtui.domain.text import display_line
from sgtui.ui.screens.audit.answering import Answering
from sgtui.ui.screens.queue_rows import fitted
from sgtui.ui.widgets.row_list import Line, Piece, Row, heading
from sgtui.ui.widgets.wrapped import wrapped

_STATE, _NAME = 9, 25
"""Columns of how an item stands, and of its name."""

_WORDS = {
    AuditAnswer.YES: Piece("yes", "calm"),
    AuditAnswer.NO: Piece("NO", "late"),
    AuditAnswer.NOT_APPLICABLE: Piece("-", "quiet"),
}
_OPEN = Piece("1 2 3 ?", "due")

Said = tuple[Item, Checked | None]


def item_rows(answering: Answering, width: int) -> list[Row]:
    """The items under four headings: asked, not met, met, and what does not apply."""
    asked = [one for one in answering.looked.answers if one[1] is None]
    rows = list(_group("ASKED OF YOU   1 Yes  2 No  3 Does not apply", asked, answering, width))
    groups = {
        "NOT MET, BY THE RECORD": AuditAnswer.NO,
        "MET, BY THE RECORD": AuditAnswer.YES,
        "DOES NOT APPLY, OR NOT YET": AuditAnswer.NOT_APPLICABLE,
    }
    for title, answer in groups.items():
        found = [o for o in answering.looked.answers if o[1] is not None and o[1].answer is answer]
        rows += _group(title, found, answering, width)
    return rows


def _group(title: str, items: list[Said], answering: Answering, width: int) -> Iterator[Row]:
    if items:
        yield heading(title, title)
        for item, record in items:
            yield Row(item.code, tuple(_lines(item, record, answering, width)))


def _lines(item: Item, record: Checked | None, answering: Answering, width: int) -> Iterator[Line]:
    """The item and what shows it; what is lacking is shown whole, with who is to mend it."""
    answer = answering.answer_of(item, record)
    state = _WORDS[answer] if answer else _OPEN
    room = max(width - _STATE - _NAME, 20)
    because = display_line(answering.because(item, record))
    text = because or ("" if answer else item.question)
    parts = wrapped(text, room) if answer is AuditAnswer.NO else [fitted(text, room)]
    tone = "" if answer in (None, AuditAnswer.NO) else "quiet"
    first = (
        Piece(f"{state.text:<{_STATE}}", state.tone),
        Piece(f"{fitted(item.name, _NAME - 1)} ", "strong"),
        Piece(parts[0] if parts else "", tone),
    )
    yield first
    for part in parts[1:]:
        yield (Piece(" " * (_STATE + _NAME)), Piece(part, tone))
    if answer is AuditAnswer.NO:
        yield (Piece(" " * _STATE), _finding(item, answering))


def _finding(item: Item, answering: Answering) -> Piece:
    """Who is to mend it; or that nobody is."""
    one = answering.taken_up.get(item.code)
    if one is None:
        return Piece("Not taken up. F makes a finding of it.", "quiet")
    who = answering.looked.register.staff_name(one.owner)
    due = f" by {moment_words(one.due_at)}" if one.due_at else ""
    risk = ", at risk" if one.at_risk else ""
    return Piece(f"FINDING for {who}{due}{risk}", "due")


def detail_lines(item: Item, width: int) -> list[Line]:
    """The question and what it is for, in three lines at most."""
    question: list[Line] = [(Piece(part, "strong"),) for part in wrapped(item.question, width)]
    about: list[Line] = [(Piece(part, "quiet"),) for part in wrapped(item.about, width)]
    return [*question, *about][:3]


def whole_text(item: Item, record: Checked | None, answering: Answering) -> str:
    """Everything about one item, to be read in full."""
    because = answering.because(item, record)
    answer = answering.answer_of(item, record)
    said = f"{answer.label}. {because}" if answer else "Not answered yet."
    return "\n\n".join((item.question, said, item.about))


def checklist_rows(checklist: Checklist, width: int) -> list[Row]:
    """The checklist itself: what the record answers, and what the auditor is asked."""
    rows: list[Row] = []
    groups = {"ASKED OF THE AUDITOR": True, "ANSWERED BY THE RECORD, AS FAR AS IT CAN": False}
    for title, asked in groups.items():
        items = [item for item in checklist.items if item.is_asked is asked]
        if items:
            rows.append(heading(title, title))
            rows += [_asked_row(item, width) for item in items]
    return rows


def _asked_row(item: Item, width: int) -> Row:
    risk = Piece(f"{'risk' if item.risk else '':<6}", "due")
    room = max(width - 6 - _NAME, 20)
    name = Piece(f"{fitted(item.name, _NAME - 1)} ", "strong")
    return Row(item.code, ((risk, name, Piece(fitted(item.question, room))),))

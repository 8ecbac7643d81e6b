"""Handing over in words: how it stands, what comes first, what is taken over, each case's sheet."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from sgtui.domain.handover import Owed, accept_by, is_asked_for, next_end
from sgtui.domain.handovers import Handover
from sgtui.domain.london_time import clock_words, in_london
from sgtui.domain.urgency import lateness
from sgtui.domain.when import say
from sgtui.services.drafts import Draft
from sgtui.services.handover import Elsewhere, HandoverView
from sgtui.services.handover_sheet import LiveCase
from sgtui.services.queue import QueueRow
from sgtui.ui.screens.queue_rows import fitted, person_words, short_name, tone, who_words
from sgtui.ui.widgets.row_list import Line, Piece, Row, heading
from sgtui.ui.widgets.wrapped import wrapped
from sgtui.ui.wording.case_words import room_words

_STATE, _REFERENCE, _PERSON, _DUTY = 12, 10, 9, 24
_LETTERS = ("S", "B", "A", "R")

READING = "Reading ..."
NOTES_LABEL = "To tell the next shift   Tab goes here and back"
ASKED_LABEL = "What you ask or add, or nothing   Tab goes here and back"
NOTES_WANTED = "Write what the next shift must know; or: none."
PRINTING = "Printing the sheet ..."
ONE_AFTER_ANOTHER = "Something is being printed already."
HAND_OVER = "Hand the shift over?"
TAKE_OVER = "Take the shift over?"
SIGNED, TAKEN = "signed", "taken"
"""The two writes, by name."""

DONE = {
    SIGNED: "Signed over. Whoever comes signs in and presses F7.",
    TAKEN: "The shift is yours now.",
}
"""What is said once each is written."""


def first_words(one: Owed) -> str:
    """What is recorded before signing."""
    return f"First record {one.reference}: {one.title}. Enter opens it."


def name_words(one: Owed) -> str:
    """What is taken over by name before signing."""
    return f"Take it over by name first: {one.reference}, {one.title}. Space."


def handing_words(view: HandoverView) -> str:
    """What whoever goes signs."""
    late = sum(one.late for one in view.owed)
    return (
        f"You sign that {len(view.owed)} duties are owed, {late} of them late, as they stand here. "
        "Somebody else then signs in and takes over."
    )


def taking_words(view: HandoverView) -> str:
    """What whoever comes signs."""
    return f"You have read the sheet, and take over {len(view.late)} late duties by name."


def state_lines(view: HandoverView, taken: int, width: int) -> list[Line]:
    """What whoever is at the desk is here for, in one or two lines."""
    lines = list(_taking(view, view.taking, taken) if view.taking else _signing(view))
    return [(Piece(part, piece.tone),) for piece in lines for part in wrapped(piece.text, width)]


def _taking(view: HandoverView, handover: Handover, taken: int) -> Iterator[Piece]:
    name = view.register.staff_name(handover.signed_by)
    due = accept_by(handover, view.terms)
    signed = say(handover.signed_at, view.as_at)
    yield Piece(f"Take over from {name}, who signed {signed}: {_by(due, view.as_at)}.",
                "late" if due < view.as_at else "strong")  # fmt: skip
    count = len(view.late)
    if count:
        done = min(taken, count)
        then = "Space on each; then F9." if done < count else "F9 takes the shift over."
        yield Piece(f"{done} of {count} late duties taken over by name. {then}",
                    "due" if done < count else "calm")  # fmt: skip
    else:
        yield Piece("Nothing is late. F9 takes over.", "calm")


def _signing(view: HandoverView) -> Iterator[Piece]:
    handed = view.last is not None and view.last.is_open
    if not (handed and view.change.early):
        yield _change(view)
    if view.first:
        yield Piece(f"First record what is listed: {len(view.first)} to go.", "late")
    last, days = view.last, view.terms.asked_days
    if last is None or not is_asked_for(last, view.terms, view.as_at):
        since = "No shift was handed over here yet" if last is None else f"None for {days} days"
        yield Piece(
            f"{since}. After one is signed the queue asks for each; after {days} days without any "
            "it asks no more.",
            "quiet",
        )
    elif last.is_open:
        due = accept_by(last, view.terms)
        signed = say(last.signed_at, view.as_at)
        yield Piece(
            f"You signed {signed}. To be taken over {_by(due, view.as_at)}: the next leader "
            "signs in (Ctrl+L) and presses F7. P prints the sheet. F9 signs anew.",
            "late" if due < view.as_at else "due",
        )
    else:
        yield Piece(f"Last: {history_words(view, last)}.", "quiet")


def _change(view: HandoverView) -> Piece:
    change, now = view.change, view.as_at
    if change.early:
        end = view.register.calendar.shift_end(now)
        words = f"This shift ends {say(end, now)}. F9 hands it over now, before its end."
        return Piece(words)
    to = f"Hand over to the {change.shift} shift"
    last = view.last
    due = change.ends_at
    if last is not None and is_asked_for(last, view.terms, now):
        due = min(due, next_end(view.register.calendar, last))
    if last is not None and last.shift_ends_at >= change.ends_at:
        return Piece(f"The {change.shift} shift was handed over.", "calm")
    return Piece(f"{to}: {_by(due, now)}.", "late" if due < now else "strong")


def _by(due: datetime, now: datetime) -> str:
    """ "by 20:30 (DUE 12m)", "since 20:30 (LATE 2h)"."""
    at = say(due, now).removeprefix("today ")
    return f"{'since' if due < now else 'by'} {at} ({lateness(due, now)})"


def history_words(view: HandoverView, last: Handover) -> str:
    """ "J Okafor signed yesterday 19:50, T Wielgosz took over 20:05"."""
    now = view.as_at
    signed = say(last.signed_at, now)
    words = f"{short_name(view.register.staff_name(last.signed_by))} signed {signed}"
    if last.accepted_by is not None and last.accepted_at is not None:
        took = say(last.accepted_at, now)
        if in_london(last.accepted_at).date() == in_london(last.signed_at).date():
            took = clock_words(last.accepted_at)
        words += f", {short_name(view.register.staff_name(last.accepted_by))} took over {took}"
    return words


def lines_of(
    view: HandoverView, cases: Sequence[LiveCase] | None, taken: Collection[str], width: int
) -> list[Row]:
    """Everything below the head, in the order in which it is needed; `cases` once it is read."""
    rows = [*_first(view, width), *_drafts(view), *_told(view, width), *_late(view, taken, width)]
    rows += [*_left(view, width), *_others(view, width)]
    if cases is None:
        return [*rows, heading("sheet", "THE SHEET  reading it ...")]
    live = f"{len(cases)} live case{'' if len(cases) == 1 else 's'}"
    rows.append(heading("sheet", f"THE SHEET  {live}"))
    for case in cases:
        rows += _case(case, view.as_at, width)
    return rows


def _first(view: HandoverView, width: int) -> Iterator[Row]:
    if view.taking is not None or not view.first:
        return
    yield heading("first", "FIRST RECORD THESE  Enter opens each")
    for one in view.first:
        yield Row(f"first.{one.key}", (_duty_line(view, one, "", width),))


def _drafts(view: HandoverView) -> Iterator[Row]:
    if not view.drafts:
        return
    yield heading("drafts", "TYPED AND NOT SAVED  Enter carries on")
    for draft in view.drafts:
        yield Row(f"draft.{draft.id}", ((Piece("!  "), Piece(_draft_words(draft, view))),))


def _draft_words(draft: Draft, view: HandoverView) -> str:
    kept = say(draft.saved_at, view.as_at)
    if draft.form == "concern":
        return f"New concern, {kept}"
    return f"{draft.form.replace('_', ' ').capitalize()}, {kept}"


def _told(view: HandoverView, width: int) -> Iterator[Row]:
    """What whoever went wants the next shift to know."""
    if view.taking is None:
        return
    name = view.register.staff_name(view.taking.signed_by)
    yield heading("told", f"{name.upper()} TELLS YOU")
    lines = tuple((Piece(part),) for part in wrapped(view.taking.notes, width - 1))
    yield Row("told.notes", lines)


def _late(view: HandoverView, taken: Collection[str], width: int) -> Iterator[Row]:
    if view.taking is None or not view.late:
        return
    yield heading("late", "LATE  take each over by name: Space or its number; Enter looks at it")
    for number, one in enumerate(view.late, start=1):
        mark = "[x] " if one.key in taken else "[ ] "
        digit = f"{number} " if number < 10 else "  "
        yield Row(f"late.{one.key}", (_duty_line(view, one, f"{mark}{digit}", width),))


def _left(view: HandoverView, width: int) -> Iterator[Row]:
    if view.left:
        yield heading("left", "LATE AND NOT TAKEN OVER BY NAME")
        for one in view.left:
            yield Row(f"left.{one.key}", (_duty_line(view, one, "", width),))


def _others(view: HandoverView, width: int) -> Iterator[Row]:
    if view.elsewhere:
        yield heading("others", "IN NOBODY'S HANDOVER  see to these yourself, or ring on call")
        for one in view.elsewhere:
            yield Row(f"other.{one.reference}", (_other(view, one, width),))


def _other(view: HandoverView, one: Elsewhere, width: int) -> Line:
    person = view.register.people.get(one.person)
    who = f"{person.initials} {room_words(person.room)}".strip() if person else "?"
    words = f"names {one.name}, who is not shown it"
    return (
        Piece(f"{one.reference:<{_REFERENCE}} ", "strong"),
        Piece(f"{fitted(who, _PERSON)} "),
        Piece(fitted(words, max(width - _REFERENCE - _PERSON - 3, 10))),
    )


def _duty_line(view: HandoverView, one: Owed, before: str, width: int) -> Line:
    row = view.rows.get(one.key)
    state = lateness(one.due_at, view.as_at)
    left = width - len(before) - _STATE - _REFERENCE - _PERSON - _DUTY - 5
    return (
        Piece(before, "strong"),
        Piece(f"{fitted(state, _STATE)} ", tone(row) if row else "late"),
        Piece(f"{one.reference:<{_REFERENCE}} ", "strong"),
        Piece(f"{fitted(person_words(row) if row else '', _PERSON)} "),
        Piece(f"{fitted(one.title, _DUTY)} "),
        Piece(who_words(row, max(left, 4)) if row else ""),
    )


def _case(case: LiveCase, now: datetime, width: int) -> Iterator[Row]:
    person = case.person
    who = f"{person.initials} {room_words(person.room)}".strip() if person else "?"
    new = "  NEW" if case.new else ""
    yield heading(f"case.{case.reference}", f"{case.reference}  {who}{new}")
    said = case.sbar
    recommended = tuple(coming_words(row, now) for row in case.coming)
    if case.later:
        recommended += (f"{case.later} more due after the coming shift.",)
    changed = (f"Since the last handover: {', '.join(said.changed)}.",) if said.changed else ()
    parts = (said.situation + changed, said.background, said.assessment, recommended)
    for letter, part in zip(_LETTERS, parts, strict=True):
        if part:
            yield Row(f"case.{case.reference}.{letter}", tuple(_part(letter, part, width)))


def _part(letter: str, sentences: Sequence[str], width: int) -> Iterator[Line]:
    """The letter, then its sentences, each on a line of its own."""
    label = letter
    for sentence in sentences:
        for text in wrapped(sentence, width - 4):
            late = "LATE" in text or text.startswith(("NOT ", "NEW "))
            yield (Piece(f"{label:<2}", "strong"), Piece(text, "late" if late else ""))
            label = ""


def coming_words(row: QueueRow, now: datetime) -> str:
    """ "LATE 2d 3h: Confirm receipt, you > LA duty desk. Ring LA duty desk 01632 960114 ..."."""
    who = " > ".join(words.split(",")[0] for words in (row.owes, row.owed_to) if words)
    state = row.lateness if row.urgency.is_late else f"By {say(row.due_at, now)}"
    ring = f" Ring {row.desk}." if row.desk else ""
    return f"{state}: {row.duty}, {who}.{ring}"

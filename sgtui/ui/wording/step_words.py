"""One duty in plain words: what to do, by when, whom to ring, what to say, what to check."""

from collections.abc import Iterator

from sgtui.domain.gates import is_immediate
from sgtui.domain.ladder import Duty, OwedBy
from sgtui.domain.ladder_parts import PLACES
from sgtui.domain.next_step import NextStep, Step
from sgtui.domain.record_gaps import record_gaps
from sgtui.domain.when import say
from sgtui.services.case import CaseView
from sgtui.services.queue import desk_words
from sgtui.ui.widgets.row_list import Line, Piece
from sgtui.ui.widgets.wrapped import wrapped
from sgtui.ui.wording.about_words import subject_words
from sgtui.ui.wording.case_words import began_words, due_words, level_of, reason_words, tone_of
from sgtui.ui.wording.duty_words import own_words
from sgtui.ui.wording.ring_words import ring_words, routed_words

_LABEL = 7
_NOBODY_INSIDE = "Nobody inside is left who may act on this independently."


def step_lines(step: NextStep, view: CaseView, width: int, *, spaced: bool = True) -> list[Line]:
    """The whole duty, most pressing first, at a width; `spaced`, with lines between its parts."""
    room = max(width - _LABEL - 3, 20)
    lines: list[Line] = []
    for label, text, tone in _parts(step, view):
        if not text and not spaced:
            continue
        for n, part in enumerate(wrapped(text, room)):
            named = label if n == 0 else ""
            lines.append((Piece(f"{named:<{_LABEL}}", "quiet"), Piece(part, tone)))
    return lines


def _parts(step: NextStep, view: CaseView) -> Iterator[tuple[str, str, str]]:
    """Label, words and tone, in the order they are needed."""
    clock, now = step.clock, view.as_at
    if step.stage.immediate and is_immediate(view.case):
        yield "NOW", step.stage.immediate, "late"
    level = level_of(clock, now)
    yield "DO", _what(step), "strong"
    about = subject_words(clock, view)
    if about:
        yield "ABOUT", about, "strong"
    if clock.duty is Duty.FULL_RECORD:
        yield "LACKS", "; ".join(gap.words for gap in record_gaps(view.case)), "due"
    yield "BY", f"{level.mark.strip()} {due_words(clock, now)}".strip(), tone_of(level)
    yield "", f"{reason_words(clock)}. {began_words(clock)}".strip(), "quiet"
    yield from _whom(step, view)
    if step.owner.outside is not None:
        yield "", _NOBODY_INSIDE, "due"
    yield "OWNER", _owner(step), ""
    yield "", "", ""
    yield "SAY", f'"{script(step, view)}"', ""
    yield "", "", ""
    own = own_words(view.case, clock.duty)
    for n, item in enumerate(own.check if own else step.stage.checklist):
        yield ("CHECK" if n == 0 else ""), f"- {item}", ""


def _what(step: NextStep) -> str:
    clock, stage = step.clock, step.stage
    if clock.direction is OwedBy.THEY_OWE:
        return f"{clock.title}: they owe us ({clock.counterpart or 'the agency'})"
    named = "" if clock.title == stage.title else f" {stage.title}"
    return f"{clock.title} ({stage.code}{named})"


def _whom(step: NextStep, view: CaseView) -> Iterator[tuple[str, str, str]]:
    ring = ring_words(step, view)
    if ring:
        yield "RING", ring, "strong"
    urgent = step.urgent_contact
    if urgent is not None and (step.contact is None or urgent.id != step.contact.id):
        words = desk_words(view.register.calendar, urgent, view.as_at)
        yield ("" if ring else "RING"), f"If it cannot wait: {words}", "due"


def _owner(step: NextStep) -> str:
    skipped = f". Passed over: {'; '.join(step.owner.skipped)}" if step.owner.skipped else ""
    return f"{routed_words(step.owner)}{skipped}"


def script(step: NextStep, view: CaseView) -> str:
    """What to say, filled in for the case; with nobody left inside, what is said outside."""
    person = view.person.name if view.person else "the person"
    filled = dict(zip(PLACES, (person, view.case.reference, view.register.service), strict=True))
    outside = step.owner.outside
    own = own_words(view.case, step.clock.duty)
    words = outside.script if outside else own.say if own else step.stage.script
    for place, word in filled.items():
        words = words.replace(f"{{{place}}}", word or f"the {place}")
    return words


def evidence_words(step: Step) -> str:
    """ "3 new entries": what a challenge says that is new, which its form has filled in."""
    known = step.known.get("evidence")
    count = len(known) if isinstance(known, tuple) else 0
    return f"{count} new {'entry' if count == 1 else 'entries'}" if count else ""


def late_note(step: NextStep, view: CaseView) -> str:
    """The stage in one line, for the form that records what was done."""
    due = say(step.clock.due_at, view.as_at)
    duty = "" if step.clock.title == step.stage.title else f" {step.clock.title},"
    return f"{step.stage.code} {step.stage.title}:{duty} due {due}"

"""The parts of a referral form about what happened: words, facts and views apart, marks, safety."""

from collections.abc import Iterator

from sgtui.documents.model import Block, Cell, Facts, Heading, Paragraph, Points
from sgtui.documents.naming import NOT_RECORDED, known, sentence, staff_words
from sgtui.domain.case_file import CaseFile, Said
from sgtui.domain.entries import (
    BodyMapDeclined,
    Entry,
    HarmJudged,
    ObservationMade,
    PersonInvolved,
    SafetyChecked,
    StatementTaken,
)
from sgtui.domain.entries.choices import Category, StatementType
from sgtui.domain.entries.involved import Involvement
from sgtui.domain.entries.mark_words import mark_words
from sgtui.domain.evidence import evidence
from sgtui.domain.london_time import moment_words
from sgtui.domain.referral_forms import Form
from sgtui.domain.register import Register
from sgtui.services.body_map import maps_of
from sgtui.services.body_map_words import header_lines
from sgtui.services.files import FileFacts

_SORTS = (
    (StatementType.VERBATIM, "Their own words, exactly as said"),
    (StatementType.FACT, "Seen by staff (facts)"),
    (StatementType.THIRD_PARTY, "Told by somebody else"),
    (StatementType.OPINION, "Views of staff (opinion, not fact)"),
)
"""The sorts of statement in the order of their weight; facts and views are never mixed."""


def concern(facts: FileFacts, form: Form, linked: str) -> Iterator[Block]:
    """What happened, when, where and who found it; then each statement under its own sort.

    `linked` names the cases that belong with this one, by reference alone.
    """
    case = facts.case
    opening = case.opening.what
    yield Heading("3. The concern")
    happened: Cell = case.happened_at
    about = "Happened, about" if opening.happened_about else "Happened"
    yield Facts(
        (
            ("Sort of abuse or neglect", ", ".join(one.label for one in case.categories)),
            ("Level at first", opening.level.label),
            ("Risk now", case.risk.label),
            (about, happened if happened else NOT_RECORDED),
            ("Noticed", opening.noticed_at),
            ("Written down", case.opening.entry.recorded_at),
            ("Where", known(case.place)),
            ("Found or raised by", _raised_by(case, facts.register)),
            ("Linked concerns", linked or "None"),
        )
    )
    yield from _statements(case, form, facts.register)


def _raised_by(case: CaseFile, register: Register) -> str:
    """Whoever is named as having raised it, else whoever wrote it down."""
    involved = (said.what for said in case.of(PersonInvolved))
    named = [said.name for said in involved if said.involvement is Involvement.REPORTER]
    return "; ".join(named) or staff_words(register, case.opening.entry.recorded_by)


def _statements(case: CaseFile, form: Form, register: Register) -> Iterator[Block]:
    taken = case.of(StatementTaken)
    for sort, heading in _SORTS:
        mine = [said for said in taken if said.what.statement_type is sort]
        if mine or sort is StatementType.VERBATIM:
            yield Heading(heading, 3)
        if not mine and sort is StatementType.VERBATIM:
            yield Paragraph(NOT_RECORDED)
        for said in mine:
            yield Paragraph(said.what.text, "quote")
            yield Paragraph(f"{_source(said, register)}{later(form, said.entry)}", "note")


def _source(said: Said[StatementTaken], register: Register) -> str:
    """Who said it and who wrote it down, each with the time."""
    by = staff_words(register, said.entry.recorded_by)
    spoken = f"{said.what.speaker}, " if said.what.speaker else ""
    at = moment_words(said.what.said_at or said.at)
    return f"{spoken}{at}. Written down by {by}, {moment_words(said.entry.recorded_at)}."


def later(form: Form, entry: Entry) -> str:
    """What is said of something that came after the referral was sent."""
    return " Added since the referral was sent." if form.is_later(entry) else ""


def body_map(facts: FileFacts, form: Form) -> Iterator[Block]:
    """Each body map as its numbered list, which is the record; or why there is none."""
    yield Heading("4. Marks on the body")
    maps = maps_of(facts.case)
    for mapped in maps:
        lines = header_lines(mapped, facts.register)
        yield Paragraph(" ".join(lines) + later(form, mapped.entry), "note")
        marks = tuple(mark_words(mark) for mark in mapped.what.marks)
        yield Points(marks, numbered=True) if marks else Paragraph(mapped.what.NONE_SEEN)
    if maps:
        yield Paragraph("Left and right are the person's own.", "note")
        return
    declined = facts.case.last(BodyMapDeclined)
    wanted = Category.PHYSICAL in facts.case.categories
    none = NOT_RECORDED if wanted else "No mark is recorded."
    yield Paragraph(f"No body map: {declined.what.reason}" if declined else none)


def safety(facts: FileFacts, form: Form) -> Iterator[Block]:
    """Whether the person is safe now, what was done at once, the harm, and what is kept."""
    case = facts.case
    checks = case.of(SafetyChecked)
    yield Heading("5. Safety now, and what was done")
    yield Facts(tuple(_checked(checks[-1], facts.register) if checks else _NOT_CHECKED))
    done = tuple(f"{step.label}, {moment_words(s.at)}" for s in checks for step in s.what.steps)
    yield Points(tuple(dict.fromkeys(done))) if done else Paragraph("No step is recorded.")
    yield Facts((("Harm", _harm(case)), ("How the person is", _seen(case, form))))
    kept = tuple(
        f"{one.what}: {one.now.where_kept}, {'sealed' if one.now.sealed else 'not sealed'}"
        f"{f', with {one.now.handed_to}' if one.now.handed_to else ''}"
        for one in evidence(case)
    )
    if kept:
        yield Heading("Evidence kept", 3)
        yield Points(kept)


_NOT_CHECKED: tuple[tuple[str, Cell], ...] = (("Safe now", NOT_RECORDED),)


def _checked(said: Said[SafetyChecked], register: Register) -> Iterator[tuple[str, Cell]]:
    yield "Safe now", said.what.safety.label
    yield "What makes it so", known(said.what.because)
    yield "999 log number", known(said.what.emergency_reference)
    yield "Checked", said.at
    yield "Checked by", staff_words(register, said.entry.recorded_by)


def _harm(case: CaseFile) -> str:
    judged = case.last(HarmJudged)
    if judged is None:
        return NOT_RECORDED
    said = judged.what
    where = f" Treated at {said.where}." if said.where else ""
    found = f"{said.harm.label}: {sentence(said.found)} {said.judged_by}"
    return f"{found}, {moment_words(judged.at)}.{where}"


def _seen(case: CaseFile, form: Form) -> str:
    seen = case.last(ObservationMade)
    if seen is None:
        return NOT_RECORDED
    return f"{sentence(seen.what.text)} {moment_words(seen.at)}.{later(form, seen.entry)}"

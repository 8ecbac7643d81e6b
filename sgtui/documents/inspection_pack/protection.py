"""What kept the person safe meanwhile, every gap in hours, and who looked in (R31, R37, R38)."""

from collections.abc import Iterator

from sgtui.documents.inspection_pack.entry_words import dated, entry_no, signed
from sgtui.documents.model import Block, Cell, Column, Heading, Paragraph, Table
from sgtui.documents.naming import count
from sgtui.domain.case_file import Said
from sgtui.domain.continuity import continuity
from sgtui.domain.entries import SafeguardEnded, SafeguardReviewed, SafeguardStarted, SafetyChecked
from sgtui.domain.entries.choices import YesNo
from sgtui.domain.london_time import moment_words
from sgtui.domain.monitoring import Sight, shifts_seen, watches
from sgtui.domain.routing import given_words
from sgtui.services.case import CaseView


def protection(view: CaseView) -> Iterator[Block]:
    """Safety checks, interim safeguards with their reviews and gaps, and the watching."""
    yield Heading("Protection meanwhile")
    checks = tuple((said.at, _checked(view, said)) for said in view.case.of(SafetyChecked))
    yield dated("Safe now?", checks, "Safety checks")
    rows = tuple(_safeguard(view, said) for said in view.case.of(SafeguardStarted))
    columns = (Column("From", 0), Column("Until", 0), Column("Measure, owner, reviews", 9))
    yield Table(columns, rows, "Interim safeguards")
    yield from _gaps(view)
    yield from _watching(view)


def _checked(view: CaseView, said: Said[SafetyChecked]) -> str:
    steps = ", ".join(step.label for step in said.what.steps)
    because = f" {said.what.because}" if said.what.because else ""
    log = said.what.emergency_reference
    number = f" 999 log number {log}." if log else ""
    done = f" Done: {steps}." if steps else ""
    return f"{said.what.safety.label}.{done}{because}{number} {signed(view, said.entry)}"


def _safeguard(view: CaseView, started: Said[SafeguardStarted]) -> tuple[Cell, ...]:
    ends = [s for s in view.case.of(SafeguardEnded) if s.what.safeguard == started.entry.id]
    active = started in view.case.active_safeguards
    until: Cell = ends[0].at if ends else "Now" if active else "Closing of the case"
    owner = given_words(view.register, view.case, started.what.owner)
    said = [
        f"{started.what.measure} ({entry_no(started.entry)})",
        f"Why that much: {started.what.proportionate}",
        f"Owner: {owner}.",
        *(_review(review) for review in view.case.of(SafeguardReviewed)
          if review.what.safeguard == started.entry.id),
        *(f"Ended: {end.what.reason} ({entry_no(end.entry)})" for end in ends),
    ]  # fmt: skip
    return started.at, until, "\n".join(said)


def _review(review: Said[SafeguardReviewed]) -> str:
    works = "works" if review.what.effective is YesNo.YES else "does NOT work"
    when = moment_words(review.at)
    return f"Reviewed {when}: {works}. {review.what.comment} ({entry_no(review.entry)})"


def _gaps(view: CaseView) -> Iterator[Block]:
    found = continuity(view.case, view.clocks, view.as_at)
    if found.gaps:
        whole = count(len(found.gaps), "gap")
        yield Paragraph(
            f"Protection was broken off: {whole}, {found.hours} hours in all.", "strong"
        )
    elif found.spans:
        yield Paragraph("Protection was never broken off.", "strong")
    else:
        yield Paragraph("No interim safeguard was needed or started.")
    rows = tuple(
        (gap.since, gap.until or "It goes on", str(gap.hours), gap.why) for gap in found.gaps
    )
    if rows:
        hours = Column("Hours", 2, right=True)
        columns = (Column("From", 0), Column("Until", 0), hours, Column("Why", 6))
        yield Table(columns, rows, "Gaps in protection")


def _watching(view: CaseView) -> Iterator[Block]:
    """How many shifts saw the person, which did not, and what else was watched."""
    shifts = shifts_seen(view.case, view.register.calendar, view.as_at)
    seen = sum(one.sight is Sight.MADE for one in shifts)
    missed = [one.shift.starts_at for one in shifts if one.sight is Sight.MISSED]
    yield Paragraph(
        f"The person was observed in {seen} of {seen + len(missed)} shifts that owed it."
    )
    if missed:
        yield Table((Column("Not seen in the shift from"),), tuple((at,) for at in missed))
    for watch in watches(view.case, view.register.calendar, view.as_at):
        what, until = watch.started.what, watch.ended_at
        over = f"until {moment_words(until)}" if until else "it goes on"
        yield Paragraph(
            f"Watched from {moment_words(watch.started.at)}, {over}: {what.what} "
            f"({entry_no(watch.started.entry)}). Looked at {len(watch.made)} times, "
            f"{len(watch.missed)} missed."
        )

"""Who else is in it, and what is kept as evidence with every hand it went through (R97)."""

from collections.abc import Iterator

from sgtui.documents.inspection_pack.entry_words import dated, entry_no, people
from sgtui.documents.model import Block, Cell, Column, Heading, Table
from sgtui.documents.naming import staff_words
from sgtui.domain.case_file import Said
from sgtui.domain.entries import PersonInvolved, StaffSupported
from sgtui.domain.evidence import Custody, evidence
from sgtui.services.case import CaseView


def involved(view: CaseView) -> Iterator[Block]:
    """People with their part, staff supported, evidence with its custody."""
    yield Heading("People and evidence")
    rows = tuple(_person(said) for said in view.case.of(PersonInvolved))
    columns = (Column("Part", 4), Column("Who", 10))
    yield Table(columns, rows, "Others involved", "Nobody else is recorded as involved.")
    supported = tuple(_supported(view, said) for said in view.case.of(StaffSupported))
    if supported:
        yield dated("Staff supported", supported)
    for held in evidence(view.case):
        told = tuple((link.at, _link(view, link)) for link in held.custody)
        yield Table(
            (Column("From", 0), Column("Who has it, where", 11)), told, f"Kept: {held.what}"
        )


def _person(said: Said[PersonInvolved]) -> tuple[Cell, ...]:
    what = said.what
    where = " Works here." if what.staff else " Lives here." if what.person else ""
    relation = f", {what.relation}" if what.relation else ""
    children = what.works_with_children
    works = f" Works with children: {children.label.lower()}." if children is not None else ""
    told = f"{what.name}{relation}.{where}{works} ({entry_no(said.entry)})"
    return what.involvement.label, told


def _supported(view: CaseView, said: Said[StaffSupported]) -> tuple[Cell, ...]:
    who = staff_words(view.register, said.what.supported)
    return said.at, f"{who}: {said.what.support} ({entry_no(said.entry)})"


def _link(view: CaseView, link: Custody) -> str:
    entry = view.case.entry(link.entry)
    number = f", {entry_no(entry)}" if entry else ""
    who = f"With {link.handed_to}" if link.handed_to else "With the home"
    reference = f" Their reference: {link.agency_reference}." if link.agency_reference else ""
    why = f" Because: {link.reason}" if link.reason else ""
    sealed = "sealed" if link.sealed else "not sealed"
    by = people(view, link.recorded_by)
    return f"{who}, {link.where_kept}, {sealed}.{reference}{why} ({by}{number})"

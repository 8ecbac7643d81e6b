"""What every document begins with: by whom, when and from what record it is made."""

from collections.abc import Iterable
from dataclasses import replace

from sgtui.documents.model import Document, Made, Section
from sgtui.domain.entries import REGISTER_ID
from sgtui.services.case import case_id_of
from sgtui.services.desk import Desk
from sgtui.services.files import Chosen, open_during
from sgtui.services.reports import CATALOGUE, Asked


def made(desk: Desk, asked: Asked) -> Made:
    """By whom, when and from what state of the record. Raises NobodySignedIn."""
    with desk.store.reading() as unit:
        register = desk.register(unit)
        number, head = unit.head(REGISTER_ID)
    member = desk.member(register)
    by = f"{member.name}, {member.role_words.lower()}"
    return Made(register.service, desk.now(), by, number, head, demo=asked.demo)


def begun(
    desk: Desk,
    asked: Asked,
    name: str,
    sections: Iterable[Section],
    columns: tuple[str, ...] = (),
    about: str = "",
    notes: tuple[str, ...] = (),
) -> Document:
    """A document of a sort, with all that its catalogue and the desk know of it."""
    sort = CATALOGUE[name]
    document = Document(
        name, sort.title, sort.audience, made(desk, asked), sections, columns, about,
        reference=asked.reference, notes=notes,
    )  # fmt: skip
    if sort.needs == "period" or (sort.needs == "case" and not asked.reference):
        return replace(document, since=asked.period.since, until=asked.period.until)
    return document


def chosen(desk: Desk, asked: Asked) -> Chosen:
    """The one case that is asked for, else every case that was open in the period.

    Raises NoSuchCase, NotForYou (G21).
    """
    if not asked.reference:
        return open_during(desk, asked.period)
    case_id = case_id_of(desk, asked.reference)
    with desk.store.reading() as unit:
        row = unit.case_row(case_id)
    return Chosen((row,) if row else (), 0)

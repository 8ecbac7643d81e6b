"""Whom the law or a contract says to tell: told when, still owed, or not required (domain 2.8)."""

from collections.abc import Iterator

from sgtui.documents.inspection_pack.entry_words import signed
from sgtui.documents.model import Block, Cell, Column, Heading, Table
from sgtui.domain.case_file import Said
from sgtui.domain.entries import NotificationDecided
from sgtui.domain.entries.choices import YesNo
from sgtui.domain.ladder import Duty
from sgtui.domain.london_time import moment_words
from sgtui.services.case import CaseView


def notifications(view: CaseView) -> Iterator[Block]:
    """Each decision to tell or not to tell, then whom to tell that is still owed."""
    yield Heading("Others told")
    rows = [_row(view, said) for said in view.case.of(NotificationDecided)]
    for clock in view.running:
        if clock.duty is Duty.NOTIFICATION:
            rows.append(("Owed", f"{clock.counterpart}: due {moment_words(clock.due_at)}."))
    columns = (Column("Told at", 2), Column("Whom, what, why", 11))
    yield Table(columns, tuple(rows), empty="Nobody was told and nobody is owed it.")


def _row(view: CaseView, said: Said[NotificationDecided]) -> tuple[Cell, ...]:
    what = said.what
    when: Cell = what.sent_at
    if when is None:
        when = "Not told yet" if what.required is YesNo.YES else "Not required"
    spoke = f" Spoke to {what.told}." if what.told else ""
    told = f" They were told: {what.what}" if what.what else ""
    number = f" Reference {what.agency_reference}." if what.agency_reference else ""
    whom = what.notification.label
    return when, f"{whom}.{spoke}{told}{number} Because: {what.reason} {signed(view, said.entry)}"

"""What an auditor has answered of one file so far, and what of it is taken up as a finding."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sgtui.domain.checklist import Item
from sgtui.domain.entries.choices import AuditAnswer
from sgtui.domain.file_checks import Checked
from sgtui.services.file_audit import Given, Looked, TakenUp


@dataclass
class Answering:
    """The answers of one auditor to one file."""

    looked: Looked
    given: dict[str, Given] = field(default_factory=dict)
    taken_up: dict[str, TakenUp] = field(default_factory=dict)
    let_be: set[str] = field(default_factory=set)
    """Items not met that the auditor will not take up."""

    def __post_init__(self) -> None:
        """What the record lacks of follow-up is taken up unless the auditor lets it be."""
        for item, record in self.looked.answers:
            if record is not None and record.answer is AuditAnswer.NO:
                self._propose(item, record.because)

    def answer_of(self, item: Item, record: Checked | None) -> AuditAnswer | None:
        """How an item stands: by the record, or as answered; None while it is open."""
        if record is not None:
            return record.answer
        said = self.given.get(item.code)
        return said.answer if said else None

    def because(self, item: Item, record: Checked | None) -> str:
        """What shows it, by the record or in the auditor's words."""
        if record is not None:
            return record.because
        said = self.given.get(item.code)
        return said.because if said else ""

    def say(self, code: str, answer: AuditAnswer, because: str = "") -> None:
        """Answer an item that is asked."""
        item = next(item for item, _ in self.looked.answers if item.code == code)
        self.given[code] = Given(answer, because)
        self.taken_up.pop(code, None)
        if answer is AuditAnswer.NO:
            self._propose(item, because)
        else:
            self.let_be.discard(code)

    def _propose(self, item: Item, because: str) -> None:
        if item.risk and item.code not in self.let_be:
            self.taken_up[item.code] = self.looked.proposed(item.code, because)

    def take_up(self, one: TakenUp) -> None:
        """Give it to somebody to mend."""
        self.let_be.discard(one.item)
        self.taken_up[one.item] = one

    def leave(self, code: str) -> None:
        """Take it up no more."""
        self.taken_up.pop(code, None)
        self.let_be.add(code)

    @property
    def open_items(self) -> tuple[Item, ...]:
        """What is asked and not answered yet."""
        asked = (item for item, record in self.looked.answers if record is None)
        return tuple(item for item in asked if item.code not in self.given)

    def kept(self) -> dict[str, object]:
        """As a draft keeps it."""
        return {
            "audit": str(self.looked.audit),
            "given": {code: [one.answer.value, one.because] for code, one in self.given.items()},
            "taken_up": [_plain(one) for one in self.taken_up.values()],
            "let_be": sorted(self.let_be),
        }

    def put(self, fields: Mapping[str, object]) -> None:
        """Go on with a draft, as far as it fits what the file asks now."""
        codes = {item.code for item, _ in self.looked.answers}
        asked = {item.code for item, record in self.looked.answers if record is None}
        self.let_be = {code for code in _listed(fields.get("let_be")) if code in codes}
        for code in self.let_be:
            self.taken_up.pop(code, None)
        given = fields.get("given")
        for code, said in (given if isinstance(given, dict) else {}).items():
            if code in asked:
                self.say(code, AuditAnswer.of(said[0]), said[1])
        for one in _taken_up(fields.get("taken_up")):
            if one.item in codes and one.item not in self.let_be:
                self.taken_up[one.item] = one


def _plain(one: TakenUp) -> dict[str, Any]:
    due = one.due_at.isoformat() if one.due_at else None
    return {"item": one.item, "found": one.found, "at_risk": one.at_risk,
            "owner": str(one.owner), "due_at": due}  # fmt: skip


def _taken_up(kept: object) -> Iterator[TakenUp]:
    for one in kept if isinstance(kept, list) else ():
        due = one["due_at"]
        yield TakenUp(
            one["item"], one["found"], one["at_risk"], UUID(one["owner"]),
            datetime.fromisoformat(due) if due else None,
        )  # fmt: skip


def _listed(kept: object) -> list[str]:
    return [str(one) for one in kept] if isinstance(kept, list) else []

"""Forms made from what the kinds of entry say of their own fields."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, get_args
from uuid import UUID

from sgtui.domain.asking import whom
from sgtui.domain.entries import (
    CASE_KINDS,
    Amended,
    Ask,
    Entry,
    NewEntry,
    Payload,
    make_payload,
)
from sgtui.domain.entries.complaints import unanswered
from sgtui.domain.entries.payload import Whom
from sgtui.domain.register import Register
from sgtui.services.case import CaseView
from sgtui.services.prompts import OWN_TIME
from sgtui.services.record import new_entry
from sgtui.ui.forms.answers import Answer, LineAnswer, Raw
from sgtui.ui.forms.fields import (
    HAPPENED,
    Asked,
    Now,
    answer_for,
    defaults,
    happened,
    moment_of,
    only_one,
    plain,
    told,
    typed,
)
from sgtui.ui.forms.read_answers import DueAnswer, WhenAnswer


@dataclass(frozen=True)
class Made:
    """What a filled form means."""

    payload: Payload
    occurred_at: datetime
    about: bool = False

    def entry(self) -> NewEntry:
        """An entry to record."""
        return new_entry(self.payload, self.occurred_at, about=self.about)


class NothingChanged(Exception):
    """An amendment says what the entry says already."""


class EntryForm:
    """The fields of one kind of entry on one case."""

    asks_when = True
    """Whether it is asked when it happened; otherwise it happens as it is saved."""

    def __init__(
        self, kind: type[Payload], view: CaseView | None, now: Now, known: Mapping[str, Any]
    ) -> None:
        """`known`: field name to value; what is no field of the form is kept as it is."""
        self.kind = kind
        self._now = now
        self._known = known
        self._whom: Whom = whom(view.case) if view else ""
        asks = kind.asks(self._whom)
        self._fixed = {name: value for name, value in known.items() if name not in asks}
        self._fixed.pop(HAPPENED, None)
        asked = Asked(kind, now, known, self._register(view), view)
        made = [one for one in (answer_for(name, asked) for name in asks) if one.can_be_answered]
        for answer in made:
            if isinstance(answer, DueAnswer):
                answer.said = self.said_at
        timed = not self.asks_when or any(isinstance(answer, WhenAnswer) for answer in made)
        self.answers: tuple[Answer, ...] = tuple(made if timed else [happened(now), *made])
        self.given = self._fill({**defaults(kind), **only_one(made), **plain(known)})
        """Names of the fields that were filled in from the start."""

    def _register(self, view: CaseView | None) -> Register:
        """Where people are chosen from."""
        return view.register if view else Register()

    @property
    def title(self) -> str:
        """What is being recorded."""
        return self.kind.title

    @property
    def help(self) -> str:
        """When such an entry is made."""
        return self.kind.help

    def raws(self) -> dict[str, Raw]:
        """What the fields hold, without the empty ones, as a draft keeps it."""
        return {answer.name: answer.raw for answer in self.answers if answer.raw}

    def put(self, raws: Mapping[str, Any]) -> None:
        """Fill in what a draft kept."""
        for answer in self.answers:
            if answer.name in raws:
                answer.put(raws[answer.name])

    def still_needed(self) -> list[str]:
        """Labels of the fields without which nothing can be saved and that are empty."""
        return [a.ask.label for a in self.answers if a.needed and not a.raw]

    def own_complaints(self) -> dict[str, str]:
        """What the fields themselves find wrong, by field name, and what is left open."""
        wrong = {a.name: a.complaint for a in self.answers if a.complaint}
        return {**unanswered(self._values(), self.kind, self._whom), **wrong}

    def said_at(self) -> datetime:
        """When what it tells was said, as far as it is filled in: no time to come is before it."""
        return self._when()[0]

    def make(self) -> Made:
        """What it means. Raises pydantic.ValidationError, or NothingChanged for an amendment."""
        fields = {**self._fixed, **self._values(), "kind": self.kind.kind_word()}
        occurred_at, about = self._when()
        return Made(make_payload(fields), occurred_at, about)

    def _values(self) -> dict[str, Any]:
        values = {a.name: a.value for a in self.answers if a.name != HAPPENED}
        return {name: value for name, value in values.items() if value is not None}

    def _when(self) -> tuple[datetime, bool]:
        for answer in self.answers:
            own = answer.name == HAPPENED or answer.name in OWN_TIME
            if own and isinstance(answer, WhenAnswer) and answer.value is not None:
                return answer.value, answer.about
        return self._now(), False

    def _fill(self, known: Mapping[str, Raw]) -> frozenset[str]:
        """Fill in what is known and say which fields that were."""
        filled = set()
        for answer in self.answers:
            if known.get(answer.name):
                answer.put(known[answer.name])
                filled.add(answer.name)
        return frozenset({*filled, HAPPENED})


class RegisterForm(EntryForm):
    """One thing of the register: new, or as it is held and to be changed. Tab stops everywhere."""

    asks_when = False

    def __init__(
        self,
        kind: type[Payload],
        now: Now,
        known: Mapping[str, Any],
        what: str,
        register: Register | None = None,
    ) -> None:
        """`what`: what is being registered, such as "New person"; `register`: whom to choose from.

        A time to come that is held already may be past.
        """
        self._from = register or Register()
        super().__init__(kind, None, now, known)
        self.given = frozenset()
        self._what = what

    def _register(self, view: CaseView | None) -> Register:  # noqa: ARG002
        """Where people are chosen from."""
        return self._from

    def said_at(self) -> datetime:
        """Now, or the earliest time that is held already."""
        held = (moment_of(value) for value in self._known.values())
        return min([self._now(), *(at for at in held if at is not None)])

    @property
    def title(self) -> str:
        """What is being registered."""
        return self._what


class AmendForm(EntryForm):
    """An earlier entry as it reads now, to be put right in place, and why."""

    def __init__(self, entry: Entry, view: CaseView, now: Now) -> None:
        """`entry`: as it stands, with earlier amendments applied."""
        self._entry = entry
        known = entry.payload.model_dump(mode="json", exclude_none=True)
        super().__init__(type(entry.payload), view, now, known)
        reason = LineAnswer("amended_because", Ask("Because", "line", "Why it is put right."))
        reason.needed = True
        fields = tuple(a for a in self.answers if a.name != HAPPENED)
        self.answers = (*fields, reason)
        self.given = frozenset()
        self._reason = reason

    @property
    def title(self) -> str:
        """Which entry is amended."""
        return f"Amend entry {self._entry.number}, {self.kind.title}"

    @property
    def help(self) -> str:
        """How it works."""
        return "Change what is wrong and say why. The original stays readable beside it."

    def make(self) -> Made:
        """The changed fields as an amendment."""
        before = self._entry.payload.model_dump(mode="json")
        after = make_payload(self._put_right(before)).model_dump(mode="json")
        changes = {name: told(v) for name, v in after.items() if v != before.get(name)}
        if not changes:
            raise NothingChanged("Nothing is changed yet. Change what is wrong, then save.")
        fields = {"entry": self._entry.id, "changes": changes, "reason": self._reason.value}
        given = {name: value for name, value in fields.items() if value is not None}
        return Made(Amended.model_validate(given), self._now())

    def said_at(self) -> datetime:
        """When the entry says that it happened."""
        return self._entry.occurred_at

    def own_complaints(self) -> dict[str, str]:
        """An amendment always says why."""
        found = super().own_complaints()
        why = {} if self._reason.raw else {self._reason.name: "Say why it is put right."}
        return {**found, **why}

    def _put_right(self, before: dict[str, Any]) -> dict[str, Any]:
        """The entry's fields with what the form now says; an emptied field says nothing."""
        fields = dict(before)
        for answer in self.answers:
            if answer is self._reason or _untouched(answer, before.get(answer.name)):
                continue
            if answer.value is not None:
                fields[answer.name] = answer.value
            elif type(None) in get_args(self.kind.model_fields[answer.name].annotation):
                fields[answer.name] = None
            else:
                fields.pop(answer.name, None)
        return fields


def _untouched(answer: Answer, before: Any) -> bool:
    """Whether a time still reads as it was filled in: then it keeps its seconds."""
    return (
        isinstance(answer, WhenAnswer | DueAnswer)
        and before is not None
        and answer.raw == typed(before)
    )


def form_for(kind: str, view: CaseView, now: Now, known: Mapping[str, Any]) -> EntryForm:
    """The form for a kind of entry; for "amended", that of the entry in `known`."""
    if kind == "amended":
        wanted = UUID(str(known["entry"]))
        entry = next(e for e in view.case.standing if e.id == wanted)
        return AmendForm(entry, view, now)
    return EntryForm(CASE_KINDS[kind], view, now, known)

"""How the person was looked at: when, by whom, during which care, and with whose consent."""

from datetime import datetime
from uuid import UUID

from sgtui.domain.entries.body import Care, Consent
from sgtui.domain.entries.choices import YesNo
from sgtui.domain.register import Register
from sgtui.domain.when import say
from sgtui.services.ports import Now
from sgtui.ui.screens.body_map.answers import MapAnswers
from sgtui.ui.screens.body_map.fields import DetailForm, choice, line, put_text, text_of
from sgtui.ui.widgets.candidates import Candidate
from sgtui.ui.widgets.field_row import FieldRow
from sgtui.ui.widgets.picker import Picker
from sgtui.ui.widgets.time_field import TimeField
from sgtui.ui.wording.body_map_words import NOBODY_UNDRESSED

ONLY_CARE = "Only what care exposed: no clothing moved."
_TEXTS = ("looked", "care", "consent", "ordinary", "memory")


class LookForm(DetailForm):
    """The look that a map is made of."""

    def __init__(
        self, register: Register, now: Now, author: UUID, *, id: str | None = None
    ) -> None:
        """`author`: who is signed in, and looked unless somebody else is named."""
        self._now = now
        self._author = str(author)
        self._typed_at: datetime | None = None
        self._looked_field = TimeField(self._read)
        staff = sorted(register.staff.values(), key=lambda member: member.name.casefold())
        self._by_field = Picker(
            [Candidate(str(m.id), m.name, m.role_words) for m in staff if m.active]
        )
        super().__init__(self._made_rows(), id=id)

    def _made_rows(self) -> dict[str, FieldRow]:
        return {
            "looked": FieldRow(
                "Looked at", self._looked_field, below=True, field_help="Empty is now. -2h, 1430."
            ),
            "by": FieldRow("By", self._by_field, below=True, field_help="Who looked."),
            "care": choice("During", Care),
            "consent": choice("Consent", Consent),
            "ordinary": choice("Only care", YesNo, ONLY_CARE, hint=ONLY_CARE),
            "memory": line("Memory", "why, if not drawn while looking"),
        }

    def write(self, answers: MapAnswers) -> None:
        """Show how it stands."""
        self._typed_at = answers.looked_typed_at
        for name in _TEXTS:
            put_text(self.rows[name], getattr(answers, name))
        self._by_field.value = answers.by or (None if answers.by_typed else self._author)
        if self._by_field.value is None:
            self._by_field.text = answers.by_typed
        self.complain({})
        self.head("How the person was looked at", NOBODY_UNDRESSED)

    def read(self, before: MapAnswers) -> MapAnswers:
        """How it now stands; whoever is signed in needs no name."""
        texts = {name: text_of(self.rows[name]) for name in _TEXTS}
        if texts["looked"] != before.looked:
            self._typed_at = self._now() if texts["looked"] else None
        by = self._by_field.value or ""
        return before.model_copy(
            update={
                **texts,
                "looked_typed_at": self._typed_at,
                "by": "" if by == self._author else by,
                "by_typed": "" if by else self._by_field.text,
            }
        )

    def _read(self, typed: str) -> tuple[bool, str]:
        now = self._now()
        if not typed.strip():
            return True, f"now, {say(now, now)}"
        reading = MapAnswers(looked=typed).seen_at(now)
        return reading.at is not None, reading.echo if reading.at else reading.problem

"""The details of one mark: how large, what colour, what goes with it, what was said and done."""

from collections.abc import Sequence

from rich.cells import cell_len

from sgtui.domain.body_map.prompts import Prompt
from sgtui.domain.body_map.regions import region
from sgtui.domain.entries.choices import YesNo
from sgtui.domain.entries.mark_sizes import read_size
from sgtui.domain.entries.marks import Colour, Mark, MarkKind, PressureCategory
from sgtui.domain.entries.payload import asks_of
from sgtui.ui.screens.body_map.answers import MarkAnswers
from sgtui.ui.screens.body_map.fields import DetailForm, choice, choices, line, put_text, text_of
from sgtui.ui.widgets.candidates import Candidate
from sgtui.ui.widgets.choice_row import ChoiceRow
from sgtui.ui.widgets.field_row import FieldRow
from sgtui.ui.widgets.picker import Picker
from sgtui.ui.widgets.signs_row import Sign, SignsRow
from sgtui.ui.widgets.time_field import TimeField
from sgtui.ui.wording.body_map_words import FORM_KEYS

SIGNS = (
    Sign("skin_broken", "Skin broken", (("yes", "+ skin broken"), ("no", "- not broken"))),
    Sign("swelling", "Swelling", (("yes", "+ swelling"), ("no", "- no swelling"))),
    Sign("scab", "Scab", (("yes", "+ scab"), ("no", "- no scab"))),
    Sign("blister", "Blister", (("yes", "+ blister"), ("no", "- no blister"))),
    Sign("bleeding", "Bleeding", (("yes", "+ bleeding"), ("no", "- no bleeding"))),
    Sign("hot", "Hot", (("yes", "+ hot"), ("no", "- not hot"))),
    Sign("movement", "Movement affected",
         (("yes", "+ movement affected"), ("no", "- moves freely"))),
    Sign("pain", "Pain", (("yes", "+ pain"), ("no", "- no pain"), ("cannot_say", "? cannot say"))),
    Sign("wound", "Wound", (("clean", "+ clean wound"), ("grit", "- grit in wound"))),
)  # fmt: skip
"""What is looked for, in the order of the digits; each id is a field of a mark."""

_LINES = ("shape", "pattern", "explanation", "explained_by", "first_aid",
          "photo_by", "photo_consent", "photo_held")  # fmt: skip
_TEXTS = ("size", "pressure", "photo", *_LINES)
_PHOTO = ("photo_by", "photo_consent", "photo_held")


class SizeField(TimeField):
    """A short field and beside it the size as it will be kept."""

    DEFAULT_CSS = """
    SizeField > TextLine { width: 16; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(_echo, placeholder="3x2 or 30mm", id=id)


def _echo(typed: str) -> tuple[bool, str]:
    """The size as it will be kept; what is wrong is said once the field is left."""
    return True, read_size(typed).echo


class MarkForm(DetailForm):
    """One mark, to be filled in as far as it is known."""

    def __init__(self, *, id: str | None = None) -> None:
        self._whole: dict[str, str] = {}
        self.kind_field = Picker([Candidate(k.value, k.label) for k in MarkKind])
        self.size_field = SizeField()
        self.colours_field = ChoiceRow(choices(Colour), many=True)
        self.signs_field = SignsRow(SIGNS)
        super().__init__(self._made_rows(), id=id)

    def _made_rows(self) -> dict[str, FieldRow]:
        asked = asks_of(Mark)
        lines = {name: line(asked[name].label, asked[name].help) for name in _LINES}
        return {
            "kind": FieldRow("What", self.kind_field, below=True, field_help="What it looks like."),
            "size": FieldRow(
                "Size", self.size_field, below=True,
                field_help="Length x width: 3x2 is cm, 30x20mm is mm. Leave it if not measured.",
            ),
            "colours": FieldRow(
                "Colours", self.colours_field, below=True,
                field_help="Every colour you see. Colour never tells how old a mark is.",
            ),
            "signs": FieldRow(
                "Signs", self.signs_field, below=True,
                field_help="A digit once: yes. Twice: no. Again: not recorded.",
            ),
            "pressure": choice("Category", PressureCategory, "Only for pressure damage."),
            "shape": lines["shape"],
            "pattern": lines["pattern"],
            "explanation": lines["explanation"],
            "explained_by": lines["explained_by"],
            "first_aid": lines["first_aid"],
            "photo": choice("Photo", YesNo, "Was a photo taken? No picture is kept here."),
            **{name: lines[name] for name in _PHOTO},
        }  # fmt: skip

    def write(self, number: int, answers: MarkAnswers, asked: Sequence[Prompt]) -> None:
        """Show a mark; `asked`: what its map asks to be told."""
        self.kind_field.value = answers.kind
        self.colours_field.values = tuple(
            c.id for c in self.colours_field.choices if c.id in answers.colours
        )
        self.colours_field.cursor = 0
        self.signs_field.values = dict(answers.signs)
        for name in _TEXTS:
            put_text(self.rows[name], getattr(answers, name))
        self.complain({})
        self.follow(number, answers, asked)
        self.scroll_home(animate=False)

    def read(self, before: MarkAnswers) -> MarkAnswers:
        """The mark as it now stands; its region never changes."""
        texts = {name: text_of(self.rows[name]) for name in _TEXTS}
        return MarkAnswers(
            region=before.region,
            kind=self.kind_field.value or before.kind,
            colours=self.colours_field.values,
            signs=dict(self.signs_field.values),
            **texts,
        )

    def follow(self, number: int, answers: MarkAnswers, asked: Sequence[Prompt]) -> None:
        """Show what the answers so far ask for, and what is to be told of this mark."""
        self.rows["pressure"].display = answers.is_pressure_damage
        self.rows["explained_by"].display = bool(answers.explanation)
        for name in _PHOTO:
            self.rows[name].display = answers.has_photo
        self._show_whole(answers)
        place = f"{region(answers.region).spoken} ({answers.region})"
        told = [prompt.sentence for prompt in asked if number in prompt.numbers]
        remark = f"! {' '.join(told)}" if told else FORM_KEYS
        self.head(f"Mark {number}: {answers.kind_words}, {place}", remark, asked=bool(told))

    def _show_whole(self, answers: MarkAnswers) -> None:
        """Under a line that is longer than its field, all of it, to be read back."""
        for name in _LINES:
            text, room = getattr(answers, name), self.rows[name].field.content_size.width - 1
            whole = text if room > 0 and cell_len(text) > room else ""
            if whole != self._whole.get(name, ""):
                self._whole[name] = whole
                self.rows[name].hint(whole)
                if self.rows[name].has_focus_within:
                    self.call_after_refresh(self.rows[name].scroll_visible, animate=False)

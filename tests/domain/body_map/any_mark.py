"""Any mark that can be recorded, with any words that people could type, and marks made by hand."""

from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from sgtui.domain.body_map.regions import regions
from sgtui.domain.entries.body import BodyMapped
from sgtui.domain.entries.choices import YesNo
from sgtui.domain.entries.mark_reading import read_mark
from sgtui.domain.entries.marks import (
    LONGEST_MM,
    Colour,
    Mark,
    MarkKind,
    Pain,
    PressureCategory,
    Wound,
)
from sgtui.domain.entries.payload import Line
from tests.domain.a_home import LEADER

_LINE: TypeAdapter[str] = TypeAdapter(Line)


def _kept(text: str) -> str | None:
    """The text as an entry keeps it; None where nothing is left of it."""
    try:
        return _LINE.validate_python(text)
    except ValidationError:
        return None


_MISLEADING = "'\"().,:; x1\u2019\u00e9\u0301\u00a0not recorded photo\\/"
LINES = (
    st.one_of(st.text(min_size=1, max_size=30), st.text(_MISLEADING, min_size=1, max_size=30))
    .map(_kept)
    .filter(bool)
)
"""Any text that a one-line answer keeps, often of what the text form itself is made of."""


@st.composite
def marks(draw: st.DrawFn) -> Mark:
    """Any mark: whatever may be left is often left."""
    kind = draw(st.sampled_from(MarkKind))
    length = draw(st.none() | st.integers(1, LONGEST_MM))
    explanation, photo = draw(st.none() | LINES), draw(_maybe(YesNo))
    details = st.none() | LINES if photo is YesNo.YES else st.none()
    told = {
        "kind": kind,
        "region": draw(st.sampled_from(regions())).code,
        "length_mm": length,
        "width_mm": draw(st.none() | st.integers(1, LONGEST_MM)) if length else None,
        "colours": tuple(draw(st.lists(st.sampled_from(Colour), max_size=4))),
        "wound": draw(_maybe(Wound)),
        "pain": draw(_maybe(Pain)),
        "explanation": explanation,
        "explained_by": draw(st.none() | LINES) if explanation else None,
        "photo": photo,
        **{name: draw(_maybe(YesNo)) for name in _YES_OR_NO},
        **{name: draw(st.none() | LINES) for name in ("shape", "pattern", "first_aid")},
        **{name: draw(details) for name in ("photo_by", "photo_consent", "photo_held")},
    }
    if kind is MarkKind.PRESSURE_DAMAGE:
        told["pressure"] = draw(_maybe(PressureCategory))
    return Mark.model_validate(told)


_YES_OR_NO = ("skin_broken", "swelling", "scab", "blister", "bleeding", "hot", "movement")


def _maybe(members: Any) -> st.SearchStrategy[Any]:
    return st.none() | st.sampled_from(members)


def a_map(*lines: str, day: int = 22, **answers: Any) -> BodyMapped:
    """A body map of a day in November 2026, each mark by its text."""
    return BodyMapped(
        examined_at=datetime(2026, 11, day, 14, 30, tzinfo=UTC),
        examined_by=LEADER,
        marks=tuple(read_mark(line) for line in lines),
        **answers,
    )

"""Body maps as JSON: each map with its marks, what changed since the one before, what is asked."""

from collections.abc import Iterator
from typing import Any

from sgtui.domain.body_map.compare import Comparison
from sgtui.domain.body_map.regions import region
from sgtui.domain.entries.mark_words import mark_words_fully
from sgtui.domain.entries.marks import Mark
from sgtui.domain.register import Register
from sgtui.services.body_map import Compared, MappedBody, OpenPrompt
from sgtui.services.case import CaseView


def as_json(view: CaseView, only: MappedBody | None = None) -> dict[str, Any]:
    """The maps of a case, or one of them, with their changes and prompts."""
    since = {compared.later.entry.id: changes_json(compared) for compared in view.comparisons}
    maps = [mapped for mapped in view.maps if only in (None, mapped)]
    return {
        "ref": view.case.reference,
        "maps": [
            {**map_json(one, view.register), "changes_since": since.get(one.entry.id)}
            for one in maps
        ],
        "prompts": [prompt_json(one) for one in view.open_prompts if one.map in maps],
    }


def map_json(mapped: MappedBody, register: Register) -> dict[str, Any]:
    """One map. Times are ISO 8601 in UTC; what nobody recorded is null."""
    what, entry = mapped.what, mapped.entry
    said = what.model_dump(mode="json", exclude={"kind", "marks", "examined_at", "examined_by"})
    return {
        "entry": entry.number,
        "id": str(entry.id),
        "examined_at": what.examined_at.isoformat(),
        "examined_by": register.staff_name(what.examined_by),
        **said,
        "recorded_at": entry.recorded_at.isoformat(),
        "recorded_by": register.staff_name(entry.recorded_by),
        "amended": mapped.amended,
        "marks": list(_marks(what.marks)),
    }


def _marks(marks: tuple[Mark, ...]) -> Iterator[dict[str, Any]]:
    for number, mark in enumerate(marks, start=1):
        place = region(mark.region)
        yield {
            "number": number,
            "text": mark_words_fully(mark),
            **mark.model_dump(mode="json"),
            "region_name": place.spoken,
            "side": place.side.value,
            "view": place.view.value,
        }


def changes_json(compared: Compared) -> dict[str, Any]:
    """What became of each mark since the person's map before."""
    earlier = compared.earlier
    return {
        "entry": compared.later.entry.number,
        "since": {
            "ref": earlier.reference,
            "entry": earlier.entry.number,
            "id": str(earlier.entry.id),
            "examined_at": earlier.at.isoformat(),
        },
        "changes": [_change(one) for one in compared.changes],
    }


def _change(one: Comparison) -> dict[str, Any]:
    return {
        "change": one.change.value,
        "region": one.region,
        "region_name": region(one.region).spoken,
        "earlier": one.earlier[0] if one.earlier else None,
        "later": one.later[0] if one.later else None,
        "words": one.words,
    }


def prompt_json(one: OpenPrompt) -> dict[str, Any]:
    """A second look that a map asks for."""
    return {
        "entry": one.map.entry.number,
        "id": str(one.map.entry.id),
        "prompt": one.prompt.kind.value,
        "marks": list(one.prompt.numbers),
        "sentence": one.prompt.sentence,
    }

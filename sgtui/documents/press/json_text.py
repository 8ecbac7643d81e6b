"""A document as one JSON document for another program, written section by section."""

import json
from collections.abc import Iterator

from sgtui.documents.model import Document, Record, Section
from sgtui.documents.press.cells import cell_data
from sgtui.documents.press.text import section_lines
from sgtui.domain.london_time import in_london
from sgtui.domain.text import display


def pieces(document: Document) -> Iterator[str]:
    """The JSON bit by bit; only one section of it is held."""
    yield f'{{"document": {_json(_head(document))},\n"sections": ['
    before = "\n"
    for section in document.sections:
        yield before + _json(_section(section, document.columns))
        before = ",\n"
    yield "\n]}\n"


def _head(document: Document) -> dict[str, object]:
    made = document.made
    moments = {"since": document.since, "until": document.until}
    return {
        "name": document.name,
        "title": document.title,
        "about": display(document.about),
        "audience": document.audience.value,
        "reference": document.reference,
        "service": display(made.service),
        "made_at": in_london(made.at).isoformat(timespec="seconds"),
        "made_by": display(made.by),
        "record": _state((made.record_number, made.record_head)),
        "demo": made.demo,
        **{name: cell_data(moment) for name, moment in moments.items()},
        "notes": [display(note) for note in document.notes],
        "columns": list(document.columns),
    }


def _section(section: Section, columns: tuple[str, ...]) -> dict[str, object]:
    return {
        "title": display(section.title),
        "reference": section.reference,
        "head": _state(section.head),
        "figures": {name: cell_data(figure) for name, figure in section.figures},
        "records": [_record(record, columns) for record in section.records],
        "text": list(section_lines(section)),
    }


def _record(record: Record, columns: tuple[str, ...]) -> dict[str, object]:
    return dict(zip(columns, map(cell_data, record.cells), strict=True))


def _state(head: tuple[int, str] | None) -> dict[str, object] | None:
    """Up to where a stream had been written, and the hash of its newest entry."""
    return None if head is None else {"entry": head[0], "hash": head[1]}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=True)

"""Body maps as plain lines, to be read on a terminal, aloud, or in a file."""

from collections.abc import Iterator

from sgtui.services.body_map import Compared, MappedBody
from sgtui.services.body_map_words import change_lines, map_lines, since_words
from sgtui.services.case import CaseView


def case_lines(view: CaseView, only: MappedBody | None = None) -> Iterator[str]:
    """A case's maps, oldest first, each with what changed since the one before; then what is asked.

    With `only`, that map alone.
    """
    since = {compared.later.entry.id: compared for compared in view.comparisons}
    for number, mapped in enumerate(view.maps, start=1):
        if only in (None, mapped):
            if number > 1 and only is None:
                yield ""
            yield f"Body map {number} of {len(view.maps)}, entry {mapped.entry.number}"
            yield from (f"   {line}" for line in map_lines(mapped, view.register))
            if mapped.entry.id in since:
                yield from _changed(since[mapped.entry.id])
    yield from _asked(view, only)


def _changed(compared: Compared) -> Iterator[str]:
    yield f"   {since_words(compared)}:"
    yield from (f"      {line}" for line in change_lines(compared))
    if not compared.changes:
        yield "      No mark then and none now."


def _asked(view: CaseView, only: MappedBody | None) -> Iterator[str]:
    found = [one for one in view.open_prompts if only in (None, one.map)]
    if found:
        yield ""
        yield "Asked by the body map, not answered yet"
    for one in found:
        yield f"   Entry {one.map.entry.number}: {one.prompt.sentence}"

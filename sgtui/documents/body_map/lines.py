"""Body maps as plain lines, to be read on a terminal, aloud, or in a file."""

from collections.abc import Iterable, Iterator

from sgtui.services.body_map import Compared, MappedBody, OpenPrompt
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


def changed(compared: Compared) -> tuple[str, ...]:
    """What changed since the map before, a mark a line; or that there is nothing to tell."""
    return change_lines(compared) or ("No mark then and none now.",)


def asked_lines(asked: Iterable[OpenPrompt]) -> tuple[str, ...]:
    """What maps ask and nobody has answered, a sentence each with the map's entry."""
    return tuple(f"Entry {one.map.entry.number}: {one.prompt.sentence}" for one in asked)


def _changed(compared: Compared) -> Iterator[str]:
    yield f"   {since_words(compared)}:"
    yield from (f"      {line}" for line in changed(compared))


def _asked(view: CaseView, only: MappedBody | None) -> Iterator[str]:
    found = [one for one in view.open_prompts if only in (None, one.map)]
    if found:
        yield ""
        yield "Asked by the body map, not answered yet"
    yield from (f"   {line}" for line in asked_lines(found))

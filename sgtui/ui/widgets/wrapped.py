"""Breaking a text into lines by terminal cells, so that wide letters are never cut off."""

from collections.abc import Iterator

from rich.cells import cell_len, chop_cells


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` cells; its own line ends are kept."""
    width = max(width, 2)
    return [line for part in text.split("\n") for line in _broken(part, width)]


def _broken(text: str, width: int) -> Iterator[str]:
    line = ""
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if cell_len(joined) <= width:
            line = joined
            continue
        if line:
            yield line
        *full, line = chop_cells(word, width)
        yield from full
    yield line

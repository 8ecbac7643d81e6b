"""The press: makes a document and gives it as lines, or writes it as new files."""

from collections.abc import Iterator
from pathlib import Path

from sgtui.documents import catalogue
from sgtui.documents.model import Document
from sgtui.documents.press import csv_rows, json_text, text
from sgtui.documents.press.file_names import file_name
from sgtui.documents.press.new_file import AlreadyThere, NewFiles
from sgtui.services.desk import Desk
from sgtui.services.reports import Asked, Format
from sgtui.services.work import Work


class HousePress:
    """What the screens and the command line know as `services.reports.Press`."""

    def read(self, desk: Desk, name: str, asked: Asked, work: Work) -> Iterator[str]:
        """A document as lines of text, 80 cells wide, while it is made."""
        return text.lines(catalogue.make(desk, name, asked, work))

    def print_to(
        self, desk: Desk, name: str, asked: Asked, form: Format, into: Path, work: Work
    ) -> tuple[Path, ...]:
        """Write a document to the file `into`, or under its own name where that is a folder.

        What has no ending, such as ".pdf", is a folder, and made where it is missing.
        """
        document = catalogue.make(desk, name, asked, work)
        return print_document(document, form, into)


def print_document(document: Document, form: Format, into: Path) -> tuple[Path, ...]:
    """Write a made document. Raises NotWritten, and what its sections raise."""
    named = bool(into.suffix) and not into.is_dir()
    folder = into.parent if named else into
    with NewFiles(folder, make=not named) as files:
        for pieces in _files(document, form):
            files.write(pieces)
        if named:
            return files.name(_beside(into, files.written))
        return _under_a_free_name(files, document, form, folder)


def _files(document: Document, form: Format) -> Iterator[Iterator[bytes]]:
    """The document's files, each in pieces."""
    match form:
        case Format.PDF:
            from sgtui.documents.press import pdf  # typst is large: only where a PDF is made

            yield from (iter((part,)) for part in pdf.parts(document))
        case Format.TEXT:
            yield (f"{line}\n".encode() for line in text.lines(document))
        case Format.CSV:
            yield (piece.encode() for piece in csv_rows.pieces(document))
        case Format.JSON:
            yield (piece.encode() for piece in json_text.pieces(document))


def _beside(target: Path, files: int) -> tuple[Path, ...]:
    """The name that was asked for, with "-part-2" in it where there are several files."""
    if files == 1:
        return (target,)
    return tuple(
        target.with_name(f"{target.stem}-part-{part}{target.suffix}")
        for part in range(1, files + 1)
    )


def _under_a_free_name(
    files: NewFiles, document: Document, form: Format, folder: Path
) -> tuple[Path, ...]:
    """The document's own name, with a running number where another file has it."""
    several = range(1, files.written + 1) if files.written > 1 else (0,)
    copy = 1
    while True:
        names = [file_name(document, form, part=part, copy=copy) for part in several]
        try:
            return files.name([folder / name for name in names])
        except AlreadyThere:
            copy += 1

"""New files for one person alone: whole or not at all, over no other file.

They are written under hidden names beside where they shall stand, and all get their names at the
end; whatever stops the writing leaves nothing behind.
"""

import os
import secrets
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from sgtui.services.reports import NotWritten

_PRIVATE_FILE, _PRIVATE_FOLDER = 0o600, 0o700


def write_new(target: Path, pieces: Iterable[str]) -> None:
    """Write one new text file, in UTF-8. Raises NotWritten, and whatever making a piece raises."""
    with NewFiles(target.parent) as files:
        files.write(piece.encode("utf-8") for piece in pieces)
        files.name([target])


class NewFiles:
    """Files being written into one folder; without `name` they are gone at the end.

    The folder is made where it is missing, for this person alone.
    """

    def __init__(self, folder: Path, *, make: bool = False) -> None:
        """`make` says whether a missing folder is made."""
        self._folder = folder
        self._make = make
        self._made: list[Path] = []
        self._waiting: list[Path] = []

    def __enter__(self) -> "NewFiles":
        """Make the folder where it is missing. Raises NotWritten."""
        if self._make:
            try:
                self._make_folder(self._folder)
            except OSError:
                self._unmake_folders()
                raise _cannot() from None
        return self

    def write(self, pieces: Iterable[bytes]) -> None:
        """Write one more file, to be named later. Raises NotWritten."""
        try:
            self._write(pieces)
        except OSError:
            raise _cannot() from None

    @property
    def written(self) -> int:
        """How many files wait for their names."""
        return len(self._waiting)

    def name(self, targets: Sequence[Path]) -> tuple[Path, ...]:
        """Give every file its name, in the order they were written; all of them or none.

        Raises AlreadyThere, which leaves them to be named otherwise, and NotWritten.
        """
        named: list[Path] = []
        try:
            for waiting, target in zip(self._waiting, targets, strict=True):
                _give_name(waiting, target)
                named.append(target)
        except OSError as fault:
            _take_back(named)
            if isinstance(fault, FileExistsError):
                raise AlreadyThere(target) from None
            raise _cannot() from None
        return tuple(named)

    def __exit__(
        self, kind: type[BaseException] | None, _fault: object, _trace: TracebackType | None
    ) -> None:
        """The hidden names go; after a fault also a folder that was made."""
        _take_back(self._waiting)
        if kind is not None:
            self._unmake_folders()

    def _write(self, pieces: Iterable[bytes]) -> None:
        waiting = self._folder / f".{secrets.token_hex(8)}.new"
        handle = os.open(waiting, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, _PRIVATE_FILE)
        self._waiting.append(waiting)
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())

    def _make_folder(self, folder: Path) -> None:
        if folder.is_dir():
            return
        self._make_folder(folder.parent)
        folder.mkdir(_PRIVATE_FOLDER)
        self._made.append(folder)

    def _unmake_folders(self) -> None:
        for folder in reversed(self._made):
            with suppress(OSError):
                folder.rmdir()


_BINARY = getattr(os, "O_BINARY", 0)
"""Windows changes line ends in a file that is not opened so."""


class AlreadyThere(NotWritten):
    """Another file has the name."""

    def __init__(self, target: Path) -> None:
        super().__init__(f"{target.absolute().name} is there already; it is not written over.")


def _take_back(paths: Sequence[Path]) -> None:
    for path in paths:
        with suppress(OSError):
            path.unlink()


def _cannot() -> NotWritten:
    return NotWritten(
        "The file cannot be written there. Is its folder there, with room, and yours to use?"
    )


def _give_name(waiting: Path, target: Path) -> None:
    """A second name is given only where none stands; a disk without them takes a plain move."""
    try:
        os.link(waiting, target)
    except FileExistsError:
        raise
    except OSError:
        if target.exists():
            raise FileExistsError from None
        os.replace(waiting, target)

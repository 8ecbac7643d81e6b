"""The ways in which the record can fail, each said in one plain sentence."""

from sgtui.domain.entries import Entry


class EntryClash(Exception):
    """Someone else appended first. Nothing was written; record again with theirs in view."""

    def __init__(self, newer: tuple[Entry, ...]) -> None:
        """`newer`: what was appended since the writer looked, by number."""
        super().__init__("Someone else has added to this record since you looked.")
        self.newer = newer


class StoreFailure(Exception):
    """The record cannot be used. Says why in one plain sentence, without paths or contents."""


class StoreUnreachable(StoreFailure):
    """The file is not there, not to be opened or written here, or held by another program."""


class StoreDamaged(StoreFailure):
    """The file opens but is not whole, or the key is not its key."""


class StoreTooNew(StoreFailure):
    """The file was written by a newer program. It has not been touched."""

    def __init__(self, name: str, file_version: int, program_version: int) -> None:
        """`name` is the file's own name; the versions are those of the file's layout."""
        super().__init__(
            f"{name} has layout {file_version}; this program knows layouts up to {program_version}."
            " Start a newer sgtui. The file was not changed."
        )
        self.file_version = file_version
        self.program_version = program_version


class WrongPassphrase(StoreFailure):
    """The passphrase, or the recovery words, do not open the slot."""


class TryLater(WrongPassphrase):
    """Too many wrong passphrases; the next try is taken only from a later moment on."""

    def __init__(self, wait_seconds: int) -> None:
        """`wait_seconds`: how long until the next try is taken."""
        minutes, seconds = divmod(wait_seconds, 60)
        wait = f"{minutes} min {seconds} s" if minutes else f"{seconds} s"
        super().__init__(f"Too many wrong passphrases. The next try is taken in {wait}.")
        self.wait_seconds = wait_seconds


class SlotRefused(StoreFailure):
    """A change to the key slots was not made, and why."""

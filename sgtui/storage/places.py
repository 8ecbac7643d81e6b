"""Where the record may lie, and files that nobody else on this computer can read."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from sgtui.services.ports import StoreUnreachable

_SHARED = frozenset({"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "fuse", "afs", "ceph"})
_SYNCED = ("onedrive", "dropbox", "google drive", "iclouddrive", "nextcloud")


def refuse_shared_place(path: Path, mounts: str | None = None) -> None:
    """Raise StoreUnreachable where a file is shared over a network or by a synchronising folder.

    Locks do not hold there: records that were acknowledged went missing while the file still
    passed its own check. `mounts` is the text of /proc/self/mountinfo, read when not given.
    """
    place = path.absolute().parent
    if str(place).startswith("\\\\") or _is_shared(_file_system(place, mounts)):
        raise StoreUnreachable(
            f"{path.name} would lie on a network drive, where records can be lost."
            " Keep it on this computer's own disk and let others sign in to this computer."
        )
    if any(part.lower().startswith(_SYNCED) for part in place.parts):
        raise StoreUnreachable(
            f"{path.name} would lie in a folder that is copied to a cloud, where records can be"
            " lost. Keep it in a folder of this computer alone."
        )


def _is_shared(file_system: str) -> bool:
    return file_system in _SHARED or file_system.startswith("fuse.")


def _file_system(place: Path, mounts: str | None) -> str:
    """The kind of file system that holds a folder; empty where the system does not say."""
    if mounts is None:
        if sys.platform != "linux":
            return ""
        mounts = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="replace")
    real = Path(os.path.realpath(place))
    found, kind = -1, ""
    for line in mounts.splitlines():
        mount, _, source = line.partition(" - ")
        point = Path(mount.split()[4].replace("\\040", " "))
        if real.is_relative_to(point) and len(point.parts) >= found:
            found, kind = len(point.parts), source.split()[0]
    return kind


def make_private_folder(folder: Path) -> None:
    """The folder, made for its owner alone when it is new. Raises StoreUnreachable."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as fault:
        raise StoreUnreachable(
            f"The folder for the record cannot be made: {_why(fault)}."
        ) from None


def make_private_file(path: Path) -> None:
    """A new empty file for its owner alone. Raises StoreUnreachable when it is there already."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        raise StoreUnreachable(f"{path.name} is there already; it is not written over.") from None
    except OSError as fault:
        raise StoreUnreachable(f"{path.name} cannot be made here: {_why(fault)}.") from None


def write_private(path: Path, content: bytes) -> None:
    """Put a file in place whole or not at all, for its owner alone. Raises StoreUnreachable."""
    waiting = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        handle = os.open(waiting, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        put_in_place(waiting, path)
    except OSError as fault:
        with suppress(OSError):
            waiting.unlink()
        raise StoreUnreachable(f"{path.name} cannot be written: {_why(fault)}.") from None


def put_in_place(waiting: Path, path: Path) -> None:
    """Give a finished file its name, surviving a power cut. Raises OSError."""
    os.replace(waiting, path)
    if sys.platform != "win32":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _why(fault: OSError) -> str:
    return (fault.strerror or "the system refused").lower()

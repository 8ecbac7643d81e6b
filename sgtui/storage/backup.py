"""A copy of the whole record, taken while others write, and checked before it gets its name."""

import os
import shutil
from contextlib import closing
from pathlib import Path

from sgtui.services.ports import StoreDamaged, StoreUnreachable
from sgtui.storage.engine import Raw, connect
from sgtui.storage.failures import plainly
from sgtui.storage.keyslots import keys_path
from sgtui.storage.places import make_private_file, put_in_place, write_private

_SPARE_BYTES = 1 << 20


def back_up(source: Path, key: bytes, target: Path, replace: bool = False) -> None:
    """Copy the database to `target`, under the same key, with its key slots beside it.

    The copy is one file that opens by itself. Raises StoreUnreachable when the target is there
    already or the disk is too full, StoreDamaged when the copy is not whole.
    """
    if target.exists() and not replace:
        raise StoreUnreachable(f"{target.name} is there already; it is not written over.")
    _refuse_full_disk(source, target)
    waiting = target.with_name(f"{target.name}.new")
    waiting.unlink(missing_ok=True)
    make_private_file(waiting)
    try:
        with plainly(target.name):
            counted = _copy(source, key, waiting)
            check_copy(waiting, key, counted)
        _sync(waiting)
        put_in_place(waiting, target)
    except OSError:
        raise StoreUnreachable(f"{target.name} cannot be written here.") from None
    finally:
        waiting.unlink(missing_ok=True)
    if keys_path(source).is_file():
        write_private(keys_path(target), keys_path(source).read_bytes())


def check_copy(path: Path, key: bytes, at_least: int = 0) -> None:
    """Raise StoreDamaged unless the file is whole and holds at least so many entries."""
    with closing(connect(path, key, read_only=True)) as copy:
        pages = copy.execute("PRAGMA cipher_integrity_check").fetchall()
        parts = copy.execute("PRAGMA integrity_check").fetchall()
        if pages or parts != [("ok",)] or _count(copy) < at_least:
            raise StoreDamaged(f"{path.name} is not a whole copy; it was not kept.")


def _copy(source: Path, key: bytes, waiting: Path) -> int:
    """Copy in one go (in steps it would start anew at each commit); how many entries there were."""
    with closing(connect(source, key)) as live, closing(connect(waiting, key)) as copy:
        counted = _count(live)
        live.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE").fetchall()
    return counted


def _count(raw: Raw) -> int:
    (number,) = raw.execute("SELECT count(*) FROM entries").fetchone()
    return int(number)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _refuse_full_disk(source: Path, target: Path) -> None:
    try:
        needed = 2 * source.stat().st_size + _SPARE_BYTES
        free = shutil.disk_usage(target.absolute().parent).free
    except OSError:
        raise StoreUnreachable(f"The folder for {target.name} is not there.") from None
    if free < needed:
        raise StoreUnreachable(f"The disk has too little space for {target.name}; free some.")

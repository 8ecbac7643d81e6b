"""What the driver reports, as one plain sentence that holds no path, statement or value."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import DBAPIError

from sgtui.services.ports import StoreDamaged, StoreFailure, StoreUnreachable

_UNREACHABLE = {
    3: "{} may not be used by this account.",
    5: "Another program has been writing to {} for more than 10 seconds. Try again.",
    6: "Another program has been writing to {} for more than 10 seconds. Try again.",
    8: "{} or its folder may not be written by this account.",
    10: "The disk did not take or give the data of {}. Check the disk, then try again.",
    13: "The disk that holds {} is full. Free some space, then try again.",
    14: "{} cannot be opened here. Check its folder and this account's rights.",
    23: "{} may not be used by this account.",
}
_DAMAGED = {
    1: "{} lacks a part that this program needs. Restore a backup.",
    11: "{} is damaged. Stop writing to it and restore a backup.",
    26: "{} does not open with this key: it is another file's key, or it is damaged.",
}


def store_failure(name: str, fault: BaseException) -> StoreFailure | None:
    """The plain failure that a driver's error means; nothing when it is a mistake of ours."""
    code = getattr(fault, "sqlite_errorcode", 0) & 0xFF
    if code in _UNREACHABLE:
        return StoreUnreachable(_UNREACHABLE[code].format(name))
    if code in _DAMAGED:
        return StoreDamaged(_DAMAGED[code].format(name))
    return None


@contextmanager
def plainly(name: str) -> Iterator[None]:
    """Turn the driver's errors inside the block into StoreFailure; `name` is the file's own."""
    try:
        yield
    except DBAPIError as fault:
        plain = store_failure(name, fault.orig or fault)
        if plain is None:
            raise
        raise plain from None
    except driver.Error as fault:
        plain = store_failure(name, fault)
        if plain is None:
            raise
        raise plain from None

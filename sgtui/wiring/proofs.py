"""What proves that nobody altered a record or a case, and what is printed from it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sgtui.services.audit import Seal, Verified
    from sgtui.services.case_copy import CaseCopy
    from sgtui.services.desk import Desk
    from sgtui.services.ports import Fault, Store
    from sgtui.services.reports import Press


def verify(desk: "Desk") -> "Verified":
    """Check every entry, chain, seal and list of the record."""
    from sgtui.services import audit
    from sgtui.storage import check

    return audit.verify(desk, check.verify)


def seal(desk: "Desk") -> "Seal":
    """A checkpoint over the record as it is now."""
    from sgtui.services import audit
    from sgtui.storage.words import words_of

    return audit.seal(desk, database_id(desk.store), words_of)


def copy_case(desk: "Desk", reference: str) -> "CaseCopy":
    """A case as a file of its own. Raises NoSuchCase, NotForYou."""
    from sgtui.services.case import case_id_of
    from sgtui.services.case_copy import copy_of
    from sgtui.storage.words import words_of

    return copy_of(desk, case_id_of(desk, reference), database_id(desk.store), words_of)


def verify_copy(copied: "CaseCopy") -> "list[Fault]":
    """Everything wrong with such a file; no record is opened."""
    from sgtui.services import case_copy
    from sgtui.storage.chain import is_signed
    from sgtui.storage.check import verify_copied
    from sgtui.storage.words import words_of

    return case_copy.verify_copy(copied, verify_copied, is_signed, words_of)


def press() -> "Press":
    """Makes documents, to read and to print."""
    from sgtui.documents.press.house import HousePress

    return HousePress()


def database_id(store: "Store") -> str:
    """The id that a database keeps through every move and backup."""
    from sgtui.storage.store import SqliteStore

    return store.database_id.hex if isinstance(store, SqliteStore) else ""

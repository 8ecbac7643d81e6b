"""What must not be said is put otherwise in every text of a section, whatever holds it."""

from dataclasses import fields, is_dataclass
from typing import Any

from sgtui.documents.model import Column, Picture, Record, Section, Table
from sgtui.documents.rewording import reworded
from tests.documents.a_document import EVERY_BLOCK, RECORDS

_FIXED = {"pattern", "style", "svg", "unit", "name", "reference", "empty", "limit_words", "head"}
"""What comes from the program and never from people, or is no text to be read."""


def texts(found: Any, field: str = "") -> list[str]:
    """Every text within a value that people may have written."""
    if isinstance(found, str):
        return [] if field in _FIXED else [found]
    if is_dataclass(found):
        return [t for f in fields(found) for t in texts(getattr(found, f.name), f.name)]
    if isinstance(found, tuple):
        return [text for one in found for text in texts(one, field)]
    return []


def test_every_text_of_every_sort_of_block_is_put_through_it() -> None:
    whole = Section("A title", EVERY_BLOCK, records=RECORDS, figures=(("one", "said"), ("n", 1)))
    said = texts(reworded(whole, lambda text: f"~{text}"))
    plain = [text for text in said if not text.startswith("~")]
    labels = {fact for block in EVERY_BLOCK for fact, _ in getattr(block, "facts", ())}
    assert len(said) > 40
    assert set(plain) <= labels | {"one", "n"}


def test_numbers_times_and_pictures_stay_as_they_are() -> None:
    table = Table((Column("Name"),), ((7, None, 1.5, "Ben"),))
    picture = Picture("<svg/>", "Ben", ("Ben",), 0.5)
    whole = Section("Ben", (table, picture), "SG-26-K4T7", (1, "ab"), (Record((7, "Ben")),))
    found = reworded(whole, lambda text: text.replace("Ben", "resident A"))
    assert found.blocks[0] == Table((Column("Name"),), ((7, None, 1.5, "resident A"),))
    assert found.blocks[1] == Picture("<svg/>", "resident A", ("resident A",), 0.5)
    assert (found.reference, found.head) == ("SG-26-K4T7", (1, "ab"))
    assert found.records == (Record((7, "resident A")),)

"""A document as PDF for print and for the archive: tagged (PDF/UA-1), self-contained (PDF/A-2a).

A long one comes in several parts, so that making it takes no more memory than a short one.
"""

import ctypes
import json
import sys
from collections.abc import Iterator
from datetime import UTC
from functools import cache
from importlib.resources import files

import typst

from sgtui.documents.model import Document
from sgtui.documents.press.typeset.pages import Data, Paper
from sgtui.documents.press.typeset.parts import parted
from sgtui.services.reports import NotWritten

HEAVIEST = 250_000
"""Greatest weight of one part: some 600 rows of a chronology."""

_FORGOTTEN_AFTER = 12
"""Runs after which typst has dropped what it kept of an earlier one."""
_NOTHING = b"#set page(width: 9pt, height: 9pt)\n"


def parts(document: Document, heaviest: int | None = None) -> Iterator[bytes]:
    """The document's files, one after the other; most documents are one.

    Raises NotWritten where a page cannot be set.
    """
    paper = Paper(document)
    for number, (sections, more) in enumerate(
        parted(document.sections, heaviest or HEAVIEST), start=1
    ):
        yield _set(paper.part(sections, number, only=number == 1 and not more), document)
        if more:
            _forget()


def _set(data: Data, document: Document) -> bytes:
    """One file. What typst says is not repeated, for it quotes what people wrote."""
    try:
        return typst.compile(
            _template(),
            sys_inputs={"document": json.dumps(data)},
            font_paths=_fonts(),
            pdf_standards=["ua-1", "a-2a"],
            timestamp=document.made.at.astimezone(UTC).replace(microsecond=0),
        )
    except typst.TypstError:
        raise NotWritten(
            "A page of it cannot be set as PDF. Nothing was written; the text form can be."
        ) from None


def _forget() -> None:
    """Let go of the pages just set: they are kept for a dozen runs, however small."""
    for _ in range(_FORGOTTEN_AFTER):
        typst.compile(_NOTHING, format="svg", font_paths=_fonts())
    _give_back()


def _give_back() -> None:
    """Where the C library would keep what was let go of for itself, have it give that back.

    Without this a pack of every file of a large home grows by a third of a megabyte a part.
    """
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # GNU's has it, others need none
        if trim is not None:
            trim(0)


@cache
def _fonts() -> typst.Fonts:
    """The fonts within typst alone, so that a page comes out the same on every computer."""
    return typst.Fonts(include_system_fonts=False)


@cache
def _template() -> bytes:
    return files("sgtui.documents.press.typeset").joinpath("document.typ").read_bytes()

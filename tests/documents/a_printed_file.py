"""A printed file as another program reads it."""

import io
import re
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader

from sgtui.documents.model import Block, Document
from sgtui.documents.press import pdf
from tests.documents.a_document import a_document, a_section


def read(part: bytes) -> PdfReader:
    """The file, opened."""
    return PdfReader(io.BytesIO(part), strict=True)


def printed(document: Document) -> PdfReader:
    """The one file of a short document."""
    (part,) = pdf.parts(document)
    return read(part)


def page_of(*blocks: Block, **said: Any) -> str:
    """The words on the pages of these blocks, blanks and line ends being all alike."""
    return words(printed(a_document(a_section(*blocks, **said))))


def words(reader: PdfReader) -> str:
    """Every page's words, one after the other."""
    return plain(" ".join(page.extract_text() for page in reader.pages))


def plain(text: str) -> str:
    """Blanks, no-break spaces and line ends as single spaces; places to part a word left out."""
    return re.sub(r"\s+", " ", text.replace("\N{ZERO WIDTH SPACE}", "")).strip()


def tags(reader: PdfReader) -> Iterator[dict[str, Any]]:
    """Every element of the structure that a screen reader follows, in its order."""
    root: Any = reader.trailer["/Root"]
    yield from _below(root["/StructTreeRoot"])


def _below(element: Any) -> Iterator[dict[str, Any]]:
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        found = kid.get_object()
        if isinstance(found, dict) and "/S" in found:
            yield found
            yield from _below(found)

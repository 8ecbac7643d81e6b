"""What a printed document's file is called: its name, its case's reference and the day.

Never a person's name, for a folder's list is read by whoever passes by.
"""

from sgtui.documents.model import Document
from sgtui.documents.press.heads import made_on
from sgtui.services.reports import Format

_ENDINGS = {Format.TEXT: "txt", Format.PDF: "pdf", Format.CSV: "csv", Format.JSON: "json"}


def file_name(document: Document, form: Format, *, part: int = 0, copy: int = 1) -> str:
    """ "inspection-pack-SG-26-K4T7-2026-11-22.pdf".

    `part` counts from 1 where there are several files; `copy` is over 1 where a name was taken.
    """
    parts = [document.name, document.reference, made_on(document)]
    parts += [str(copy)] * (copy > 1) + [f"part-{part}"] * (part > 0)
    return f"{'-'.join(filter(None, parts))}.{_ENDINGS[form]}"

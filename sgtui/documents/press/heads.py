"""What stands at the head and the foot of every document: what it is, of whom, made when."""

from sgtui.documents.model import Document, Section
from sgtui.domain.london_time import in_london, moment_words
from sgtui.domain.text import display, display_line

SHOWN = 12
"""Letters of a hash that stand on each page: enough to tell two states of a record apart."""


def made_words(document: Document) -> str:
    """ "Rosewood House, made Sun 22 Nov 2026 14:32 by Joy Okafor, shift leader"."""
    made = document.made
    return f"{display_line(made.service)}, made {moment_words(made.at)} by {display_line(made.by)}"


def head_facts(document: Document) -> tuple[tuple[str, str], ...]:
    """Labels with what is known of the whole document, for its first page."""
    made = document.made
    found = [
        ("Service", display(made.service)),
        ("Made", f"{moment_words(made.at)} by {display(made.by)}"),
    ]
    if document.since and document.until:
        found.insert(1, ("Period", period_words(document)))
    return (*found, ("State of the record", record_words(document)))


def record_words(document: Document, letters: int | None = None) -> str:
    """ "Register entry 1203, 9ab3f0...": the state of the record that it was made from."""
    made = document.made
    return f"Register entry {made.record_number}, {made.record_head[:letters]}"


def period_words(document: Document) -> str:
    """ "from Thu 1 Oct 2026 00:00, before Fri 1 Jan 2027 00:00"; empty without a period."""
    if document.since is None or document.until is None:
        return ""
    return f"from {moment_words(document.since)}, before {moment_words(document.until)}"


def section_state(section: Section, letters: int | None = None) -> str:
    """Which case a section is about and up to where it had been written; empty where none."""
    if section.head is None:
        return display_line(section.reference)
    number, head = section.head
    return f"{display_line(section.reference)}, entry {number}, {head[:letters]}".removeprefix(", ")


def made_on(document: Document) -> str:
    """The London date it was made, as a file's name has it: "2026-11-22"."""
    return in_london(document.made.at).date().isoformat()

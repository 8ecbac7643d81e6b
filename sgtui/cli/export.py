"""`sgtui export REF -o FILE`: one case as a file that anybody can check."""

from argparse import ArgumentParser, Namespace

from sgtui.cli.exits import OK, Refused
from sgtui.cli.output import say, write_document
from sgtui.cli.place import signed_in

HELP = "one case as a file of its own, to be checked anywhere with sgtui verify FILE"


def add_arguments(parser: ArgumentParser) -> None:
    """Which case, and into which file."""
    parser.add_argument("ref", metavar="REF", help="the case's reference, such as SG-26-K4T7")
    parser.add_argument("-o", "--output", metavar="FILE", help="the file to write; a new one")


def run(given: Namespace) -> int:
    """Write one case file, whole or not at all."""
    if not given.output:
        raise Refused("Say where to: sgtui export REF -o FILE.")
    with signed_in(given) as desk:
        from sgtui import wiring

        copied = wiring.copy_case(desk, given.ref)
    write_document(given.output, copied.text)
    say(f"Written: {copied.reference}, {copied.number} entries. {holds_names(copied.withheld)}")
    say(f"Its newest entry is {copied.head[:12]}, in words: {' '.join(copied.words)}")
    return OK


def holds_names(withheld: int) -> str:
    """What whoever holds the file must know about it."""
    left_out = ""
    if withheld:
        texts = "1 entry" if withheld == 1 else f"{withheld} entries"
        left_out = f" The text of {texts} is left out: it speaks of a case not shown to you."
    return f"It holds names and can be read by anybody: keep it locked away.{left_out}"

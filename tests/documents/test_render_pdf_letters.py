"""What the program takes a printed letter for is what the fonts within typst have."""

import json

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from sgtui.documents.press.typeset.letters import Letters, widest_word, width_of

MEASURING = b"""
#set text(font: ("Libertinus Serif", "DejaVu Sans Mono"), size: 100pt)
#let letters = json(bytes(sys.inputs.letters))
#context [
  #metadata(letters.map(one => measure(text(one)).width.pt())) <plain>
  #metadata(letters.map(one => measure(strong(one)).width.pt())) <bold>
]
"""


def is_shown(letter: str) -> bool:
    """Whether a letter is printed by itself, as it is."""
    return Letters().printable(letter) == letter


def measured(letters: str, style: str) -> list[float]:
    """How wide the fonts make each letter, in hundredths of an em."""
    said = typst.query(
        MEASURING,
        f"<{style}>",
        field="value",
        one=True,
        ignore_system_fonts=True,
        sys_inputs={"letters": json.dumps(list(letters))},
    )
    widths: list[float] = json.loads(said)
    return widths


@pytest.mark.parametrize("style", ["plain", "bold"])
def test_no_letter_is_wider_than_it_is_taken_for(style: str) -> None:
    letters = "".join(letter for letter in map(chr, range(32, 0x3000)) if is_shown(letter))
    for letter, width in zip(letters, measured(letters, style), strict=True):
        assert width <= width_of(letter, 100, bold=style == "bold") + 0.01, letter


def test_letters_are_not_taken_for_much_wider_than_they_are() -> None:
    text = "Found a bruise on her left forearm while dressing; she looked away at 14:32."
    assert width_of(text, 100) < 1.12 * sum(measured(text, "plain"))


@given(st.text(max_size=400), st.floats(30, 500), st.booleans())
def test_every_word_can_be_parted_to_fit_and_no_letter_is_lost(
    text: str, width: float, bold: bool
) -> None:
    letters = Letters()
    shown = letters.printable(text)
    fitting = letters.fitting(text, 10, width, bold=bold)
    assert fitting.replace("\N{ZERO WIDTH SPACE}", "") == shown
    widest = widest_word(fitting.replace("\N{ZERO WIDTH SPACE}", " "), 10, bold=bold)
    assert widest <= width + 0.001


def test_words_that_fit_are_left_alone() -> None:
    assert Letters().fitting("purple and yellow", 10, 70) == "purple and yellow"

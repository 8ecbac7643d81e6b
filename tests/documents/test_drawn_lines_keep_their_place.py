"""What a picture draws in letters stands in the text as it was laid out."""

from sgtui.documents.model import Picture, Section
from sgtui.documents.press.text import section_lines

BOX = ("┌──────┐", "│ L1   │", "└──────┘")


def printed(*drawn: str, ascii: bool = False) -> list[str]:
    section = Section("", (Picture("<svg/>", "A box.", drawn),))
    return [line for line in section_lines(section, 40, ascii=ascii) if line]


def test_blanks_that_were_laid_out_stay() -> None:
    assert printed(*BOX) == list(BOX)


def test_for_a_terminal_without_box_drawing_it_is_drawn_in_plain_letters() -> None:
    assert printed(*BOX, ascii=True) == ["+------+", "| L1   |", "+------+"]


def test_a_line_too_long_to_be_drawn_is_wrapped() -> None:
    assert all(len(line) <= 40 for line in printed("word " * 20))


def test_what_a_terminal_would_obey_is_shown_and_not_obeyed() -> None:
    (line,) = printed("a\x1b[2Jb")
    assert "\x1b" not in line

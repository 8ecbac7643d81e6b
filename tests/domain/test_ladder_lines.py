"""The line of every key of a ladder file is found, whatever stands in its texts."""

from hypothesis import given
from hypothesis import strategies as st

from sgtui.domain.ladder_lines import LadderLines

TEXT = '''[ladder]
id = "x" # id = "y"

[[stage]]
code = "L1"
script = """
[[stage]]
code = "no"
"""
checklist = [
  "code = 7",
  '"""',
]
[[stage.clock]]
duty = "receipt"
[stage.clock.late]
amount = 3
[[stage.clock]]
risk_override.high.amount = 3

[[stage]]
code = "L2"
'''


def test_keys_are_found_in_the_right_table() -> None:
    lines = LadderLines(TEXT)
    assert lines.line(("ladder", "id")) == 2
    assert lines.line(("stage", 0, "code")) == 5
    assert lines.line(("stage", 0, "clock", 0, "duty")) == 15
    assert lines.line(("stage", 0, "clock", 0, "late", "amount")) == 17
    assert lines.line(("stage", 0, "clock", 1, "risk_override", "high", "amount")) == 19
    assert lines.line(("stage", 1, "code")) == 22


def test_what_is_not_written_is_found_by_what_holds_it() -> None:
    lines = LadderLines(TEXT)
    assert lines.line(("stage", 1, "owner_role")) == 21
    assert lines.line(("stage", 0, "checklist", 1)) == 10
    assert lines.line(("ladder", "version")) == 1
    assert lines.line(("nothing",)) == 1


@given(st.text())
def test_any_text_has_lines(text: str) -> None:
    assert LadderLines(text).line(("stage", 0, "code")) >= 1

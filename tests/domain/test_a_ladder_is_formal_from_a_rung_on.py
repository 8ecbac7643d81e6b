"""From the rung that the ladder says, and above it, a challenge is marked as formal (L11)."""

from sgtui.domain.ladder_compare import compare
from sgtui.domain.ladder_file import shipped
from tests.domain.a_home import LADDER


def test_the_shipped_ladder_is_formal_from_the_head_of_service_on() -> None:
    found = {code: LADDER.is_formal(code) for code in LADDER.rung_codes}
    assert found == {"L9": False, "L10": False, "L11": True, "L12": True, "L13": True}


def test_what_is_no_rung_is_never_formal() -> None:
    assert not any(LADDER.is_formal(code) for code in ("L1", "L7a", "L16", "L99"))


def test_a_board_that_extends_it_is_formal_at_the_same_rung() -> None:
    board = shipped("ENG-dorset-bcp-1")
    assert board is not None
    assert (board.is_formal("L10"), board.is_formal("L11")) == (False, True)


def test_a_ladder_that_is_formal_elsewhere_is_said_to_differ() -> None:
    stages = tuple(one.model_copy(update={"formal": one.code == "L10"}) for one in LADDER.stages)
    other = LADDER.model_copy(update={"stages": stages})
    assert "L10: formal from here on no -> yes" in compare(LADDER, other)

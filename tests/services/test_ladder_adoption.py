"""Adopting a ladder: for new cases only, and never another text under a known version."""

from uuid import uuid4

import pytest

from sgtui.domain.ladder_faults import LadderRefused
from sgtui.domain.ladder_file import shipped_text
from sgtui.services.case import read_case
from sgtui.services.concern import record_concern
from sgtui.services.ladders import adopt_ladder
from sgtui.services.record import NotYet
from tests.services.conftest import Home

OURS = """
[ladder]
id = "testshire"
version = "testshire-1"
extends = "ENG-default-1"
jurisdiction = "SCT"
authority = "Testshire"
source_title = "Testshire procedures"
source_checked_on = 2026-01-10
review_by = 2026-06-01
"""


def test_a_case_keeps_the_ladder_it_began_with(home: Home) -> None:
    before = record_concern(home.desk, home.notice(), case_id=uuid4())
    adopt_ladder(home.desk, OURS, "ours.toml")
    after = record_concern(home.desk, home.notice(), case_id=uuid4())
    assert read_case(home.desk, before.case_id).ladder.version == "ENG-default-1"
    assert read_case(home.desk, after.case_id).ladder.version == "testshire-1"


def test_what_the_home_still_lacks_is_said(home: Home) -> None:
    warnings = adopt_ladder(home.desk, OURS, "ours.toml").warnings
    assert "The ladder is for SCT, the home for ENG." in warnings
    assert any("neither a telephone number" in sentence for sentence in warnings)
    assert any("looked at again" in sentence for sentence in warnings)


def test_a_known_version_with_another_text_is_refused(home: Home) -> None:
    with pytest.raises(NotYet, match="new version"):
        adopt_ladder(home.desk, shipped_text("ENG-default-1") + "\n# changed", "x.toml")


def test_a_faulty_ladder_is_refused_with_its_line(home: Home) -> None:
    with pytest.raises(LadderRefused, match=r"ours\.toml, line"):
        adopt_ladder(home.desk, OURS.replace("2026-06-01", '"soon"'), "ours.toml")


def test_a_homes_own_ladder_may_be_built_upon(home: Home) -> None:
    adopt_ladder(home.desk, OURS, "ours.toml")
    second = OURS.replace("testshire-1", "testshire-2").replace("ENG-default-1", "testshire-1")
    assert adopt_ladder(home.desk, second, "second.toml").version == "testshire-2"
    with home.desk.store.reading() as unit:
        register = home.desk.register(unit)
        ladder = home.desk.known.ladder(register, "testshire-2")
    assert ladder.stages == home.desk.known.ladder(register, "testshire-1").stages


def test_what_it_extends_stays_as_the_home_adopted_it(home: Home) -> None:
    own = shipped_text("ENG-dorset-bcp-1").replace('title = "Challenge: line', 'title = "Own: line')
    adopt_ladder(home.desk, own, "own.toml")
    third = OURS.replace("ENG-default-1", "ENG-dorset-bcp-1")
    adopt_ladder(home.desk, third, "third.toml")
    with home.desk.store.reading() as unit:
        register = home.desk.register(unit)
    ladder = home.desk.known.ladder(register, "testshire-1")
    assert ladder.stage("L10").title == "Own: line managers"

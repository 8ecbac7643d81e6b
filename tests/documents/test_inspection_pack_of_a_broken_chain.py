"""A pack of a case whose chain is broken says so before anybody relies on it."""

from pathlib import Path

from sgtui.documents.inspection_pack.proof import proof
from sgtui.documents.model import Paragraph
from sgtui.services.case import read_case
from sgtui.services.chain_look import ChainLook, look_at_chain, witness
from tests.documents.a_told_record import desk_with
from tests.domain.case_builder import a_full_record


def test_it_is_said_first_and_in_strong_words_and_nothing_says_it_is_whole(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, a_full_record())
    with desk.store.reading() as unit:
        (case_id,) = unit.case_ids()
    view, look = read_case(desk, case_id), look_at_chain(desk, case_id, witness(desk))
    broken = list(proof(view, ChainLook(look.hashes, "Entry 2 is missing.")))
    warning = broken[1]
    assert isinstance(warning, Paragraph) and warning.style == "strong"
    assert warning.words.startswith("Entry 2 is missing. Do not rely on this pack")
    assert not any("are all there" in str(block) for block in broken)
    assert any("are all there" in str(block) for block in proof(view, look))

"""A manager audits files by keys alone: draws them, answers what is asked, goes to the next."""

from pathlib import Path

from textual.widgets import Input

from sgtui.domain.entries import ObservationMade
from sgtui.domain.entries.choices import AuditAnswer
from sgtui.domain.findings import FindingState
from sgtui.services import drafts
from sgtui.services.checklists import current
from sgtui.services.record import new_entry, record
from sgtui.ui.screens.audit.audits import AuditsScreen
from sgtui.ui.screens.audit.files import AuditFilesScreen
from sgtui.ui.screens.audit.finding import FindingScreen
from sgtui.ui.screens.audit.new_audit import NewAuditScreen
from sgtui.ui.screens.case import CaseScreen
from sgtui.ui.widgets.field_row import FieldRow
from sgtui.ui.widgets.row_list import RowList
from sgtui.ui.widgets.sheet import Sheet
from tests.ui.audit_desk import AtAudits, at_the_audits

YES, NO, BESIDE = AuditAnswer.YES, AuditAnswer.NO, AuditAnswer.NOT_APPLICABLE


def stood_on(person: AtAudits) -> str | None:
    return person.file.query_one("#items", RowList).key


async def test_without_an_audit_it_says_how_to_begin_one(tmp_path: Path) -> None:
    async with at_the_audits(tmp_path) as person:
        listed = person.app.screen.query_one("#audits", RowList)
        assert listed.empty.startswith("No audit yet. N begins one")


async def test_files_are_drawn_and_looked_through_one_after_the_other(tmp_path: Path) -> None:
    async with at_the_audits(tmp_path) as person:
        await person.begin()
        assert isinstance(person.app.screen, AuditFilesScreen)
        assert person.said == "Saved: 2 files drawn. Enter opens the first."
        await person.press("enter")
        first = person.file.case_id
        await person.answer_all()
        await person.press("ctrl+s")
        assert person.file.case_id != first
        assert person.said.endswith("no finding. 1 file left.")
        await person.answer_all()
        await person.press("ctrl+s")
        assert isinstance(person.app.screen, AuditFilesScreen)
        assert person.said.endswith("That was the last. F9 ends the audit.")
        await person.press("f9")
        await person.type("Records are whole.")
        await person.press("f9")
        (audit,) = person.audits
        assert (audit.summary, audit.is_whole) == ("Records are whole.", True)


async def test_no_and_does_not_apply_ask_why_and_go_on_to_the_next(tmp_path: Path) -> None:
    async with at_the_audits(tmp_path, files=1) as person:
        await person.begin()
        await person.press("enter")
        assert stood_on(person) == "verbatim"
        await person.press("3")
        row = person.file.query_one("#saying", FieldRow)
        await person.press("enter")
        assert row.complaint == "Say it in a few words, or Esc."
        await person.type("Nobody said anything.")
        await person.press("enter")
        assert stood_on(person) == "fact_opinion"
        await person.press("2", "escape")
        assert "fact_opinion" not in person.file.answering.given  # type: ignore[union-attr]
        await person.answer_all()
        await person.press("ctrl+s")
        (audit,) = person.audits
        assert audit.of_item("verbatim") == {BESIDE: 1}
        assert audit.of_item("fact_opinion") == {YES: 1}


async def test_it_is_not_saved_while_something_is_not_answered(tmp_path: Path) -> None:
    async with at_the_audits(tmp_path, files=1) as person:
        await person.begin()
        await person.press("enter", "1", "ctrl+s")
        assert person.said.startswith("Problem: Not saved. Fact and view apart")
        assert stood_on(person) == "fact_opinion"


async def test_saving_takes_what_the_line_says_and_names_the_next_item(tmp_path: Path) -> None:
    async with at_the_audits(tmp_path, files=1) as person:
        await person.begin()
        await person.press("enter", "2")
        await person.type("Only a summary.")
        await person.press("ctrl+s")
        assert person.said.startswith("Problem: Not saved. Fact and view apart")
        given = person.file.answering.given  # type: ignore[union-attr]
        assert given["verbatim"].because == "Only a summary."


async def test_what_was_wrong_is_said_no_more_once_something_is_answered(tmp_path: Path) -> None:
    async with at_the_audits(tmp_path, files=1) as person:
        await person.begin()
        await person.press("enter", "ctrl+s")
        assert person.said.startswith("Problem: Not saved.")
        await person.press("1")
        assert person.said == ""


async def test_a_no_that_nobody_is_given_says_how_to_have_it_mended(tmp_path: Path) -> None:
    async with at_the_audits(tmp_path, files=1) as person:
        await person.begin()
        await person.press("enter", "2")
        await person.type("Only a summary.")
        await person.press("enter")
        assert person.said == "Not given to anybody. To have it mended: Up to it, then F."
        await person.press("up", "f")
        assert isinstance(person.app.screen, FindingScreen)


async def test_a_finding_is_not_lost_by_a_digit_too_many(tmp_path: Path) -> None:
    async with at_the_audits(tmp_path, files=1) as person:
        await person.begin()
        await person.press("enter", "2")
        await person.type("Only a summary.")
        await person.press("enter", "up", "f", "ctrl+s")
        assert stood_on(person) == "fact_opinion"
        await person.press("up", "1")
        assert person.said.startswith("Problem: Somebody is to mend this.")
        assert any("FINDING for Ruth Amis" in line for line in person.rows)
        await person.press("delete", "1")
        given = person.file.answering.given  # type: ignore[union-attr]
        assert given["verbatim"].answer is YES


async def test_the_record_s_own_answer_takes_no_digit(tmp_path: Path) -> None:
    async with at_the_audits(tmp_path, files=1) as person:
        await person.begin()
        await person.press("enter")
        person.file.query_one("#items", RowList).stand_on("times")
        await person.press("2")
        assert not person.file.has_class("saying")
        assert "times" not in person.file.answering.given  # type: ignore[union-attr]


async def test_a_gap_is_taken_up_changed_or_let_be(tmp_path: Path) -> None:
    async with at_the_audits(tmp_path, files=1) as person:
        await person.begin()
        await person.press("enter", "1", "1", "2")
        await person.type("The daughter is named by first name only.")
        await person.press("enter")
        person.file.query_one("#items", RowList).stand_on("full_names")
        assert any("Not taken up" in line for line in person.rows)
        await person.press("f")
        assert isinstance(person.app.screen, FindingScreen)
        await person.press("ctrl+s")
        assert any("FINDING for Ruth Amis" in line for line in person.rows)
        await person.press("up", "delete")
        assert any("Not taken up" in line for line in person.rows)
        await person.press("f", "ctrl+s")
        await person.answer_all()
        await person.press("ctrl+s")
        (audit,) = person.audits
        assert audit.state(FindingState.OPEN) == 1
        assert audit.findings[0].raised.found.startswith("Full names: The daughter")


async def test_what_was_answered_is_kept_as_a_draft_until_it_is_saved(tmp_path: Path) -> None:
    async with at_the_audits(tmp_path, files=1) as person:
        await person.begin()
        await person.press("enter", "1", "2")
        await person.type("Views among facts.")
        await person.press("enter", "escape")
        assert person.said == "Draft kept: nothing is lost. It waits on the file."
        await person.press("enter")
        given = person.file.answering.given  # type: ignore[union-attr]
        assert (given["verbatim"].answer, given["fact_opinion"].answer) == (YES, NO)
        assert given["fact_opinion"].because == "Views among facts."
        await person.answer_all()
        await person.press("ctrl+s")
        assert drafts.mine(person.desk) == ()


async def test_a_draft_is_carried_on_from_the_case(tmp_path: Path) -> None:
    async with at_the_audits(tmp_path, files=1) as person:
        await person.begin()
        await person.press("enter", "1", "escape")
        (draft,) = drafts.mine(person.desk)
        person.app.open_screen("audit_file", draft.case_id, draft, "")
        await person.press("down")
        assert "verbatim" in person.file.answering.given  # type: ignore[union-attr]


async def test_somebody_else_s_entry_meanwhile_is_looked_at_and_nothing_lost(
    tmp_path: Path,
) -> None:
    async with at_the_audits(tmp_path, files=1) as person:
        await person.begin()
        await person.press("enter")
        await person.answer_all()
        view = person.file
        said = ObservationMade(text="Calm.")
        record(person.desk, view.case_id, [new_entry(said, person.desk.now())])
        await person.press("ctrl+s")
        assert person.said.startswith("Problem:")
        assert not view.answering.open_items  # type: ignore[union-attr]
        await person.press("ctrl+s")
        assert person.audits[0].is_whole


async def test_o_and_c_show_the_item_and_the_case(tmp_path: Path) -> None:
    async with at_the_audits(tmp_path, files=1) as person:
        await person.begin()
        await person.press("enter", "c")
        assert isinstance(person.app.screen, CaseScreen)


async def test_the_trend_shows_from_the_second_audit_on(tmp_path: Path) -> None:
    async with at_the_audits(tmp_path, files=1) as person:
        for missing in (True, False):
            await person.begin()
            await person.press("enter")
            if missing:
                await person.press("1", "2")
                await person.type("Mixed.")
                await person.press("enter")
            await person.answer_all()
            await person.press("ctrl+s", "escape")
        assert isinstance(person.app.screen, AuditsScreen)
        trend = person.app.screen.query_one("#trend", Sheet).text
        assert "100%" in trend
        assert "points more complete than on" in trend
        assert all(len(line) <= 78 for line in trend.splitlines())


async def test_a_number_that_is_none_is_complained_about(tmp_path: Path) -> None:
    async with at_the_audits(tmp_path) as person:
        await person.press("n")
        screen = person.app.screen
        assert isinstance(screen, NewAuditScreen)
        screen.set_focus(screen.query_one("#size", Input))
        await person.type("some")
        await person.press("ctrl+s")
        row = screen.query_one("#row-size", FieldRow)
        assert row.complaint == "Type a whole number, or leave it empty."
        assert person.audits == ()


async def test_a_manager_adds_an_item_and_leaves_one_out(tmp_path: Path) -> None:
    async with at_the_audits(tmp_path) as person:
        await person.press("c", "a", "ctrl+s")
        assert person.said == "Problem: Not saved. Short name: fill this in."
        for text in ("Told back", "Was whoever raised it told?", "For the board."):
            await person.type(text)
            await person.press("enter")
        await person.press("2", "enter")
        await person.type("Audit of May")
        await person.press("ctrl+s")
        assert any("risk  Told back" in line for line in person.rows)
        listed = person.app.screen.query_one("#items", RowList)
        listed.stand_on("lessons")
        await person.press("delete")
        await person.type("Asked in the review")
        await person.press("f9")
        with person.desk.store.reading() as unit:
            checklist = current(person.desk.register(unit))
        assert checklist.item("told_back") is not None
        assert checklist.item("lessons") is None


async def test_every_line_of_a_file_fits_80_columns(tmp_path: Path) -> None:
    async with at_the_audits(tmp_path, files=1) as person:
        await person.begin()
        await person.press("enter")
        assert all(len(line) <= 78 for line in person.rows)
        await person.press("escape")
        assert all(len(line) <= 78 for line in person.rows)

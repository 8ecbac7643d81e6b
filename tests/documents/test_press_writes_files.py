"""What is printed into files is there whole, for one person alone, over no other file."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from sgtui.documents.model import Document, Paragraph, Section
from sgtui.documents.press import pdf
from sgtui.documents.press.house import print_document
from sgtui.services.reports import Format, NotWritten
from sgtui.services.work import Stopped
from tests.documents.a_document import a_document, a_section
from tests.documents.a_printed_file import read

DAY = "inspection-pack-SG-26-K4T7-2026-11-22"
FORMS = list(Format)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def names(folder: Path) -> list[str]:
    """Everything in a folder, what is hidden as well."""
    return sorted(path.name for path in folder.iterdir())


def stopped_at_the_second() -> Iterator[Section]:
    """Sections whose making is stopped."""
    yield a_section(Paragraph("word " * 2000))
    raise Stopped("Stopped. Nothing was written.")


@pytest.mark.parametrize("form", FORMS)
def test_a_named_file_is_written_for_this_person_alone(tmp_path: Path, form: Format) -> None:
    target = tmp_path / "given.file"
    assert print_document(a_document(), form, target) == (target,)
    assert names(tmp_path) == ["given.file"]
    assert mode(target) == 0o600
    assert target.stat().st_size > 200


@pytest.mark.parametrize("form", FORMS)
def test_a_folder_is_made_and_the_file_gets_its_own_name(tmp_path: Path, form: Format) -> None:
    folder = tmp_path / "prints" / "november"
    (file,) = print_document(a_document(), form, folder)
    assert file.parent == folder
    assert file.stem == DAY
    assert mode(folder) == 0o700
    assert names(folder) == [file.name]


def test_a_name_that_is_taken_gets_a_running_number(tmp_path: Path) -> None:
    files = [print_document(a_document(), Format.CSV, tmp_path)[0].name for _ in range(3)]
    assert files == [f"{DAY}.csv", f"{DAY}-2.csv", f"{DAY}-3.csv"]


def test_a_named_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    target = tmp_path / "kept.txt"
    target.write_text("kept")
    with pytest.raises(NotWritten, match=r"^kept\.txt is there already; it is not written over\.$"):
        print_document(a_document(), Format.TEXT, target)
    assert target.read_text() == "kept"
    assert names(tmp_path) == ["kept.txt"]


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "elsewhere.txt")
    with pytest.raises(NotWritten):
        print_document(a_document(), Format.TEXT, tmp_path / "link.txt")
    assert names(tmp_path) == ["link.txt"]


def test_a_folder_that_cannot_be_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for into in (tmp_path / "none" / "a.txt", tmp_path / "file", tmp_path / ("x" * 300)):
        with pytest.raises(NotWritten, match="Is its folder there, with room, and yours to use"):
            print_document(a_document(), Format.TEXT, into)
    assert names(tmp_path) == ["file"]


@pytest.mark.parametrize("form", FORMS)
def test_what_is_stopped_leaves_nothing_behind(
    tmp_path: Path, form: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "HEAVIEST", 1000)
    with pytest.raises(Stopped):
        print_document(a_document(sections=stopped_at_the_second()), form, tmp_path / "prints")
    assert names(tmp_path) == []


def long() -> Document:
    """Three sections, each as heavy as a part."""
    return a_document(*(a_section(Paragraph(f"Case{n} " * 200)) for n in range(3)))


def test_a_long_pdf_comes_in_numbered_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "HEAVIEST", 1000)
    files = print_document(long(), Format.PDF, tmp_path)
    assert [file.name for file in files] == [f"{DAY}-part-{n}.pdf" for n in (1, 2, 3)]
    for number, file in enumerate(files):
        assert f"Case{number}" in read(file.read_bytes()).pages[0].extract_text()


def test_parts_of_a_named_file_are_numbered_and_come_all_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "HEAVIEST", 1000)
    (tmp_path / "pack-part-2.pdf").write_text("kept")
    with pytest.raises(NotWritten, match=r"pack-part-2\.pdf is there already"):
        print_document(long(), Format.PDF, tmp_path / "pack.pdf")
    assert names(tmp_path) == ["pack-part-2.pdf"]
    os.unlink(tmp_path / "pack-part-2.pdf")
    print_document(long(), Format.PDF, tmp_path / "pack.pdf")
    assert names(tmp_path) == [f"pack-part-{n}.pdf" for n in (1, 2, 3)]


def test_text_is_written_in_utf_8_with_plain_line_ends(tmp_path: Path) -> None:
    (file,) = print_document(a_document(about="Łódź 漢"), Format.TEXT, tmp_path)
    assert "\nŁódź 漢\n" in file.read_bytes().decode("utf-8")
    assert b"\r" not in file.read_bytes()


def test_a_disk_without_second_names_takes_a_plain_move(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refused)
    files = [print_document(a_document(), Format.CSV, tmp_path)[0].name for _ in range(2)]
    assert names(tmp_path) == sorted(files) == sorted([f"{DAY}.csv", f"{DAY}-2.csv"])


def test_a_page_that_cannot_be_set_is_one_sentence_that_repeats_no_text(tmp_path: Path) -> None:
    bad = a_section(Paragraph("Her secret words"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pdf, "_template", lambda: b"#panic(sys.inputs.document)")
        with pytest.raises(NotWritten) as refused:
            print_document(a_document(bad), Format.PDF, tmp_path / "prints")
    assert "the text form can be" in str(refused.value)
    assert "secret" not in str(refused.value)
    assert refused.value.__suppress_context__
    assert names(tmp_path) == []

"""Where printed reports go: one's own documents, or the folder that is set."""

from pathlib import Path

import pytest

from sgtui.settings import Settings, SettingsRefused, read_settings, reports_folder


def test_without_a_setting_it_is_in_ones_own_documents() -> None:
    folder = reports_folder(Settings())
    assert folder.is_absolute()
    assert folder.name == "sgtui"


def test_a_folder_that_is_set_holds_also_from_the_environment(tmp_path: Path) -> None:
    said = {"SGTUI_REPORTS_FOLDER": str(tmp_path / "printed")}
    assert reports_folder(read_settings(environment=said)) == tmp_path / "printed"


def test_a_tilde_is_ones_own_folder() -> None:
    assert reports_folder(Settings(reports_folder="~/paper")) == Path.home() / "paper"


def test_no_name_at_all_is_refused_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('reports_folder = ""\n')
    with pytest.raises(SettingsRefused, match="config.toml, line 1, reports_folder: must be a fol"):
        read_settings(file, {})

"""config.toml and the environment: what is set holds, what is wrong is named with its place."""

from pathlib import Path

import pytest

from sgtui.settings import SettingsRefused, read_settings
from tests.cli.conftest import Sgtui


def written(tmp_path: Path, text: str) -> Path:
    """A settings file with this text."""
    file = tmp_path / "config.toml"
    file.write_text(text)
    return file


def test_without_a_file_everything_is_as_it_comes() -> None:
    settings = read_settings(environment={})
    assert (settings.theme, settings.mouse, settings.idle_lock_minutes) == ("sgtui-dark", False, 5)


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    file = written(tmp_path, 'theme = "sgtui-light"\nmouse = false\nidle_lock_minutes = 4\n')
    said = {"SGTUI_MOUSE": "yes", "SGTUI_IDLE_LOCK_MINUTES": "9"}
    settings = read_settings(file, said)
    assert (settings.theme, settings.mouse, settings.idle_lock_minutes) == ("sgtui-light", True, 9)


@pytest.mark.parametrize(
    ("text", "place", "right"),
    [
        ('bell = true\ntheme = "pink"\n', "config.toml, line 2, theme", "sgtui-light"),
        ("idle_lock_minutes = 0\n", "config.toml, line 1, idle_lock_minutes", "1 to 60"),
        ('mouse = "yes"\n', "config.toml, line 1, mouse", "true or false"),
        ("themes = 1\n", "config.toml, line 1, themes", "Did you mean theme?"),
        ('database = "home.db"\n', "config.toml, line 1, database", "sqlite:///"),
        ("[keymap]\nsave = 5\n", "config.toml, line 1, keymap", "ctrl+w"),
    ],
)
def test_a_fault_is_named_with_file_line_key_and_what_is_right(
    tmp_path: Path, text: str, place: str, right: str
) -> None:
    with pytest.raises(SettingsRefused) as refused:
        read_settings(written(tmp_path, text), {})
    (sentence,) = str(refused.value).splitlines()
    assert sentence.startswith(place)
    assert right in sentence


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(SettingsRefused) as refused:
        read_settings(written(tmp_path, 'theme = "pink"\nbell = 3\n'), {"SGTUI_MOUSE": "perhaps"})
    places = [line.partition(":")[0] for line in str(refused.value).splitlines()]
    assert places == ["config.toml, line 1, theme", "SGTUI_MOUSE", "config.toml, line 2, bell"]


def test_a_bad_file_is_status_two(sgtui: Sgtui, tmp_path: Path) -> None:
    file = written(tmp_path, "theme = pink\n")
    answer = sgtui("--config", str(file), "queue")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("config.toml: ")


def test_a_named_file_that_is_not_there_is_status_two(sgtui: Sgtui) -> None:
    assert sgtui("--config", "nowhere.toml", "queue").status == 2


def test_the_database_of_the_settings_is_used(sgtui: Sgtui, tmp_path: Path, demo_url: str) -> None:
    file = written(tmp_path, f'database = "{demo_url}"\n')
    assert sgtui("--config", str(file), "queue").status == 1

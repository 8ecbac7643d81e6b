"""Every theme can be read, and none hides what another shows."""

import pytest
from textual.color import Color
from textual.theme import Theme

from sgtui.ui.theme import CONTRAST, DARK, PLAIN, THEMES, TITLES, usable_theme

COLOURED = [theme for theme in THEMES if not theme.ansi]


def contrast(first: str, second: str) -> float:
    """WCAG 2 contrast ratio."""

    def luminance(name: str) -> float:
        parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
                 for part in Color.parse(name).normalized]  # fmt: skip
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_every_text_colour_has_contrast_4_5_on_its_grounds(theme: Theme) -> None:
    grounds = [str(theme.background), str(theme.panel), theme.variables["field-focus"]]
    texts = [theme.foreground, theme.warning, theme.error, theme.success, theme.accent]
    for text in [*map(str, texts), theme.variables["quiet"], theme.variables["strong"]]:
        for ground in grounds:
            assert contrast(text, ground) >= 4.5, (text, ground)


def test_the_cursor_row_keeps_late_and_due_readable() -> None:
    for theme in COLOURED:
        for text in (theme.error, theme.warning, theme.foreground):
            assert contrast(str(text), theme.variables["cursor-row"]) >= 4.5, (theme.name, text)


def test_high_contrast_is_at_least_7() -> None:
    theme = next(theme for theme in THEMES if theme.name == CONTRAST)
    assert contrast(str(theme.warning), str(theme.background)) >= 7
    assert contrast(str(theme.foreground), str(theme.background)) >= 20


def test_all_themes_define_the_same_variables() -> None:
    assert all(set(theme.variables) >= set(THEMES[0].variables) for theme in THEMES)
    assert set(TITLES) == {theme.name for theme in THEMES}


def test_plain_colours_are_refused_without_colour() -> None:
    assert usable_theme(PLAIN, no_colour=True) == DARK
    assert usable_theme(PLAIN, no_colour=False) == PLAIN
    assert usable_theme("dracula", no_colour=False) == DARK

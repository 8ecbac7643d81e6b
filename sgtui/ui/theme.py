"""Our four themes, and which of them may be used.

Lateness runs from blue (calm) to orange (act now), which every common kind of colour vision tells
apart. Colour only ever repeats a word, a mark and bold or reverse.
"""

from typing import Final

from textual.theme import BUILTIN_THEMES, Theme

DARK: Final = "sgtui-dark"
LIGHT: Final = "sgtui-light"
CONTRAST: Final = "sgtui-contrast"
PLAIN: Final = "sgtui-plain"

THEMES: Final = (
    Theme(
        name=DARK, dark=True,
        primary="#7fb4e6", secondary="#9db2c4", accent="#8fc1ee",
        warning="#f0b35c", error="#ff9747", success="#7fb4e6",
        foreground="#dbe3ea", background="#12181f", surface="#12181f", panel="#1c252e",
        variables={
            "footer-background": "#1c252e", "quiet": "#9aa9b7", "strong": "#ffffff",
            "cursor-row": "#27405a", "field": "#1e2831", "field-focus": "#26394b",
        },
    ),
    Theme(
        name=LIGHT, dark=False,
        primary="#1b5a94", secondary="#4c5f70", accent="#1b5a94",
        warning="#8a4b00", error="#a83c00", success="#1b5a94",
        foreground="#1b242c", background="#fafaf7", surface="#fafaf7", panel="#e9ebea",
        variables={
            "footer-background": "#e9ebea", "quiet": "#5a6975", "strong": "#000000",
            "cursor-row": "#c9dff2", "field": "#eceeed", "field-focus": "#dbe8f4",
        },
    ),
    Theme(
        name=CONTRAST, dark=True,
        primary="#6fc3ff", secondary="#ffffff", accent="#6fc3ff",
        warning="#ffc400", error="#ff9d2e", success="#6fc3ff",
        foreground="#ffffff", background="#000000", surface="#000000", panel="#000000",
        variables={
            "footer-background": "#000000", "quiet": "#ffffff", "strong": "#ffffff",
            "cursor-row": "#003a66", "field": "#1a1a1a", "field-focus": "#00304f",
        },
    ),
    Theme(
        name=PLAIN, dark=True, ansi=True,
        primary="ansi_blue", secondary="ansi_default", accent="ansi_blue",
        warning="ansi_yellow", error="ansi_yellow", success="ansi_blue",
        foreground="ansi_default", background="ansi_default", surface="ansi_default",
        panel="ansi_default",
        variables={
            **BUILTIN_THEMES["ansi-dark"].variables,
            "ansi-background": "ansi_default", "ansi-foreground": "ansi_default",
            "footer-background": "ansi_default", "quiet": "ansi_default",
            "strong": "ansi_default", "cursor-row": "ansi_default", "field": "ansi_default",
            "field-focus": "ansi_default",
        },
    ),
)  # fmt: skip

TITLES: Final = {
    DARK: "Dark",
    LIGHT: "Light",
    CONTRAST: "High contrast",
    PLAIN: "Plain colours (slow lines)",
}


def usable_theme(wanted: str, *, no_colour: bool) -> str:
    """The theme to use: the wanted one if it is ours, and never plain colours without colour.

    On Textual 8.2.8 an ansi theme under NO_COLOR is black on black.
    """
    if wanted not in TITLES or (no_colour and wanted == PLAIN):
        return DARK
    return wanted

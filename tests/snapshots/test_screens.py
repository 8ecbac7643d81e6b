"""Every screen looks as it did when somebody last looked at it and found it right."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sgtui.ui.theme import CONTRAST, LIGHT
from tests.snapshots.frozen_desk import FrozenDesk, keys, set_up
from tests.snapshots.scenes import SCENES

Compare = Callable[..., bool]

LARGER = ["queue", "case", "concern-filled", "body-map", "body-compare"]
"""The screens that are held in other sizes and colours as well."""


@pytest.mark.parametrize("name", SCENES)
def test_a_screen_at_80_by_24(name: str, desk: FrozenDesk, snap_compare: Compare) -> None:
    assert snap_compare(desk.app(), run_before=SCENES[name])


@pytest.mark.parametrize("name", [*LARGER, "body-maps", "body-map-mark", "overview", "together"])
def test_a_screen_at_120_by_36(name: str, desk: FrozenDesk, snap_compare: Compare) -> None:
    assert snap_compare(desk.app(), terminal_size=(120, 36), run_before=SCENES[name])


@pytest.mark.parametrize("name", LARGER)
def test_a_screen_in_light_colours(name: str, desk: FrozenDesk, snap_compare: Compare) -> None:
    assert snap_compare(desk.app(LIGHT), run_before=SCENES[name])


@pytest.mark.parametrize("name", ["queue", "body-map"])
def test_a_screen_in_high_contrast(name: str, desk: FrozenDesk, snap_compare: Compare) -> None:
    assert snap_compare(desk.app(CONTRAST), run_before=SCENES[name])


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["80x24", "120x36"])
@pytest.mark.parametrize("name", ["body-map", "body-map-closer"])
def test_a_screen_in_ascii(
    name: str, size: tuple[int, int], desk: FrozenDesk, snap_compare: Compare
) -> None:
    app = desk.app(ascii_only=True)
    assert snap_compare(app, terminal_size=size, run_before=SCENES[name])


def test_signing_in(desk: FrozenDesk, snap_compare: Compare) -> None:
    assert snap_compare(desk.door(), run_before=keys())


def test_setting_up_a_home(tmp_path: Path, snap_compare: Compare) -> None:
    assert snap_compare(set_up(tmp_path), run_before=keys())

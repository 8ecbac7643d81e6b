"""The pictures of the README are all there, are drawn by the program, and load nothing."""

import re

from tests.snapshots.pictures import PICTURES, SCREENSHOTS

README = SCREENSHOTS.parent / "README.md"
NAMESPACE = "http://www.w3.org/2000/svg"


def test_the_readme_shows_every_picture_and_no_other() -> None:
    shown = re.findall(r"\(screenshots/([\w-]+)\.svg\)", README.read_text(encoding="utf-8"))
    assert sorted(shown) == sorted(PICTURES)
    assert sorted(path.stem for path in SCREENSHOTS.iterdir()) == sorted(PICTURES)


def test_no_picture_names_a_place_on_the_web() -> None:
    for path in SCREENSHOTS.glob("*.svg"):
        links = set(re.findall(r"\w+://[^\s\"')]+", path.read_text(encoding="utf-8")))
        assert links == {NAMESPACE}, path.name

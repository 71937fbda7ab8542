"""The sheet of briefs: who lies beside whom, and what makes two pages siblings."""

from dataclasses import replace

from PIL import Image

from compositor.color.oklch import Oklch
from ui.gallery.briefs import Shown, kinship, neighbors, sheets, summary

PAGE = Shown(
    archetype="split",
    style="swiss",
    ground=Oklch(0.95, 0.02, 90.0),
    hard=0,
    missing=(),
    picture=Image.new("RGB", (90, 120), "#808080"),
)


def test_neighbors_are_left_right_and_above_below() -> None:
    pairs = neighbors(8, 3)
    assert (2, 3) not in pairs
    assert {(0, 1), (0, 3), (4, 7), (6, 7)} <= set(pairs)
    assert len(pairs) == 10


def test_pages_of_one_archetype_are_siblings_when_style_or_ground_is_one() -> None:
    dark = replace(PAGE, style="tech", ground=Oklch(0.2, 0.02, 90.0))
    pale = replace(PAGE, style="tech", ground=Oklch(0.93, 0.02, 90.0))
    assert kinship(PAGE, replace(PAGE, archetype="radial")) == ""
    assert kinship(PAGE, PAGE) == "archetype and style"
    assert kinship(PAGE, dark) == "archetype"
    assert kinship(PAGE, pale) == "archetype and ground"


def test_the_summary_counts_and_names() -> None:
    pages = [PAGE, replace(PAGE, hard=2, missing=("22",)), replace(PAGE, archetype="radial")]
    lines = list(summary(pages, 3))
    assert lines[0] == "hard findings: 2"
    assert "required texts exact: 2/3" in lines
    assert "neighbor pairs: 2, of one archetype: 1" in lines
    assert any("brief 1: 22" in line for line in lines)


def test_thirty_pages_lie_on_a_sheet() -> None:
    found = list(sheets([PAGE.picture] * 31))
    assert len(found) == 2
    assert found[0].size[0] == found[1].size[0]
    assert found[1].size[1] < found[0].size[1]

"""Where every Chinese family puts its marks, horizontally and in columns, in numbers.

Sources: GB/T 15834-2011, 5.1 and 5.2; https://www.w3.org/TR/clreq/, 3.1.2.
"""

from typing import Any

import pytest

from compositor.document import FontChoice, TextLayer, TextRun, solid
from compositor.geometry import Box
from compositor.typography.block import SetText
from compositor.typography.fonts import default_fonts
from compositor.typography.set_text import set_text
from compositor.typography.setting.ink import glyph_transform
from compositor.typography.setting.shape import glyph_extent

FAMILIES = default_fonts().families("hans")
EM = 20.0


def inks(text: str, family: str, **more: Any) -> tuple[SetText, list[Box]]:
    """Return the text, set, and the ink of each character that is drawn, in em."""
    run = TextRun(
        text=text, font=FontChoice(families=(family,)), size=EM, paint=solid("#000000")
    )
    box = Box(0, 0, 900, 900)
    found = set_text(TextLayer(id="t", box=box, runs=(run,), **more), default_fonts())
    drawn = [
        glyph_transform(run, glyph).apply_box(glyph_extent(run.face, glyph.id))
        for line in found.lines
        for run in line.runs
        for glyph in run.glyphs
    ]
    return found, drawn


def column(text: str, family: str) -> tuple[float, list[Box]]:
    """Return the middle of the column, and the inks."""
    found, drawn = inks(text, family, writing="vertical-rl")
    return found.lines[0].baseline_px, drawn


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("mark", "。，、．")
def test_stops_stand_in_the_upper_right_of_their_cell(family: str, mark: str) -> None:
    middle, (before, stop, after) = column(f"国{mark}国", family)
    assert 0.02 * EM < stop.center.x - middle < 0.5 * EM
    assert stop.right <= middle + 0.5 * EM
    cell = (before.bottom, after.y)
    assert stop.center.y < cell[0] + 0.55 * (cell[1] - cell[0])
    assert stop.y > before.bottom


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("mark", "：；！？")
def test_colons_and_exclamations_stand_right_of_the_middle(family: str, mark: str) -> None:
    middle, (before, found, after) = column(f"国{mark}国", family)
    assert 0.05 * EM < found.center.x - middle < 0.4 * EM
    assert before.bottom < found.y
    assert found.bottom < after.y


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("pair", ["「」", "『』", "（）", "《》", "“”", "‘’"])
def test_brackets_lie_across_and_hug_what_they_hold(family: str, pair: str) -> None:
    _, drawn = column(f"国{pair[0]}国{pair[1]}国", family)
    before, opening, held, closing, after = drawn
    assert held.y - opening.bottom < opening.y - before.bottom
    assert closing.y - held.bottom < after.y - closing.bottom
    for bracket in (opening, closing):
        assert bracket.width > bracket.height


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("sign", ["——", "……"])
def test_dashes_and_ellipses_run_down_the_middle(family: str, sign: str) -> None:
    middle, drawn = column(f"国{sign}国", family)
    signs = drawn[1:-1]
    for ink in signs:
        assert abs(ink.center.x - middle) < 0.06 * EM
        assert ink.height > 2 * ink.width
    if sign == "——" and len(signs) == 2:
        assert signs[0].bottom >= signs[1].y - 0.01 * EM


@pytest.mark.parametrize("family", FAMILIES)
def test_a_dash_is_one_line_across_too(family: str) -> None:
    _, drawn = inks("国——国", family)
    signs = drawn[1:-1]
    if len(signs) == 2:
        assert signs[0].right >= signs[1].x - 0.01 * EM


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("mark", "，。、；：")
def test_stops_lie_at_the_lower_left_of_their_cell(family: str, mark: str) -> None:
    found, (before, stop, after) = inks(f"国{mark}国", family)
    assert stop.x - before.right < after.x - stop.right
    assert stop.bottom > found.lines[0].baseline_px - 0.16 * EM


@pytest.mark.parametrize("family", FAMILIES)
def test_an_ellipsis_lies_in_the_middle_of_the_line(family: str) -> None:
    _, drawn = inks("国……", family)
    assert all(ink.center.y == pytest.approx(drawn[0].center.y, abs=0.16 * EM) for ink in drawn)


@pytest.mark.parametrize("family", FAMILIES)
def test_the_full_stop_is_a_ring(family: str) -> None:
    found, _ = inks("国。", family)
    run = found.lines[0].runs[-1]
    assert len(run.face.glyph_path(run.glyphs[-1].id).contours()) == 2

"""Thickness is measured truly, and a robust mark keeps what was asked of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brand_kits.recolor import mono, repainted
from brand_kits.variants.flat import flat_shapes, ink_of
from brand_kits.variants.held import held_mark
from brand_kits.variants.robust import Needs, robust_mark
from brand_kits.variants.thickness import thickness
from compositor.color.color import BLACK, WHITE
from compositor.document import GroupLayer, Shape, Stroke, VectorLayer, solid
from compositor.document.paint import LinearGradient, Stop
from compositor.geometry import Box, Path
from compositor.geometry.shapes import circle, line, rectangle
from compositor.typography.fonts import default_fonts

INK = solid("#112233", "primary")


def _mark(*shapes: Shape) -> GroupLayer:
    return GroupLayer(id="m", children=(VectorLayer(id="v", shapes=shapes),))


@settings(max_examples=8, deadline=None)
@given(stroke=st.floats(2, 9), gap=st.floats(1.5, 8))
def test_thickness_of_bars(stroke: float, gap: float) -> None:
    bars = Path.join(
        [rectangle(Box(0, 0, stroke, 80)), rectangle(Box(stroke + gap, 0, 20, 80))]
    )
    found = thickness(bars)
    assert found.stroke == pytest.approx(stroke, rel=0.06)
    assert found.gap == pytest.approx(gap, rel=0.06)


def test_strokes_grow_and_gaps_open() -> None:
    mark = _mark(
        Shape(path=line(20, 10, 20, 86), stroke=Stroke(paint=INK, width=4)),
        Shape(path=rectangle(Box(24, 10, 40, 76)), fill=INK),
    )
    found = robust_mark(mark, default_fonts(), Needs(7, 4.5), Box(4, 4, 88, 88))
    after = thickness(ink_of(flat_shapes(found, default_fonts())))
    assert after.stroke >= 4.2
    assert after.gap >= 4.2
    box = ink_of(flat_shapes(found, default_fonts())).bounds
    assert max(box.width, box.height) == pytest.approx(88, abs=0.1)


def test_ground_is_cut_out_not_painted() -> None:
    ground = solid("#FFFFFF", "ground")
    mark = _mark(
        Shape(path=circle(48, 48, 40), fill=INK), Shape(path=circle(48, 48, 10), fill=ground)
    )
    shapes = flat_shapes(mark, default_fonts(), ground=ground)
    assert [shape.fill for shape in shapes] == [INK]
    assert len(shapes[0].path.contours()) == 2


def test_a_held_mark_holds_what_was_asked() -> None:
    mark = _mark(
        Shape(path=line(20, 10, 20, 86), stroke=Stroke(paint=INK, width=1.6)),
        Shape(path=rectangle(Box(22.4, 10, 40, 76)), fill=INK),
    )
    needs = Needs(4.0, 3.0)
    held = held_mark(mark, default_fonts(), needs, Box(4, 4, 88, 88))
    assert held.holds
    found = thickness(held.area)
    assert found.stroke >= needs.stroke * 0.99
    assert found.gap >= needs.gap * 0.99
    box = held.area.bounds
    assert max(box.width, box.height) == pytest.approx(88, abs=0.1)


def test_what_is_too_fine_says_how_large_it_must_be() -> None:
    comb = [Shape(path=rectangle(Box(8 + 3.2 * k, 8, 1.6, 80)), fill=INK) for k in range(14)]
    needs = Needs(6.0, 5.0)
    held = held_mark(_mark(*comb), default_fonts(), needs, Box(4, 4, 88, 88))
    assert not held.holds
    assert held.stroke * held.larger >= needs.stroke - 1e-6
    assert held.gap * held.larger >= needs.gap - 1e-6
    assert len(held.area.contours()) == len(comb)


def test_one_color_leaves_no_gradient() -> None:
    shape = Shape(
        path=circle(48, 48, 40),
        fill=LinearGradient(
            x1=8, y1=8, x2=88, y2=88,
            stops=(Stop(offset=0, color=BLACK), Stop(offset=1, color=WHITE)),
        ),
    )  # fmt: skip
    found = repainted(_mark(shape), mono(WHITE), "x-", spark_is_hole=False)
    assert [s.fill for s in flat_shapes(found, default_fonts())] == [solid(BLACK)]

"""Thickness is measured truly, and a robust mark keeps what was asked of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brand_kits.variants.flat import flat_shapes, ink_of
from brand_kits.variants.robust import Needs, robust_mark
from brand_kits.variants.thickness import thickness
from compositor.document import GroupLayer, Shape, Stroke, VectorLayer, solid
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

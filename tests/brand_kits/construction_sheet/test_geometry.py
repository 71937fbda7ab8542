"""What the construction sheet says of a mark is what its outlines are."""

import pytest

from brand_kits.construction_sheet import construction_of
from compositor.document import GroupLayer, Shape, Stroke, VectorLayer, solid
from compositor.geometry import Path
from compositor.geometry.shapes import circle, ellipse
from compositor.typography.fonts import default_fonts

INK = solid("#112233", "primary")
GROUND = solid("#FFFFFF", "ground")


def _measured(*shapes: Shape):
    mark = GroupLayer(id="m", children=(VectorLayer(id="v", shapes=shapes),))
    return construction_of(mark, default_fonts(), GROUND)


def test_circle_edges_and_stroke_are_found() -> None:
    found = _measured(
        Shape(path=circle(40, 40, 17), stroke=Stroke(paint=INK, width=5)),
        Shape(
            path=Path.polygon([(10, 88), (30, 68), (86, 68)], closed=False),
            stroke=Stroke(paint=INK, width=5),
        ),
    )
    ring = found.circles[0]
    assert (ring.x, ring.y, ring.radius) == pytest.approx((40, 40, 17), abs=0.05)
    assert ring.sweep_deg == pytest.approx(360, abs=1)
    assert found.angles_deg == (45.0,)
    assert found.stroke_u == pytest.approx(5, rel=0.06)


def test_what_is_no_circle_is_not_called_one() -> None:
    assert _measured(Shape(path=ellipse(48, 48, 40, 22), fill=INK)).circles == ()

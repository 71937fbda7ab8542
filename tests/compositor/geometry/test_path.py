"""Paths keep their shape through text, transforms and booleans."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compositor.errors import InvalidValue
from compositor.geometry import Affine, Box, Path, Point
from compositor.geometry.boolean import difference, intersection, offset, outline_stroke, union
from compositor.geometry.shapes import arc, circle, ellipse, line, rectangle, smooth_curve

COORDINATES = st.floats(-1e4, 1e4, allow_nan=False)
POINTS = st.lists(st.tuples(COORDINATES, COORDINATES), min_size=2, max_size=12)


@given(POINTS)
def test_svg_text_comes_back_the_same(points: list[tuple[float, float]]) -> None:
    path = smooth_curve(points, closed=True)
    text = path.to_svg()
    assert Path.from_svg(text).to_svg() == text


@given(POINTS)
def test_bounds_hold_every_flattened_point(points: list[tuple[float, float]]) -> None:
    path = smooth_curve(points)
    box = path.bounds.inset(-1e-6 * (1 + max(abs(v) for p in points for v in p)))
    for contour in path.flattened():
        for point in contour:
            assert box.covers(Box(point.x, point.y, 0, 0))


@given(COORDINATES, COORDINATES, st.floats(-360, 360), st.floats(0.1, 10))
def test_inverse_undoes(x: float, y: float, turn: float, scale: float) -> None:
    affine = Affine.rotation(turn, Point(3, 4)).then(Affine.scaling(scale, scale * 2))
    back = affine.inverse().apply(affine.apply((x, y)))
    assert back == pytest.approx((x, y), abs=1e-6)


def test_bounds_of_a_circle_are_tight() -> None:
    box = circle(10, 20, 5).bounds
    assert box == pytest.approx((5, 15, 10, 10))


def test_relative_and_shorthand_verbs_become_absolute() -> None:
    assert Path.from_svg("m1 1h2v2l-2 0z").to_svg() == "M1 1L3 1L3 3L1 3Z"


@pytest.mark.parametrize("text", ["10 10", "M1", "M1 1 A 5 5 0 0 1 3 3", "L1 1", "M1 1 Lx"])
def test_bad_path_data_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue):
        Path.from_svg(text)


def test_booleans_keep_area() -> None:
    left, right = rectangle(Box(0, 0, 10, 10)), rectangle(Box(5, 0, 10, 10))
    assert union(left, right).bounds == Box(0, 0, 15, 10)
    assert difference(left, right).bounds == Box(0, 0, 5, 10)
    assert intersection(left, right).bounds == Box(5, 0, 5, 10)


def test_offset_grows_and_shrinks() -> None:
    square = rectangle(Box(0, 0, 10, 10))
    assert offset(square, 2).bounds == pytest.approx((-2, -2, 14, 14), abs=0.01)
    assert offset(square, -2).bounds == pytest.approx((2, 2, 6, 6), abs=0.01)


def test_outline_of_a_stroke_is_as_wide_as_the_stroke() -> None:
    outline = outline_stroke(line(0, 0, 10, 0), 4, cap="butt")
    assert outline.bounds == pytest.approx((0, -2, 10, 4))


def test_arc_ends_where_it_should() -> None:
    path = arc(0, 0, 10, 0, 135)
    end = path.segments[-1][1][-2:]
    assert end == pytest.approx(
        (10 * math.cos(math.radians(135)), 10 * math.sin(math.radians(135)))
    )
    assert ellipse(0, 0, 3, 2).bounds == pytest.approx((-3, -2, 6, 4))

"""Outlines in few nodes, rounded evenly, without bumps."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compositor.geometry import Affine, Box, Path
from compositor.geometry.boolean import difference, offset, outline_stroke, simplify, union
from compositor.geometry.corners import corners, kink_count, rounded_corners, with_ink_traps
from compositor.geometry.fit import cleaned, signed_area
from compositor.geometry.shapes import arc, circle, rectangle, superellipse


def area(path: Path) -> float:
    return abs(sum(signed_area(c) for c in path.contours()))


@settings(max_examples=40, deadline=None)
@given(
    st.floats(6, 30), st.floats(10, 60), st.floats(10, 60), st.floats(0, 90), st.floats(0.5, 5)
)
def test_cleaning_keeps_the_area_and_loses_the_bumps(
    radius: float, width: float, height: float, turn: float, gap: float
) -> None:
    box = rectangle(Box(40, 40, width, height)).transformed(Affine.rotation(turn))
    body = union(box, circle(box.bounds.center.x, box.bounds.y, radius))
    cut = difference(body, offset(circle(box.bounds.right, box.bounds.y, radius / 2), gap))
    fewer = cleaned(cut)
    assert fewer.node_count <= cut.node_count + 2
    assert abs(area(fewer) - area(cut)) < 0.01 * area(cut) + 2
    assert kink_count(fewer) <= kink_count(cut)


def test_a_grown_circle_is_four_nodes_again() -> None:
    assert cleaned(offset(circle(48, 48, 30), 4)).node_count == 4


def test_a_stroked_arc_needs_few_nodes() -> None:
    band = outline_stroke(arc(48, 48, 30, -30, 200), 6)
    assert cleaned(band).node_count < band.node_count
    assert kink_count(cleaned(band)) == 0


@given(st.floats(0, 12), st.floats(0, 12), st.floats(20, 80), st.floats(-40, 40))
def test_a_larger_radius_leaves_less_of_the_corners(
    first: float, second: float, side: float, lean: float
) -> None:
    shape = Path.polygon([(0, 0), (side, 0), (side + lean, side), (lean, side)])
    less, more = (rounded_corners(shape, r) for r in sorted((first, second)))
    assert area(more) <= area(less) + 1e-6
    assert kink_count(more) == 0


def test_rounding_replaces_every_corner() -> None:
    square = rectangle(Box(0, 0, 40, 40))
    assert len(corners(square)) == 4
    assert not corners(rounded_corners(square, 5))


def test_ink_traps_bite_only_narrow_inner_corners() -> None:
    notch = simplify(Path.polygon([(0, 0), (40, 0), (40, 40), (22, 6), (18, 6), (0, 40)]))
    wedge = simplify(Path.polygon([(0, 0), (40, 40), (80, 0), (80, 60), (0, 60)]))
    assert area(with_ink_traps(notch, 4)) <= area(notch)
    assert area(with_ink_traps(wedge, 4)) == area(wedge)
    vee = simplify(Path.polygon([(0, 60), (0, 0), (40, 50), (80, 0), (80, 60)]))
    narrow = simplify(Path.polygon([(0, 60), (10, 0), (20, 50), (30, 0), (40, 60)]))
    assert area(with_ink_traps(narrow, 4)) < area(narrow)
    assert area(with_ink_traps(vee, 4)) <= area(vee)


@pytest.mark.parametrize("exponent", [2.0, 2.6, 4.0, 5.0, 7.0])
def test_a_superellipse_is_true_in_eight_nodes(exponent: float) -> None:
    path = superellipse(48, 48, 40, 30, exponent)
    assert path.node_count <= 8
    assert kink_count(path) == 0
    for x, y in path.flattened(24)[0]:
        away = abs((x - 48) / 40) ** exponent + abs((y - 48) / 30) ** exponent
        assert abs(away ** (1 / exponent) - 1) < 0.001


def test_areas_are_exact() -> None:
    assert abs(signed_area(rectangle(Box(1, 2, 30, 40)))) == pytest.approx(1200)
    assert abs(signed_area(circle(9, 9, 10))) == pytest.approx(314.159, rel=3e-4)

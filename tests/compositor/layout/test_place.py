"""Pictures in boxes: nothing stretched, nothing outside, the focus kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compositor.geometry import Box, Size
from compositor.layout.place import fit_picture

SIDE = st.floats(1, 4000)
SHARE = st.floats(0, 1)


@given(SIDE, SIDE, SIDE, SIDE, SHARE, SHARE)
def test_cover_fills_the_box_with_an_unstretched_part(
    width: float, height: float, wide: float, high: float, x: float, y: float
) -> None:
    box = Box(3, 5, wide, high)
    source, target = fit_picture(Size(width, height), box, "cover", (x, y))
    assert target == box
    assert Box(0, 0, width, height).covers(source, tolerance_px=1e-6 * max(width, height))
    assert source.width / source.height == pytest.approx(wide / high, rel=1e-6)
    assert source.width == pytest.approx(width) or source.height == pytest.approx(height)


@given(SIDE, SIDE, SIDE, SIDE)
def test_contain_shows_everything_inside_the_box(
    width: float, height: float, wide: float, high: float
) -> None:
    box = Box(3, 5, wide, high)
    source, target = fit_picture(Size(width, height), box, "contain")
    assert source == Box(0, 0, width, height)
    assert box.covers(target, tolerance_px=1e-6 * max(wide, high))
    assert target.width / target.height == pytest.approx(width / height, rel=1e-6)


def test_focus_moves_the_crop_until_the_edge() -> None:
    box = Box(0, 0, 50, 50)
    assert fit_picture(Size(200, 100), box, "cover", (0.4, 0.5))[0].x == pytest.approx(30)
    assert fit_picture(Size(200, 100), box, "cover", (0.0, 0.5))[0].x == 0
    assert fit_picture(Size(200, 100), box, "cover", (1.0, 0.5))[0].x == 100
    assert fit_picture(Size(200, 100), box, "fill")[0].width == 200

"""Saliency: the eye goes to the thing, not to the ground, wherever the thing stands."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from compositor.saliency import GRID, edge_energy, saliency


def picture(x: float, y: float, size: float, *, is_dark: bool = False) -> NDArray[np.uint8]:
    rng = np.random.default_rng(1)
    rows, columns = np.mgrid[0:300, 0:240]
    ground = 40.0 if is_dark else 210.0
    pixels = np.full((300, 240, 3), ground) + (rows / 300 * 20)[..., None]
    inside = (abs(columns / 240 - x) < size / 2) & (abs(rows / 300 - y) < size / 2)
    pixels[inside] = np.array([200, 60, 40]) + rng.normal(0, 12, (int(inside.sum()), 3))
    return np.asarray(np.clip(pixels, 0, 255), dtype=np.uint8)


@settings(max_examples=25, deadline=None)
@given(
    x=st.floats(0.2, 0.8), y=st.floats(0.2, 0.8), size=st.floats(0.2, 0.38), dark=st.booleans()
)
def test_the_thing_stands_out_wherever_it_is(
    x: float,
    y: float,
    size: float,
    dark: bool,  # noqa: FBT001
) -> None:
    found = saliency(picture(x, y, size, is_dark=dark))
    assert max(found.shape) <= GRID
    rows, columns = np.mgrid[0 : found.shape[0], 0 : found.shape[1]]
    across, down = (columns + 0.5) / found.shape[1], (rows + 0.5) / found.shape[0]
    inside = (abs(across - x) < size / 2) & (abs(down - y) < size / 2)
    far = (abs(across - x) > size / 2 + 0.15) | (abs(down - y) > size / 2 + 0.15)
    assert found[inside].mean() > 0.6
    assert found[far].mean() < 0.2


@pytest.mark.parametrize("x", [0.1, 0.9])
def test_a_thing_that_touches_an_edge_is_still_no_ground(x: float) -> None:
    found = saliency(picture(x, 0.5, 0.4))
    half = found.shape[1] // 2
    left, right = found[:, :half].sum(), found[:, half:].sum()
    assert (left > 4 * right) if x < 0.5 else (right > 4 * left)


def test_nothing_stands_out_on_a_flat_field() -> None:
    flat = np.full((120, 90, 4), 128, np.uint8)
    assert not saliency(flat).any()
    assert not edge_energy(flat).any()
    assert saliency(np.full((1, 1, 3), 9, np.uint8)).shape == (1, 1)

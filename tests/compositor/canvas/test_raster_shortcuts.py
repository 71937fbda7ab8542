"""What the raster does quickly looks like what it would do slowly."""

import math

import numpy as np
import pytest
from numpy.typing import NDArray

from compositor.canvas.raster import is_opaque
from compositor.document import (
    AssetStore,
    Blur,
    Document,
    GroupLayer,
    Layer,
    Page,
    Shape,
    VectorLayer,
    solid,
)
from compositor.drawing import render
from compositor.geometry import Box
from compositor.geometry.shapes import circle, rectangle
from compositor.layout.lay_out import lay_out
from compositor.typography.fonts import FontSet


def _pixels(*layers: Layer, side: float = 64, scale: float = 1.0) -> NDArray[np.int64]:
    page = Page(id="page", width=side, height=side, background=solid("#D0A060"), layers=layers)
    store = AssetStore()
    frame = lay_out(Document(pages=(page,)), FontSet(), store)[0]
    return render(frame, store.read, scale).astype(np.int64)


def _disc(name: str, **changes: object) -> VectorLayer:
    disc = Shape(path=circle(32, 32, 20), fill=solid("#2060C0B0"))
    plain = VectorLayer(id=name, shapes=(disc,))
    return plain.model_copy(update=changes)


@pytest.mark.parametrize("blend", ["normal", "multiply", "screen", "soft-light", "color-burn"])
def test_one_outline_blends_as_a_group_of_it_does(blend: str) -> None:
    direct = _pixels(_disc("disc", blend=blend, opacity=0.6))
    # A second, invisible outline makes a layer that needs a surface of its own.
    speck = Shape(path=circle(32, 32, 0.01), fill=solid("#00000001"))
    shapes = (*_disc("disc").shapes, speck)
    layered = _pixels(_disc("disc", shapes=shapes, blend=blend, opacity=0.6))
    assert np.abs(direct - layered).max() <= 2


def test_an_outline_in_a_faded_group_fades_once() -> None:
    grouped = _pixels(GroupLayer(id="group", opacity=0.5, children=(_disc("disc"),)))
    assert np.abs(grouped - _pixels(_disc("disc", opacity=0.5))).max() <= 2


@pytest.mark.parametrize("sigma", [3.0, 10.0, 31.0, 36.0, 90.0])
def test_a_blurred_edge_is_a_gaussian_edge(sigma: float) -> None:
    half = Shape(path=rectangle(Box(-2000, -2000, 2256, 4512)), fill=solid("#000000"))
    layer = VectorLayer(id="half", shapes=(half,), effects=(Blur(blur=sigma),))
    row = _pixels(layer, side=512)[256, :, 0]
    x = np.arange(512) + 0.5 - 256
    expected = 208 * np.array([0.5 + 0.5 * math.erf(v / sigma / math.sqrt(2)) for v in x])
    assert np.abs(row - expected).max() <= 5
    assert np.abs(np.diff(row)).max() <= math.ceil(208 * 0.4 / sigma * 2) + 1


def test_opaque_means_every_alpha_is_full() -> None:
    pixels = np.full((5, 7, 4), 255, np.uint8)
    assert is_opaque(pixels)
    assert is_opaque(pixels[::2, ::2])
    pixels[3, 2, 3] = 254
    assert not is_opaque(pixels)
    assert not is_opaque(pixels[1::2, ::2])

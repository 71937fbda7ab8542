"""Patterns: all of them draw, reproducibly, inside their rules."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compositor.color import Color
from compositor.document import AssetStore, GroupLayer
from compositor.geometry import Box
from generators.errors import UnknownGenerator
from generators.vector.patterns import PATTERNS, Sheet, draw_pattern
from generators.vector.patterns.noise import contours, wrapped_noise
from generators.vector.patterns.tones import Tones, between, blend, toned
from knowledge import resolve_theme

COLORS = st.builds(Color, *(st.integers(0, 255) for _ in range(3)))


def sheet(seed: int = 5, style: str = "cream") -> Sheet:
    theme = resolve_theme((style,), "", (), seed=1)
    return Sheet(360, 480, theme, seed, AssetStore(), calm=(Box(30, 30, 240, 100),))


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_same_seed_same_layers(name: str) -> None:
    drawings = []
    for _ in range(2):
        paper = sheet()
        draw_pattern(name, paper)
        group = GroupLayer(id="g", children=tuple(paper.layers))
        drawings.append((group.model_dump_json(), sorted(paper.assets)))
    assert drawings[0] == drawings[1]
    assert paper.layers
    for sha256, asset in paper.assets.items():
        assert len(paper.store.read(sha256)) < 600_000, "rasters are small"
        assert asset.provenance.source == "art"
    ids = [layer.id for layer in paper.layers]
    assert len(ids) == len(set(ids))


def test_another_seed_is_another_drawing() -> None:
    first, second = sheet(1), sheet(2)
    draw_pattern("terrazzo", first)
    draw_pattern("terrazzo", second)
    assert first.layers != second.layers


def test_unknown_pattern_lists_the_known() -> None:
    with pytest.raises(UnknownGenerator, match="terrazzo"):
        draw_pattern("plaid of doom", sheet())


@given(COLORS, COLORS, st.floats(0, 1))
@settings(max_examples=60, deadline=None)
def test_mixing_never_loses_more_chroma_than_both_ends_have(
    first: Color, second: Color, share: float
) -> None:
    mixed = between(first, second, share).oklch.chroma
    assert mixed <= max(first.oklch.chroma, second.oklch.chroma) + 0.02


@given(COLORS, st.floats(0, 1))
@settings(max_examples=60, deadline=None)
def test_toned_keeps_hue(color: Color, lightness: float) -> None:
    result = toned(color, lightness)
    if result.oklch.chroma > 0.05:
        turn = abs((result.oklch.hue_deg - color.oklch.hue_deg + 180) % 360 - 180)
        assert turn < 9


def test_blend_runs_from_first_to_last() -> None:
    red, blue = Color(200, 30, 30), Color(30, 30, 200)
    stops = blend([red, blue])
    assert (stops[0].color, stops[-1].color) == (red, blue)
    assert [stop.offset for stop in stops] == sorted(stop.offset for stop in stops)


def test_field_stays_near_the_ground() -> None:
    for style in ("minimal", "new_chinese", "tech", "dopamine", "luxury"):
        tones = Tones(resolve_theme((style,), "", (), seed=3).palette, 0.6)
        apart = abs(tones.field(1.0).oklch.lightness - tones.ground.oklch.lightness)
        assert apart < 0.16


def test_contour_of_a_cone_is_one_closed_ring() -> None:
    y, x = np.mgrid[0:40, 0:40]
    rings = contours(10.0 - np.hypot(x - 20.0, y - 20.0), 2.5)
    assert len(rings) == 1
    assert rings[0][0] == rings[0][-1]
    radii = [float(np.hypot(px - 20, py - 20)) for px, py in rings[0]]
    assert max(radii) - min(radii) < 0.2


def test_noise_tile_is_seamless() -> None:
    tile = wrapped_noise(np.random.default_rng(1), 64, 3.0)
    inside = float(np.abs(np.diff(tile, axis=1)).mean())
    seam = float(np.abs(tile[:, 0] - tile[:, -1]).mean())
    assert seam < 2 * inside

"""Motifs as files: clean SVG, recolored, in one ink, and at the size of a favicon."""

from functools import lru_cache

import numpy as np
import pytest
from numpy.typing import NDArray

from compositor.canvas.svg import SvgCanvas
from compositor.color import Color
from compositor.document import (
    AssetStore,
    Document,
    Layer,
    LinearGradient,
    Page,
    RadialGradient,
    SolidPaint,
    VectorLayer,
    solid,
)
from compositor.document.document import walk
from compositor.drawing import draw, render
from compositor.geometry import Affine
from compositor.geometry.boolean import simplify
from compositor.layout.frame import Frame
from compositor.layout.lay_out import lay_out
from compositor.layout.theme import Palette
from compositor.typography.fonts import default_fonts
from generators.vector.motifs import (
    MOTIFS,
    TREATMENTS,
    MotifDrawing,
    MotifRequest,
    Treatment,
    draw_motif,
    find_motif,
)
from generators.vector.recipes import industry_nouns
from generators.vector.scenes import SCENES
from knowledge import industries

WHITE = "#FFFFFF"
WARM = ("#1B1A18", "#5B5650", "#C8452F", "#E0A030", "#2F7F78")
COOL = ("#10203A", "#4B566A", "#2B4FC8", "#8A3FC0", "#B8D030")

SLABS = ("picture_frame",)
"""Things that are a rectangle."""

MOST_PATHS = 700
MOST_SVG_BYTES = 420_000


def palette(inks: tuple[str, ...]) -> Palette:
    ink, muted, primary, accent, accent2 = (Color.from_hex(code) for code in inks)
    white = Color.from_hex(WHITE)
    return Palette(
        ground=white, surface=white, ink=ink, muted=muted, primary=primary, accent=accent,
        accent2=accent2, on_primary=white, on_accent=ink,
    )  # fmt: skip


@lru_cache(maxsize=400)
def drawn(name: str, treatment: Treatment, inks: tuple[str, ...]) -> MotifDrawing:
    request = MotifRequest(
        name=name, treatment=treatment, palette=palette(inks), detail=0.2,
        attributes=("palette",),
    )  # fmt: skip
    return draw_motif(request).without_shadow()


def framed(drawing: MotifDrawing) -> Frame:
    """The drawing on a white square just large enough."""
    bounds = drawing.silhouette.bounds
    side = 1.06 * max(bounds.width, bounds.height)
    shift = Affine.translation(side / 2 - bounds.center.x, side / 2 - bounds.center.y)
    layers: list[Layer] = [
        layer.model_copy(update={"transform": layer.transform.then(shift)})
        for layer in drawing.layers
    ]
    page = Page(id="p", width=side, height=side, background=solid(WHITE), layers=tuple(layers))
    return lay_out(Document(pages=(page,)), default_fonts(), AssetStore())[0]


def colors(drawing: MotifDrawing) -> list[Color]:
    found: list[Color] = []
    for layer in walk(drawing.layers):
        if isinstance(layer, VectorLayer):
            for shape in layer.shapes:
                for paint in (shape.fill, shape.stroke.paint if shape.stroke else None):
                    if isinstance(paint, SolidPaint):
                        found.append(paint.color)
                    elif isinstance(paint, LinearGradient | RadialGradient):
                        found += [stop.color for stop in paint.stops]
    return found


SPREAD = [(name, TREATMENTS[k // 4 % 4]) for k, name in enumerate(MOTIFS) if k % 4 == 0]
"""Every fourth motif, the hands in turn."""

HEAVIEST: list[tuple[str, Treatment]] = [("firework", "doodle"), ("wildflower", "line")]


@pytest.mark.parametrize(("name", "treatment"), [*SPREAD, *HEAVIEST])
def test_a_motif_is_a_clean_svg(name: str, treatment: Treatment) -> None:
    frame = framed(drawn(name, treatment, WARM))
    canvas = SvgCanvas(
        frame.size, AssetStore().read, frame.background,
        text="outlines", title=name, language="en",
    )  # fmt: skip
    draw(frame, canvas)
    svg = canvas.markup().decode()
    assert "<image" not in svg
    assert "base64" not in svg
    assert "<text" not in svg
    assert 1 <= svg.count("<path") <= MOST_PATHS
    assert len(svg) <= MOST_SVG_BYTES


@pytest.mark.parametrize("name", list(MOTIFS)[::2])
def test_a_swapped_theme_leaves_no_color_behind(name: str) -> None:
    """With "palette" nothing colorful stays; eyes, blush and a brand's gold are a few marks."""
    warm, cool = colors(drawn(name, "flat", WARM)), colors(drawn(name, "flat", COOL))
    kept = set(cool)
    left = [color for color in warm if color in kept and color.oklch.chroma > 0.04]
    assert len(left) <= max(4, 0.04 * len(warm)), {color.hex for color in left}


@pytest.mark.parametrize("name", MOTIFS)
def test_one_ink_still_shows_the_thing(name: str) -> None:
    """The silhouette alone: not a slab, not a thread, and not in a hundred pieces."""
    outline = simplify(drawn(name, "flat", WARM).silhouette)
    mask = _mask(outline.bounds.width, outline.bounds.height, name)
    share = float(mask.mean())
    assert share > 0.07
    assert share < 0.985 or name in SLABS
    assert len(outline.contours()) <= 130


def _mask(width: float, height: float, name: str) -> NDArray[np.bool_]:
    drawing = drawn(name, "flat", WARM)
    bounds = drawing.silhouette.bounds
    from_origin = drawing.silhouette.moved(-bounds.x, -bounds.y)
    layer = VectorLayer.model_validate(
        {"id": "ink", "shapes": ({"path": from_origin, "fill": solid("#000000")},)}
    )
    page = Page(id="p", width=width, height=height, background=solid(WHITE), layers=(layer,))
    frame = lay_out(Document(pages=(page,)), default_fonts(), AssetStore())[0]
    pixels = render(frame, AssetStore().read, 48 / max(width, height))
    mask: NDArray[np.bool_] = pixels[..., 0] < 128
    return mask


@pytest.mark.parametrize("name", MOTIFS)
def test_sixteen_pixels_are_no_blob(name: str) -> None:
    frame = framed(drawn(name, "flat", WARM))
    tiny = render(frame, AssetStore().read, 16.01 / frame.size.width)[..., :3].astype(int)
    away = np.abs(tiny - 255).max(axis=2)
    assert 0.06 < float((away > 24).mean()) < 0.97
    distinct = {tuple(pixel) for pixel in (tiny.reshape(-1, 3) // 24).tolist()}
    assert len(distinct) >= 8


def test_every_trade_has_three_motifs_of_its_own() -> None:
    for name in industries():
        nouns = [noun for noun in industry_nouns(name) if noun not in SCENES]
        motifs = {find_motif(noun) for noun in nouns} - {None}
        asked = len(industry_nouns(name))
        assert asked >= 3, name
        assert len(motifs) + (asked - len(nouns)) >= 3, (name, motifs)


@pytest.mark.parametrize(
    ("noun", "name"),
    [("爪印", "paw"), ("骨头", "bone"), ("祥云", "lucky_cloud"), ("海水江崖", "sea_cliff"),
     ("窗棂", "window_lattice"), ("松树", "pine"), ("吊车", "crane_truck"), ("心率", "pulse"),
     ("蝴蝶结", "bow"), ("粽子", "zongzi"), ("汤圆", "tangyuan"), ("snack bag", "snack_pouch"),
     ("薯条", "fries"), ("地球仪", "globe"), ("gem", "gem"), ("洗衣机", "washing_machine")],
)  # fmt: skip
def test_the_named_things_are_there(noun: str, name: str) -> None:
    assert find_motif(noun) == name

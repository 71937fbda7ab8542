"""Small pictures, one feature each, through lay_out and render."""

import io
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from compositor.canvas.raster import pixel_size, probe
from compositor.canvas.skia_library import load_skia
from compositor.color import Color
from compositor.document import (
    AssetStore,
    Blur,
    Document,
    GroupLayer,
    ImageLayer,
    ImagePaint,
    Layer,
    LinearGradient,
    Mask,
    Page,
    Provenance,
    RadialGradient,
    Shadow,
    Shape,
    Stop,
    Stroke,
    SweepGradient,
    VectorLayer,
    solid,
)
from compositor.drawing import render
from compositor.errors import InvalidValue, MissingSystemLibrary
from compositor.geometry import Affine, Box, Path, Size
from compositor.geometry.shapes import circle, line, rectangle
from compositor.layout.lay_out import lay_out
from compositor.typography.fonts import default_fonts
from tests.pixels import PIXELS, as_text

RED, BLUE, BLACK, WHITE = (Color.from_hex(text) for text in ("#F00", "#00F", "#000", "#FFF"))
STORE = AssetStore()


def picture(*rows: str) -> str:
    """Keep a tiny picture (R, G, B, K, _, .) and return its hash."""
    array = np.array([[PIXELS[letter] for letter in row] for row in rows], np.uint8)
    buffer = io.BytesIO()
    Image.fromarray(array, "RGBA").save(buffer, "PNG")
    return STORE.add(buffer.getvalue(), Provenance(source="test")).sha256


def drawn(
    *layers: Layer,
    size: tuple[int, int] = (16, 16),
    scale: float = 1.0,
    background: str = "#FFFFFF",
    only: tuple[str, ...] | None = None,
) -> NDArray[np.uint8]:
    """Return the pixels of a page of these layers."""
    assets = {
        sha256: STORE.add(data, Provenance(source="test"))
        for sha256, data in STORE._memory.items()
    }
    page = Page(
        id="page",
        width=size[0],
        height=size[1],
        background=solid(background),
        layers=layers,
    )
    frame = lay_out(Document(pages=(page,), assets=assets), default_fonts(), STORE)[0]
    return render(frame, STORE.read, scale, only=only)


def box_layer(name: str, box: Box, color: str, **more: object) -> VectorLayer:
    return VectorLayer.model_validate(
        {"id": name, "shapes": (Shape(path=rectangle(box), fill=solid(color)),), **more}
    )


def stops(*colors: Color) -> tuple[Stop, ...]:
    return tuple(Stop(offset=i / (len(colors) - 1), color=c) for i, c in enumerate(colors))


def test_skia_is_ready() -> None:
    assert probe() == ""


def test_a_missing_library_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "skia", None)
    assert "apt-get install -y libgl1 libegl1" in probe()
    with pytest.raises(MissingSystemLibrary, match="libEGL"):
        load_skia()


def test_shapes_lie_in_order_and_the_clip_cuts() -> None:
    red = box_layer("red", Box(2, 2, 8, 8), "#F00")
    blue = box_layer("blue", Box(6, 6, 8, 8), "#00F", clip=rectangle(Box(0, 0, 12, 12)))
    rows = as_text(drawn(red, blue)).splitlines()
    assert rows[2] == "__RRRRRRRR______"
    assert rows[7] == "__RRRRBBBBBB____"
    assert rows[12] == "_" * 16


def test_groups_transform_and_fade_as_one() -> None:
    group = GroupLayer(
        id="group",
        opacity=0.5,
        transform=Affine.translation(4, 0),
        children=(
            box_layer("red", Box(0, 0, 8, 16), "#F00"),
            box_layer("blue", Box(0, 0, 4, 16), "#00F"),
        ),
    )
    pixels = drawn(group)
    # The red below the blue does not shine through: they fade together.
    assert pixels[8, 5, 0] in (127, 128)
    assert pixels[8, 5, 2] == 255
    assert tuple(pixels[8, 1]) == (255, 255, 255, 255)


def test_a_hidden_layer_is_not_drawn_and_only_picks() -> None:
    red = box_layer("red", Box(0, 0, 16, 16), "#F00", visible=False)
    blue = box_layer("blue", Box(0, 0, 8, 16), "#00F")
    black = box_layer("black", Box(0, 0, 16, 16), "#000")
    group = GroupLayer(id="group", children=(blue, black))
    assert as_text(drawn(red)).splitlines()[0] == "_" * 16
    assert as_text(drawn(group, only=("blue",))).splitlines()[0] == "BBBBBBBB........"


def test_even_odd_leaves_a_hole() -> None:
    ring = Path.join([rectangle(Box(0, 0, 16, 16)), rectangle(Box(4, 4, 8, 8))])
    layer = VectorLayer(id="r", shapes=(Shape(path=ring, fill=solid("#000"), rule="evenodd"),))
    assert as_text(drawn(layer)).splitlines()[8] == "KKKK________KKKK"


def test_dashes_caps_and_widths() -> None:
    stroke = Stroke(paint=solid("#000"), width=2, cap="butt", dashes=(4, 4))
    layer = VectorLayer(id="d", shapes=(Shape(path=line(0, 8, 16, 8), stroke=stroke),))
    rows = as_text(drawn(layer)).splitlines()
    assert rows[7] == rows[8] == "KKKK____KKKK____"
    assert rows[6] == rows[9] == "_" * 16
    odd = Stroke(paint=solid("#000"), width=2, cap="butt", dashes=(2,), dash_offset=2)
    layer = VectorLayer(id="d", shapes=(Shape(path=line(0, 8, 16, 8), stroke=odd),))
    assert as_text(drawn(layer)).splitlines()[7] == "__KK" * 4


def test_gradients_run_where_they_say() -> None:
    box = rectangle(Box(0, 0, 16, 16))
    linear = LinearGradient(x1=0, y1=0, x2=16, y2=0, stops=stops(BLACK, WHITE))
    ramp = drawn(VectorLayer(id="v", shapes=(Shape(path=box, fill=linear),)))[8, :, 0]
    assert np.all(np.diff(ramp.astype(int)) > 0)
    assert abs(int(ramp[7]) - 120) <= 2
    radial = RadialGradient(
        cx=0, cy=0, radius=1, transform=Affine(8, 0, 0, 4, 8, 8), stops=stops(RED, BLUE)
    )
    oval = drawn(VectorLayer(id="v", shapes=(Shape(path=box, fill=radial),)))
    assert oval[8, 8, 0] > 200
    assert tuple(oval[1, 8]) == (0, 0, 255, 255)
    assert oval[8, 13, 0] > 60
    # Clockwise from three o'clock: the first half turn is below the center.
    turn = SweepGradient(
        cx=8,
        cy=8,
        stops=(
            Stop(offset=0, color=RED),
            Stop(offset=0.5, color=RED),
            Stop(offset=0.5, color=BLUE),
            Stop(offset=1, color=BLUE),
        ),
    )
    sweep = drawn(VectorLayer(id="v", shapes=(Shape(path=box, fill=turn),)))
    assert tuple(sweep[12, 8]) == (255, 0, 0, 255)
    assert tuple(sweep[3, 8]) == (0, 0, 255, 255)


def test_a_gradient_without_length_is_its_last_color() -> None:
    flat = LinearGradient(x1=3, y1=3, x2=3, y2=3, stops=stops(RED, BLUE))
    box = rectangle(Box(0, 0, 16, 16))
    layer = VectorLayer(id="v", shapes=(Shape(path=box, fill=flat),))
    assert tuple(drawn(layer)[8, 8]) == (0, 0, 255, 255)


def test_a_picture_fills_covers_and_tiles() -> None:
    asset = picture("RB", "GK")
    fill = ImageLayer(id="i", asset=asset, box=Box(0, 0, 16, 16), fit="fill")
    corners = drawn(fill)
    assert tuple(corners[0, 0]) == (255, 0, 0, 255)
    assert tuple(corners[15, 15]) == (0, 0, 0, 255)
    wide = ImageLayer(id="i", asset=asset, box=Box(0, 0, 16, 8), focus=(0.5, 1))
    cover = drawn(wide)
    assert tuple(cover[4, 0]) == (0, 255, 0, 255)
    assert tuple(cover[12, 0]) == (255, 255, 255, 255)
    tiled = ImagePaint(asset=asset, tile="repeat")
    layer = VectorLayer(id="v", shapes=(Shape(path=rectangle(Box(0, 0, 4, 4)), fill=tiled),))
    assert as_text(drawn(layer)).splitlines()[1][:5] == "GKGK_"


def test_a_mask_shows_by_luminance_times_alpha_and_nothing_outside() -> None:
    mask = Mask(asset=picture("_K", "_."), box=Box(0, 0, 8, 8))
    layer = box_layer("red", Box(0, 0, 16, 16), "#F00", mask=mask)
    pixels = drawn(layer)
    assert tuple(pixels[6, 0]) == (255, 0, 0, 255)
    assert tuple(pixels[1, 7]) == (255, 255, 255, 255)
    assert tuple(pixels[7, 7]) == (255, 255, 255, 255)
    assert tuple(pixels[12, 12]) == (255, 255, 255, 255)


@pytest.mark.parametrize(
    ("blend", "expected"),
    [
        ("multiply", (128, 0, 0)),
        ("screen", (255, 128, 128)),
        ("darken", (128, 0, 0)),
        ("lighten", (255, 128, 128)),
        ("difference", (127, 128, 128)),
    ],
)
def test_blend_modes(blend: str, expected: tuple[int, int, int]) -> None:
    layer = box_layer("red", Box(0, 0, 16, 16), "#F00", blend=blend)
    found = drawn(layer, background="#808080")[8, 8, :3].astype(int)
    assert np.abs(found - expected).max() <= 1


def test_a_hard_shadow_is_the_shape_moved_and_tinted() -> None:
    shadow = Shadow(dx=6, dy=0, color=BLUE)
    pixels = drawn(box_layer("red", Box(2, 4, 6, 8), "#F00", effects=(shadow,)))
    assert as_text(pixels).splitlines()[8] == "__RRRRRRBBBBBB__"


def test_the_shadow_is_that_of_the_clipped_shape() -> None:
    layer = box_layer(
        "red",
        Box(0, 0, 16, 16),
        "#F00",
        clip=rectangle(Box(2, 4, 6, 8)),
        effects=(Shadow(dx=6, dy=0, color=BLUE),),
    )
    assert as_text(drawn(layer)).splitlines()[8] == "__RRRRRRBBBBBB__"


@pytest.mark.parametrize("sigma", [6.0, 40.0, 90.0])
def test_a_blur_looks_the_same_at_three_times_the_size(sigma: float) -> None:
    """Skia clamps large blurs; drawn at a higher scale they must not get sharper."""
    layer = VectorLayer(
        id="blob",
        shapes=(Shape(path=circle(80, 80, 60), fill=solid("#000")),),
        effects=(Blur(blur=sigma),),
    )
    small = drawn(layer, size=(160, 160))
    large = drawn(layer, size=(160, 160), scale=3)
    shrunk = large.reshape(160, 3, 160, 3, 4).mean(axis=(1, 3))
    assert np.abs(small.astype(float) - shrunk).max() < 6


def test_transparent_pages_keep_straight_alpha() -> None:
    pixels = drawn(box_layer("red", Box(0, 0, 8, 16), "#FF000080"), background="#00000000")
    assert tuple(pixels[8, 4]) == (255, 0, 0, 128)
    assert tuple(pixels[8, 12]) == (0, 0, 0, 0)


def test_rounded_sizes_have_no_half_transparent_edge() -> None:
    pixels = drawn(size=(33, 47), scale=0.51)
    assert pixels.shape == (24, 17, 4)
    assert pixels.min() == 255


def test_a_flattened_layer_with_effects_draws_nothing() -> None:
    flat = box_layer(
        "red",
        Box(0, 0, 8, 8),
        "#F00",
        transform=Affine.scaling(1, 0),
        effects=(Blur(blur=3),),
    )
    assert drawn(flat).min() == 255


def test_too_many_pixels_are_refused_before_drawing() -> None:
    for size, scale in ((Size(30000, 30000), 1.0), (Size(1000, 1000), 15.0)):
        with pytest.raises(InvalidValue, match="too many"):
            pixel_size(size, scale)
    with pytest.raises(InvalidValue, match="scale"):
        pixel_size(Size(100, 100), 0)


@settings(max_examples=25, deadline=None)
@given(
    st.floats(-1, 1),
    st.floats(-1, 1),
    st.floats(0, 30),
    st.floats(-40, 40),
    st.sampled_from(["normal", "multiply", "soft-light"]),
)
def test_any_effect_under_any_transform_can_be_drawn(
    a: float, b: float, sigma: float, dx: float, blend: str
) -> None:
    layer = box_layer(
        "red",
        Box(0, 0, 12, 12),
        "#F00",
        transform=Affine(a, b, -b, a, 4, 4),
        blend=blend,
        effects=(Shadow(dx=dx, dy=dx, blur=sigma, color=BLACK), Blur(blur=sigma / 4)),
    )
    assert drawn(layer).shape == (16, 16, 4)

"""Traces of drawn shapes: the same area, few nodes, near the edge; no drawing, no trace."""

import io
from collections.abc import Sequence

import numpy as np
import pytest
import skia
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from compositor.color import Color
from compositor.document import FontChoice, SolidPaint
from compositor.geometry import Affine, Box, Path, Point
from compositor.geometry.boolean import difference
from compositor.geometry.corners import kink_count
from compositor.geometry.shapes import circle, ellipse, rounded_rectangle, star
from generators.vector.marks.glyphs import glyph
from generators.vector.marks.mark import LIVE_AREA, MarkInks
from generators.vector.marks.tracing import CannotTrace, mark_from_trace, trace
from generators.vector.marks.tracing.outline import outline_of
from generators.vector.marks.tracing.rings import rings_of

SIDE = 256
FONT = FontChoice(families=("Inter",), weight=800)
RING = difference(circle(128, 128, 100), circle(140, 128, 50))


def _letter(character: str) -> Path:
    return glyph(character, FONT).transformed(Affine.scaling(2.6)).moved(40, 220)


def _picture(*shapes: tuple[Path, str], ground: str = "#ffffff") -> NDArray[np.uint8]:
    surface = skia.Surface(SIDE, SIDE)
    canvas = surface.getCanvas()
    canvas.clear(_skia_color(ground))
    for path, color in shapes:
        outline = skia.Path()
        for verb, n in path.segments:
            call = {"M": outline.moveTo, "L": outline.lineTo, "Q": outline.quadTo,
                    "C": outline.cubicTo, "Z": outline.close}[verb]  # fmt: skip
            call(*n)
        canvas.drawPath(outline, skia.Paint(Color=_skia_color(color), AntiAlias=True))
    pixels: NDArray[np.uint8] = surface.toarray(colorType=skia.kRGBA_8888_ColorType)
    return pixels[..., :3]


def _skia_color(text: str) -> int:
    return int(skia.Color(*(int(text[i : i + 2], 16) for i in (1, 3, 5))))


def _png(pixels: NDArray[np.uint8], form: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, form, quality=92)
    return out.getvalue()


def _inked(path: Path) -> NDArray[np.bool_]:
    return _picture((path, "#000000"))[..., 0] < 128


def _overlap(first: Path, second: Path) -> float:
    a, b = _inked(first), _inked(second)
    return float((a & b).sum() / (a | b).sum())


def _farthest(path: Path, other: Path) -> float:
    """Largest distance from points of one outline to the other, px."""
    points = np.array([(p.x, p.y) for line in path.flattened(6) for p in line])
    dense = np.array([p for line in other.flattened(24) for p in _evenly_along(line)])
    gaps = np.hypot(*(points[:, None, :] - dense[None, :, :]).transpose(2, 0, 1))
    return float(gaps.min(axis=1).max())


def _evenly_along(line: list[Point]) -> NDArray[np.float64]:
    """Points a quarter px apart."""
    corners = np.array([*line, line[0]])
    ends = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(corners, axis=0).T))])
    at = np.arange(0.0, ends[-1], 0.25)
    return np.stack([np.interp(at, ends, corners[:, c]) for c in range(2)], axis=1)


@pytest.mark.parametrize(
    ("path", "most_nodes", "most_px"),
    [
        (circle(128, 128, 90), 4, 0.5),
        (ellipse(128, 120, 100, 60), 4, 0.5),
        (RING, 8, 0.6),
        (star(128, 128, 110, 45, 5), 10, 0.9),
        (rounded_rectangle(Box(30, 60, 200, 130), 36), 10, 1.0),
        (_letter("R"), 18, 1.2),
        (_letter("S"), 20, 1.6),
        (_letter("&"), 26, 1.6),
    ],
    ids=["circle", "ellipse", "ring", "star", "rounded", "R", "S", "and"],
)
def test_shapes_come_back(path: Path, most_nodes: int, most_px: float) -> None:
    traced = trace(_png(_picture((path, "#1238a8"))))
    (shape,) = traced.shapes
    assert shape.path.node_count <= most_nodes
    assert _overlap(path, traced.area) >= 0.985
    assert _farthest(shape.path, path) <= most_px
    assert isinstance(shape.fill, SolidPaint)
    assert shape.fill.color == Color.from_hex("#1238a8")


def test_every_curve_goes_on_smoothly() -> None:
    traced = trace(_png(_picture((_letter("S"), "#111111"))))
    assert kink_count(traced.area) <= kink_count(_letter("S"))


def test_two_colors_stand_over_each_other_without_a_gap() -> None:
    data = _png(_picture((circle(110, 128, 80), "#1238a8"), (circle(110, 128, 34), "#ffb000")))
    below, above = trace(data).shapes
    assert len(below.path.contours()) == 1
    assert above.path.bounds.width == pytest.approx(68, abs=0.5)


def test_colors_side_by_side_meet() -> None:
    left, right = (
        Path.polygon([(x, 30), (x + 98, 30), (x + 98, 220), (x, 220)]) for x in (30, 128)
    )
    found = trace(_png(_picture((left, "#1238a8"), (right, "#e8371e")))).shapes
    assert sorted(s.path.node_count for s in found) == [4, 4]
    boxes = sorted((s.path.bounds for s in found), key=lambda b: b.x)
    assert boxes[0].right == pytest.approx(boxes[1].x, abs=0.3)


def test_a_jpeg_on_a_colored_ground() -> None:
    data = _png(_picture((RING, "#f5e9d0"), ground="#22352c"), "JPEG")
    traced = trace(data)
    assert len(traced.shapes) == 1
    assert _overlap(RING, traced.area) >= 0.985


@settings(max_examples=8, deadline=None, derandomize=True)
@given(x=st.floats(90, 160), y=st.floats(90, 160), rx=st.floats(30, 80), turn=st.integers(3, 6))
def test_polygons_keep_their_corners(x: float, y: float, rx: float, turn: int) -> None:
    angles = [2 * np.pi * k / turn + 0.2 for k in range(turn)]
    path = Path.polygon([(x + rx * np.cos(a), y + rx * np.sin(a)) for a in angles])
    traced = trace(_png(_picture((path, "#101010"))))
    assert traced.node_count <= turn + 2
    assert _overlap(path, traced.area) >= 0.97


def test_eyes_turn_the_other_way() -> None:
    cover = (_picture((RING, "#000000"))[..., 0] < 128).astype(np.float64)
    rings: Sequence[NDArray[np.float64]] = rings_of(cover, 10)
    assert len(rings) == 2
    areas = [
        float(r[:, 0] @ np.roll(r[:, 1], -1) - r[:, 1] @ np.roll(r[:, 0], -1)) for r in rings
    ]
    assert areas[0] * areas[1] < 0
    assert outline_of(rings[0], 0.7).node_count == 4


def test_a_trace_becomes_a_mark_in_the_brand_s_inks() -> None:
    inks = MarkInks(
        main=SolidPaint(color=Color.from_hex("#101820"), token="primary"),
        spark=SolidPaint(color=Color.from_hex("#e8371e"), token="accent"),
        ground=SolidPaint(color=Color.from_hex("#ffffff")),
        tint=SolidPaint(color=Color.from_hex("#88aaaa")),
    )
    data = _png(_picture((circle(110, 128, 80), "#1238a8"), (circle(110, 128, 34), "#ffb000")))
    mark = mark_from_trace(trace(data), inks, "a sun in the sea")
    assert [s.fill for s in mark.shapes] == [inks.main, inks.spark]
    assert LIVE_AREA.inset(-0.01).covers(mark.ink_box)


def _noise() -> bytes:
    rng = np.random.default_rng(3)
    return _png(rng.integers(0, 255, (96, 96, 3), dtype=np.uint8))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"not a picture", "no picture"),
        (b"", "no picture"),
        (_png(np.zeros((8, 8, 3), np.uint8)), "too small"),
        (_png(np.full((64, 64, 3), 200, np.uint8)), "one color"),
        (_noise(), "photograph"),
    ],
)
def test_what_is_no_drawing_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(CannotTrace, match=says):
        trace(data)


@pytest.mark.parametrize("wrong", [{"most_colors": 0}, {"tolerance_px": 9.0}])
def test_settings_have_bounds(wrong: dict[str, float]) -> None:
    with pytest.raises(CannotTrace, match="say"):
        trace(_png(_picture((RING, "#000000"))), **wrong)  # type: ignore[arg-type]  # wrong on purpose

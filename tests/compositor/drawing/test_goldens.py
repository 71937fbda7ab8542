"""Pictures as they should be: a small one each of what drawing must not change unnoticed.

A failure writes actual, expected and difference to tests/output/. After looking at them,
`make goldens` writes the new ones.
"""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from compositor.color import Color
from compositor.document import (
    AssetStore,
    Blur,
    Document,
    FontChoice,
    Layer,
    LinearGradient,
    Page,
    RadialGradient,
    Shadow,
    Shape,
    Stop,
    Stroke,
    SweepGradient,
    TextLayer,
    TextRun,
    VectorLayer,
    solid,
)
from compositor.drawing import render
from compositor.geometry import Affine, Box, Point
from compositor.geometry.shapes import circle, rectangle, rounded_rectangle, smooth_curve, star
from compositor.layout.lay_out import lay_out
from compositor.typography.fonts import default_fonts
from generators.vector.motifs import MotifRequest, draw_motif
from knowledge import resolve_theme

GOLDENS = Path(__file__).parents[2] / "goldens"
OUTPUT = Path(__file__).parents[2] / "output"
MOST_DIFFERENT = 0.0002
"""Mean difference of all channels, 0–1."""

RED, BLUE = Color.from_hex("#D23B2F"), Color.from_hex("#2447A8")


def text(words: str, box: tuple[float, float, float, float], **options: object) -> TextLayer:
    font = FontChoice(
        families=("Playfair Display", "ZCOOL XiaoWei", "Noto Sans SC"), weight=700
    )
    run = TextRun(
        text=words, font=font, size=float(str(options.pop("size", 40))), paint=solid("#1B1A18")
    )
    return TextLayer.model_validate({"id": "text", "box": box, "runs": (run,), **options})


def paints() -> tuple[Layer, ...]:
    stops = (
        Stop(offset=0, color=RED),
        Stop(offset=0.5, color=Color(255, 220, 90)),
        Stop(offset=1, color=BLUE),
    )
    shapes = (
        Shape(
            path=rectangle(Box(8, 8, 110, 110)),
            fill=LinearGradient(x1=8, y1=8, x2=118, y2=118, stops=stops),
        ),
        Shape(
            path=circle(190, 62, 55), fill=RadialGradient(cx=175, cy=45, radius=70, stops=stops)
        ),
        Shape(path=circle(62, 190, 55), fill=SweepGradient(cx=62, cy=190, stops=stops)),
        Shape(
            path=smooth_curve([(140, 220), (165, 150), (200, 230), (240, 150)]),
            stroke=Stroke(paint=solid(BLUE), width=9, dashes=(18, 12)),
        ),
    )
    return (VectorLayer(id="paints", shapes=shapes),)


def effects() -> tuple[Layer, ...]:
    card = Shape(path=rounded_rectangle(Box(40, 40, 120, 90), 18), fill=solid("#FFFFFF"))
    return (
        VectorLayer(
            id="card",
            shapes=(card,),
            effects=(Shadow(dx=6, dy=10, blur=9, color=Color(20, 20, 60, 150)),),
        ),
        VectorLayer(
            id="glow",
            shapes=(Shape(path=circle(170, 150, 50), fill=solid(RED)),),
            effects=(Blur(blur=14),),
            blend="multiply",
        ),
        VectorLayer(
            id="star",
            shapes=(Shape(path=star(110, 170, 60, 26, 7), fill=solid(BLUE)),),
            opacity=0.6,
            blend="hard-light",
            transform=Affine.rotation(12, Point(110, 170)),
            clip=rectangle(Box(50, 110, 120, 110)),
        ),
    )


def chinese() -> tuple[Layer, ...]:
    return (
        text(
            "花影入香，\nlight 《光》2026",
            (12, 14, 232, 220),
            size=44,
            align="center",
            leading=1.4,
        ),
    )


def vertical() -> tuple[Layer, ...]:
    return (
        text(
            "山止川行，歇一晚。\nA4 与 25 度",
            (20, 12, 216, 232),
            size=34,
            writing="vertical-rl",
        ),
    )


def motif() -> tuple[Layer, ...]:
    palette = resolve_theme(["doodle"], seed=1).palette
    drawing = draw_motif(
        MotifRequest(name="poodle", treatment="doodle", palette=palette, seed=1)
    )
    scale = 240 / max(drawing.width, drawing.height)
    move = Affine(scale, 0, 0, scale, 8, 8)
    return tuple(
        layer.model_copy(update={"transform": layer.transform.then(move)})
        for layer in drawing.layers
    )


SCENES: dict[str, Callable[[], tuple[Layer, ...]]] = {
    "paints": paints,
    "effects": effects,
    "chinese": chinese,
    "vertical": vertical,
    "motif": motif,
}


def drawn(layers: tuple[Layer, ...]) -> NDArray[np.uint8]:
    page = Page(id="p", width=256, height=256, background=solid("#F3EEE4"), layers=layers)
    store = AssetStore()
    frame = lay_out(Document(pages=(page,)), default_fonts(), store)[0]
    return render(frame, store.read, 0.625)


@pytest.mark.golden
@pytest.mark.parametrize("name", list(SCENES))
def test_drawing_is_as_it_was(name: str, request: pytest.FixtureRequest) -> None:
    actual = drawn(SCENES[name]())[..., :3]
    path = GOLDENS / f"{name}-raster.png"
    if request.config.getoption("--update-goldens"):
        GOLDENS.mkdir(exist_ok=True)
        Image.fromarray(actual).save(path, optimize=True)
    with Image.open(path) as opened:
        expected = np.asarray(opened.convert("RGB"))
    assert actual.shape == expected.shape
    difference = np.abs(actual.astype(float) - expected) / 255
    if difference.mean() > MOST_DIFFERENT:
        OUTPUT.mkdir(exist_ok=True)
        Image.fromarray(actual).save(OUTPUT / f"{name}-actual.png")
        Image.fromarray(expected).save(OUTPUT / f"{name}-expected.png")
        Image.fromarray((difference * 255).astype(np.uint8)).save(
            OUTPUT / f"{name}-difference.png"
        )
    assert difference.mean() <= MOST_DIFFERENT

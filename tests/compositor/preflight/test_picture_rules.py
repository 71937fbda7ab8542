"""Rules of the page as a picture: each broken and kept."""

from io import BytesIO
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from compositor.document import (
    AssetStore,
    Document,
    GroupLayer,
    ImageLayer,
    Page,
    Shape,
    TextLayer,
    VectorLayer,
    solid,
)
from compositor.document.asset import Provenance
from compositor.geometry import Affine, Box, Point
from compositor.geometry.shapes import rectangle
from compositor.preflight import Finding, Target, check
from compositor.preflight.mending.remedy import Enlarge
from compositor.preflight.rules.picture import widest_empty
from compositor.typography.fonts import default_fonts
from tests.compositor.preflight.pages import TITLE, Spot, field, found, text


def _subject(box: Spot) -> GroupLayer:
    thing = GroupLayer(
        id="cup", role="visual", children=(field("cup-body", box, "#D9C8A0", role="visual"),)
    )
    ground = field("ground", (0, 0, 1080, 1440), "#FFFFFF", role="background")
    return GroupLayer(id="picture", role="visual", children=(ground, thing))


def test_words_on_the_subject() -> None:
    words = text("a", "站在主体上的字", (300, 700, 500, 60))
    finding = found(_subject((250, 500, 500, 500)), TITLE, words)["subject"]
    assert finding.value > 0.9
    clear = text("a", "站在主体上的字", (300, 1200, 500, 60))
    assert "subject" not in found(_subject((250, 500, 500, 500)), TITLE, clear)


def _photo(words: TextLayer) -> dict[str, Finding]:
    """A page over a photo: a red thing right of the middle of a quiet wall."""
    pixels = np.full((288, 216, 3), (205, 200, 190), np.uint8)
    pixels[110:190, 100:180] = (200, 30, 30)
    file, store = BytesIO(), AssetStore()
    Image.fromarray(pixels).save(file, "PNG")
    asset = store.add(file.getvalue(), Provenance(source="import"))
    photo = ImageLayer(id="photo", asset=asset.sha256, box=Box(0, 0, 1080, 1440), role="visual")
    sheet = {"id": "p", "width": 1080, "height": 1440, "layers": (photo, words)}
    document = Document(
        kind="poster",
        pages=(Page.model_validate(sheet),),
        assets={asset.sha256: asset},
    )
    return {finding.code: finding for finding in check(document, default_fonts(), store)}


def test_words_where_a_photo_draws_the_eye() -> None:
    on_it = text("a", "压在主体上", (560, 700, 340, 80), 60, color="#FFFFFF")
    assert _photo(on_it)["subject"].value > 0.6
    beside = text("a", "站在空处的字", (80, 160, 420, 80), 60)
    assert "subject" not in _photo(beside)


def _with_photo(width: int, medium: str) -> dict[str, Finding]:
    store = AssetStore()
    file = BytesIO()
    Image.new("RGB", (width, 8), "#B0C4B0").save(file, "PNG")
    asset = store.add(file.getvalue(), Provenance(source="import"))
    photo = ImageLayer(
        id="photo", asset=asset.sha256, box=Box(100, 100, 800, 800), fit="fill", role="mark"
    )
    sheet = {"id": "p", "width": 1080, "height": 1440, "medium": medium, "layers": (photo,)}
    document = Document(pages=(Page.model_validate(sheet),), assets={asset.sha256: asset})
    return {finding.code: finding for finding in check(document, default_fonts(), store)}


@pytest.mark.parametrize(
    ("width", "medium", "severity"),
    [
        (300, "screen", "soft"),
        (800, "screen", None),
        (800, "print", "hard"),
        (1600, "print", "soft"),
        (2400, "print", None),
    ],
)
def test_pictures_sharp_enough(width: int, medium: str, severity: str | None) -> None:
    told = _with_photo(width, medium)
    dpi = told.get("image_dpi")
    assert (dpi.severity if dpi else None) == severity


def test_bleed_of_printed_art() -> None:
    edge = field("edge", (0, 1000, 1080, 440), "#336655")
    assert found(TITLE, edge, medium="print")["bleed"].severity == "hard"
    stops = found(TITLE, edge, medium="print", bleed=12)["bleed"]
    assert stops.layer == "edge"
    assert isinstance(stops.repair, Enlarge)
    assert stops.repair.y == 1000, "the edge inside the page stays"
    runs = field("edge", (-12, 1000, 1104, 452), "#336655")
    assert "bleed" not in found(TITLE, runs, medium="print", bleed=12)
    assert "bleed" not in found(TITLE, medium="print")
    assert "bleed" not in found(TITLE, edge)


def test_too_many_text_colors_and_hues() -> None:
    colors = ("#8A0000", "#004A8A", "#00553A", "#5A2A80", "#333333")
    rows = [
        text(f"t{i}", "字", (80, 400 + 90 * i, 400, 70), color=color)
        for i, color in enumerate(colors)
    ]
    assert found(TITLE, *rows)["colors"].value == 6
    assert "colors" not in found(TITLE, *rows[:2])
    wheel = [
        field(f"h{i}", (120.0 * i, 700, 120, 400), color)
        for i, color in enumerate(
            (
                "#E00020",
                "#F07800",
                "#E8D800",
                "#60C020",
                "#00B8A0",
                "#0080E0",
                "#5030D0",
                "#D020B0",
            )
        )
    ]
    assert "hues" in found(TITLE, *wheel)["colors"].message


def test_a_page_of_one_gray() -> None:
    veil = field("art", (100, 500, 600, 600), "#CFCFCF", role="visual")
    flat = text("a", "字", (80, 80, 60, 60), 40, color="#8A8A8A")
    assert "tones" in found(veil, flat, background=solid("#D8D8D8"))
    deep = field("art", (100, 500, 600, 600), "#303030", role="visual")
    assert "tones" not in found(deep, flat, background=solid("#D8D8D8"))


def test_dead_area_and_crowding_by_the_style() -> None:
    calm, lively = Target(whitespace=0.3), Target(whitespace=0.8)
    assert "empty" in found(TITLE, target=calm)
    assert "empty" not in found(TITLE)
    bars = tuple(
        Shape(path=rectangle(Box(0, 24.0 * i, 1080, 12)), fill=solid("#404040"))
        for i in range(60)
    )
    busy = VectorLayer(id="bars", shapes=bars)
    assert "crowded" in found(busy, TITLE, target=lively)
    assert "crowded" not in found(TITLE, target=lively)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 7), st.integers(1, 7), st.data())
def test_widest_empty_is_the_largest_rectangle(rows: int, columns: int, data: Any) -> None:
    cells = data.draw(st.lists(st.booleans(), min_size=rows * columns, max_size=rows * columns))
    quiet = np.array(cells, bool).reshape(rows, columns)
    best = max(
        (b - a) * (d - c) * bool(quiet[a:b, c:d].all())
        for a in range(rows)
        for b in range(a + 1, rows + 1)
        for c in range(columns)
        for d in range(c + 1, columns + 1)
    )
    assert widest_empty(quiet) == best


def test_turned_text_is_sampled_inside_its_own_lines() -> None:
    turned = text("a", "a turned line of words", (200, 1000, 700, 60)).model_copy(
        update={"transform": Affine.rotation(-40, Point(200, 1000))}
    )
    corner = field("corner", (120, 560, 200, 200), "#181818")
    assert "contrast" not in found(corner, turned)
    below = field("below", (300, 820, 200, 200), "#181818")
    assert found(below, turned)["contrast"].share == pytest.approx(0.45, abs=0.3)

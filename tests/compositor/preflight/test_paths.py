"""Text on a path is judged glyph by glyph: what a circle goes around is not under its text."""

from typing import Any

import pytest

from compositor.document import (
    AssetStore,
    Document,
    FontChoice,
    GroupLayer,
    Layer,
    Page,
    Shape,
    TextLayer,
    TextRun,
    VectorLayer,
    solid,
)
from compositor.geometry import Box, Point
from compositor.geometry.shapes import circle, rectangle
from compositor.layout.lay_out import lay_out
from compositor.preflight import Finding, Target, check
from compositor.preflight.placed import placed_texts
from compositor.typography.circle_text import on_circle
from compositor.typography.fonts import default_fonts

FONTS, ASSETS = default_fonts(), AssetStore()
SANS = FontChoice(families=("Inter", "Noto Sans SC"))
MIDDLE = Point(540, 720)
CORE = Box(340, 520, 400, 400)
ROUND = "THE OLD HARBOR ROASTERY · SINCE 1987 · LISBON PORTUGAL"


def text(
    layer_id: str, words: str, box: tuple[float, ...], size: float, **more: Any
) -> TextLayer:
    run = TextRun(text=words, font=SANS, size=size, paint=solid(more.pop("color", "#000000")))
    return TextLayer.model_validate(
        {"id": layer_id, "box": box, "runs": (run,), "role": "body", **more}
    )


def ring(radius: float = 320, size: float = 56, **more: Any) -> TextLayer:
    side = radius + size
    box = (MIDDLE.x - side, MIDDLE.y - side, 2 * side, 2 * side)
    path = on_circle(MIDDLE, radius)
    return text("ring", ROUND, box, size, path=path, align="center", **more)


def page(*layers: Layer, **more: Any) -> Document:
    sheet = {"id": "p", "width": 1080, "height": 1440, "margin": 32, "layers": layers, **more}
    return Document(kind="poster", pages=(Page.model_validate(sheet),))


def found(*layers: Layer, target: Target | None = None) -> dict[str, Finding]:
    return {f.code: f for f in check(page(*layers), FONTS, ASSETS, (), target)}


def inside(words: str, size: float = 90) -> TextLayer:
    box = (340, 660, 400, 130)
    return text("middle", words, box, size, align="center", role="headline")


def test_there_is_a_box_for_every_glyph_and_none_in_the_middle() -> None:
    (frame,) = lay_out(page(ring()), FONTS, ASSETS)
    (placed,) = placed_texts(frame)
    assert len(placed.lines) == len(ROUND.replace(" ", ""))
    assert all(patch.width < 90 for patch in placed.patches)
    assert all(patch.intersection(CORE).is_empty for patch in placed.patches)
    assert placed.ink.covers(CORE)


def test_words_in_the_middle_of_a_ring_do_not_overlap_it() -> None:
    assert "overlap" not in found(ring(), inside("1987"))
    crossing = text("middle", "across the ring", (60, 660, 960, 130), 120, role="headline")
    assert found(ring(), crossing)["overlap"].severity == "hard"


def test_contrast_of_a_ring_is_that_of_its_own_letters() -> None:
    disk = VectorLayer(
        id="disk",
        shapes=(Shape(path=circle(*MIDDLE, 240), fill=solid("#101010")),),
    )
    white = inside("1987").model_copy(
        update={"runs": (inside("1987").runs[0].model_copy(update={"paint": solid("#FFF")}),)}
    )
    assert "contrast" not in found(disk, ring(), white)
    assert found(disk, ring(color="#F2F2F2"), white)["contrast"].layer == "ring"


def test_a_ring_around_the_subject_does_not_stand_on_it() -> None:
    body = Shape(path=rectangle(Box(440, 620, 200, 200)), fill=solid("#B04020"))
    cup = GroupLayer(
        id="cup", role="visual", children=(VectorLayer(id="body", shapes=(body,)),)
    )
    assert "subject" not in found(cup, ring(role="headline"))
    assert "subject" in found(cup, ring(radius=110, size=20, role="body"))


@pytest.mark.parametrize(("x", "is_covered"), [(0.4, False), (0.15, True)])
def test_a_keepout_counts_where_letters_are(x: float, *, is_covered: bool) -> None:
    target = Target(keepouts=(Box(x, 0.42, 0.15, 0.1),))
    assert ("safe_area" in found(ring(), target=target)) is is_covered

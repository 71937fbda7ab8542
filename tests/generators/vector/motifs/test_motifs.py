"""Every motif in every hand, its label, its colors and its name."""

import json
import math
import subprocess
import sys

import pytest

from compositor.color import Color
from compositor.document import (
    RadialGradient,
    Shape,
    SolidPaint,
    TextLayer,
    VectorLayer,
)
from compositor.document.document import walk
from compositor.layout.theme import Palette
from generators.vector.motifs import (
    MOTIFS,
    TREATMENTS,
    MotifDrawing,
    MotifRequest,
    Treatment,
    UnknownMotif,
    draw_motif,
    find_motif,
)


def palette(**changes: str) -> Palette:
    roles = {
        "ground": "#F6EFE4", "surface": "#FFFBF3", "ink": "#2A211C", "muted": "#6B5D53",
        "primary": "#D9573B", "accent": "#E9A23B", "accent2": "#3F7F78",
        "on_primary": "#FFFFFF", "on_accent": "#2A211C",
    }  # fmt: skip
    return Palette(**{k: Color.from_hex(v) for k, v in {**roles, **changes}.items()})


def shapes_of(drawing: MotifDrawing) -> list[Shape]:
    return [
        shape
        for layer in walk(drawing.layers)
        if isinstance(layer, VectorLayer)
        for shape in layer.shapes
    ]


def dumped(drawing: MotifDrawing) -> str:
    return json.dumps([layer.model_dump(mode="json") for layer in drawing.layers])


EVERY_HAND = [
    *((name, "flat") for name in MOTIFS),
    *(
        (name, hand)
        for k, name in enumerate(MOTIFS)
        for hand in (TREATMENTS[1 + k % 3],)
        if k % 4 == 0
    ),
]
"""Every sketch in the hand that shows all its parts; a spread of them in the others, which
finish any sketch by the same rules."""


@pytest.mark.parametrize(("name", "treatment"), EVERY_HAND)
def test_every_motif_is_drawn_inside_its_box(name: str, treatment: Treatment) -> None:
    drawing = draw_motif(
        MotifRequest(name=name, treatment=treatment, palette=palette(), detail=0.4)
    )
    ids = [layer.id for layer in walk(drawing.layers)]
    assert len(ids) == len(set(ids))
    for path in drawing.solids:
        assert drawing.box.inset(-28).covers(path.bounds), path.bounds
    for shape in shapes_of(drawing):
        assert all(math.isfinite(n) for _, numbers in shape.path.segments for n in numbers)
    assert sum(len(s.path.segments) for s in shapes_of(drawing)) < 30_000
    assert 0 < drawing.ground_y <= drawing.height
    assert drawing.box.covers(drawing.contact.intersection(drawing.box))
    assert all(isinstance(layer, VectorLayer) for layer in drawing.layers), "no label, no text"


@pytest.mark.parametrize("name", ["pet_food_bag", "tote_bag", "coffee_cup", "truck"])
@pytest.mark.parametrize("attributes", [(), ("mirrored",)])
def test_a_label_stands_live_and_exact_on_the_object(
    name: str, attributes: tuple[str, ...]
) -> None:
    drawing = draw_motif(
        MotifRequest(name=name, palette=palette(), label="LibLib", attributes=attributes)
    )
    texts = [layer for layer in drawing.layers if isinstance(layer, TextLayer)]
    assert [layer.text for layer in texts] == ["LibLib"]
    assert texts[0].role == "label"
    place = texts[0].transform.apply_box(texts[0].box)
    assert drawing.silhouette.bounds.covers(place)
    assert texts[0].transform.determinant > 0, "mirrored text would not read"


def test_recoloring_changes_paint_and_not_form() -> None:
    warm = draw_motif(MotifRequest(name="sport_bag", palette=palette()))
    blue = draw_motif(MotifRequest(name="sport_bag", palette=palette(primary="#2F63D8")))
    assert [s.path for s in shapes_of(warm)] == [s.path for s in shapes_of(blue)]
    assert dumped(warm) != dumped(blue)


def test_a_color_word_wins_in_both_languages() -> None:
    white = draw_motif(MotifRequest(name="cat", palette=palette(), attributes=("white",)))
    chinese = draw_motif(MotifRequest(name="cat", palette=palette(), attributes=("白色",)))
    assert dumped(white) == dumped(chinese)
    body = max((s for s in shapes_of(white) if s.fill), key=lambda s: s.path.bounds.area)
    assert isinstance(body.fill, RadialGradient)
    lightest = max(stop.color.oklch.lightness for stop in body.fill.stops)
    assert lightest > 0.97


def test_a_white_cat_keeps_an_edge_on_a_white_ground() -> None:
    drawing = draw_motif(
        MotifRequest(name="cat", palette=palette(ground="#FFFFFF"), attributes=("white",))
    )
    edged = [s for s in shapes_of(drawing) if s.stroke and s.path in drawing.solids]
    assert edged


def test_seeds_vary_the_hand_and_repeat_exactly() -> None:
    def drawn(seed: int) -> str:
        request = MotifRequest(name="poodle", treatment="doodle", palette=palette(), seed=seed)
        return dumped(draw_motif(request))

    assert drawn(1) == drawn(1)
    assert drawn(1) != drawn(2)


def test_another_process_draws_the_same() -> None:
    code = (
        "import hashlib,json;"
        "from compositor.color import Color;from compositor.layout.theme import Palette;"
        "from generators.vector.motifs import *;"
        "c=Color.from_hex('#D9573B');"
        "p=Palette(**{k:c for k in Palette.model_fields});"
        "m=draw_motif(MotifRequest(name='wildflower',treatment='doodle',palette=p,seed=5));"
        "t=json.dumps([l.model_dump(mode='json') for l in m.layers]);"
        "print(hashlib.sha256(t.encode()).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            text=True,
            env={"PYTHONHASHSEED": str(seed), "PYTHONPATH": "."},
        ).stdout
        for seed in (1, 2)
    }
    assert len(found) == 1


def test_shadows_can_be_left_out() -> None:
    drawing = draw_motif(MotifRequest(name="teapot", palette=palette()))
    assert drawing.shadow_ids
    bare = drawing.without_shadow()
    assert {layer.id for layer in drawing.layers} - {layer.id for layer in bare.layers} == set(
        drawing.shadow_ids
    )


def test_a_doodle_is_drawn_in_filled_strokes() -> None:
    drawing = draw_motif(MotifRequest(name="poodle", treatment="doodle", palette=palette()))
    shapes: list[Shape] = shapes_of(drawing)
    assert all(shape.stroke is None for shape in shapes)
    assert sum(isinstance(s.fill, SolidPaint) and s.fill.token == "ink" for s in shapes) > 60


@pytest.mark.parametrize(
    ("noun", "name"),
    [
        ("贵宾犬", "poodle"),
        ("curly poodle", "poodle"),
        ("一只白色猫", "cat"),
        ("猫粮袋", "pet_food_bag"),
        ("一袋猫粮", "pet_food_bag"),
        ("cat food", "pet_food_bag"),
        ("一瓶香水", "perfume_bottle"),
        ("Perfume", "perfume_bottle"),
        ("花朵", "peony"),
        ("花茶", "tea_leaf"),
        ("月饼", "mooncake"),
        ("月票", None),
        ("potato light", None),
        ("台湾茶叶", "tea_leaf"),
        ("coffee-cup", "coffee_cup"),
        ("category theory", None),
        ("scar", None),
        ("", None),
    ],
)
def test_nouns_find_their_motif(noun: str, name: str | None) -> None:
    assert find_motif(noun) == name


def test_unknown_names_are_plain_errors() -> None:
    with pytest.raises(UnknownMotif, match="find_motif"):
        draw_motif(MotifRequest(name="unicorn", palette=palette()))
    with pytest.raises(UnknownMotif, match="cut_paper"):
        draw_motif(MotifRequest(name="cat", treatment="oil", palette=palette()))  # type: ignore[arg-type]  # the point

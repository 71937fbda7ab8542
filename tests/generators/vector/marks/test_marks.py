"""Every construction draws inside its box, in few nodes, the same twice."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compositor.color import Color
from compositor.document import SolidPaint, solid
from compositor.geometry import Box
from compositor.geometry.boolean import outline_stroke
from generators.vector.marks import (
    CONSTRUCTIONS,
    CannotDraw,
    MarkInks,
    MarkRequest,
    draw_construction,
    ink_path,
)
from generators.vector.marks.constructions.abstract_geo import FAMILIES as SOLID_FAMILIES
from generators.vector.marks.constructions.line_art import find_subjects, subjects
from generators.vector.marks.constructions.line_geo import FAMILIES as LINE_FAMILIES
from generators.vector.marks.constructions.mascot_species import all_species, find_species
from generators.vector.marks.doodle import doodled
from generators.vector.marks.mark import LINE_ART, LIVE_AREA
from generators.vector.marks.pen import read_strokes, rounded_line

INKS = MarkInks(
    main=solid("#1D2B53", "primary"),
    spark=solid("#E4572E", "accent"),
    ground=solid("#FFFFFF", "ground"),
    tint=solid("#5D73B5", "mark_tint"),
)
FULL = MarkRequest(
    inks=INKS, name_latin="North Gate", name_zh="茶屿", subjects=("cat", "mountain"), seed=5
)
GEOMETRIC = tuple(name for name in CONSTRUCTIONS if name not in LINE_ART)


@pytest.mark.parametrize("name", CONSTRUCTIONS)
@pytest.mark.parametrize("variant", [0, 1, 2])
def test_ink_lies_in_the_box_near_its_middle(name: str, variant: int) -> None:
    mark = draw_construction(name, replace(FULL, variant=variant))
    box = mark.ink_box
    assert LIVE_AREA.covers(box, 0.25)
    assert max(box.width, box.height) >= 64
    assert max(box.right - 48, 48 - box.x, box.bottom - 48, 48 - box.y) > 38
    assert mark.construction == name
    assert mark.concept
    assert mark.stroke_u >= 3.2


@pytest.mark.parametrize("name", CONSTRUCTIONS)
def test_the_same_request_draws_the_same_mark(name: str) -> None:
    first, second = (draw_construction(name, FULL) for _ in range(2))
    assert [s.path.to_svg() for s in first.shapes] == [s.path.to_svg() for s in second.shapes]


@pytest.mark.parametrize("name", CONSTRUCTIONS)
def test_paints_are_the_requests_own_at_most_three(name: str) -> None:
    allowed = {INKS.main, INKS.spark, INKS.ground, INKS.tint}
    used: set[SolidPaint] = set()
    for shape in draw_construction(name, FULL).shapes:
        if name == "gradient_fluid":
            continue
        paint = shape.fill or (shape.stroke.paint if shape.stroke else None)
        assert isinstance(paint, SolidPaint)
        used.add(paint)
    assert used <= allowed
    assert len(used) <= 3


@pytest.mark.parametrize("name", GEOMETRIC)
@pytest.mark.parametrize("seed", range(4))
def test_geometric_marks_stay_simple(name: str, seed: int) -> None:
    request = replace(FULL, seed=seed, variant=seed, roundness=0.3 * seed, weight_u=4 + seed)
    assert draw_construction(name, request).node_count <= 60


def test_every_line_drawing_is_simple_and_fills_its_box() -> None:
    assert len(subjects()) >= 28
    for subject_id in subjects():
        mark = draw_construction("line_art", replace(FULL, subjects=(subject_id,)))
        assert mark.node_count <= 60, subject_id
        assert max(mark.ink_box.width, mark.ink_box.height) >= 64, subject_id
        widths = {s.stroke.width for s in mark.shapes if s.stroke}
        assert len(widths) == 1, subject_id


def test_every_letter_and_species_can_be_drawn() -> None:
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        for name in ("lettermark", "modular_grid"):
            mark = draw_construction(name, replace(FULL, name_latin=letter))
            assert mark.subject == letter
    for species in all_species():
        mark = draw_construction("mascot", replace(FULL, subjects=(species,)))
        assert mark.subject == species


@pytest.mark.parametrize(
    ("nouns", "found"),
    [
        (("茶叶",), "tea_moon"),
        (("a cup of coffee",), "cup"),
        (("书店",), "book"),
        (("perfume",), "perfume"),
        (("xyzzy", "wheat"), "wheat"),
    ],
)
def test_nouns_find_their_drawing(nouns: tuple[str, ...], found: str) -> None:
    assert find_subjects(nouns)[0].id == found


def test_animals_are_found_inside_longer_words() -> None:
    assert find_species(("curly poodle",)) == "poodle"
    assert find_species(("一只白色猫",)) == "cat"
    assert find_species(("notebook",)) == ""


@pytest.mark.parametrize("name", ["lettermark", "seal", "mascot", "line_art", "emblem"])
def test_what_is_missing_is_named(name: str) -> None:
    with pytest.raises(CannotDraw, match=r"needs|no "):
        draw_construction(name, MarkRequest(inks=INKS))


def test_unknown_construction_lists_the_known() -> None:
    with pytest.raises(KeyError, match="line_art"):
        draw_construction("swoosh", FULL)


@settings(max_examples=25, deadline=None)
@given(weight=st.floats(3.2, 9), seed=st.integers(0, 10**6), index=st.integers(0, 12))
def test_weight_asked_for_is_the_weight_drawn(weight: float, seed: int, index: int) -> None:
    families = len(LINE_FAMILIES) + len(SOLID_FAMILIES)
    name = "line_geo" if index % families < len(LINE_FAMILIES) else "abstract_geo"
    request = replace(FULL, weight_u=weight, seed=seed, variant=index)
    mark = draw_construction(name, request)
    assert all(s.stroke.width == weight for s in mark.shapes if s.stroke)
    assert Box(2, 2, 92, 92).covers(mark.ink_box)


def test_doodle_swells_and_thins_but_keeps_the_figure() -> None:
    request = replace(FULL, subjects=("cup",), treatment="doodle")
    clean = draw_construction("line_art", replace(request, treatment="clean"))
    drawn = doodled(clean, request)
    assert all(shape.stroke is None for shape in drawn.shapes)
    assert drawn.node_count > clean.node_count
    a, b = clean.ink_box, drawn.ink_box
    assert abs(a.width - b.width) < 5
    assert abs(a.center.x - b.center.x) < 3


@given(st.floats(0.5, 30), st.floats(20, 60))
def test_rounded_corners_keep_their_ends_and_stay_inside(radius: float, side: float) -> None:
    line = rounded_line([(0, 0), (side, 0), (side, side)], radius)
    assert line.points()[0] == (0, 0)
    assert line.points()[-1] == (side, side)
    assert Box(0, 0, side, side).covers(line.bounds)


def test_mirror_flag_draws_a_true_reflection() -> None:
    left, right = read_strokes(["~line 10 20 30 40"])
    assert [(96 - p.x, p.y) for p in left.path.points()] == [
        (p.x, p.y) for p in right.path.points()
    ]


def test_one_color_area_leaves_out_the_ground() -> None:
    request = replace(FULL, subjects=("dog",), treatment="doodle")
    mark = draw_construction("mascot", request)
    everything = ink_path(mark.shapes).bounds
    without = ink_path(mark.shapes, without=Color.from_hex("#FFFFFF"))
    assert everything.covers(without.bounds, tolerance_px=0.5)
    assert not outline_stroke(without, 0.1).is_empty

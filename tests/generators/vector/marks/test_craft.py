"""The drawing of every construction, measured over four seeded brands."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compositor.document import solid
from generators.vector.marks import (
    CONSTRUCTIONS,
    CannotDraw,
    MarkInks,
    MarkRequest,
    draw_construction,
    ink_path,
)
from generators.vector.marks.constructions.dynamic import AXES, specimens
from generators.vector.marks.constructions.pattern_mark import repeated
from generators.vector.marks.craft import measured

INKS = MarkInks(
    main=solid("#1D2B53", "primary"),
    spark=solid("#E4572E", "accent"),
    ground=solid("#FFFFFF", "ground"),
    tint=solid("#5D73B5", "mark_tint"),
)
NAMES = (
    ("North Gate", "北门"),
    ("Luna Tea", "月茗"),
    ("Hearth", "炉边"),
    ("Green Oak", "青橡"),
    ("Billy", "比利"),
)
SUBJECTS = (
    ("mountain", "compass"),
    ("moon", "tea"),
    ("flame", "house"),
    ("tree", "leaf"),
    ("cat", "bird"),
)
BY_HAND = ("seal", "emblem")
"""Cut by hand, or carrying small type: judged by their own rules."""


def brand(seed: int, name: str = "") -> MarkRequest:
    latin, chinese = NAMES[seed % 5]
    return MarkRequest(
        inks=INKS,
        name_latin=latin,
        name_zh=chinese,
        subjects=("cat", "bird") if name == "mascot" else SUBJECTS[(seed * 3) % 5],
        seed=seed,
        variant=seed // 2 % 7,
        weight_u=(3.6, 5.0, 6.5)[seed % 3],
        roundness=(0.1, 0.5, 0.95)[seed % 3],
    )


@pytest.mark.parametrize("name", CONSTRUCTIONS)
@pytest.mark.parametrize("seed", range(0, 20, 5))
def test_marks_are_balanced_live_and_clean(name: str, seed: int) -> None:
    craft = measured(draw_construction(name, brand(seed, name)))
    assert craft.off_center_u <= 1.5
    assert craft.is_live
    assert craft.nodes <= 300
    if name in BY_HAND:
        return
    assert craft.nodes <= 120
    assert craft.slivers == 0
    assert craft.thin_share < 0.06
    assert craft.tight_share < 0.055
    if name != "hanzi_mark":
        assert craft.kinks == 0
    if name != "gradient_fluid":
        assert craft.overlap_u2 < 2


@pytest.mark.parametrize("variant", range(4))
def test_a_fluid_mark_has_a_flat_version_without_overlaps(variant: int) -> None:
    request = replace(brand(3), variant=variant, treatment="flat")
    mark = draw_construction("gradient_fluid", request)
    craft = measured(mark)
    assert all(s.fill in (INKS.main, INKS.spark) for s in mark.shapes)
    assert craft.overlap_u2 < 2
    assert craft.slivers == 0


def test_a_dynamic_mark_shows_six_states_of_one_container() -> None:
    request = brand(7)
    states = specimens(request)
    assert len(states) == 6
    assert len({m.facts["container"] for m in states}) == 1
    drawings = {tuple(s.path.to_svg(1) for s in m.shapes) for m in states}
    assert len(drawings) == 6
    assert sum(len(values) >= 4 for values in AXES.values()) >= 3


def test_a_pattern_unit_repeats_without_touching_itself() -> None:
    for variant in range(3):
        mark = draw_construction("pattern_mark", replace(brand(1), variant=variant))
        cloth = repeated(mark, 3, 3)
        one = sum(len(s.path.contours()) for s in mark.shapes)
        assert len(ink_path(cloth).contours()) == 9 * one


@pytest.mark.parametrize("name", CONSTRUCTIONS)
@settings(max_examples=2, deadline=None)
@given(seed=st.integers(0, 40), low=st.floats(0, 1), high=st.floats(0, 1))
def test_less_detail_never_adds_parts(name: str, seed: int, low: float, high: float) -> None:
    low, high = sorted((low, high))
    request = brand(seed, name)
    try:
        few = draw_construction(name, replace(request, detail=low))
        many = draw_construction(name, replace(request, detail=high))
    except CannotDraw:
        return
    assert few.node_count <= many.node_count
    assert few.subject == many.subject


@pytest.mark.parametrize("name", CONSTRUCTIONS)
@settings(max_examples=2, deadline=None)
@given(seed=st.integers(0, 40), low=st.floats(3.2, 9), high=st.floats(3.2, 9))
def test_more_weight_never_thins_a_stroke(
    name: str, seed: int, low: float, high: float
) -> None:
    low, high = sorted((low, high))
    try:
        thin, thick = (
            draw_construction(name, replace(brand(seed, name), weight_u=w)) for w in (low, high)
        )
    except CannotDraw:
        return  # it says so; the designer takes another construction
    assert thin.stroke_u <= thick.stroke_u + 1e-6
    assert thin.subject == thick.subject


@pytest.mark.parametrize("name", CONSTRUCTIONS)
def test_rounder_never_sharpens(name: str) -> None:
    request = brand(1, name)
    marks = [draw_construction(name, replace(request, roundness=r)) for r in (0.0, 0.5, 1.0)]
    assert len({m.subject for m in marks}) == 1
    assert len({str(m.facts.get("style")) for m in marks}) == 1

"""Archetypes: every box inside the page, no two text stacks over one another."""

from itertools import combinations

import pytest

from compositor.geometry import Box, Size
from compositor.layout.archetypes import (
    SLOTS,
    archetype,
    archetypes,
    content_fit,
    eligible,
    page_format,
)
from compositor.layout.arrangement import Geometry, hero_and_calm

PAGE = Box(0, 0, 1, 1)
CASES = [(name, form) for name in archetypes() for form in "PQL"]


@pytest.mark.parametrize(("name", "form"), CASES)
def test_geometry_is_sound(name: str, form: str) -> None:
    geometry = getattr(archetype(name), form)
    assert_sound(geometry)


def assert_sound(geometry: Geometry) -> None:
    assert PAGE.covers(geometry.picture)
    for stack in geometry.stacks:
        assert PAGE.inset(0.03).covers(stack.box)
    if geometry.table is not None:
        assert PAGE.covers(geometry.table.box)
    for one, two in combinations(geometry.stacks, 2):
        assert one.box.intersection(two.box).area < 1e-9
    slots = [slot for stack in geometry.stacks for slot in stack.slots]
    assert len(slots) == len(set(slots))
    # A square or landscape page may do without a tagline; nothing else is ever dropped.
    assert set(SLOTS) - set(slots) <= {"tagline"}


DOMAIN = [
    "swiss_grid",
    "big_type",
    "centred_hero",
    "diagonal",
    "split",
    "framed",
    "full_bleed_band",
    "type_as_image",
    "repetition",
    "radial",
    "vertical_cjk",
    "collage",
    "podium",
    "editorial",
    "stacked_bands",
    "corner_anchor",
    "scatter_orbit",
    "s_curve",
    "mosaic_bento",
    "silhouette",
    "horizon",
    "price_board",
]
"""Layout archetypes of the design rules."""


def test_every_archetype_of_the_design_rules_is_there() -> None:
    assert len(DOMAIN) == 22
    assert set(DOMAIN) <= set(archetypes())


@pytest.mark.parametrize("form", "PQL")
def test_no_two_archetypes_share_a_geometry(form: str) -> None:
    drawn = [
        (g.picture, g.hero, tuple(s.box for s in g.stacks), g.panels, g.windows, g.table)
        for g in (getattr(entry, form) for entry in archetypes().values())
    ]
    assert len(set(drawn)) == len(drawn)


SIZES = {"P": Size(1080, 1440), "Q": Size(1080, 1080), "L": Size(1920, 1080)}


@pytest.mark.parametrize(("name", "form"), CASES)
@pytest.mark.parametrize("is_mirrored", [False, True])
def test_variations_stay_sound(name: str, form: str, is_mirrored: bool) -> None:  # noqa: FBT001
    entry, size = archetype(name), SIZES[form]
    plain = entry.geometry(size, is_mirrored=is_mirrored)
    for variation in entry.variations(size):
        found = entry.geometry(size, is_mirrored=is_mirrored, variation=variation)
        assert_sound(found)
        if variation.crop == "close":
            assert found.stacks == plain.stacks
            assert found.hero.area > plain.hero.area


def test_a_foot_grows_with_what_it_holds_and_the_picture_gives_way() -> None:
    entry, size = archetype("podium"), SIZES["P"]
    little = entry.geometry(size, ("headline", "cta"))
    much = entry.geometry(size, ("headline", "price", "meta", "cta"))
    assert foot_height(much) > foot_height(little) + 0.05
    assert much.hero.bottom < little.hero.bottom


def foot_height(geometry: Geometry) -> float:
    return next(s.box.height for s in geometry.stacks if "cta" in s.slots)


def test_a_tile_without_words_shows_a_detail_of_the_picture() -> None:
    entry, size = archetype("mosaic_bento"), SIZES["P"]
    full = entry.geometry(size, SLOTS)
    bare = entry.geometry(size, ("headline", "subhead", "brand"))
    assert len(bare.windows) == len(full.windows) + 1
    assert len(bare.panels) == len(full.panels) - 1


def test_what_there_is_to_say_opens_archetypes() -> None:
    size = SIZES["P"]
    menu = {"headline": "一壶春", "body": "龙井 38\n普洱 42\n白茶 36", "price": "¥38"}
    menu |= {"meta": "10月1日", "brand": "一壶春"}
    opened = set(eligible("一壶春", has_picture=True, size=size, copy=menu))
    plain = set(eligible("一壶春", has_picture=True, size=size))
    details = {"price_board", "s_curve", "mosaic_bento", "ticket_stub"}
    lists = {"list_sheet", "rail_list", "card_list", "ledger_list", "cell_list", "tile_sheet"}
    assert opened - plain == details | lists
    notice = {"headline": "一壶春", "meta": "10月1日\n茶园路3号\n138 0000 0000"}
    assert "list_sheet" not in eligible("一壶春", has_picture=True, size=size, copy=notice)
    assert content_fit(archetype("list_sheet"), menu) > content_fit(archetype("podium"), menu)


@pytest.mark.parametrize(
    ("size", "form"),
    [((1080, 1440), "P"), ((1080, 1080), "Q"), ((1920, 1080), "L"), ((1000, 1100), "Q")],
)
def test_page_format(size: tuple[float, float], form: str) -> None:
    assert page_format(Size(*size)) == form


def test_long_or_latin_headlines_are_not_set_vertically_or_huge() -> None:
    size = Size(1080, 1440)
    assert "vertical_cjk" in eligible("花影入香", has_picture=True, size=size)
    figures = eligible("铺位30-120㎡", has_picture=True, size=size)
    assert "vertical_cjk" not in figures, "figures would lie on their side"
    for headline in ("Light, worn softly and slowly", "一" * 24, ""):
        found = eligible(headline, has_picture=True, size=size)
        assert "vertical_cjk" not in found
        assert "big_type" not in found
        assert found
    assert "podium" not in eligible("花", has_picture=False, size=size)


def test_hero_and_calm_are_fractions_of_the_picture() -> None:
    slots = ("headline", "body")
    hero, calm = hero_and_calm(archetype("swiss_grid").geometry(SIZES["P"], slots), slots)
    assert Box(-0.2, -0.2, 1.4, 1.4).covers(hero)
    assert calm == ()
    _, calm = hero_and_calm(archetype("centred_hero").P, ("headline",))
    assert len(calm) == 1


def test_unknown_archetype_lists_those_that_exist() -> None:
    with pytest.raises(KeyError, match="swiss_grid"):
        archetype("nothing")

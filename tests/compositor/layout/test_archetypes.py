"""Archetypes: every box inside the page, no two text stacks over one another."""

from itertools import combinations

import pytest

from compositor.geometry import Box, Size
from compositor.layout.archetypes import SLOTS, archetype, archetypes, eligible, page_format

PAGE = Box(0, 0, 1, 1)
CASES = [(name, form) for name in archetypes() for form in "PQL"]


@pytest.mark.parametrize(("name", "form"), CASES)
def test_geometry_is_sound(name: str, form: str) -> None:
    geometry = getattr(archetype(name), form)
    assert PAGE.covers(geometry.picture)
    for stack in geometry.stacks:
        assert PAGE.inset(0.03).covers(stack.box)
    for one, two in combinations(geometry.stacks, 2):
        assert one.box.intersection(two.box).area < 1e-9
    slots = [slot for stack in geometry.stacks for slot in stack.slots]
    assert len(slots) == len(set(slots))
    # A square or landscape page may do without a tagline; nothing else is ever dropped.
    assert set(SLOTS) - set(slots) <= {"tagline"}


def test_there_are_at_least_eight_families_of_choice() -> None:
    assert len(archetypes()) >= 8


@pytest.mark.parametrize(
    ("size", "form"),
    [((1080, 1440), "P"), ((1080, 1080), "Q"), ((1920, 1080), "L"), ((1000, 1100), "Q")],
)
def test_page_format(size: tuple[float, float], form: str) -> None:
    assert page_format(Size(*size)) == form


def test_long_or_latin_headlines_are_not_set_vertically_or_huge() -> None:
    size = Size(1080, 1440)
    assert "vertical_cjk" in eligible("花影入香", has_picture=True, size=size)
    for headline in ("Light, worn softly and slowly", "一" * 24, ""):
        found = eligible(headline, has_picture=True, size=size)
        assert "vertical_cjk" not in found
        assert "big_type" not in found
        assert found
    assert "podium" not in eligible("花", has_picture=False, size=size)


def test_hero_and_calm_are_fractions_of_the_picture() -> None:
    hero, calm = archetype("swiss_grid").hero_and_calm(Size(1080, 1440), ("headline", "body"))
    assert Box(-0.2, -0.2, 1.4, 1.4).covers(hero)
    assert calm == ()
    _, calm = archetype("centred_hero").hero_and_calm(Size(1080, 1440), ("headline",))
    assert len(calm) == 1


def test_unknown_archetype_lists_those_that_exist() -> None:
    with pytest.raises(KeyError, match="swiss_grid"):
        archetype("nothing")

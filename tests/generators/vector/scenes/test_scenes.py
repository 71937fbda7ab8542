"""Scenes: all draw, reproducibly, and give heroes somewhere to stand."""

import pytest

from compositor.document import AssetStore, GroupLayer
from compositor.geometry import Box
from generators.errors import UnknownGenerator
from generators.vector.patterns.sheet import Sheet
from generators.vector.scenes import SCENES, draw_scene
from knowledge import resolve_theme


def sheet(style: str, hero: Box | None) -> Sheet:
    theme = resolve_theme((style,), "", (), seed=2)
    return Sheet(360, 480, theme, 4, AssetStore(), calm=(Box(20, 20, 320, 90),), hero=hero)


@pytest.mark.parametrize("name", sorted(SCENES))
@pytest.mark.parametrize("style", ["cream"])
def test_draws_the_same_twice(name: str, style: str) -> None:
    hero = Box(60, 160, 240, 290)
    pair = [sheet(style, hero), sheet(style, hero)]
    stages = [draw_scene(name, paper) for paper in pair]
    texts = [GroupLayer(id="g", children=tuple(p.layers)).model_dump_json() for p in pair]
    assert texts[0] == texts[1]
    assert stages[0] == stages[1]
    assert len(pair[0].layers) >= 2
    if stages[0].ground_y is not None:
        assert hero.center.y < stages[0].ground_y <= 480


@pytest.mark.parametrize("name", sorted(SCENES))
def test_draws_in_the_dark_and_without_a_hero(name: str) -> None:
    paper = sheet("tech", None)
    draw_scene(name, paper)
    assert paper.layers


def test_unknown_scene_lists_the_known() -> None:
    with pytest.raises(UnknownGenerator, match="window_light"):
        draw_scene("volcano lair", sheet("cream", None))

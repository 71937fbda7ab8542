"""Settings with depth, drawn near to far from a theme and a seed.

A scene is one function that draws on a `Sheet` and returns the `Stage` heroes stand on;
adding one is the function and its line in `SCENES`.
"""

from collections.abc import Callable

from generators.errors import UnknownGenerator
from generators.vector.patterns.sheet import Sheet
from generators.vector.scenes import (
    abstract,
    city,
    dusk,
    interiors,
    landscapes,
    outdoors,
    spectacles,
    window,
    winter,
)
from generators.vector.scenes.stage import Stage

__all__ = ["SCENES", "Stage", "draw_scene"]

SCENES: dict[str, Callable[[Sheet], Stage]] = {
    "arena": outdoors.arena,
    "city_skyline": city.city_skyline,
    "festive_cn": spectacles.festive_cn,
    "field": landscapes.field,
    "garden": outdoors.garden,
    "monument": abstract.monument,
    "moonlit_window": window.moonlit_window,
    "mountain_mist": landscapes.mountain_mist,
    "orb": abstract.orb,
    "plain_disc": interiors.plain_disc,
    "podium": interiors.podium,
    "sea_moon": landscapes.sea_moon,
    "sea_sunset": dusk.sea_sunset,
    "space": landscapes.space,
    "stage_light": spectacles.stage_light,
    "studio_floor": interiors.studio_floor,
    "tabletop": interiors.tabletop,
    "window_light": window.window_light,
    "winter": winter.winter,
    "y2k_room": spectacles.y2k_room,
}


def draw_scene(name: str, sheet: Sheet) -> Stage:
    """Draw a scene on the sheet and return where heroes stand.

    Raises:
        UnknownGenerator: No scene has that name.
    """
    if name not in SCENES:
        raise UnknownGenerator(f"no scene {name!r}; there are {', '.join(sorted(SCENES))}")
    return SCENES[name](sheet)

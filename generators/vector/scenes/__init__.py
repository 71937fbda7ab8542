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
    rooms,
    spectacles,
    window,
    winter,
)
from generators.vector.scenes.festivals import (
    dragon_boat,
    fireworks,
    lantern_fair,
    mid_autumn,
    sale,
    spring,
)
from generators.vector.scenes.stage import Stage
from generators.vector.scenes.wilds import coast, dunes, heights, woods

__all__ = ["SCENES", "Stage", "draw_scene"]

SCENES: dict[str, Callable[[Sheet], Stage]] = {
    "arena": outdoors.arena,
    "city_skyline": city.city_skyline,
    "cloud_sea": heights.cloud_sea,
    "crescent_night": heights.crescent_night,
    "desert": dunes.desert,
    "double_eleven_cn": sale.double_eleven_cn,
    "dragon_boat_cn": dragon_boat.dragon_boat_cn,
    "festive_cn": spectacles.festive_cn,
    "field": landscapes.field,
    "fireworks_night": fireworks.fireworks_night,
    "forest": woods.forest,
    "garden": outdoors.garden,
    "lantern_fair_cn": lantern_fair.lantern_fair_cn,
    "mid_autumn_cn": mid_autumn.mid_autumn_cn,
    "monument": abstract.monument,
    "moonlit_window": window.moonlit_window,
    "mountain_mist": landscapes.mountain_mist,
    "orb": abstract.orb,
    "plain_disc": interiors.plain_disc,
    "podium": interiors.podium,
    "rain_window": rooms.rain_window,
    "sea_day": coast.sea_day,
    "sea_moon": landscapes.sea_moon,
    "sea_sunset": dusk.sea_sunset,
    "shelf": rooms.shelf,
    "space": landscapes.space,
    "spring_festival_cn": spring.spring_festival_cn,
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

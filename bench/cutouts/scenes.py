"""Thirty product pictures with known mattes: fifteen in a studio, fifteen among clutter.

Each is path traced by the house's own studio, so the coverage of every pixel by the product is
known exactly. Among clutter, the product and its shadow are laid over a traced still life of
other things, in the same light.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from compositor.document import AssetStore
from generators.base import Ticket
from generators.mesh.prop import Finish, PropColors, PropRequest
from generators.mesh.props import PROPS
from generators.mesh.studio import Backdrop, Camera, Placement, Rig, StudioRequest, render
from generators.mesh.studio.cache import StudioCache
from generators.mesh.studio.proof import proof_of
from generators.mesh.studio.request import RigName

__all__ = ["SIDE_PX", "Shot", "shots"]

SIDE_PX = 480

_HEROES = (
    "can", "perfume_bottle", "cosmetic_tube", "cap", "gaiwan", "cushion", "watch", "pouch",
    "plant_pot", "wine_bottle", "daisy", "mug", "pencils", "book", "pump_bottle",
)  # fmt: skip
_GROUNDS = (
    "#FFFFFF", "#F4F1EA", "#DDE6F0", "#F2C9C0", "#22262E", "#C9D8C0", "#F6E27A", "#FFFFFF",
    "#B9C4D6", "#E9E2F2", "#1B3A4B", "#FAFAFA", "#D8B48A", "#EFEFEF", "#8FB8A8",
)  # fmt: skip
_COLORS = (
    "#C8402E", "#E8C46A", "#F7F5F2", "#FFFFFF", "#2E5E8C", "#D9C7A8", "#3A3A40", "#4C7A5A",
    "#B5643C", "#2B3B2F", "#F2F2F0", "#F5F5F5", "#E0A030", "#8C2F3C", "#F8EDE3",
)  # fmt: skip
_RIGS: tuple[RigName, ...] = ("soft_studio", "product_window", "hard_sun")
_CLUTTER = (
    "book_lying", "mug", "cubes", "spheres", "plate", "candle", "gift_box", "vase", "bowl",
    "notebook", "coins", "cushion", "arches", "carton", "tin", "flower",
)  # fmt: skip
_FINISHES: tuple[Finish, ...] = ("matte", "gloss", "clay", "wood", "ceramic", "metal")


@dataclass(frozen=True, eq=False)
class Shot:
    """One picture and its truth.

    Attributes:
        name: Such as ``studio-03-cosmetic_tube``.
        pixels: (h, w, 3) uint8.
        matte: (h, w) 0–1.
    """

    name: str
    pixels: NDArray[np.uint8]
    matte: NDArray[np.float64]

    @property
    def click(self) -> tuple[float, float]:
        """Where a person would click: the solid place nearest the product's middle."""
        rows, columns = np.nonzero(self.matte > 0.98)
        far = (rows - rows.mean()) ** 2 + (columns - columns.mean()) ** 2
        at = int(np.argmin(far))
        height, width = self.matte.shape
        return (columns[at] + 0.5) / width, (rows[at] + 0.5) / height


def shots(folder: Path) -> list[Shot]:
    """Return all thirty; what was traced before is read from the folder."""
    cache = StudioCache(folder)
    studio = [_studio(number, cache) for number in range(15)]
    return studio + [_clutter(number, cache) for number in range(15)]


def _hero(number: int) -> Placement:
    name = _HEROES[number]
    prop = PROPS[name].build(PropRequest(colors=PropColors(body=_COLORS[number])))
    artworks = {area.name: proof_of(area) for area in prop.artwork} if number % 2 else {}
    return Placement(prop=prop, turn=-24.0 + 11 * (number % 5), artworks=artworks)


def _traced(request: StudioRequest, cache: StudioCache) -> dict[str, NDArray[np.uint8]]:
    return render(request, Ticket(assets=AssetStore()), cache).layers


def _studio(number: int, cache: StudioCache) -> Shot:
    layers = _traced(
        StudioRequest(
            placements=(_hero(number),),
            backdrop=Backdrop(color=_GROUNDS[number], gloss=0.35 if number % 4 == 3 else 0.0),
            rig=Rig(name=_RIGS[number % 3]),
            camera=Camera(tilt=8.0 + 3 * (number % 4)),
            width=SIDE_PX,
            height=SIDE_PX,
            layers=True,
            seed=number,
        ),
        cache,
    )
    matte = layers["object"][..., 3] / 255
    return Shot(f"studio-{number:02d}-{_HEROES[number]}", layers["beauty"][..., :3], matte)


def _clutter(number: int, cache: StudioCache) -> Shot:
    rng = np.random.default_rng(900 + number)
    names = rng.choice(_CLUTTER, 6, replace=False)
    rig = Rig(name=_RIGS[number % 3], gobo="none")
    things = tuple(
        Placement(
            prop=str(name),
            request=PropRequest(
                colors=PropColors(body=f"#{int(rng.integers(0x303030, 0xF0F0F0)):06X}"),
                finish=_FINISHES[int(rng.integers(len(_FINISHES)))],
            ),
            position=(float(rng.uniform(-22, 22)), float(rng.uniform(2, 22)), 0.0),
            turn=float(rng.uniform(-60, 60)),
        )
        for name in names
    )
    tilt = 14.0 + 4 * (number % 3)
    behind = _traced(
        StudioRequest(
            placements=things,
            backdrop=Backdrop(
                kind="gradient", color=_GROUNDS[(number + 4) % 15], second=_COLORS[number]
            ),
            rig=rig,
            camera=Camera(tilt=tilt, blur=0.25 * (number % 3)),
            width=SIDE_PX,
            height=SIDE_PX,
            seed=number,
        ),
        cache,
    )["beauty"][..., :3]
    front = _traced(
        StudioRequest(
            placements=(_hero(number),),
            backdrop=Backdrop(kind="transparent"),
            rig=rig,
            camera=Camera(tilt=tilt),
            width=SIDE_PX,
            height=SIDE_PX,
            layers=True,
            seed=number,
        ),
        cache,
    )
    shadow = front["shadow"].astype(float) / 255
    thing = front["object"].astype(float) / 255
    dark = 1 - shadow[..., 3:] * (1 - shadow[..., :3])
    matte = thing[..., 3]
    over = behind / 255 * dark * (1 - matte[..., None]) + thing[..., :3] * matte[..., None]
    pixels = np.round(np.clip(over, 0, 1) * 255).astype(np.uint8)
    return Shot(f"clutter-{number:02d}-{_HEROES[number]}", pixels, matte)

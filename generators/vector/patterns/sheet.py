"""Sheet: the paper a pattern or scene is drawn on; collects layers, bottom first.

Coordinates are px of the picture, y down; light falls from the upper left.
"""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
import numpy.typing as npt
from PIL import Image

from compositor.color import Color
from compositor.document import (
    Asset,
    AssetStore,
    Blur,
    GroupLayer,
    ImageLayer,
    ImagePaint,
    Layer,
    Paint,
    Provenance,
    Shape,
    Stroke,
    VectorLayer,
    solid,
)  # fmt: skip
from compositor.document.layer import BlendMode, Role
from compositor.geometry import Affine, Box, Path
from compositor.geometry.shapes import rectangle
from compositor.layout.theme import Theme
from generators.vector.patterns.tones import Tones

__all__ = ["Sheet", "filled", "stroked"]

Rgba = npt.NDArray[np.uint8]

_BAND = 0.6
"""Part of a side beyond which copy is taken to fill it."""


def filled(
    path: Path, paint: Paint | Color, rule: Literal["nonzero", "evenodd"] = "nonzero"
) -> Shape:
    """Return an outline filled with a paint or a color."""
    return Shape(path=path, fill=solid(paint) if isinstance(paint, Color) else paint, rule=rule)


def stroked(
    path: Path,
    paint: Paint | Color,
    width: float,
    cap: Literal["butt", "round", "square"] = "round",
) -> Shape:
    """Return a line drawn along an outline."""
    return Shape(
        path=path,
        stroke=Stroke(
            paint=solid(paint) if isinstance(paint, Color) else paint,
            width=max(0.05, width),
            cap=cap,
        ),
    )


@dataclass
class Sheet:
    """A picture being drawn.

    Attributes:
        width: px.
        height: px.
        theme: Where colors and style parameters come from.
        seed: Start of every random choice.
        store: Where raster material is kept.
        calm: Boxes in px where copy will stand.
        hero: Box in px where the main subject will stand, or None.
        layers: What has been drawn.
        assets: The raster material used.
        prefix: Begins every layer id.
        occupied: Whether somebody will stand in the hero box, rather than it being a focus.
    """

    width: float
    height: float
    theme: Theme
    seed: int
    store: AssetStore
    calm: tuple[Box, ...] = ()
    hero: Box | None = None
    prefix: str = "art"
    occupied: bool = True
    layers: list[Layer] = field(default_factory=list)
    assets: dict[str, Asset] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.rng = np.random.default_rng(self.seed)
        self.tones = Tones(self.theme.palette, self.theme.params.saturation)
        self._count = 0

    @property
    def box(self) -> Box:
        """The whole picture."""
        return Box(0, 0, self.width, self.height)

    @property
    def unit(self) -> float:
        """A hundredth of the geometric mean of the sides, px: the scale of all detail."""
        return math.sqrt(self.width * self.height) / 100

    def next_id(self, name: str) -> str:
        """Return a fresh layer id."""
        self._count += 1
        slug = "".join(c if c.isalnum() else "_" for c in name.lower())
        return f"{self.prefix}_{self._count:02d}_{slug}"

    def add(
        self,
        name: str,
        shapes: Sequence[Shape],
        *,
        role: Role = "background",
        blur: float = 0.0,
        opacity: float = 1.0,
        blend: BlendMode = "normal",
        clip: Path | None = None,
    ) -> None:
        """Lay outlines on top; `blur` is a standard deviation in px. Nothing adds no layer."""
        if not shapes:
            return
        self.layers.append(
            VectorLayer(
                id=self.next_id(name),
                name=name,
                role=role,
                shapes=tuple(shapes),
                opacity=opacity,
                blend=blend,
                clip=clip,
                effects=(Blur(blur=blur),) if blur > 0 else (),
            )
        )

    def fill(
        self,
        name: str,
        paint: Paint | Color,
        *,
        opacity: float = 1.0,
        blend: BlendMode = "normal",
    ) -> None:
        """Cover the whole picture, a little beyond its edges so that no seam shows."""
        self.add(
            name, [filled(rectangle(self.box.inset(-2)), paint)], opacity=opacity, blend=blend
        )

    def picture(
        self,
        name: str,
        pixels: Rgba,
        *,
        box: Box | None = None,
        opacity: float = 1.0,
        blend: BlendMode = "normal",
    ) -> None:
        """Lay RGB or RGBA pixels over a box, the whole picture by default."""
        asset = self.keep(name, pixels)
        self.layers.append(
            ImageLayer(
                id=self.next_id(name), name=name, role="background", asset=asset.sha256,
                box=box or self.box, fit="fill", opacity=opacity, blend=blend,
            )
        )  # fmt: skip

    def tile(
        self,
        name: str,
        pixels: Rgba,
        *,
        scale: float = 1.0,
        opacity: float = 1.0,
        blend: BlendMode = "normal",
    ) -> None:
        """Repeat a seamless tile over the whole picture."""
        asset = self.keep(name, pixels)
        paint = ImagePaint(asset=asset.sha256, transform=Affine.scaling(scale))
        self.fill(name, paint, opacity=opacity, blend=blend)

    @property
    def free(self) -> Box:
        """The largest band of the picture, full width or full height, without copy."""
        top = min((b.y for b in self.calm), default=self.height)
        bottom = max((b.bottom for b in self.calm), default=0.0)
        left = min((b.x for b in self.calm), default=self.width)
        right = max((b.right for b in self.calm), default=0.0)
        bands = [
            Box(0, 0, self.width, top),
            Box(0, bottom, self.width, self.height - bottom),
            Box(0, 0, left, self.height),
            Box(right, 0, self.width - right, self.height),
        ]
        return max(bands, key=lambda band: band.area) if self.calm else self.box

    def veil(self, paint: Paint | Color, opacity: float = 0.86) -> None:
        """Quiet the calm boxes with the paint of the ground, its edges melting away."""
        soft = 6.0 * self.unit
        boxes = [rectangle(box.inset(-0.5 * soft)) for box in self.calm]
        if boxes:
            self.add(
                "veil",
                [filled(Path.join(boxes), paint)],
                role="scrim",
                blur=soft,
                opacity=opacity,
            )

    def group(self, name: str, since: int, *, role: Role = "background") -> None:
        """Put the layers added after the first `since` into one group."""
        children = tuple(self.layers[since:])
        if children:
            self.layers[since:] = [
                GroupLayer(id=self.next_id(name), name=name, role=role, children=children)
            ]

    def keep(self, name: str, pixels: Rgba) -> Asset:
        """Store pixels as PNG and return the asset; the same pixels give the same bytes."""
        buffer = io.BytesIO()
        Image.fromarray(pixels).save(buffer, format="PNG", optimize=False, compress_level=9)
        provenance = Provenance(
            source="art", seed=self.seed, license="CC0-1.0", parameters={"material": name}
        )
        asset = self.store.add(buffer.getvalue(), provenance)
        self.assets[asset.sha256] = asset
        return asset

    def calmness(self, x: float, y: float, reach: float = 6.0) -> float:
        """Return how quiet a place must be: 1 inside a calm box, 0 `reach` units outside."""
        most = 0.0
        for box in self.calm:
            dx = max(box.x - x, 0.0, x - box.right)
            dy = max(box.y - y, 0.0, y - box.bottom)
            most = max(most, 1.0 - (dx * dx + dy * dy) ** 0.5 / (reach * self.unit))
        return min(1.0, max(0.0, most))

    def banded_calm(self, x: float, y: float, reach: float = 4.0) -> float:
        """Return `calmness`, copy that fills most of a side taken to reach its edges.

        For strict repeats, which look torn when a few of their cells are left in a margin.
        """
        most = 0.0
        for box in self.calm:
            left, right, top, bottom = box.x, box.right, box.y, box.bottom
            if box.width > _BAND * self.width:
                left, right = 0.0, self.width
                top = 0.0 if top < 0.15 * self.height else top
                bottom = self.height if bottom > 0.85 * self.height else bottom
            elif box.height > _BAND * self.height:
                top, bottom = 0.0, self.height
            dx, dy = max(left - x, 0.0, x - right), max(top - y, 0.0, y - bottom)
            most = max(most, 1.0 - math.hypot(dx, dy) / (reach * self.unit))
        return min(1.0, max(0.0, most))

    def calm_field(
        self, rows: int, columns: int, reach: float = 9.0
    ) -> npt.NDArray[np.float64]:
        """Return `calmness` on a grid over the picture, eased, shape (rows, columns)."""
        x = (np.arange(columns) + 0.5)[None, :] * self.width / columns
        y = (np.arange(rows) + 0.5)[:, None] * self.height / rows
        most = np.zeros((rows, columns))
        for box in self.calm:
            dx = np.maximum(np.maximum(box.x - x, x - box.right), 0.0)
            dy = np.maximum(np.maximum(box.y - y, y - box.bottom), 0.0)
            most = np.maximum(most, 1.0 - np.hypot(dx, dy) / (reach * self.unit))
        most = np.clip(most, 0.0, 1.0)
        eased: npt.NDArray[np.float64] = most * most * (3 - 2 * most)
        return eased

    def is_free(self, x: float, y: float, radius: float) -> bool:
        """Whether a disc keeps clear of every calm box."""
        return all(
            max(b.x - x, 0.0, x - b.right) ** 2 + max(b.y - y, 0.0, y - b.bottom) ** 2
            > radius * radius
            for b in self.calm
        )

    def fitting_radius(self, x: float, y: float, radius: float) -> float:
        """Return the radius, drawn in until a disc there clears the copy, to 55 % at most."""
        room = min(
            (
                math.hypot(max(b.x - x, 0, x - b.right), max(b.y - y, 0, y - b.bottom))
                for b in self.calm
            ),
            default=radius,
        )
        return max(0.55 * radius, min(radius, room - 1.5 * self.unit))

    def scatter(
        self, count: int, gap: float, *, clear: float = 0.0
    ) -> list[tuple[float, float]]:
        """Return up to `count` places at least `gap` px apart and `clear` px off calm boxes."""
        found: list[tuple[float, float]] = []
        for _ in range(count * 14):
            x = float(self.rng.uniform(-0.03, 1.03)) * self.width
            y = float(self.rng.uniform(-0.03, 1.03)) * self.height
            if not self.is_free(x, y, clear):
                continue
            if all((x - u) ** 2 + (y - v) ** 2 >= gap * gap for u, v in found):
                found.append((x, y))
                if len(found) == count:
                    break
        return found

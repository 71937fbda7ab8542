"""What every application is drawn with: the brand, the tile, its ground, flat shapes."""

from __future__ import annotations

from typing import NamedTuple

from brand_kits.kit import BrandKit
from brand_kits.lockup import Arrangement, build_lockup
from brand_kits.recolor import LogoInks, full_color, on_color
from compositor.color.color import WHITE
from compositor.document import GroupLayer, Shape, SolidPaint, VectorLayer, solid
from compositor.geometry import Box, Path, Point
from compositor.typography.fonts import FontSet

__all__ = ["Scene", "shade"]

Part = tuple[Path, SolidPaint]


class Scene(NamedTuple):
    """An application's tile and what stands in it.

    Attributes:
        kit: The brand.
        box: The tile.
        fonts: The font set.
        prefix: Of every id.
        ground: The tile's color.
    """

    kit: BrandKit
    box: Box
    fonts: FontSet
    prefix: str
    ground: SolidPaint

    @property
    def paper_inks(self) -> LogoInks:
        """The full-color version."""
        return full_color(self.kit.theme.palette, self.kit.mark)

    @property
    def brand_inks(self) -> LogoInks:
        """The version on the brand color."""
        palette = self.kit.theme.palette
        return on_color(palette, palette.paint("primary"), self.kit.mark)

    @property
    def paper(self) -> SolidPaint:
        """The brand's ground, or a lighter paper where the tile already has that color."""
        palette = self.kit.theme.palette
        if palette.ground != self.ground.color:
            return palette.paint("ground")
        if palette.is_dark:
            return solid(palette.ground.shifted(lightness=0.06))
        return solid(palette.ground.mixed(WHITE, 0.55))

    def flat(self, name: str, *parts: Part) -> VectorLayer:
        """Return filled outlines as one layer."""
        return VectorLayer(
            id=f"{self.prefix}{name}",
            name=name,
            role="visual",
            shapes=tuple(Shape(path=path, fill=paint) for path, paint in parts),
        )

    def cast(self, path: Path, dx: float, dy: float) -> Part:
        """Return a flat shadow: the same outline, displaced, a tone of the ground."""
        return path.moved(dx, dy), shade(self.ground, -0.075)

    def logo(
        self,
        name: str,
        inks: LogoInks,
        room: tuple[float, float],
        at: Point,
        *,
        is_wide: bool,
        from_left: bool = False,
    ) -> GroupLayer:
        """Return the logo, wide or stacked, centered on a point or starting there."""
        arrangement: Arrangement = "horizontal" if is_wide else "stacked"
        lockup = build_lockup(
            self.kit,
            arrangement if self.kit.has_name else "mark_only",
            inks,
            room,
            self.fonts,
            prefix=f"{self.prefix}{name}-",
            with_tagline=False,
        )
        dx = at.x if from_left else at.x - lockup.ink.width / 2
        dy = at.y - (lockup.ink.height if from_left else lockup.ink.height / 2)
        return lockup.moved(dx, dy).layer


def shade(paint: SolidPaint, amount: float) -> SolidPaint:
    """Return the paint lighter or darker by that much OKLCH lightness."""
    return solid(paint.color.shifted(lightness=amount))

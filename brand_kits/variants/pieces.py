"""Every piece of a logo package: one drawing each, flat, in a box of its own."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from brand_kits.kit import BrandKit
from brand_kits.lockup import Arrangement, build_lockup, placed_mark
from brand_kits.recolor import LogoInks, full_color, mono, on_color
from brand_kits.variants.flat import flat_shapes, moved_paint
from brand_kits.variants.held import held_mark
from brand_kits.variants.robust import Needs, robust_mark
from brand_kits.variants.tiles import centered, icon_shapes
from compositor.color.color import BLACK, WHITE
from compositor.document import (
    Document,
    GroupLayer,
    Page,
    Shape,
    SolidPaint,
    VectorLayer,
    solid,
)
from compositor.geometry import Affine, Box, Path
from compositor.typography.fonts import FontSet
from compositor.units import px_from_mm

__all__ = [
    "EMBROIDERY",
    "ENGRAVING",
    "LogoPiece",
    "Made",
    "Making",
    "build_pieces",
    "piece_document",
]

_MARK_PX = 512.0
_LOCKUP_PX = 960.0
_ICON_PX = 1024.0
_SMALL_NEEDS = Needs(stroke=7.0, gap=4.5, with_traps=True)
_SMALL_BOX = Box(3, 3, 90, 90)
_MADE_U = 88.0


class Made(NamedTuple):
    """A way of making and what it can hold, mm. Source: design rules, logo commons."""

    name: str
    height_mm: float
    stroke_mm: float
    gap_mm: float


EMBROIDERY = Made("embroidery", 35.0, 1.2, 1.0)
"""Satin stitch below 1 mm breaks up; 35 mm is a chest badge."""
ENGRAVING = Made("engraving", 12.0, 0.3, 0.3)
"""Laser or rotary tool on metal; 12 mm is a tag."""


class Making(NamedTuple):
    """A piece for makers at its real size, mm.

    Attributes:
        made: The way of making.
        height_mm: Of the drawing: the way's usual height, or more where that is too small.
        stroke_mm: Its narrowest stroke.
        gap_mm: Its narrowest gap.
    """

    made: Made
    height_mm: float
    stroke_mm: float
    gap_mm: float

    @property
    def holds(self) -> bool:
        """Whether the way's usual height is enough."""
        return self.height_mm <= self.made.height_mm


class LogoPiece(NamedTuple):
    """One drawing of the package.

    Attributes:
        path: Folder and stem, such as ``black/logo-horizontal``.
        shapes: Flat, from the top left of its box.
        size: Width and height of the box, px.
        png_widths: Pixels across of its pictures; none for pieces that are for makers.
        formats: svg, pdf.
        ground: Only to look at it on; the files are transparent.
        making: Of pieces for makers, what was asked of them and what they hold.
    """

    path: str
    shapes: tuple[Shape, ...]
    size: tuple[float, float]
    png_widths: tuple[int, ...] = (1600,)
    formats: tuple[str, ...] = ("svg", "pdf")
    ground: SolidPaint = solid("#FFFFFF")
    making: Making | None = None


def build_pieces(
    kit: BrandKit, fonts: FontSet, *, small_mark: GroupLayer | None = None
) -> tuple[LogoPiece, ...]:
    """Return the pieces, in the order a reader of the folder wants them.

    Args:
        kit: The brand.
        fonts: Where faces come from.
        small_mark: The mark drawn again heavier and with less detail, if its construction
            can be asked for that; without one the mark itself is made robust.
    """
    return (
        *_inked(kit, fonts),
        *_small(kit, fonts, small_mark or kit.mark),
        *_icons(kit, fonts, small_mark or kit.mark),
        *(_for_makers(kit, fonts, made, small_mark) for made in (EMBROIDERY, ENGRAVING)),
    )


def piece_document(piece: LogoPiece, title: str, language: str) -> Document:
    """Return a piece as a transparent page of its own, named for screen readers."""
    layer = VectorLayer(id="logo", name=title, role="logo", shapes=piece.shapes)
    page = Page(
        id="page-1",
        name=title,
        width=piece.size[0],
        height=piece.size[1],
        background=SolidPaint(color=WHITE.with_opacity(0.0)),
        layers=(layer,),
    )
    return Document(title=title, kind="logo", language=language, pages=(page,))


def _inked(kit: BrandKit, fonts: FontSet) -> Iterator[LogoPiece]:
    """Every arrangement in every color version."""
    palette = kit.theme.palette
    versions = {
        "full-color": full_color(palette, kit.mark),
        "reversed": on_color(palette, palette.paint("primary"), kit.mark),
        "black": mono(WHITE),
        "white": mono(BLACK),
    }
    arrangements: list[tuple[str, Arrangement, bool]] = [("mark", "mark_only", False)]
    if kit.has_name:
        arrangements += [
            ("horizontal", "horizontal", False),
            ("stacked", "stacked", False),
            ("wordmark", "wordmark_only", False),
        ]
        if kit.rings_name:
            arrangements.append(("badge", "badge", False))
        if kit.tagline:
            arrangements += [
                ("horizontal-tagline", "horizontal", True),
                ("stacked-tagline", "stacked", True),
            ]
    for folder, inks in versions.items():
        for name, arrangement, has_tagline in arrangements:
            side = _MARK_PX if arrangement == "mark_only" else _LOCKUP_PX
            lockup = build_lockup(
                kit, arrangement, inks, (side, side), fonts, prefix="", with_tagline=has_tagline
            )
            shapes = flat_shapes(lockup.layer, fonts, ground=inks.ground)
            box, size = _boxed(shapes, lockup.clear_px)
            yield LogoPiece(f"{folder}/logo-{name}", box, size, ground=inks.ground)


def _small(kit: BrandKit, fonts: FontSet, mark: GroupLayer) -> Iterator[LogoPiece]:
    """The redraw for 16 to 32 px."""
    palette = kit.theme.palette
    for name, inks in (
        ("color", full_color(palette, kit.mark)),
        ("black", mono(WHITE)),
        ("white", mono(BLACK)),
    ):
        shapes = _robust(kit, fonts, mark, inks, _SMALL_NEEDS, _SMALL_BOX)
        yield LogoPiece(
            f"small/mark-small-{name}",
            centered(shapes, 32.0, 0.95),
            (32.0, 32.0),
            png_widths=(16, 24, 32),
            formats=("svg",),
            ground=inks.ground,
        )


def _icons(kit: BrandKit, fonts: FontSet, mark: GroupLayer) -> Iterator[LogoPiece]:
    palette = kit.theme.palette
    inks = on_color(palette, palette.paint("primary"), kit.mark)
    big = flat_shapes(_painted(kit, kit.mark, inks), fonts, ground=inks.ground)
    for form in ("superellipse", "square"):
        yield LogoPiece(
            f"app-icon/app-icon-{form}",
            icon_shapes(big, inks.ground, _ICON_PX, form=form),
            (_ICON_PX, _ICON_PX),
            png_widths=(1024, 512, 192, 180) if form == "superellipse" else (1024,),
            formats=("svg",),
        )
    full = full_color(palette, kit.mark)
    small = _robust(kit, fonts, mark, full, _SMALL_NEEDS, _SMALL_BOX)
    for side in (16, 32):
        yield LogoPiece(
            f"favicon/favicon-{side}",
            centered(small, float(side), 0.96),
            (float(side), float(side)),
            png_widths=(16, 32, 48) if side == 32 else (),
            formats=("svg",),
            ground=full.ground,
        )


def _for_makers(
    kit: BrandKit, fonts: FontSet, made: Made, small_mark: GroupLayer | None
) -> LogoPiece:
    """The mark in one color at its real size, no stroke or gap below what the way holds.

    Where it is too fine for the usual height the mark for small sizes is taken, and where that
    is too, it is drawn as much larger as it has to be.
    """
    per_u = made.height_mm / _MADE_U
    needs = Needs(stroke=made.stroke_mm / per_u, gap=made.gap_mm / per_u)
    inks = mono(WHITE)
    box = Box(4, 4, _MADE_U, _MADE_U)
    held = held_mark(_painted(kit, kit.mark, inks), fonts, needs, box, ground=inks.ground)
    if not held.holds and small_mark is not None:
        small = held_mark(
            _painted(kit, small_mark, inks), fonts, needs, box, ground=inks.ground
        )
        held = small if small.larger < held.larger else held
    height = math.ceil(made.height_mm * held.larger)
    per_u = height / _MADE_U
    place = Affine.scaling(px_from_mm(per_u))
    shape = Shape(path=held.area.transformed(place), fill=inks.main)
    boxed, size = _boxed((shape,), px_from_mm(2))
    return LogoPiece(
        f"production/mark-{made.name}-{height:g}mm",
        boxed,
        size,
        png_widths=(),
        making=Making(made, float(height), held.stroke * per_u, held.gap * per_u),
    )


def _robust(
    kit: BrandKit,
    fonts: FontSet,
    mark: GroupLayer,
    inks: LogoInks,
    needs: Needs,
    fill: Box,
) -> tuple[Shape, ...]:
    painted = _painted(kit, mark, inks)
    group = robust_mark(painted, fonts, needs, fill, ground=inks.ground)
    return flat_shapes(group, fonts)


def _painted(kit: BrandKit, mark: GroupLayer, inks: LogoInks) -> GroupLayer:
    bare = kit.model_copy(update={"mark": mark})
    return placed_mark(bare, inks, Box(8, 8, 80, 80), "piece-")


def _boxed(
    shapes: tuple[Shape, ...], margin: float
) -> tuple[tuple[Shape, ...], tuple[float, float]]:
    """Shapes moved into a box with a margin on every side, and its size."""
    ink = Path.join(shape.path for shape in shapes).bounds
    place = Affine.translation(margin - ink.x, margin - ink.y)
    moved = tuple(
        shape.model_copy(
            update={
                "path": shape.path.transformed(place),
                "fill": moved_paint(shape.fill, place) if shape.fill else None,
            }
        )
        for shape in shapes
    )
    return moved, (ink.width + 2 * margin, ink.height + 2 * margin)

"""The logo presentation: the logo at full voice, its allowed versions, its construction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from brand_kits.construction_sheet import construction_page
from brand_kits.kit import BrandKit
from brand_kits.line import LineStyle, line
from brand_kits.lockup import (
    Arrangement,
    Lockup,
    build_lockup,
    natural_arrangement,
    placed_mark,
)
from brand_kits.manual.tiles import (
    TileLabel,
    clear_space_tile,
    logo_tile,
    mono_tile,
    size_tile,
)
from brand_kits.recolor import LogoInks, full_color, on_color
from compositor.document import (
    Document,
    GroupLayer,
    Layer,
    Page,
    Shape,
    SolidPaint,
    VectorLayer,
    solid,
)
from compositor.geometry import Box
from compositor.geometry.shapes import rectangle
from compositor.typography.fonts import FontSet

__all__ = ["Staging", "Wish", "build_presentation", "natural_staging"]

Staging = Literal["quiet", "offset", "flood", "split"]


class Stage(NamedTuple):
    """A page 1 before the notes: background, layers behind, the lockup, its inks."""

    ground: LogoInks
    behind: list[Layer]
    lockup: Lockup


_LEAST_FOR_VERSIONS_PX = 800
"""Shorter pages cannot hold the diagrams of page 2 with readable labels."""


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What is asked of a presentation beyond the kit.

    Attributes:
        arrangement: None picks by the brand and the page.
        staging: None picks by the style.
        notes: Further texts that must stand on page 1, one line each, small.
        with_versions: Add the pages of versions and construction.
        seed: Between equally fitting stagings.
    """

    arrangement: Arrangement | None = None
    staging: Staging | None = None
    notes: tuple[str, ...] = ()
    with_versions: bool = True
    seed: int = 0


def build_presentation(
    kit: BrandKit, size: tuple[float, float], wish: Wish, fonts: FontSet
) -> Document:
    """Return the presentation on pages of size px."""
    arranged = wish.arrangement or natural_arrangement(kit, size[0] / size[1])
    staged = wish.staging or natural_staging(kit, wish.seed)
    page = Box(0, 0, *size)
    stage = _STAGES[staged](kit, page, arranged, fonts)
    margin = round(0.055 * min(size))
    notes = _notes(wish.notes, kit, stage, page.inset(margin), fonts)
    first = Page(
        id="page-1",
        name="Logo",
        width=size[0],
        height=size[1],
        margin=margin * 0.6,
        background=stage.ground.ground,
        layers=(*stage.behind, stage.lockup.layer, *notes),
    )
    has_room = min(size) >= _LEAST_FOR_VERSIONS_PX
    pages: tuple[Page, ...] = (first,)
    if wish.with_versions and has_room:
        pages = (
            first,
            _versions(kit, size, arranged, fonts),
            construction_page(kit, size, arranged, fonts, "page-3"),
        )
    lockup, rules = stage.lockup, kit.rules
    return Document(
        title=kit.name or "Logo",
        kind="logo",
        language=kit.language,
        pages=pages,
        labels={
            "style": kit.theme.style,
            "lockup": arranged,
            "staging": staged,
            "clear_space_px": f"{lockup.clear_px:.1f}",
            "clear_space_rule": "the larger of 1/2 cap height and 1/4 mark height",
            "logo_width_share": f"{lockup.ink.width / size[0]:.3f}",
            "min_mark_px": f"{rules.min_mark_px:g}",
            "min_mark_mm": f"{rules.min_mark_mm:g}",
            "min_lockup_px": f"{rules.min_lockup_px:g}",
            "min_lockup_mm": f"{rules.min_lockup_mm:g}",
        },
    )


def natural_staging(kit: BrandKit, seed: int) -> Staging:
    """Return how the style would stage its logo."""
    params = kit.theme.params
    if params.whitespace >= 0.8:
        return "quiet" if params.symmetry >= 0.45 else "offset"
    if params.saturation >= 0.6 or params.contrast >= 0.75:
        return ("flood", "split")[seed % 2]
    return ("offset", "split", "quiet")[seed % 3]


def _room(kit: BrandKit, arranged: Arrangement, page: Box, share: float) -> tuple[float, float]:
    """Width and height the lockup may take; a lone mark is near square."""
    grown = kit.lockup.size
    if arranged == "mark_only" or not kit.has_name:
        side = min(page.width * 0.46, page.height * 0.62)
        return side * grown, side * grown
    high = 0.62 if arranged != "horizontal" else 0.5
    return page.width * share * grown, page.height * high * grown


def _quiet(kit: BrandKit, page: Box, arranged: Arrangement, fonts: FontSet) -> Stage:
    inks = full_color(kit.theme.palette, kit.mark)
    lockup = build_lockup(
        kit, arranged, inks, _room(kit, arranged, page, 0.62), fonts, prefix="hero-"
    )
    x = page.center.x - lockup.ink.width / 2
    y = page.height * 0.485 - lockup.ink.height / 2
    return Stage(inks, [], lockup.moved(x, y))


def _offset(kit: BrandKit, page: Box, arranged: Arrangement, fonts: FontSet) -> Stage:
    """Left of the middle, low; a hairline-thin crop of the mark answers at the right edge."""
    inks = full_color(kit.theme.palette, kit.mark)
    lockup = build_lockup(
        kit, arranged, inks, _room(kit, arranged, page, 0.58), fonts, prefix="hero-"
    )
    left = page.width * 0.09
    y = page.height * 0.56 - lockup.ink.height / 2
    side = page.height * 1.1
    start = max(page.width * 0.6, left + lockup.ink.width - side * 0.06)
    ghost = _ghost(kit, inks, Box(start, page.height * -0.1, side, side), 0.04, page)
    return Stage(inks, [ghost], lockup.moved(left, y))


def _flood(kit: BrandKit, page: Box, arranged: Arrangement, fonts: FontSet) -> Stage:
    """The brand color over all of it, the mark once more as a giant tone-on-tone crop."""
    inks = on_color(kit.theme.palette, _flood_paint(kit), kit.mark)
    lockup = build_lockup(
        kit, arranged, inks, _room(kit, arranged, page, 0.6), fonts, prefix="hero-"
    )
    if not kit.has_name:
        x = page.width * 0.5 - lockup.ink.width / 2
        return Stage(inks, [], lockup.moved(x, page.height * 0.49 - lockup.ink.height / 2))
    x, y = page.width * 0.085, page.height * 0.5 - lockup.ink.height / 2
    side = page.height * 1.15
    start = max(page.width * 0.5, x + lockup.ink.width - side * 0.22)
    ghost = _ghost(kit, inks, Box(start, page.height * 0.1, side, side), 0.045, page)
    return Stage(inks, [ghost], lockup.moved(x, y))


def _split(kit: BrandKit, page: Box, arranged: Arrangement, fonts: FontSet) -> Stage:
    """A panel of brand color carries the giant mark; the logo stands beside it."""
    inks = full_color(kit.theme.palette, kit.mark)
    if not kit.has_name or page.width < page.height * 1.05:
        return _quiet(kit, page, arranged, fonts)
    panel = Box(0, 0, page.width * 0.36, page.height)
    flood = on_color(kit.theme.palette, _flood_paint(kit), kit.mark)
    side = page.height * 0.98
    giant = placed_mark(
        kit,
        flood,
        Box(panel.right - side * 0.62, page.center.y - side / 2, side, side),
        "panel-",
    )
    group = GroupLayer(
        id="panel",
        name="Panel",
        role="decoration",
        clip=rectangle(panel),
        children=(
            VectorLayer(id="panel-ground", name="Panel ground", role="decoration",
                        shapes=(Shape(path=rectangle(panel), fill=flood.ground),)),
            giant.model_copy(update={"role": "decoration"}),
        ),
    )  # fmt: skip
    free = Box(panel.right, 0, page.width - panel.width, page.height)
    grown = kit.lockup.size
    room = (page.width * 0.44 * grown, page.height * 0.5 * grown)
    lockup = build_lockup(kit, arranged, inks, room, fonts, prefix="hero-")
    x = free.center.x - lockup.ink.width / 2
    return Stage(inks, [group], lockup.moved(x, page.height * 0.5 - lockup.ink.height / 2))


_STAGES = {"quiet": _quiet, "offset": _offset, "flood": _flood, "split": _split}


def _flood_paint(kit: BrandKit) -> SolidPaint:
    """The brand color; a gray one gives way to a ground that has color."""
    palette = kit.theme.palette
    if palette.primary.oklch.chroma < 0.05 and palette.ground.oklch.chroma > 0.07:
        return palette.paint("ground")
    return palette.paint("primary")


def _ghost(kit: BrandKit, inks: LogoInks, box: Box, strength: float, page: Box) -> GroupLayer:
    """The mark as a tone of the ground, cropped by the page."""
    ground = inks.ground.color
    toward = -strength if ground.oklch.lightness > 0.62 else strength
    tone = solid(ground.shifted(lightness=toward))
    quiet = LogoInks(tone, tone, tone, tone, tone, inks.ground)
    giant = placed_mark(kit, quiet, box, "ghost-")
    return GroupLayer(
        id="ghost",
        name="Giant mark, tone on tone",
        role="decoration",
        clip=rectangle(page),
        children=(giant.model_copy(update={"role": "decoration"}),),
    )


def _notes(
    notes: tuple[str, ...], kit: BrandKit, stage: Stage, inside: Box, fonts: FontSet
) -> list[Layer]:
    """Remaining texts, small, along the foot."""
    found: list[Layer] = []
    caption = kit.theme.type["caption"].font
    size = max(16.0, inside.height * (0.03 if not kit.has_name else 0.02))
    for i, text in enumerate(notes):
        style = LineStyle(caption, size, stage.ground.quiet, 0.08 if not kit.has_name else 0.03)
        y = inside.bottom - (len(notes) - 1 - i) * size * 1.6
        right = bool(stage.behind) and stage.behind[0].id == "panel"
        found.append(
            line(
                f"note-{i + 1}",
                text,
                style,
                (inside.right if right else inside.x, y),
                fonts,
                align="right" if right else "left",
                role="caption",
            )
        )
    return found


def _versions(
    kit: BrandKit, size: tuple[float, float], arranged: Arrangement, fonts: FontSet
) -> Page:
    """Reversed, black, white, clear space and minimum size on a strict grid."""
    page = Box(0, 0, *size)
    margin = round(0.045 * min(size))
    inside = page.inset(margin)
    gap = round(margin * 0.36)
    palette = kit.theme.palette
    top = inside.height * 0.56
    left = inside.width * 0.56
    tiles: list[Layer] = []
    inks = on_color(palette, palette.paint("primary"), kit.mark)
    hero = Box(inside.x, inside.y, left, top - gap)
    label = TileLabel("reversed", "反白 Reversed", hero, inks.ground)
    tiles += logo_tile(kit, label, arranged, inks, fonts)
    right_x, right_w = inside.x + left + gap, inside.width - left - gap
    half = (top - 2 * gap) / 2
    tiles += mono_tile(
        kit, Box(right_x, inside.y, right_w, half), arranged, fonts, is_dark=False
    )
    tiles += mono_tile(
        kit, Box(right_x, inside.y + half + gap, right_w, half), arranged, fonts, is_dark=True
    )
    low = Box(inside.x, inside.y + top, inside.width, inside.height - top)
    tiles += clear_space_tile(kit, Box(low.x, low.y, left, low.height), arranged, fonts)
    tiles += size_tile(kit, Box(right_x, low.y, right_w, low.height), fonts)
    return Page(
        id="page-2",
        name="Versions",
        width=size[0],
        height=size[1],
        margin=margin * 0.6,
        background=palette.paint("ground"),
        layers=tuple(tiles),
    )

"""Compose a page: an archetype, a theme, words and a picture become layers.

Nothing is measured on pixels here; `compositor.preflight` does that afterwards, and
`settle` repairs what it finds.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from compositor.document import (
    GroupLayer,
    Layer,
    LinearGradient,
    Page,
    Shape,
    Stop,
    Stroke,
    VectorLayer,
)
from compositor.document.edit import with_prefix
from compositor.geometry import Affine, Box, Path, Size
from compositor.geometry.shapes import line, rectangle, rounded_rectangle
from compositor.layout.archetypes import Archetype, Geometry
from compositor.layout.slot_text import Setter, inks_on
from compositor.layout.stack import PlacedStack, StackRules, set_stack
from compositor.layout.theme import Theme
from compositor.typography.fonts import FontSet

__all__ = ["Composition", "Picture", "compose_page", "page_unit"]

_WIDE = 1.9
"""Aspect from which a page is a banner."""
_DISPLAY_FROM = 0.12
"""Headlines that may grow past this part of the unit take the display face."""


@dataclass(frozen=True)
class Picture:
    """A drawing in a box of its own, origin top left, px."""

    layer: GroupLayer
    width: float
    height: float


@dataclass(frozen=True, kw_only=True)
class Composition:
    """What a page is made of.

    Attributes:
        theme: Colors and type.
        archetype: Where things go.
        size: Trim, px.
        copy: Text by slot.
        language: BCP 47 of the copy.
        medium: screen, print or sign: which smallest sizes hold.
        bleed: Art beyond the trim, px.
        picture: Fills the archetype's picture box.
        mark: Stands before the brand name.
        page_id: Also begins every layer id.
        headline_scale: Part of the archetype's largest headline to start from.
        is_mirrored: Left and right exchanged.
    """

    theme: Theme
    archetype: Archetype
    size: Size
    copy: dict[str, str]
    language: str
    medium: Literal["screen", "print", "sign"] = "screen"
    bleed: float = 0.0
    picture: Picture | None = None
    mark: Picture | None = None
    page_id: str = "page-1"
    headline_scale: float = 1.0
    is_mirrored: bool = False


def page_unit(size: Size) -> float:
    """Return what type sizes are parts of, px.

    The shorter side, except on very long formats, where half the geometric mean keeps type
    readable: a 728 × 90 banner is not set as if it were a 90 px poster.
    """
    return max(size.shorter, 0.5 * math.sqrt(size.width * size.height))


def compose_page(what: Composition, fonts: FontSet) -> tuple[Page, tuple[str, ...]]:
    """Return the page and the first slots of stacks that did not fit (usually none)."""
    geometry = what.archetype.geometry(
        what.size, _filled(what.copy), is_mirrored=what.is_mirrored
    )
    prefix = f"{what.page_id}-"
    layers: list[Layer] = []
    page_box = Box(0, 0, what.size.width, what.size.height)
    if what.picture is not None:
        layers.append(_picture(what.picture, geometry, page_box, what.bleed, prefix))
    if geometry.panel is not None:
        layers.append(_panel(what, geometry, page_box, prefix))
    stacks, overset = _stacks(what, geometry, page_box, fonts, prefix)
    if what.archetype.scrim == "bottom":
        used = [p.used for p in stacks if p.layers and p.used.y > what.size.height * 0.3]
        layers.extend(_scrim(what, min((u.y for u in used), default=None), page_box, prefix))
    layers.extend(_decor(what, geometry, stacks, page_box, prefix))
    for placed in stacks:
        layers.extend(placed.layers)
    page = Page(
        id=what.page_id,
        name=what.archetype.name_en,
        width=what.size.width,
        height=what.size.height,
        bleed=what.bleed,
        margin=round(0.03 * what.size.shorter, 2),
        medium=what.medium,
        background=what.theme.palette.paint("ground"),
        layers=tuple(layers),
    )
    return page, overset


def _filled(copy: dict[str, str]) -> tuple[str, ...]:
    return tuple(slot for slot, text in copy.items() if text)


def _picture(
    picture: Picture, geometry: Geometry, page: Box, bleed: float, prefix: str
) -> GroupLayer:
    box = _bled(page.fraction(*geometry.picture), page, bleed)
    scale = max(box.width / picture.width, box.height / picture.height)
    moved = Affine(
        scale,
        0,
        0,
        scale,
        box.center.x - scale * picture.width / 2,
        box.center.y - scale * picture.height / 2,
    )
    inner = with_prefix(picture.layer, f"{prefix}art-").model_copy(
        update={"transform": picture.layer.transform.then(moved)}
    )
    return GroupLayer(
        id=f"{prefix}picture",
        name="picture",
        role="visual",
        clip=rectangle(box),
        children=(inner,),
    )


def _bled(box: Box, page: Box, bleed: float) -> Box:
    left = bleed if box.x <= 0.5 else 0.0
    top = bleed if box.y <= 0.5 else 0.0
    right = bleed if box.right >= page.right - 0.5 else 0.0
    bottom = bleed if box.bottom >= page.bottom - 0.5 else 0.0
    return Box(box.x - left, box.y - top, box.width + left + right, box.height + top + bottom)


def _panel(what: Composition, geometry: Geometry, page: Box, prefix: str) -> VectorLayer:
    assert geometry.panel is not None
    box = _bled(page.fraction(*geometry.panel.box), page, what.bleed)
    return VectorLayer(
        id=f"{prefix}panel",
        name="panel",
        role="background",
        shapes=(
            Shape(path=rectangle(box), fill=what.theme.palette.paint(geometry.panel.paint)),
        ),
    )


def _headline_range(what: Composition) -> tuple[float, float]:
    """The archetype's range; wide banners carry larger type for their height.

    Source: size_by_medium of the design rules, wide_banner.
    """
    low, high = what.archetype.headline
    if what.size.aspect >= _WIDE:
        low, high = max(low, 0.12), max(high, 0.28)
    return low, max(low, high * what.headline_scale)


def _stacks(
    what: Composition, geometry: Geometry, page: Box, fonts: FontSet, prefix: str
) -> tuple[list[PlacedStack], tuple[str, ...]]:
    low, high = _headline_range(what)
    placed: list[PlacedStack] = []
    overset: list[str] = []
    for stack in geometry.stacks:
        box = page.fraction(*stack.box)
        on_panel = geometry.panel is not None and geometry.panel.box.covers(stack.box)
        ground = "primary" if on_panel else "ground"
        inks = inks_on(what.theme.palette, ground)
        mark = what.mark
        rules = StackRules(
            unit_px=page_unit(what.size),
            headline=(low, high),
            max_lines=what.archetype.max_lines,
            medium=what.medium,
            radius=what.theme.params.radius,
            button=inks.button,
            display=high > _DISPLAY_FROM,
            brand_mark=None
            if mark is None
            else (with_prefix(mark.layer, prefix + "brand-"), mark.width, mark.height),
        )
        setter = Setter(what.theme, what.language, inks, prefix)
        result = set_stack(stack, box, what.copy, setter, rules, fonts)
        if not result.fits:
            overset.append(next(slot for slot in stack.slots if what.copy.get(slot)))
        placed.append(result)
    return placed, tuple(overset)


def _scrim(what: Composition, top: float | None, page: Box, prefix: str) -> list[Layer]:
    """A veil of the ground color, from clear above the text to nearly full below it."""
    if top is None:
        return []
    ground = what.theme.palette.ground
    start = max(0.0, top - 0.16 * page.height)
    box = Box(-what.bleed, start, page.width + 2 * what.bleed, page.bottom + what.bleed - start)
    solid_at = min(0.95, (top - start) / box.height)
    stops = (
        Stop(offset=0, color=ground.with_opacity(0), token="ground"),
        Stop(offset=solid_at * 0.55, color=ground.with_opacity(0.42), token="ground"),
        Stop(offset=solid_at, color=ground.with_opacity(0.8), token="ground"),
        Stop(offset=1, color=ground.with_opacity(0.94), token="ground"),
    )
    paint = LinearGradient(x1=0, y1=box.y, x2=0, y2=box.bottom, stops=stops)
    return [
        VectorLayer(
            id=f"{prefix}scrim",
            name="scrim",
            role="scrim",
            shapes=(Shape(path=rectangle(box), fill=paint),),
        )
    ]


def _decor(
    what: Composition,
    geometry: Geometry,
    stacks: list[PlacedStack],
    page: Box,
    prefix: str,
) -> list[Layer]:
    unit = page_unit(what.size)
    width = unit * (0.0012 + 0.0028 * what.theme.params.stroke)
    shapes: list[Shape] = []
    for kind in what.archetype.decor:
        if kind == "rules":
            shapes += _rules(what, geometry, stacks, page, width)
        elif kind == "frame":
            shapes += _frame(what, page, width)
        elif kind == "slash":
            shapes += _slash(what, stacks, unit)
        elif kind == "seal_line":
            shapes += _seal_line(what, geometry, stacks, width)
    if not shapes:
        return []
    return [
        VectorLayer(
            id=f"{prefix}ornament", name="ornament", role="decoration", shapes=tuple(shapes)
        )
    ]


def _rules(
    what: Composition, geometry: Geometry, stacks: list[PlacedStack], page: Box, width: float
) -> list[Shape]:
    """One hairline over the foot of the page, where the small print begins."""
    foot = [p.used.y for p in stacks if p.layers and p.used.y > 0.6 * page.height]
    if not foot:
        return []
    y = min(foot) - 0.02 * page.height
    crossed = any(p.layers and p.used.y < y < p.used.bottom for p in stacks)
    if crossed:
        return []
    left, right = 0.06 * page.width, 0.94 * page.width
    picture = geometry.picture
    if picture.x > 0.3:
        right = (picture.x - 0.03) * page.width
    elif picture.bottom * page.height > y:
        return []
    return [
        Shape(
            path=line(left, y, right, y),
            stroke=Stroke(paint=what.theme.palette.paint("ink"), width=width, cap="butt"),
        )
    ]


def _frame(what: Composition, page: Box, width: float) -> list[Shape]:
    inset = 0.042 * what.size.shorter
    radius = what.theme.params.radius * 0.05 * what.size.shorter
    paint = what.theme.palette.paint("ink")
    gap = 0.012 * what.size.shorter
    outer = rounded_rectangle(page.inset(inset), radius)
    shapes = [Shape(path=outer, stroke=Stroke(paint=paint, width=width * 1.6, join="miter"))]
    if what.theme.params.ornament >= 0.25:
        inner = _notched(page.inset(inset + gap), gap * 1.6)
        shapes.append(
            Shape(path=inner, stroke=Stroke(paint=paint, width=width * 0.8, join="miter"))
        )
    return shapes


def _notched(box: Box, notch: float) -> Path:
    x, y, right, bottom = box.x, box.y, box.right, box.bottom
    return Path.polygon(
        [
            (x + notch, y), (right - notch, y), (right - notch, y + notch), (right, y + notch),
            (right, bottom - notch), (right - notch, bottom - notch), (right - notch, bottom),
            (x + notch, bottom), (x + notch, bottom - notch), (x, bottom - notch),
            (x, y + notch), (x + notch, y + notch),
        ]
    )  # fmt: skip


def _slash(what: Composition, stacks: list[PlacedStack], unit: float) -> list[Shape]:
    """A short bar in the angle of the turned headline."""
    turned = [p for p in stacks if p.layers and isinstance(p.layers[0], GroupLayer)]
    turned = [p for p in turned if p.layers[0].id.endswith("turned-headline")]
    if not turned:
        return []
    group = turned[0].layers[0]
    inner = group.transform.inverse().apply_box(turned[0].used)
    box = Box(inner.x, inner.bottom, unit * 0.16, unit * 0.016)
    return [
        Shape(
            path=rectangle(box).transformed(group.transform),
            fill=what.theme.palette.paint("accent"),
        )
    ]


def _seal_line(
    what: Composition, geometry: Geometry, stacks: list[PlacedStack], width: float
) -> list[Shape]:
    """A hairline to the left of the vertical title."""
    columns = [
        placed
        for stack, placed in zip(geometry.stacks, stacks, strict=True)
        if stack.writing == "vertical-rl" and placed.layers
    ]
    if not columns:
        return []
    used = columns[0].used
    x = used.x - 0.025 * what.size.width
    return [
        Shape(
            path=line(x, used.y, x, used.bottom),
            stroke=Stroke(paint=what.theme.palette.paint("accent"), width=width, cap="butt"),
        )
    ]

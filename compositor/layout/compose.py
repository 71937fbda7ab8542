"""Compose a page: an archetype, a theme, words and a picture become layers.

Nothing is measured on pixels here; `compositor.preflight` does that afterwards, and
`settle` repairs what it finds.
"""

from __future__ import annotations

from dataclasses import dataclass

from compositor.document import (
    Layer,
    LinearGradient,
    Page,
    Shape,
    Stop,
    TextLayer,
    VectorLayer,
)
from compositor.document.edit import with_prefix
from compositor.geometry import Box
from compositor.geometry.shapes import rectangle
from compositor.layout.archetypes import Geometry
from compositor.layout.banners import banner_format
from compositor.layout.composition import Composition, Picture, page_geometry, page_unit
from compositor.layout.decor import decor
from compositor.layout.grounds import grounds, paint_under
from compositor.layout.letters import Sight
from compositor.layout.rows import list_slot
from compositor.layout.slot_text import (
    Inks,
    Setter,
    SizeTable,
    banner_headline,
    inks_on,
    slot_size,
    smallest_px,
)
from compositor.layout.stack import PlacedStack, StackRules, set_stack
from compositor.layout.tables import PlacedTable, TableRules, set_table
from compositor.layout.tables.hand import Hand
from compositor.typography.fonts import FontSet

__all__ = ["Composition", "Picture", "compose_page", "page_geometry", "page_unit"]

_WIDE = 1.9
"""Aspect from which a page is wide."""
_DISPLAY_FROM = 0.12
"""Headlines that may grow past this part of the unit take the display face."""


def compose_page(what: Composition, fonts: FontSet) -> tuple[Page, tuple[str, ...]]:
    """Return the page and the first slots of stacks that did not fit (usually none)."""
    geometry = page_geometry(what)
    prefix = f"{what.page_id}-"
    layers: list[Layer] = []
    page_box = Box(0, 0, what.size.width, what.size.height)
    layers.extend(grounds(what, geometry, page_box, prefix))
    stacks, overset = _stacks(what, geometry, page_box, fonts, prefix)
    table = _table(what, geometry, stacks, fonts)
    if table is not None and not table.fits:
        overset = (*overset, list_slot(what.copy))
    if what.archetype.scrim == "bottom":
        used = [p.used for p in stacks if p.layers and p.used.y > what.size.height * 0.3]
        layers.extend(_scrim(what, min((u.y for u in used), default=None), page_box, prefix))
    layers.extend(decor(what, geometry, stacks, page_box, prefix, fonts))
    for placed in (*stacks, *((table,) if table is not None else ())):
        layers.extend(placed.layers)
    page = Page(
        id=what.page_id,
        name=what.archetype.name_en,
        width=what.size.width,
        height=what.size.height,
        bleed=what.bleed,
        margin=_margin(what),
        medium=what.medium,
        background=what.theme.palette.paint("ground"),
        layers=tuple(layers),
    )
    return page, overset


def _margin(what: Composition) -> float:
    """The narrowest margin of the page, px; a safe area may ask for more on single sides."""
    safe = what.safe.box(what.size)
    across = (safe.x, what.size.width - safe.right)
    down = (safe.y, what.size.height - safe.bottom)
    return round(max(0.03 * what.size.shorter, min(*across, *down)), 2)


@dataclass(frozen=True)
class _TypeScale:
    """Which sizes a page takes."""

    headline: tuple[float, float]
    max_lines: int
    sizes: SizeTable
    keeps_phrases: bool = False


def _type_scale(what: Composition) -> _TypeScale:
    """The archetype's range; wide pages carry larger type for their height, banners their own.

    Source: size_by_medium of the design rules, wide_banner.
    """
    form = banner_format(what.live)
    if form is not None:
        low, high, lines = banner_headline(form, is_loud=what.is_loud)
        return _TypeScale((low, high), lines, form, keeps_phrases=True)
    low, high = what.archetype.headline
    if what.live.aspect >= _WIDE:
        low, high = max(low, 0.12), max(high, 0.28)
    high = max(low, high * what.headline_scale)
    return _TypeScale((low, high), what.archetype.max_lines + what.extra_lines, what.medium)


def _stacks(
    what: Composition, geometry: Geometry, page: Box, fonts: FontSet, prefix: str
) -> tuple[list[PlacedStack], tuple[str, ...]]:
    scale = _type_scale(what)
    placed: list[PlacedStack] = []
    overset: list[str] = []
    copy = what.copy
    if geometry.table is not None:
        listed = list_slot(copy)
        copy = {slot: text for slot, text in copy.items() if slot != listed}
    for stack in geometry.stacks:
        box = page.fraction(*stack.box)
        inks = inks_on(what.theme, paint_under(geometry, stack))
        mark = what.mark
        rules = StackRules(
            unit_px=page_unit(what.live),
            headline=scale.headline,
            max_lines=scale.max_lines,
            sizes=scale.sizes,
            smallest_px=smallest_px(what.medium, what.size),
            radius=what.theme.params.radius,
            button=inks.button,
            display=scale.headline[1] > _DISPLAY_FROM,
            keeps_phrases=scale.keeps_phrases,
            is_leftward=what.is_leftward,
            brand_mark=None
            if mark is None
            else (with_prefix(mark.layer, prefix + "brand-"), mark.width, mark.height),
            inside=page.inset(_margin(what)),
        )
        setter = _setter(what, inks, fonts)
        result = set_stack(stack, box, copy, setter, rules, fonts)
        if not result.fits:
            overset.append(next(slot for slot in stack.slots if copy.get(slot)))
        placed.append(result)
    return placed, tuple(overset)


def _setter(what: Composition, inks: Inks, fonts: FontSet) -> Setter:
    return Setter(
        what.theme,
        what.language,
        inks,
        f"{what.page_id}-",
        fonts,
        Sight.of(what.size, what.medium),
        smallest_px(what.medium, what.size),
    )


_NAME, _FIGURE = 0.49, 0.7
"""Largest names and figures of a table, in parts of the headline: it still leads."""
_MOST_NAME, _MOST_FIGURE = 0.062, 0.17
"""The same in parts of the unit."""
_TABLE_GAP = 0.035
"""Between a table and the words above and below it, in parts of the unit."""


def _table(
    what: Composition, geometry: Geometry, stacks: list[PlacedStack], fonts: FontSet
) -> PlacedTable | None:
    """Set the list between the words that stand above and below its place."""
    place, slot = geometry.table, list_slot(what.copy)
    if place is None or not slot:
        return None
    page, unit = Box(0, 0, what.size.width, what.size.height), page_unit(what.live)
    box, gap = page.fraction(*place.box), _TABLE_GAP * unit
    top, bottom = box.y, box.bottom
    for stack in stacks:
        used = stack.used
        if not stack.layers or used.right <= box.x or used.x >= box.right:
            continue
        if used.center.y < box.center.y:
            top = max(top, used.bottom + gap)
        else:
            bottom = min(bottom, used.y - gap)
    if bottom - top <= 0:
        return PlacedTable((), box._replace(height=0), fits=False)
    inks = inks_on(what.theme, paint_under(geometry, place))
    setter = _setter(what, inks, fonts)
    leads = [
        run.size
        for stack in stacks
        for layer in stack.layers
        if isinstance(layer, TextLayer) and layer.role == "headline"
        for run in layer.runs
    ]
    lead = max(leads, default=unit)
    note_px = max(setter.smallest_px, slot_size("caption", what.medium) * unit)
    hand = Hand(
        setter=setter,
        palette=what.theme.palette,
        fonts=fonts,
        unit_px=unit,
        smallest_px=note_px,
        most_name_px=min(_MOST_NAME * unit, max(note_px, _NAME * lead)),
        most_figure_px=min(_MOST_FIGURE * unit, max(note_px, _FIGURE * lead)),
        stroke_px=unit * (0.0012 + 0.0022 * what.theme.params.stroke),
    )
    rules = TableRules(place.form, note_px, what.is_leftward)
    return set_table(what.copy[slot], box._replace(y=top, height=bottom - top), rules, hand)


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

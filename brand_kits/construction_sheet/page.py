"""The construction sheet as a page: the mark on its grid, and the numbers beside it."""

from __future__ import annotations

import math
from typing import NamedTuple

from brand_kits.construction_sheet.geometry import Construction, construction_of
from brand_kits.construction_sheet.hairlines import across, cross, hair
from brand_kits.kit import BrandKit
from brand_kits.line import LineStyle, label_font, line
from brand_kits.lockup import Arrangement, Lockup, build_lockup
from brand_kits.recolor import full_color
from compositor.color.palette import with_contrast
from compositor.document import (
    FontChoice,
    Layer,
    Page,
    Shape,
    SolidPaint,
    VectorLayer,
    solid,
)
from compositor.geometry import Affine, Box, Path
from compositor.geometry.shapes import circle, rectangle
from compositor.geometry.shapes import line as straight
from compositor.typography.fonts import FontSet

__all__ = ["construction_page"]

_GRID_U = 96.0
_LIVE = Box(8, 8, 80, 80)
_MOST_CIRCLES = 9
_MOST_EDGES = 8
_WORDS = {
    "title": ("标志制图", "Construction"),
    "grid": ("网格", "Grid"),
    "stroke": ("最细笔画", "Narrowest stroke"),
    "gap": ("最小间隙", "Narrowest gap"),
    "radii": ("圆半径", "Radii"),
    "angles": ("斜角", "Angles"),
    "nodes": ("节点", "Nodes"),
    "ratio": ("标志 : 字高", "Mark : cap height"),
    "clear": ("安全空间", "Clear space"),
    "least": ("最小尺寸", "Smallest size"),
    "lockup": ("组合比例", "Lock-up"),
}


class _Pens(NamedTuple):
    grid: SolidPaint
    frame: SolidPaint
    guide: SolidPaint
    fill: SolidPaint
    text: SolidPaint
    strong: SolidPaint


def construction_page(
    kit: BrandKit,
    size: tuple[float, float],
    arranged: Arrangement,
    fonts: FontSet,
    page_id: str,
) -> Page:
    """Return the sheet on a page of size px, labeled in the kit's language."""
    page = Box(0, 0, *size)
    margin = round(0.055 * min(size))
    inside = page.inset(margin)
    palette = kit.theme.palette
    ground = palette.paint("ground")
    found = construction_of(kit.mark, fonts, ground)
    pens = _pens(kit)
    is_wide = size[0] >= size[1] * 0.95
    side = min(inside.height, inside.width * 0.64) if is_wide else inside.width * 0.86
    # The grid bleeds a little out of the margin on the left: a drawing board, not a tile.
    board = Box(inside.x, inside.bottom - side, side, side)
    if not is_wide:
        board = Box(inside.x, inside.y + margin * 0.9, side, side)
    layers: list[Layer] = [*_board(kit, found, board, pens, fonts)]
    if is_wide:
        column = Box(
            board.right + margin * 1.1,
            inside.y,
            inside.right - board.right - margin * 1.1,
            inside.height,
        )
    else:
        column = Box(
            inside.x, board.bottom + margin, inside.width, inside.bottom - board.bottom - margin
        )
    layers += _column(kit, found, column, arranged, pens, fonts, is_wide=is_wide)
    return Page(
        id=page_id,
        name=_word(kit, "title"),
        width=size[0],
        height=size[1],
        margin=margin * 0.6,
        background=ground,
        layers=tuple(layers),
    )


def _pens(kit: BrandKit) -> _Pens:
    palette = kit.theme.palette
    ground, ink = palette.ground, palette.ink
    guide = palette.accent if palette.accent != palette.ground else palette.primary
    main = full_color(palette, kit.mark).main.color
    return _Pens(
        grid=solid(ground.mixed(ink, 0.09)),
        frame=solid(ground.mixed(ink, 0.3)),
        guide=solid(with_contrast(guide, ground, 3.0)),
        fill=solid(main.mixed(ground, 0.8)),
        text=solid(with_contrast(palette.muted, ground, 4.6)),
        strong=palette.paint("ink"),
    )


def _word(kit: BrandKit, key: str) -> str:
    chinese, english = _WORDS[key]
    return chinese if kit.language.startswith("zh") else english


def _board(
    kit: BrandKit, found: Construction, board: Box, pens: _Pens, fonts: FontSet
) -> list[Layer]:
    u = board.width / _GRID_U
    place = Affine(u, 0, 0, u, board.x, board.y)
    thin, fine = max(0.75, 0.09 * u), max(1.1, 0.14 * u)
    steps = [float(k) for k in range(0, 97, 8)]
    grid = Path.join(
        [straight(x, 0, x, _GRID_U) for x in steps]
        + [straight(0, y, _GRID_U, y) for y in steps]
    )
    shapes: list[Shape] = [
        hair(grid.transformed(place), pens.grid, thin),
        hair(rectangle(_LIVE).transformed(place), pens.frame, fine, dashes=(6.0, 5.0)),
        hair(
            Path.join([straight(48, 0, 48, 96), straight(0, 48, 96, 48)]).transformed(place),
            pens.frame,
            thin,
        ),
    ]
    under = VectorLayer(id="sheet-grid", name="Grid", role="decoration", shapes=tuple(shapes))
    mark = kit.mark
    tinted = _tinted(mark, pens.fill, place, kit)
    guides: list[Shape] = []
    nodes: list[Path] = []
    for ring in found.circles[:_MOST_CIRCLES]:
        guides.append(
            hair(circle(ring.x, ring.y, ring.radius).transformed(place), pens.guide, fine)
        )
        nodes.append(cross(ring.x, ring.y, 1.1))
    room = Box(-2, -2, _GRID_U + 4, _GRID_U + 4)
    for edge in found.edges[:_MOST_EDGES]:
        long = across(edge.start, edge.stop, room)
        if long is not None:
            guides.append(hair(long.transformed(place), pens.guide, thin, dashes=(2.0, 3.0)))
    outline = [hair(path.transformed(place), pens.strong, fine) for path in found.lines]
    marks = hair(Path.join(nodes).transformed(place), pens.guide, fine) if nodes else None
    over = VectorLayer(
        id="sheet-guides",
        name="Circles, edges and center lines",
        role="decoration",
        shapes=(*guides, *outline, *((marks,) if marks else ())),
    )
    return [under, *tinted, over, *_callouts(kit, found, board, u, pens, fonts)]


def _callouts(
    kit: BrandKit, found: Construction, board: Box, u: float, pens: _Pens, fonts: FontSet
) -> list[Layer]:
    """Radius and angle labels, where no other label stands."""
    style = LineStyle(_font(kit, fonts, 500), max(12.0, 1.5 * u), pens.text)
    taken: list[Box] = []
    layers: list[Layer] = []
    plates: list[Path] = []

    def put(text: str, x: float, y: float) -> None:
        at = (board.x + x * u, board.y + y * u)
        made = line(f"sheet-callout-{len(layers) + 1}", text, style, at, fonts)
        box = made.box.inset(-4)
        if any(_overlaps(box, other) for other in taken) or box.right > board.right:
            return
        taken.append(box)
        plates.append(rectangle(made.box.inset(-1, made.box.height * 0.14)))
        layers.append(made)

    for ring in found.circles[:_MOST_CIRCLES]:
        slant = ring.radius * math.sqrt(0.5)
        put(f"R {_number(ring.radius)}", ring.x + slant + 0.8, ring.y - slant - 0.6)
    seen: list[float] = []
    for edge in found.edges[:_MOST_EDGES]:
        if any(abs(edge.angle_deg - a) < 1.5 for a in seen):
            continue
        seen.append(edge.angle_deg)
        low = max(edge.start, edge.stop, key=lambda p: p.y)
        put(f"{_number(edge.angle_deg)}°", low.x + 2.2, low.y - 1.0)
    if not plates:
        return []
    ground = kit.theme.palette.paint("ground")
    plate = Shape(path=Path.join(plates), fill=solid(ground.color.with_opacity(0.82)))
    under = VectorLayer(
        id="sheet-plates", name="Ground of labels", role="decoration", shapes=(plate,)
    )
    return [under, *layers]


def _column(
    kit: BrandKit,
    found: Construction,
    column: Box,
    arranged: Arrangement,
    pens: _Pens,
    fonts: FontSet,
    *,
    is_wide: bool,
) -> list[Layer]:
    """Title, numbers between hairlines, and the lock-up in multiples of x at the foot.

    Beside the board they stand in one column; below it title and lock-up stand left and the
    numbers right of them.
    """
    head, facts = column, column
    if not is_wide:
        head = column._replace(width=column.width * 0.4)
        facts = Box(
            column.x + column.width * 0.46, column.y, column.width * 0.54, column.height
        )
    big = max(30.0, head.width * 0.085)
    display = kit.theme.type["headline"].font
    layers: list[Layer] = [
        line(
            "sheet-title",
            _word(kit, "title"),
            LineStyle(display, big, pens.strong),
            (column.x, column.y + big * 0.86),
            fonts,
        )
    ]
    label = LineStyle(_font(kit, fonts, 400), max(14.0, facts.width * 0.036), pens.text)
    value = LineStyle(_font(kit, fonts, 600), label.size, pens.strong)
    lockup, foot = _lockup_figure(kit, head, arranged, fonts)
    rows = _rows(kit, found, lockup)
    top = facts.y + big * (2.3 if is_wide else 0.86)
    high = facts.bottom - top - (foot if is_wide else 0.0)
    # Fewer numbers that can be read rather than all of them on top of each other.
    rows = rows[: max(1, int(high / (1.6 * label.size)))]
    step = min(label.size * 2.5, high / len(rows))
    rules: list[Path] = []
    for i, (name, text) in enumerate(rows):
        y = top + i * step
        rules.append(straight(facts.x, y - step * 0.66, facts.right, y - step * 0.66))
        layers.append(line(f"sheet-row-{i + 1}", name, label, (facts.x, y), fonts))
        layers.append(
            line(f"sheet-value-{i + 1}", text, value, (facts.right, y), fonts, align="right")
        )
    hairs = VectorLayer(
        id="sheet-rules",
        name="Rules",
        role="decoration",
        shapes=(hair(Path.join(rules), pens.frame, 1.0),),
    )
    layers.insert(0, hairs)
    return [*layers, *_lockup_layers(kit, lockup, pens, fonts)]


def _rows(kit: BrandKit, found: Construction, lockup: Lockup) -> list[tuple[str, str]]:
    rules = kit.rules
    rows = [
        (_word(kit, "grid"), "96 × 96 u"),
        (_word(kit, "stroke"), f"{_number(found.stroke_u)} u"),
    ]
    if found.gap_u is not None:
        rows.append((_word(kit, "gap"), f"{_number(found.gap_u)} u"))
    radii = sorted({round(ring.radius * 2) / 2 for ring in found.circles[:_MOST_CIRCLES]})
    if radii:
        rows.append((_word(kit, "radii"), " · ".join(_number(r) for r in radii[:5]) + " u"))
    if found.angles_deg:
        shown = " · ".join(f"{_number(a)}°" for a in sorted(found.angles_deg[:4]))
        rows.append((_word(kit, "angles"), shown))
    rows.append((_word(kit, "nodes"), str(found.node_count)))
    if lockup.cap_px and lockup.mark_px:
        rows.append((_word(kit, "ratio"), f"{lockup.mark_px / lockup.cap_px:.2f} : 1"))
    least = f"{_number(rules.min_mark_px)} px · {_number(rules.min_mark_mm)} mm"
    rows.append((_word(kit, "least"), least))
    return rows


def _lockup_figure(
    kit: BrandKit, column: Box, arranged: Arrangement, fonts: FontSet
) -> tuple[Lockup, float]:
    """The lock-up at the foot of the column, and the height it takes with its free space."""
    inks = full_color(kit.theme.palette, kit.mark)
    room = (column.width * 0.74, min(column.height * 0.26, column.width * 0.5))
    lockup = build_lockup(
        kit, arranged, inks, room, fonts, prefix="sheet-logo-", with_tagline=False
    )
    x = lockup.clear_px
    lockup = lockup.moved(column.x + x, column.bottom - x - lockup.ink.height)
    return lockup, lockup.ink.height + 2 * x + 40


def _lockup_layers(kit: BrandKit, lockup: Lockup, pens: _Pens, fonts: FontSet) -> list[Layer]:
    x = lockup.clear_px
    outer, ink = lockup.ink.inset(-x), lockup.ink
    cells = Path.join(
        rectangle(Box(cx, cy, x, x))
        for cx in (outer.x, outer.right - x)
        for cy in (outer.y, outer.bottom - x)
    )
    lines = Path.join(
        [
            straight(outer.x, ink.y, outer.right, ink.y),
            straight(outer.x, ink.bottom, outer.right, ink.bottom),
            straight(ink.x, outer.y, ink.x, outer.bottom),
            straight(ink.right, outer.y, ink.right, outer.bottom),
        ]
    )
    tone = solid(pens.guide.color.with_opacity(0.16))
    shapes = (
        Shape(path=cells, fill=tone),
        hair(rectangle(outer), pens.guide, 1.0, dashes=(5.0, 4.0)),
        hair(lines, pens.guide, 0.8),
    )
    layers: list[Layer] = [
        VectorLayer(id="sheet-clear", name="Clear space", role="decoration", shapes=shapes),
        lockup.layer,
    ]
    if x >= 15:
        font = _font(kit, fonts, 600)
        style = LineStyle(font, max(11.0, min(16.0, x * 0.5)), pens.text)
        at = (outer.x + x / 2, outer.y + x / 2 + style.size * 0.36)
        layers.append(line("sheet-x", "x", style, at, fonts, align="center"))
    return layers


def _tinted(mark: Layer, paint: SolidPaint, place: Affine, kit: BrandKit) -> list[Layer]:
    """The mark as a pale tone under its own construction."""
    inks = full_color(kit.theme.palette, kit.mark)
    shapes: list[Shape] = []
    children = getattr(mark, "children", ())
    for layer in children:
        if not isinstance(layer, VectorLayer):
            continue
        for shape in layer.shapes:
            is_cover = shape.fill is not None and shape.fill == inks.ground
            tone = inks.ground if is_cover else paint
            stroke = shape.stroke
            if stroke is not None:
                stroke = stroke.model_copy(
                    update={"paint": tone, "width": stroke.width * place.mean_scale}
                )
            shapes.append(
                shape.model_copy(
                    update={
                        "path": shape.path.transformed(place),
                        "fill": tone if shape.fill is not None else None,
                        "stroke": stroke,
                    }
                )
            )
    return [VectorLayer(id="sheet-mark", name="Mark", role="mark", shapes=tuple(shapes))]


def _font(kit: BrandKit, fonts: FontSet, weight: int) -> FontChoice:
    font = label_font(kit.theme.type["caption"].font, fonts)
    return font.model_copy(update={"weight": weight})


def _number(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")


def _overlaps(a: Box, b: Box) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom

"""The stage filled: heroes at confident scale, flowers at their feet, shadows under all."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from compositor.color import Color
from compositor.document import Blur, GroupLayer, Layer, Mask, Shape, VectorLayer
from compositor.document.edit import with_prefix
from compositor.geometry import Affine, Box, Path, Point
from compositor.geometry.shapes import ellipse
from generators.vector.casting import Player
from generators.vector.lineup import line_up, span_of
from generators.vector.patterns.chrome import sparkle
from generators.vector.patterns.inlay import lay_motif
from generators.vector.patterns.sheet import Sheet, filled, stroked
from generators.vector.patterns.tones import glow, lit
from generators.vector.scenes.stage import Stage

__all__ = ["place_players"]

_BEHIND = (
    (-0.42, 0.50, 1.50, -34.0, "leaf"),
    (-0.30, 0.30, 1.20, -58.0, "leaf"),
    (0.50, 0.26, 1.10, 44.0, "leaf"),
    (-0.52, 0.20, 1.16, -14.0, "flower"),
    (0.46, 0.06, 0.74, 16.0, "flower"),
    (-0.20, 0.02, 0.80, 10.0, "flower"),
)
_BEFORE = (
    (-0.44, -0.07, 0.94, -22.0, "flower"),
    (0.40, -0.08, 0.62, 20.0, "flower"),
    (-0.13, -0.09, 0.42, 8.0, "flower"),
)
"""Where flowers lie about a hero: beside and above its foot, size, turn in degrees. The
beside and above are shares of its width and height. One side carries the weight."""


def place_players(sheet: Sheet, stage: Stage, players: Sequence[Player], box: Box) -> Box:
    """Draw the players into the box, first one in front, and return what they cover.

    Actors stand shoulder to shoulder, overlapping a little, feet on the stage's floor,
    scaled as one until they fill the box; garlands grow at their feet.
    """
    actors = [player for player in players if not player.part.garland] or list(players[:1])
    garlands = [player for player in players if player not in actors]
    if garlands:
        box = box.inset(box.width * 0.10, 0)
    placed, covered = line_up(stage, actors, box)
    flip = (
        bool(sheet.seed % 2)
        if sheet.width <= sheet.height
        else covered.center.x < sheet.width / 2
    )
    back = covered
    if garlands:
        back = covered.union(_grow(sheet, stage, garlands, (covered, flip), _BEHIND))
    for index, transform in sorted(placed, key=lambda item: -item[0]):
        _draw(sheet, stage, actors[index], transform)
    if garlands:
        return back.union(_grow(sheet, stage, garlands, (covered, flip), _BEFORE))
    return covered


def _grow(
    sheet: Sheet,
    stage: Stage,
    garlands: Sequence[Player],
    about: tuple[Box, bool],
    slots: Sequence[tuple[float, float, float, float, str]],
) -> Box:
    """Return what the flowers cover, having laid them about the hero's foot."""
    hero, flipped = about
    covered = Box(0, 0, 0, 0)
    floor = hero.bottom if stage.ground_y is None else stage.ground_y
    side = -1.0 if flipped else 1.0
    reach = max(hero.width * 1.15, hero.height * 0.60)
    flowers = [player for player in garlands if player.part.flower] or list(garlands)
    leafy = [player for player in garlands if not player.part.flower]
    for index, (beside, rise, size, turn, kind) in enumerate(slots):
        if kind == "leaf" and not leafy:
            x, y = hero.center.x + side * beside * reach, floor - rise * hero.height
            place = (x, y, 0.26 * size * hero.height)
            if sheet.is_free(x, y, 0.8 * place[2]):
                lay_motif(sheet, "leaf_spray", place, turn_deg=side * turn, turn=index)
            continue
        pool = leafy if kind == "leaf" else flowers
        player = pool[index % len(pool)]
        span = span_of(player)
        k = player.part.share * hero.height * size / span.height
        x, y = hero.center.x + side * beside * reach, floor - rise * hero.height
        half = span.height * k / 2
        flip = side if index % 2 else -side
        move = Affine(
            k * flip, 0, 0, k, x - flip * k * span.center.x, y - half * 0.72 - k * span.center.y
        )
        transform = move.then(Affine.rotation(side * turn, Point(x, y - half)))
        if not _keeps_clear(sheet, transform.apply_box(span)):
            continue
        if rise < 0.3:
            rx, ry = span.width * k * 0.46, half * 0.22
            spot = ellipse(x, y + half * 0.1, rx, ry)
            paint = glow(stage.shadow, x, y + half * 0.1, rx, ry, 0.7)
            sheet.add(
                "contact shadow", [filled(spot, paint)], role="decoration", blend="multiply"
            )
        covered = covered.union(transform.apply_box(span))
        _lay(sheet, player, transform)
    return covered


def _keeps_clear(sheet: Sheet, box: Box) -> bool:
    return all(box.intersection(calm).area < 0.04 * box.area for calm in sheet.calm)


def _draw(sheet: Sheet, stage: Stage, player: Player, transform: Affine) -> None:
    if stage.ground_y is not None and not player.drawing.floats:
        if player.treatment in ("flat", "cut_paper"):
            if transform.b == 0:
                _reflection(sheet, stage, player, transform)
            _shadows(sheet, stage, player, transform)
        elif player.treatment == "doodle":
            _felt_shadow(sheet, player, transform)
    if stage.backlit and player.treatment == "flat":
        _rim(sheet, player, transform)
    _lay(sheet, player, transform)
    if player.drawing.glow is not None and player.treatment == "flat":
        _glints(sheet, player, transform)


def _lay(sheet: Sheet, player: Player, transform: Affine) -> None:
    prefix = f"{sheet.next_id(player.name)}-"
    layers = player.drawing.without_shadow().layers
    sheet.layers.append(
        GroupLayer(
            id=prefix + "group",
            name=player.name.replace("_", " "),
            role="visual",
            transform=transform,
            children=tuple(with_prefix(layer, prefix) for layer in layers),
        )
    )


def _shadows(sheet: Sheet, stage: Stage, player: Player, transform: Affine) -> None:
    """Lay the silhouette down to the lower right, then the dark line where it touches."""
    drawing, color, unit = player.drawing, stage.shadow, sheet.unit
    outline = drawing.silhouette.transformed(transform)
    seen = outline.bounds
    if transform.b != 0:
        floor = stage.ground_y or seen.bottom
        rx, ry = seen.width * 0.46, seen.width * 0.055
        spot = ellipse(seen.center.x, floor, rx, ry)
        sheet.add(
            "leap shadow",
            [filled(spot, glow(color, seen.center.x, floor, rx, ry, 0.8))],
            role="decoration",
            blend="multiply",
        )
        return
    contact = transform.apply_box(drawing.contact)
    floor = transform.apply((0, drawing.ground_y)).y
    lean, squash = 0.46, 0.055
    # What stands y above the floor lies a little below it and well to the right.
    lie = Affine(1, 0, -lean, -squash, lean * floor, floor * (1 + squash))
    tall = floor - seen.y
    reach = max(0.75 * tall, contact.width)
    fade = glow(
        color,
        contact.center.x + 0.1 * tall,
        floor,
        reach,
        max(0.2 * tall, 0.3 * contact.width),
        0.5,
    )
    sheet.add(
        "cast shadow", [filled(outline.transformed(lie), fade)],
        role="decoration", blur=max(0.9 * unit, 0.012 * tall), blend="multiply",
    )  # fmt: skip
    if drawing.glow is not None:
        _caustics(sheet, drawing.glow, contact, tall)
    c = contact.center
    rx, ry = contact.width * 0.62, max(contact.height * 1.5, contact.width * 0.075)
    soft = ellipse(c.x + rx * 0.10, floor, rx * 1.25, ry * 1.5)
    core = ellipse(c.x, floor - ry * 0.1, rx * 0.86, ry * 0.5)
    sheet.add(
        "contact shadow",
        [
            filled(soft, glow(color, c.x + rx * 0.10, floor, rx * 1.25, ry * 1.5, 0.6)),
            filled(core, glow(color, c.x, floor - ry * 0.1, rx * 0.86, ry * 0.5, 0.85)),
        ],
        role="decoration",
        blend="multiply",
    )


def _caustics(sheet: Sheet, color: Color, contact: Box, tall: float) -> None:
    """Throw the light that fell through glass into its shadow: a pool and bright threads."""
    bright = lit(color, 0.12)
    x, y = contact.right - 0.1 * contact.width, contact.center.y + 0.02 * tall
    rx, ry = 0.55 * contact.width, 0.055 * tall
    pool = ellipse(x, y, rx, ry)
    threads: list[Shape] = []
    for k in range(5):
        start, end = x - rx * (0.7 - 0.12 * k), x + rx * (0.35 + 0.13 * k)
        level = y + ry * (-0.6 + 0.3 * k)
        bend = ry * (0.9 - 0.3 * k)
        line = Path.from_svg(
            f"M{start} {level}C{start + 0.3 * rx} {level - bend} "
            f"{end - 0.4 * rx} {level + bend} {end} {level - 0.2 * ry}"
        )
        threads.append(
            stroked(line, bright.with_opacity(0.5), (0.03 + 0.02 * (k % 2)) * ry * 2)
        )
    sheet.add(
        "caustic pool",
        [filled(pool, glow(color, x, y, rx, ry, 0.85))],
        role="decoration",
        blur=0.2 * sheet.unit,
        blend="screen",
    )
    sheet.add(
        "caustic threads", threads, role="decoration", blur=0.5 * sheet.unit, blend="screen"
    )


def _glints(sheet: Sheet, player: Player, transform: Affine) -> None:
    """Set sparks of light where clear glass catches it."""
    box = transform.apply_box(span_of(player))
    white = Color(255, 255, 255)
    spots = ((0.22, 0.37, 0.040), (0.79, 0.43, 0.022), (0.70, 0.93, 0.030))
    stars, halos = [], []
    for across, down, size in spots:
        x, y, r = box.x + across * box.width, box.y + down * box.height, size * box.height
        stars.append(sparkle(x, y, r))
        halos.append(filled(ellipse(x, y, r, r), glow(white, x, y, r, r, 0.6)))
    sheet.add("glint halos", halos, role="decoration", blend="screen")
    sheet.add("glints", [filled(Path.join(stars), white)], role="decoration")


def _felt_shadow(sheet: Sheet, player: Player, transform: Affine) -> None:
    """A hand-drawn picture stands on a patch of flat color, not on a photographic shadow."""
    contact = transform.apply_box(player.drawing.contact)
    c, rx = contact.center, contact.width * 0.66
    patch = ellipse(c.x + contact.width * 0.06, c.y, rx, max(rx * 0.105, 1.2 * sheet.unit))
    sheet.add("felt shadow", [filled(patch, sheet.tones.field(1.0, 1.2))], role="decoration")


def _reflection(sheet: Sheet, stage: Stage, player: Player, transform: Affine) -> None:
    if stage.reflects <= 0:
        return
    drawing = player.drawing.without_shadow()
    floor = transform.apply((0, drawing.ground_y)).y
    flip = transform.then(Affine(1, 0, 0, -0.92, 0, floor * 1.92))
    box = transform.apply_box(drawing.silhouette.bounds)
    fade = np.rint(255 * np.clip(1 - np.arange(64) / 40, 0, 1) ** 1.6).astype(np.uint8)
    asset = sheet.keep("reflection fade", np.tile(fade[:, None, None], (1, 4, 3)))
    prefix = f"{sheet.next_id('reflection')}-"
    children: list[Layer] = [with_prefix(i, prefix) for i in drawing.layers if i.kind != "text"]
    mirrored = GroupLayer(
        id=prefix + "group", name="mirrored", transform=flip, children=tuple(children)
    )
    below = Box(box.x - 0.1 * box.width, floor, box.width * 1.2, box.height * 0.9)
    sheet.layers.append(
        GroupLayer(
            id=prefix + "fade",
            name="reflection",
            role="decoration",
            opacity=stage.reflects,
            mask=Mask(asset=asset.sha256, box=below),
            effects=(Blur(blur=0.25 * sheet.unit),),
            children=(mirrored,),
        )
    )


def _rim(sheet: Sheet, player: Player, transform: Affine) -> None:
    """Lift a hero off a dark setting with a breath of light around its outline."""
    outline = player.drawing.silhouette.transformed(transform)
    if outline.is_empty or math.isclose(outline.bounds.area, 0):
        return
    sheet.layers.append(
        VectorLayer(
            id=sheet.next_id("rim light"),
            name="rim light",
            role="decoration",
            blend="screen",
            opacity=0.35,
            shapes=(Shape(path=outline, fill=sheet.tones.paint(sheet.tones.light())),),
            effects=(Blur(blur=1.4 * sheet.unit),),
        )
    )

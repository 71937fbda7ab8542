"""Cast: heroes placed on a stage at confident scale, with contact, cast and mirrored shadows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from compositor.color import Color
from compositor.document import Blur, GroupLayer, Layer, Mask, Shape, VectorLayer
from compositor.document.edit import with_prefix
from compositor.geometry import Affine, Box
from compositor.geometry.shapes import ellipse
from generators.vector.motifs import MotifDrawing
from generators.vector.patterns.sheet import Sheet, filled
from generators.vector.patterns.tones import glow
from generators.vector.scenes.stage import Stage

__all__ = ["Player", "place_players"]


@dataclass(frozen=True, kw_only=True)
class Player:
    """One drawn subject on its way to the stage.

    Attributes:
        name: Motif name.
        drawing: As the illustrator made it.
        share: Height against the main hero's, 1 for the hero itself.
        treatment: The hand it was drawn with.
    """

    name: str
    drawing: MotifDrawing
    share: float = 1.0
    treatment: str = "flat"


def place_players(sheet: Sheet, stage: Stage, players: Sequence[Player], box: Box) -> Box:
    """Draw the players into the box, first one in front, and return what they cover.

    They stand shoulder to shoulder, overlapping a little, feet on the stage's floor; the
    group is scaled as one until it fills the box.
    """
    spans = [_span(player) for player in players]
    tallest = max(s.height * _unit_scale(p, s) for p, s in zip(players, spans, strict=True))
    order = _order(players)
    widths = [spans[i].width * _unit_scale(players[i], spans[i]) for i in order]
    overlap = 0.10
    total = sum(widths) - overlap * sum(
        min(a, b) for a, b in zip(widths, widths[1:], strict=False)
    )
    scale = min(box.width / total, box.height / tallest)
    left = box.center.x - total * scale / 2
    floor = box.bottom if stage.ground_y is None else min(stage.ground_y, sheet.height * 1.2)
    placed: list[tuple[int, Affine]] = []
    for index, width in zip(order, widths, strict=True):
        player, span = players[index], spans[index]
        k = scale * _unit_scale(player, span)
        foot = player.drawing.ground_y if not player.drawing.floats else span.bottom
        step = 0.0 if index == 0 else -min(stage.depth * 0.5, 0.02 * box.height)
        level = (
            floor + step
            if not (player.drawing.floats and stage.ground_y is None)
            else box.center.y + span.height * k / 2
        )
        placed.append((index, Affine(k, 0, 0, k, left - span.x * k, level - foot * k)))
        left += width * scale * (1 - overlap)
    covered = Box(0, 0, 0, 0)
    for index, transform in sorted(placed, key=lambda item: -item[0]):
        _draw(sheet, stage, players[index], transform)
        covered = covered.union(transform.apply_box(spans[index]))
    return covered


def _span(player: Player) -> Box:
    bounds = player.drawing.silhouette.bounds
    return bounds if bounds.area > 0 else player.drawing.box


def _unit_scale(player: Player, span: Box) -> float:
    return player.share / span.height


def _order(players: Sequence[Player]) -> list[int]:
    """Return left-to-right order: companions alternate right and left of the hero."""
    order = [0]
    for index in range(1, len(players)):
        order = [*order, index] if index % 2 else [index, *order]
    return order


def _draw(sheet: Sheet, stage: Stage, player: Player, transform: Affine) -> None:
    drawing = player.drawing.without_shadow()
    if stage.ground_y is not None and not drawing.floats:
        if player.treatment in ("flat", "cut_paper"):
            _reflection(sheet, stage, player, transform)
            _shadows(sheet, stage, player, transform)
        elif player.treatment == "doodle":
            _felt_shadow(sheet, player, transform)
    if stage.backlit and player.treatment == "flat":
        _rim(sheet, player, transform)
    prefix = f"{sheet.next_id(player.name)}-"
    sheet.layers.append(
        GroupLayer(
            id=prefix + "group",
            name=player.name.replace("_", " "),
            role="visual",
            transform=transform,
            children=tuple(with_prefix(layer, prefix) for layer in drawing.layers),
        )
    )


def _shadows(sheet: Sheet, stage: Stage, player: Player, transform: Affine) -> None:
    """Lay the silhouette down to the lower right, then the dark line where it touches."""
    drawing = player.drawing
    contact = transform.apply_box(drawing.contact)
    outline = drawing.silhouette.transformed(transform)
    floor = transform.apply((0, drawing.ground_y)).y
    squash = 0.17
    # y above the floor becomes y below it, sheared to the right: a low sun at the upper left.
    lie = Affine(
        1,
        0,
        -0.85 * squash * 3.2,
        -squash * 0.25,
        0.85 * squash * 3.2 * floor,
        floor * (1 + squash * 0.25),
    )
    tall = floor - outline.bounds.y
    unit = sheet.unit
    cast = outline.transformed(lie)
    color = stage.shadow
    fade = glow(
        color,
        contact.center.x + 0.10 * tall,
        floor,
        max(0.75 * tall, contact.width),
        max(0.2 * tall, 0.3 * contact.width),
        0.55,
    )
    sheet.add(
        "cast shadow",
        [filled(cast, fade)],
        role="decoration",
        blur=max(0.9 * unit, 0.012 * tall),
        blend="multiply",
    )
    c = contact.center
    rx, ry = contact.width * 0.62, max(contact.height * 1.5, contact.width * 0.075)
    soft = filled(
        ellipse(c.x + rx * 0.10, floor, rx * 1.25, ry * 1.5),
        glow(color, c.x + rx * 0.10, floor, rx * 1.25, ry * 1.5, 0.6),
    )
    core = filled(
        ellipse(c.x, floor - ry * 0.1, rx * 0.86, ry * 0.5),
        glow(color, c.x, floor - ry * 0.1, rx * 0.86, ry * 0.5, 0.85),
    )
    sheet.add("contact shadow", [soft, core], role="decoration", blend="multiply")


def _felt_shadow(sheet: Sheet, player: Player, transform: Affine) -> None:
    """A hand-drawn picture stands on a patch of flat color, not on a photographic shadow."""
    contact = transform.apply_box(player.drawing.contact)
    c = contact.center
    patch = ellipse(
        c.x + contact.width * 0.06,
        c.y,
        contact.width * 0.66,
        max(contact.width * 0.07, 1.2 * sheet.unit),
    )
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
    children: list[Layer] = [
        with_prefix(layer, prefix) for layer in drawing.layers if layer.kind != "text"
    ]
    mirrored = GroupLayer(
        id=prefix + "group", name="mirrored", transform=flip, children=tuple(children)
    )
    sheet.layers.append(
        GroupLayer(
            id=prefix + "fade", name="reflection", role="decoration", opacity=stage.reflects,
            mask=Mask(asset=asset.sha256, box=Box(box.x - 0.1 * box.width, floor, box.width * 1.2, box.height * 0.9)),
            effects=(Blur(blur=0.25 * sheet.unit),), children=(mirrored,),
        )
    )  # fmt: skip


def _rim(sheet: Sheet, player: Player, transform: Affine) -> None:
    """Lift a hero off a dark setting with a breath of light around its outline."""
    outline = player.drawing.silhouette.transformed(transform)
    bright: Color = sheet.tones.light()
    sheet.layers.append(
        VectorLayer(
            id=sheet.next_id("rim light"), name="rim light", role="decoration", blend="screen", opacity=0.35,
            shapes=(Shape(path=outline, fill=sheet.tones.paint(bright)),),
            effects=(Blur(blur=1.4 * sheet.unit),),
        )
    )  # fmt: skip

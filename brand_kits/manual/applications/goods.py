"""Goods: a tote bag, paper cups, a pouch with its tin."""

from __future__ import annotations

from brand_kits.lockup import placed_mark
from brand_kits.manual.applications.scene import Scene, shade
from brand_kits.manual.pattern import pattern
from compositor.document import GroupLayer, Layer, SolidPaint, solid
from compositor.geometry import Box, Path, Point
from compositor.geometry.boolean import outline_stroke
from compositor.geometry.shapes import rectangle, rounded_rectangle

__all__ = ["cup", "pouch", "tote"]


def tote(scene: Scene) -> list[Layer]:
    """A cotton bag, its handles two arcs, the logo large on its face."""
    box, inks = scene.box, scene.brand_inks
    cloth = inks.ground
    if scene.ground.color == cloth.color:
        inks, cloth = scene.paper_inks, scene.paper
    h = box.height * 0.62
    w = h * 0.86
    bag = Box(box.center.x - w / 2, box.bottom - h - box.height * 0.06, w, h)
    face = Path.polygon(
        [
            (bag.x + w * 0.02, bag.y),
            (bag.right - w * 0.02, bag.y),
            (bag.right, bag.bottom),
            (bag.x, bag.bottom),
        ]
    )
    top, foot = bag.y - w * 0.36, bag.y + w * 0.08
    left, right = bag.x + w * 0.3, bag.right - w * 0.3
    strap = Path((("M", (left, foot)), ("C", (left, top, right, top, right, foot))))
    hem = rectangle(Box(bag.x + w * 0.02, bag.y, w * 0.96, h * 0.035))
    middle = Point(bag.center.x, bag.center.y + h * 0.03)
    return [
        scene.flat(
            "tote",
            (outline_stroke(strap.moved(6, -4), w * 0.045, cap="butt"), shade(cloth, -0.09)),
            scene.cast(face, 8, 6),
            (face, cloth),
            (outline_stroke(strap, w * 0.05, cap="butt"), shade(cloth, -0.045)),
            (hem, shade(cloth, -0.05)),
        ),
        scene.logo("tote", inks, (w * 0.68, h * 0.6), middle, is_wide=False),
    ]


def cup(scene: Scene) -> list[Layer]:
    """Two paper cups: one in the brand color with the mark, one wrapped in the pattern."""
    box = scene.box
    h = box.height * 0.68
    w = h * 0.66
    foot = box.bottom - box.height * 0.08
    first = Box(box.center.x - w * 1.06, foot - h, w, h)
    second = Box(box.center.x + w * 0.12, foot - h * 0.82, w * 0.82, h * 0.82)
    brand, paper = scene.brand_inks, scene.paper_inks
    face = Box(first.x + w * 0.24, first.y + h * 0.32, w * 0.52, h * 0.44)
    band = Box(second.x, second.y + second.height * 0.34, second.width, second.height * 0.44)
    wrap = GroupLayer(
        id=f"{scene.prefix}wrap",
        name="wrap",
        role="decoration",
        clip=_wall(second),
        children=(pattern(scene.kit, band, paper, f"{scene.prefix}cup2-", rows=2),),
    )
    return [
        *_cup_body(scene, "cup 1", first, brand.ground),
        placed_mark(scene.kit, brand, face, f"{scene.prefix}cup-"),
        _cup_light(scene, "cup 1", first, brand.ground, scene.paper),
        *_cup_body(scene, "cup 2", second, scene.paper),
        wrap,
        _cup_light(scene, "cup 2", second, scene.paper, brand.ground),
    ]


def _wall(cup_box: Box) -> Path:
    x, w, top = cup_box.center.x, cup_box.width, cup_box.y + cup_box.height * 0.13
    return Path.polygon(
        [
            (x - w / 2, top),
            (x + w / 2, top),
            (x + w * 0.37, cup_box.bottom),
            (x - w * 0.37, cup_box.bottom),
        ]
    )


def _cup_body(scene: Scene, name: str, cup_box: Box, paint: SolidPaint) -> list[Layer]:
    wall = _wall(cup_box)
    return [scene.flat(f"{name} wall", scene.cast(wall, 8, 4), (wall, paint))]


def _cup_light(
    scene: Scene, name: str, cup_box: Box, wall: SolidPaint, lid: SolidPaint
) -> Layer:
    """The shaded side of the wall, and the lid."""
    x, w, y, h = cup_box.center.x, cup_box.width, cup_box.y, cup_box.height
    side = Path.polygon(
        [
            (x + w * 0.27, y + h * 0.13),
            (x + w / 2, y + h * 0.13),
            (x + w * 0.37, y + h),
            (x + w * 0.2, y + h),
        ]
    )
    tone = solid(wall.color.shifted(lightness=-0.12).with_opacity(0.28))
    return scene.flat(
        f"{name} lid",
        (side, tone),
        (rounded_rectangle(Box(x - w * 0.45, y, w * 0.9, h * 0.09), 6), shade(lid, -0.03)),
        (rounded_rectangle(Box(x - w * 0.54, y + h * 0.06, w * 1.08, h * 0.085), 4), lid),
    )


def pouch(scene: Scene) -> list[Layer]:
    """A stand-up pouch, patterned, with a label; and a small tin that carries the mark."""
    box, brand = scene.box, scene.brand_inks
    h = box.height * 0.76
    w = h * 0.68
    x, top = box.center.x - w * 0.92, box.bottom - h - box.height * 0.06
    bag = _pouch_outline(x, top, w, h)
    label = Box(x + w * 0.14, top + h * 0.3, w * 0.72, h * 0.5)
    field = Box(x - 8, top, w + 16, h)
    tiled = pattern(scene.kit, field, brand, f"{scene.prefix}pouch-", rows=5, strength=0.2)
    tin = Box(x + w * 1.18, box.bottom - h * 0.46 - box.height * 0.06, w * 0.66, h * 0.46)
    lid = Box(tin.x - 3, tin.y - tin.height * 0.05, tin.width + 6, tin.height * 0.17)
    face = tin.fraction(0.24, 0.28, 0.52, 0.56)
    body = rounded_rectangle(tin, 8)
    return [
        scene.flat("pouch", scene.cast(bag, 9, 5), (bag, brand.ground)),
        GroupLayer(
            id=f"{scene.prefix}print",
            name="print",
            role="decoration",
            clip=bag,
            children=(tiled,),
        ),
        scene.flat(
            "pouch label",
            (rectangle(Box(x, top, w, h * 0.085)), shade(brand.ground, -0.06)),
            (rectangle(label), scene.paper),
        ),
        scene.logo(
            "pouch-logo",
            scene.paper_inks,
            (label.width * 0.7, label.height * 0.72),
            label.center,
            is_wide=False,
        ),
        scene.flat(
            "tin",
            scene.cast(body, 9, 4),
            (body, scene.paper),
            (rounded_rectangle(lid, 5), brand.ground),
        ),
        placed_mark(scene.kit, scene.paper_inks, face, f"{scene.prefix}tin-"),
    ]


def _pouch_outline(x: float, top: float, w: float, h: float) -> Path:
    """A bag sealed straight above, its sides swelling below."""
    right, foot = x + w, top + h
    return Path(
        (
            ("M", (x, top)),
            ("L", (right, top)),
            ("L", (right - w * 0.015, top + h * 0.1)),
            ("C", (x + w * 1.03, top + h * 0.4, x + w * 1.03, top + h * 0.8, right, foot)),
            ("L", (x, foot)),
            (
                "C",
                (
                    x - w * 0.03,
                    top + h * 0.8,
                    x - w * 0.03,
                    top + h * 0.4,
                    x + w * 0.015,
                    top + h * 0.1,
                ),
            ),
            ("Z", ()),
        )
    )

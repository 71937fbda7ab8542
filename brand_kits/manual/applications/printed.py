"""Printed applications: business cards and swing tags."""

from __future__ import annotations

from brand_kits.lockup import placed_mark
from brand_kits.manual.applications.scene import Scene, shade
from brand_kits.manual.pattern import pattern
from compositor.document import Layer
from compositor.geometry import Box, Path, Point
from compositor.geometry.boolean import outline_stroke
from compositor.geometry.shapes import circle, rectangle

__all__ = ["cards", "tag"]


def cards(scene: Scene) -> list[Layer]:
    """Two business cards, 90 × 54, front over back."""
    box, brand = scene.box, scene.brand_inks
    w = min(box.height * 0.5 * 90 / 54, box.width * 0.49)
    h = w * 54 / 90
    back = Box(box.center.x - w * 0.86, box.center.y - h * 0.62 + 8, w, h)
    front = Box(box.center.x - w * 0.14, box.center.y - h * 0.3 + 8, w, h)
    start = Point(front.x + w * 0.09, front.bottom - h * 0.15)
    return [
        scene.flat(
            "card back", scene.cast(rectangle(back), 5, 7), (rectangle(back), brand.ground)
        ),
        pattern(scene.kit, back, brand, f"{scene.prefix}back-", rows=2, strength=0.32),
        scene.flat(
            "card front", scene.cast(rectangle(front), 5, 7), (rectangle(front), scene.paper)
        ),
        scene.logo(
            "card", scene.paper_inks, (w * 0.56, h * 0.42), start, is_wide=True, from_left=True
        ),
    ]


def tag(scene: Scene) -> list[Layer]:
    """A swing tag on its thread, and a square patch: for things one wears."""
    box, brand = scene.box, scene.brand_inks
    h = box.height * 0.64
    w = h * 0.58
    card = Box(box.center.x - w * 1.15, box.center.y - h / 2 + box.height * 0.07, w, h)
    cut = w * 0.22
    outline = Path.polygon(
        [
            (card.x + cut, card.y),
            (card.right - cut, card.y),
            (card.right, card.y + cut),
            (card.right, card.bottom),
            (card.x, card.bottom),
            (card.x, card.y + cut),
        ]
    )
    side = h * 0.7
    patch = Box(card.right + w * 0.28, card.bottom - side, side, side)
    x, y = card.center.x, card.y
    thread = Path(
        (
            ("M", (x, y + h * 0.07)),
            ("C", (x - 6, y - h * 0.2, x + w * 0.5, y - h * 0.1, x + w * 0.34, y - h * 0.5)),
        )
    )
    face = Box(card.x + w * 0.2, card.y + h * 0.26, w * 0.6, h * 0.52)
    return [
        scene.flat(
            "tag",
            scene.cast(outline, 7, 6),
            (outline, brand.ground),
            (circle(x, y + h * 0.08, 5), scene.ground),
            (outline_stroke(thread, 2.4), shade(scene.ground, -0.3)),
        ),
        placed_mark(scene.kit, brand, face, f"{scene.prefix}tag-"),
        scene.flat(
            "patch", scene.cast(rectangle(patch), 7, 6), (rectangle(patch), scene.paper)
        ),
        scene.logo(
            "patch", scene.paper_inks, (side * 0.66, side * 0.62), patch.center, is_wide=False
        ),
    ]

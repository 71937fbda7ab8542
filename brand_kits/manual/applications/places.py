"""Places one meets a brand: the shop front and the phone."""

from __future__ import annotations

from brand_kits.lockup import placed_mark
from brand_kits.manual.applications.scene import Part, Scene, shade
from compositor.color import Color
from compositor.document import Layer, solid
from compositor.geometry import Box, Path
from compositor.geometry.shapes import rectangle, rounded_rectangle, superellipse

__all__ = ["app", "sign"]

_STRIPES = 14


def sign(scene: Scene) -> list[Layer]:
    """A shop front: fascia with the logo, striped awning, window and door."""
    box, brand = scene.box, scene.brand_inks
    left, right = box.x + box.width * 0.08, box.right - box.width * 0.08
    top = box.y + box.height * 0.2
    fascia = Box(left, top, right - left, box.height * 0.31)
    wall = Box(left, fascia.bottom, right - left, box.bottom - fascia.bottom)
    glass = Box(left + wall.width * 0.05, wall.y, wall.width * 0.58, wall.height)
    door = Box(glass.right + wall.width * 0.06, wall.y, wall.width * 0.24, wall.height)
    window = shade(scene.ground, -0.13)
    drop = box.height * 0.12
    step = fascia.width / _STRIPES
    stripes: list[Part] = [
        (
            rectangle(Box(left + i * step, fascia.bottom, step, drop)),
            scene.paper if i % 2 else brand.ground,
        )
        for i in range(_STRIPES)
    ]
    return [
        scene.flat(
            "shop",
            (rectangle(wall), scene.paper),
            (rectangle(glass), window),
            (rectangle(door), window),
            (rectangle(door.inset(8, 0)), shade(window, 0.06)),
            (rectangle(fascia), brand.ground),
        ),
        scene.flat("awning", *stripes),
        scene.logo(
            "sign",
            brand,
            (fascia.width * 0.7, fascia.height * 0.6),
            fascia.center,
            is_wide=True,
        ),
    ]


def app(scene: Scene) -> list[Layer]:
    """An app icon, and a phone that opens with the same sign."""
    box, brand, paper = scene.box, scene.brand_inks, scene.paper_inks
    side = box.height * 0.46
    icon = Box(box.x + box.width * 0.12, box.center.y - side / 2 + 8, side, side)
    tile = superellipse(icon.center.x, icon.center.y, side / 2, side / 2, 5)
    phone = Box(
        box.x + box.width * 0.58,
        box.y + box.height * 0.16,
        box.height * 0.51,
        box.height * 1.02,
    )
    screen = phone.inset(7)
    is_dark = scene.ground.color.oklch.lightness < 0.4
    body = solid(Color(196, 200, 208) if is_dark else Color(22, 23, 28))
    case: Path = rounded_rectangle(phone, 26)
    mark_side = phone.width * 0.48
    spot = Box(
        screen.center.x - mark_side / 2,
        screen.y + screen.height * 0.2,
        mark_side,
        mark_side,
    )
    quiet = shade(paper.ground, 0.12 if is_dark else -0.08)
    bars: list[Part] = []
    for i, share in enumerate((1.0, 0.72, 0.88)):
        y = screen.y + screen.height * (0.56 + 0.085 * i)
        bar = Box(screen.x + 18, y, (screen.width - 36) * share, 9)
        bars.append((rounded_rectangle(bar, 4.5), quiet if i else brand.ground))
    return [
        scene.flat("icon", scene.cast(tile, 6, 9), (tile, brand.ground)),
        placed_mark(scene.kit, brand, icon.inset(side * 0.2), f"{scene.prefix}icon-"),
        scene.flat(
            "phone",
            scene.cast(case, 9, 8),
            (case, body),
            (rounded_rectangle(screen, 20), paper.ground),
            *bars,
        ),
        placed_mark(scene.kit, paper, spot, f"{scene.prefix}screen-"),
    ]

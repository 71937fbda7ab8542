"""The presentation folder."""

from __future__ import annotations

from generators.mesh.build.lathe import lathe
from generators.mesh.build.lathe_profile import profile
from generators.mesh.build.pose import shift, turn
from generators.mesh.build.sheet import flat, rectangle, sheet
from generators.mesh.prop import ArtworkArea, Part, Prop, PropEntry, PropRequest
from generators.mesh.props.printed import BLEED_CM, plain, printed, settled
from generators.mesh.props.stationery.cards import card_size

__all__ = ["ENTRIES"]


def folder(request: PropRequest) -> Prop:
    """Return an A4 presentation folder standing ajar, 22.5 × 31 cm, sheets in its pocket."""
    width, height = card_size(request, 22.5, 31.0)
    front = ArtworkArea("front", width, height, BLEED_CM)
    back = ArtworkArea("back", width, height, BLEED_CM)
    inside = ArtworkArea("inside", width - 1.5, height - 0.9, BLEED_CM)
    card, color = 0.07, request.colors.body
    finish = request.finish or "paper"
    parts: list[Part] = []
    spread = 21.0
    for name, area, angle in (("front", front, -spread), ("back", back, 180.0 + spread)):
        panel = sheet(rectangle(width, height, 0.15), flat, thickness=card)
        mirrored = name == "back"
        place = (
            turn("z", angle)
            @ shift((-1 if mirrored else 1) * width / 2, 0, 0)
            @ turn("x", 90.0)
        )
        moved = panel.moved(place)
        parts += [
            printed(f"{name}_panel", moved.front, area, color, finish),
            plain(f"{name}_stock", moved.rest, request.colors.accent, finish),
        ]
    fold = lathe(
        profile((0, 0.02), (0.09, 0.02, 0.03), (0.09, height - 0.02, 0.03), (0, height - 0.02)),
        segments=24,
    )
    parts.append(plain("fold", fold, color, finish))
    for index, lift in enumerate((0.35, 0.8, 1.15)):
        leaf = sheet(rectangle(width - 1.5, height - 0.9), flat, thickness=0.02)
        angle = spread * (0.55 - 0.25 * index)
        place = (
            turn("z", angle)
            @ shift(width / 2 + 0.5 + 0.35 * index, 0.0, lift)
            @ turn("x", 90.0)
        )
        moved = leaf.moved(place)
        parts += [
            printed(f"leaf_{index}", moved.front, inside, "#FBFAF6", "paper"),
            plain(f"leaf_{index}_back", moved.rest, "#FBFAF6", "paper"),
        ]
    return settled("folder", parts, [front, back, inside])


ENTRIES = (
    PropEntry("folder", ("folder", "presentation folder", "文件夹"), "stationery", folder),
)

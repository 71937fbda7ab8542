"""Signs of cloth and film: flag, street banner, roll-up."""

from __future__ import annotations

import numpy as np

from generators.mesh.build.box import slab
from generators.mesh.build.extrude import extrude, rounded_region
from generators.mesh.build.pose import shift, turn
from generators.mesh.build.sheet import rectangle, sheet
from generators.mesh.mesh import Floats, merged
from generators.mesh.prop import ArtworkArea, Part, Prop, PropEntry, PropRequest
from generators.mesh.props.abstract.masses import ball
from generators.mesh.props.printed import plain, printed, proportions, settled
from generators.mesh.props.signage.poles import bar, base_plate, pole

__all__ = ["ENTRIES"]


def flag(request: PropRequest) -> Prop:
    """Return a flag of 150 × 100 cm flying from a pole, printed on both sides."""
    wide, tall = proportions(request)
    width, height = 150.0 * wide, 100.0 * tall
    phase = np.random.default_rng(request.seed).uniform(0, 2 * np.pi, 3)
    colors = request.colors
    top = height + 112.0

    def flying(points: Floats) -> Floats:
        s = np.maximum((points[:, 0] + width / 2) / width, 0.0)
        up = points[:, 1] / height
        grip = 1 - np.exp(-4.5 * s)
        run = 2 * np.pi * (1.55 * s - 0.34 * (1 - up))
        wave = 12.0 * np.sin(run + phase[0] * 0.2) + 3.4 * np.sin(
            2.3 * run + phase[1] + 2.0 * up
        )
        sag = 9.0 * s**1.6 * (0.4 + 0.6 * (1 - up)) + 1.6 * np.sin(run * 1.4 + phase[2]) * s
        # Waves use up cloth: the free end comes nearer the pole.
        return np.column_stack([width * s * 0.83, grip * wave, points[:, 1] - sag])

    made = sheet(rectangle(width, height, rows=70), flying, thickness=0.12, columns=110)
    hang = shift(2.0, 0, top - height - 3.0)
    area = ArtworkArea("front", width, height)
    cloth = made.moved(hang)
    parts: list[Part] = [
        printed("front", cloth.front, area, colors.accent, request.finish or "fabric"),
        printed("back", cloth.back, area, colors.accent, request.finish or "fabric"),
        plain("hem", cloth.edge, colors.accent, "fabric"),
        plain("pole", pole(1.7, 3.0, top), "#E8E9EC", "metal"),
        plain("finial", ball(4.0).moved(shift(z=top + 3.2)), colors.content, "metal"),
        plain("foot", base_plate(24.0, 5.0), colors.detail, "satin"),
    ]
    rings = [
        bar(np.array([(-1.0, 0, top - h), (2.6, 0, top - h)]), 0.5)
        for h in (4.2, height * 0.5 + 3.0, height + 1.8)
    ]
    parts.append(plain("rings", rings, "#B9BBBE", "metal"))
    return settled("flag", parts, [area])


def street_banner(request: PropRequest) -> Prop:
    """Return a lamp-post banner of 75 × 160 cm between two arms, swelling in the wind."""
    wide, tall = proportions(request)
    width, height = 75.0 * wide, 160.0 * tall
    colors = request.colors
    low = 62.0
    post = 5.0

    def swelling(points: Floats) -> Floats:
        s = points[:, 0] / (width / 2)
        up = points[:, 1] / height
        held = np.sin(np.pi * np.clip(up, 0, 1)) ** 0.6
        depth = -4.6 * (1 - s**2 * 0.7) * held - 1.1 * np.sin(5.0 * up + 2.2 * s) * held
        draw = 1 - 0.02 * held
        return np.column_stack([points[:, 0] * draw, depth, points[:, 1]])

    made = sheet(rectangle(width, height, rows=64), swelling, thickness=0.12, columns=40)
    x = post + 3.0 + width / 2
    cloth = made.moved(shift(x, 0, low))
    area = ArtworkArea("front", width, height)
    parts: list[Part] = [
        printed("front", cloth.front, area, colors.accent, request.finish or "fabric"),
        printed("back", cloth.back, area, colors.accent, request.finish or "fabric"),
        plain("hem", cloth.edge, colors.accent, "fabric"),
        plain(
            "post", pole(post, 4.0, low + height + 20.0, segments=64), colors.detail, "satin"
        ),
        plain("foot", base_plate(17.0, 6.0), colors.detail, "satin"),
        plain("cap", ball(7.0).moved(shift(z=low + height + 24.0)), colors.body, "screen"),
    ]
    for name, z in (("upper", low + height), ("lower", low)):
        arm = bar(np.array([(0, 0, z), (post + width + 8.0, 0, z)]), 1.3)
        knob = ball(2.1, segments=48).moved(shift(post + width + 8.0, 0, z))
        clamp = pole(post + 0.8, z - 3.0, z + 3.0, segments=64)
        parts.append(plain(f"{name}_arm", merged([arm, knob, clamp]), colors.detail, "satin"))
    return settled("street_banner", parts, [area])


def roll_up(request: PropRequest) -> Prop:
    """Return a roll-up display of 85 × 200 cm in its aluminium cassette."""
    wide, tall = proportions(request)
    width, height = 85.0 * wide, 200.0 * tall
    colors = request.colors
    silver = "#C9CCD1"

    def hung(points: Floats) -> Floats:
        up = points[:, 1] / height
        curl = 0.9 * (2 * points[:, 0] / width) ** 2 * np.sin(np.pi * up)
        lean = 3.0 * up
        return np.column_stack([points[:, 0], lean - curl, points[:, 1] + 9.0])

    made = sheet(rectangle(width, height, rows=40), hung, thickness=0.06, columns=24)
    area = ArtworkArea("front", width, height)
    case = extrude(rounded_region(11.0, 9.5, 3.2), width + 3.0, bevel=0.5).moved(
        shift(0, 1.6, 5.4) @ turn("z", 90)
    )
    rail = extrude(rounded_region(1.9, 3.2, 0.8), width + 1.0, bevel=0.25).moved(
        shift(0, 3.2, height + 9.2) @ turn("z", 90)
    )
    caps = [
        extrude(rounded_region(11.6, 10.1, 3.4), 1.2, bevel=0.4).moved(
            shift(side * (width / 2 + 1.9), 1.6, 5.4) @ turn("z", 90)
        )
        for side in (-1, 1)
    ]
    feet = [
        slab(5.0, 34.0, 1.1, 1.6, 0.3).moved(shift(side * width * 0.36, 0.6, 0))
        for side in (-1, 1)
    ]
    stick = bar(np.array([(0, 6.0, 5.0), (0, 4.6, height + 8.6)]), 0.8)
    parts = [
        printed("front", made.front, area, colors.accent, request.finish or "satin"),
        plain("film", made.rest, "#E7E7E7", "satin"),
        plain("case", case, silver, "brushed_metal"),
        plain("caps", caps, colors.detail, "satin"),
        plain("rail", rail, silver, "brushed_metal"),
        plain("feet", feet, silver, "brushed_metal"),
        plain("stick", stick, silver, "metal"),
    ]
    return settled("roll_up", parts, [area])


ENTRIES: tuple[PropEntry, ...] = (
    PropEntry("flag", ("flag", "旗帜", "旗"), "signage", flag),
    PropEntry(
        "street_banner",
        ("banner", "lamp post banner", "道旗", "灯杆旗"),
        "signage",
        street_banner,
    ),
    PropEntry("roll_up", ("roll-up", "pull-up banner", "易拉宝"), "signage", roll_up),
)

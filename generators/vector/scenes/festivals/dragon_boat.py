"""端午: a dragon boat on a green river, bamboo hanging in."""

from __future__ import annotations

from compositor.color import Color
from compositor.document import Shape
from compositor.geometry import Box, Path, Point
from compositor.geometry.shapes import circle, rectangle
from generators.vector.patterns.sheet import Sheet, filled, stroked
from generators.vector.patterns.tones import linear, lit, shaded, toned
from generators.vector.scenes.foliage import painted_branch
from generators.vector.scenes.landscapes import ridge
from generators.vector.scenes.stage import Stage, floor_line

__all__ = ["dragon_boat_cn"]

_GOLD = "#E8BE6A"


def dragon_boat_cn(sheet: Sheet) -> Stage:
    """端午: green hills and a river, a dragon boat under way, bamboo leaves hanging in."""
    tones, unit, rng, w, h = sheet.tones, sheet.unit, sheet.rng, sheet.width, sheet.height
    ground_y = floor_line(sheet)
    green = tones.leafy
    if not 95 < green.oklch.hue_deg < 205:
        green = Color.from_hex("#4E8F6B")
    pale = toned(green, 0.95, 0.35) if not tones.is_dark else toned(green, 0.46, 0.5)
    near = toned(green, 0.42, 0.9) if not tones.is_dark else toned(green, 0.17, 0.8)
    horizon = min(0.56 * h, ground_y - 0.18 * h)
    sheet.fill(
        "sky", linear([pale, lit(pale, 0.03), pale.mixed(near, 0.12)], Box(0, 0, w, horizon))
    )
    for k in range(4):
        share = k / 3
        hill = ridge(
            sheet,
            horizon - (0.05 - 0.05 * share) * h,
            h * (0.15 - 0.07 * share),
            3,
            1.7 + 0.7 * k,
        )
        tone = pale.mixed(near, 0.16 + 0.42 * share)
        sheet.add(
            f"hill {k}",
            [
                filled(
                    hill,
                    linear([tone, tone.mixed(pale, 0.75)], Box(0, hill.bounds.y, w, 0.24 * h)),
                )
            ],
        )
    water = Box(-2, horizon, w + 4, h)
    deep = pale.mixed(near, 0.58)
    sheet.add(
        "river",
        [
            filled(
                rectangle(water),
                linear([pale.mixed(near, 0.10), deep], Box(0, horizon, w, h - horizon)),
            )
        ],
    )
    ripples: list[Shape] = []
    for k in range(26):
        share = ((k + 0.5) / 26) ** 1.4
        x, half = float(rng.uniform(0, 1)) * w, (0.04 + 0.14 * share) * w
        ripples.append(
            stroked(
                Path.from_svg(
                    f"M{x - half} {horizon + share * (h - horizon)}Q{x} "
                    f"{horizon + share * (h - horizon) - 0.7 * unit * share} {x + half} "
                    f"{horizon + share * (h - horizon)}"
                ),
                lit(pale, 0.03).with_opacity(0.6),
                (0.08 + 0.2 * share) * unit,
            )
        )
    sheet.add("ripples", ripples)
    at = sheet.hero.center if sheet.hero else Point(0.5 * w, 0.6 * h)
    left = at.x > 0.5 * w
    _dragon_boat(
        sheet, (0.30 if left else 0.70) * w, horizon + 0.055 * h, 0.17 * w, 1 if left else -1
    )
    bank = ridge(sheet, ground_y + 0.01 * h, 0.018 * h, 2, 1.6)
    sheet.add(
        "bank",
        [filled(bank, linear([lit(near, 0.06), near], Box(0, ground_y, w, h - ground_y + 1)))],
    )
    leaves: list[Shape] = []
    for x, y, headings in (
        (1.02 * w, -0.02 * h, (118, 142, 164)),
        (-0.02 * w, -0.02 * h, (62, 40)),
    ):
        for heading in headings:
            leaves += painted_branch(
                rng,
                (x, y),
                heading,
                0.28 * h,
                "bamboo",
                toned(green, 0.56 if not tones.is_dark else 0.34, 1.0),
            )
    kept = [s for s in leaves if sheet.is_free(*s.path.bounds.center, 1.4 * unit)]
    sheet.add("bamboo", kept)
    return Stage(ground_y=ground_y, shadow=shaded(near, 0.14), depth=0.02 * h)


def _dragon_boat(sheet: Sheet, x: float, y: float, half: float, way: int) -> None:
    """Draw a dragon boat with its crew, sailing to the right when `way` is 1."""
    red, gold = Color.from_oklch(0.55, 0.19, 28), Color.from_hex(_GOLD)
    s = half

    def p(px: float, py: float) -> str:
        return f"{x + way * px * s} {y + py * s}"

    hull = Path.from_svg(
        f"M{p(-1.05, -0.22)}C{p(-0.8, 0.16)} {p(0.5, 0.2)} {p(0.86, -0.08)}C{p(1.0, -0.2)} "
        f"{p(0.98, -0.4)} {p(1.06, -0.52)}L{p(1.16, -0.4)}C{p(1.14, -0.1)} {p(1.0, 0.3)} "
        f"{p(0.4, 0.3)}L{p(-0.7, 0.3)}C{p(-1.0, 0.24)} {p(-1.1, 0.0)} {p(-1.05, -0.22)}Z"
    )
    head = Path.from_svg(
        f"M{p(1.0, -0.42)}C{p(0.96, -0.7)} {p(1.1, -0.82)} {p(1.26, -0.78)}L{p(1.5, -0.66)}"
        f"L{p(1.34, -0.62)}L{p(1.48, -0.52)}L{p(1.24, -0.52)}C{p(1.22, -0.42)} "
        f"{p(1.2, -0.36)} {p(1.14, -0.32)}Z"
    )
    horn = Path.from_svg(
        f"M{p(1.1, -0.78)}C{p(1.0, -0.9)} {p(0.96, -1.0)} {p(0.84, -1.0)}C{p(0.96, -0.92)} "
        f"{p(0.98, -0.84)} {p(1.02, -0.74)}Z"
    )
    scales = Path.join(
        [
            circle(x + way * px * s, y + 0.14 * s, 0.085 * s)
            for px in (-0.7, -0.45, -0.2, 0.05, 0.3, 0.55)
        ]
    )
    eye = circle(x + way * 1.2 * s, y - 0.68 * s, 0.04 * s)
    dark = shaded(red, 0.26)
    crew: list[Shape] = []
    for k in range(6):
        px = -0.75 + 0.27 * k
        crew.append(
            filled(
                Path.from_svg(
                    f"M{p(px - 0.09, 0.05)}C{p(px - 0.06, -0.22)} {p(px + 0.08, -0.26)} "
                    f"{p(px + 0.13, -0.16)}L{p(px + 0.1, 0.05)}Z"
                ),
                gold if k % 2 else lit(red, 0.1),
            )
        )
        crew.append(filled(circle(x + way * (px + 0.12) * s, y - 0.27 * s, 0.075 * s), dark))
        oar = Path.from_svg(f"M{p(px + 0.08, -0.06)}L{p(px - 0.12, 0.46)}")
        crew.append(stroked(oar, shaded(gold, 0.2), 0.03 * s))
    sheet.add(
        "dragon boat",
        [
            *crew,
            filled(hull, linear([lit(red, 0.06), red, shaded(red, 0.1)], hull.bounds)),
            stroked(scales, gold, 0.025 * s),
            filled(horn, gold),
            filled(head, red),
            filled(eye, gold),
        ],
    )
    wake = Path.from_svg(
        f"M{p(-1.5, 0.36)}C{p(-0.6, 0.28)} {p(0.6, 0.28)} {p(1.35, 0.36)}C{p(0.6, 0.44)} "
        f"{p(-0.6, 0.44)} {p(-1.5, 0.36)}Z"
    )
    sheet.add("wake", [filled(wake, sheet.tones.light())], opacity=0.7)

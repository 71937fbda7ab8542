"""Printed paper: business cards, letterhead set, envelope, poster, badge."""

from __future__ import annotations

import numpy as np

from generators.mesh.build.box import slab, top_printed
from generators.mesh.build.lathe import lathe, ring
from generators.mesh.build.lathe_profile import profile
from generators.mesh.build.pose import shift, turn
from generators.mesh.build.sheet import rectangle, sheet, trapezoid
from generators.mesh.build.sheet_folds import FoldedLine, along, with_rows
from generators.mesh.build.sweep import circle_section, spline, sweep
from generators.mesh.mesh import Floats, Mesh
from generators.mesh.prop import ArtworkArea, Finish, Part, Prop, PropEntry, PropRequest
from generators.mesh.props.printed import BLEED_CM, plain, printed, settled, shade

__all__ = ["ENTRIES", "card_size"]

CARD_CM = 0.045


def card_size(request: PropRequest, width: float, height: float) -> tuple[float, float]:
    """Return a sheet size whose proportion follows the request and whose area stays."""
    root = request.slenderness**0.5
    return width / root, height * root


def _card(
    name: str,
    size: tuple[float, float],
    area: ArtworkArea,
    color: str,
    place: Floats,
    finish: Finish,
) -> list[Part]:
    """Return a card whose printed side looks up before it is placed."""
    width, height = size
    body = slab(width, height, CARD_CM, 0.06, 0.012)
    top, rest = top_printed(body, (-width / 2, -height / 2, width, height))
    return [
        printed(name, top.moved(place), area, color, finish),
        plain(f"{name}_stock", rest.moved(place), color, finish),
    ]


def business_cards(request: PropRequest) -> Prop:
    """Return cards of 9 × 5.4 cm: a stack, one leaning on it and one before it, back up."""
    width, height = size = card_size(request, 9.0, 5.4)
    front = ArtworkArea("front", width, height, BLEED_CM)
    back = ArtworkArea("back", width, height, BLEED_CM)
    finish = request.finish or "paper"
    colors = request.colors
    random = np.random.default_rng(request.seed + 1)
    parts: list[Part] = []
    count = 26
    step = CARD_CM + 0.006
    for index in range(count):
        x, y, z_turn = random.normal(0, 1, 3) * (0.035, 0.03, 0.35)
        place = shift(float(x), float(y), index * step) @ turn("z", float(z_turn))
        if index == count - 1:
            parts += _card("top_card", size, back, colors.body, place, finish)
        else:
            parts.append(
                plain(
                    f"card_{index}",
                    slab(width, height, CARD_CM, 0.06, 0.012).moved(place),
                    shade(colors.body, 0.1 if index % 3 else -0.03),
                    finish,
                )
            )
    pile = count * step
    lean = float(np.degrees(np.arcsin(min(0.95, (pile + 0.02) / (height * 0.62)))))
    near = -height / 2 - 0.2
    foot = near - (pile / np.tan(np.radians(lean))) - CARD_CM
    lying = shift(0.9, 0, 0) @ turn("z", -5.0)
    stand = lying @ shift(0, foot, 0.012) @ turn("x", lean) @ shift(0, height / 2, 0)
    parts += _card("front_card", size, front, colors.body, stand, finish)
    before = shift(-width * 0.42, foot - height * 0.42, 0) @ turn("z", 13.0)
    parts += _card("second_card", size, back, colors.accent, before, finish)
    return settled("business_cards", parts, [front, back])


def _paper(
    name: str,
    size: tuple[float, float],
    area: ArtworkArea,
    color: str,
    place: Floats,
    lift: float,
) -> list[Part]:
    """Return a sheet lying face up whose corners lift a little."""
    width, height = size

    def bend(points: Floats) -> Floats:
        x, y = points[:, 0] / (width / 2), (points[:, 1] - height / 2) / (height / 2)
        corner = np.clip(x * 0.6 + y * 0.7 - 0.55, 0, None) ** 2
        other = np.clip(-x * 0.7 - y * 0.6 - 0.7, 0, None) ** 2
        z = lift * (corner * 2.2 + other * 1.5)
        return np.column_stack([points[:, 0], points[:, 1] - height / 2, z])

    made = sheet(rectangle(width, height, rows=24), bend, thickness=0.02, columns=18)
    made = made.moved(place)
    return [
        printed(name, made.front, area, color, "paper"),
        plain(f"{name}_back", made.rest, color, "paper"),
    ]


def _envelope_parts(
    size: tuple[float, float],
    request: PropRequest,
    place: Floats,
    *,
    flap_degrees: float | None,
) -> tuple[list[Part], ArtworkArea]:
    """Return an envelope lying face up, or back up with its flap at an angle (0 is shut)."""
    width, height = size
    area = ArtworkArea("envelope", width, height, BLEED_CM)
    color, lining = request.colors.body, request.colors.accent
    thick = 0.09
    body = slab(width, height, thick, 0.12, 0.04)
    parts: list[Part] = []
    if flap_degrees is None:
        top, rest = top_printed(body, (-width / 2, -height / 2, width, height))
        return [
            printed("envelope", top.moved(place), area, color, "paper"),
            plain("envelope_stock", rest.moved(place), color, "paper"),
        ], area
    parts.append(plain("envelope_back", body.moved(place), color, "paper"))
    seam = 0.02
    for side in (-1, 1):
        wing = sheet(
            trapezoid(height - 0.3, 1.4, width * 0.47, 0.4, top_only=True), thickness=seam
        )
        lay = shift(side * (width / 2 - 0.02), 0, thick + seam * 0.6) @ turn("z", side * 90.0)
        parts.append(plain(f"wing_{side}", wing.solid.moved(place @ lay), color, "paper"))
    low = sheet(
        trapezoid(width - 0.1, width * 0.25, height * 0.58, 0.8, top_only=True), thickness=seam
    )
    lay = shift(0, -height / 2 + 0.01, thick + seam * 1.8)
    parts.append(plain("lower_flap", low.solid.moved(place @ lay), color, "paper"))
    turned = 180.0 - flap_degrees
    line = FoldedLine.of(
        (0.16, turned),
        (height * 0.62, 4.0),
        start=(height / 2 - 0.03, thick * 0.45),
        heading=0.0,
    )
    flap = sheet(
        with_rows(
            trapezoid(width - 0.06, width * 0.2, line.length, 0.8, top_only=True), line.rows()
        ),
        along(line),
        thickness=seam,
    ).moved(place)
    parts += [plain("flap_lining", flap.front, lining, "paper"),
              plain("flap", flap.rest, color, "paper")]  # fmt: skip
    return parts, area


def letterhead_set(request: PropRequest) -> Prop:
    """Return an A4 letter, a DL envelope and a card, laid out on the table."""
    letter_size = card_size(request, 21.0, 29.7)
    letter = ArtworkArea("letter", *letter_size, BLEED_CM)
    card_area = ArtworkArea("card", 9.0, 5.4, BLEED_CM)
    colors = request.colors
    parts = _paper(
        "letter", letter_size, letter, colors.body, turn("z", 5.0) @ shift(z=0.01), 1.5
    )
    reach = letter_size[0] / 2
    place = shift(reach + 4.5, -letter_size[1] * 0.16, 0.06) @ turn("z", -9.0)
    envelope, envelope_area = _envelope_parts((22.0, 11.0), request, place, flap_degrees=None)
    opened, _ = _envelope_parts(
        (22.0, 11.0), request, shift(reach + 6.0, letter_size[1] * 0.24, 0.04) @ turn("z",
        4.0),
        flap_degrees=160.0,
    )  # fmt: skip
    card = _card(
        "card",
        (9.0, 5.4),
        card_area,
        colors.accent,
        shift(reach - 2.5, -letter_size[1] * 0.47, 0.17) @ turn("z", 14.0),
        "paper",
    )
    stack = [
        slab(9.0, 5.4, CARD_CM, 0.06, 0.012).moved(
            shift(reach - 2.5 + 0.02 * k, -letter_size[1] * 0.47, 0.025 + 0.048 * k)
            @ turn("z", 13.6 + 0.3 * k)
        )
        for k in range(3)
    ]
    parts += [*envelope, *opened, *card, plain("cards_below", stack, colors.body, "paper")]
    return settled("letterhead_set", parts, [letter, envelope_area, card_area])


def envelope(request: PropRequest) -> Prop:
    """Return two C6 envelopes, 16.2 × 11.4 cm: one face up, one open with its lining."""
    size = card_size(request, 16.2, 11.4)
    width, height = size
    face, area = _envelope_parts(
        size,
        request,
        shift(-width * 0.3, -height * 0.55, 0.12) @ turn("z", 9.0),
        flap_degrees=None,
    )
    back, _ = _envelope_parts(
        size,
        request,
        shift(width * 0.3, height * 0.2, 0.0) @ turn("z", -5.0),
        flap_degrees=112.0,
    )
    return settled("envelope", [*face, *back], [area])


def poster_sheet(request: PropRequest) -> Prop:
    """Return an A2 poster, 42 × 59.4 cm, hung by two clips, its foot curling forward."""
    width, height = card_size(request, 42.0, 59.4)
    area = ArtworkArea("front", width, height, BLEED_CM)
    line = FoldedLine.of(
        (height * 0.09, -62.0), (height * 0.16, -24.0), (height * 0.45, -5.0),
        (height * 0.25, 3.0),
        (height * 0.05, 10.0), start=(0.0, 0.0), heading=172.0,
    )  # fmt: skip

    def bend(points: Floats) -> Floats:
        y, z, heading = line.at(points[:, 1])
        side = points[:, 0] / (width / 2)
        foot = np.clip(1 - points[:, 1] / (height * 0.35), 0, 1) ** 2
        bow = 0.5 * (1 - side**2) * (0.35 + 0.65 * np.sin(np.pi * points[:, 1] / height))
        lift = 1.1 * foot * np.clip(side, 0, 1) ** 3 + 0.5 * foot * np.clip(-side, 0, 1) ** 3
        depth = bow - lift
        return np.column_stack(
            [points[:, 0], y - depth * np.sin(heading), z + depth * np.cos(heading)]
        )

    outline = with_rows(rectangle(width, height, rows=40), line.rows())
    made = sheet(outline, bend, thickness=0.03, columns=40)
    parts = [
        printed("poster", made.front, area, request.colors.body, "paper"),
        plain("poster_back", made.rest, "#F6F4EF", "paper"),
    ]
    y, z, _ = (float(v[0]) for v in line.at(np.array([height])))
    for side in (-1, 1):
        parts += [
            plain(
                p.name + f"_{side}",
                p.mesh.moved(shift(side * width * 0.3, y, z - 0.6)),
                p.material.color,
                p.material.finish,
            )
            for p in _clip(request)
        ]
    return settled("poster_sheet", parts, [area])


def _clip(request: PropRequest) -> list[Part]:
    """Return a binder clip hanging from a nail, its jaws at the origin."""
    black = request.colors.detail
    line = FoldedLine.of(
        (1.5, 0.0), (0.35, -100.0), (0.9, 0.0), (0.35, -100.0), (1.5, 0.0),
        start=(-0.14, -0.9), heading=100.0,
    )  # fmt: skip
    jaws = sheet(
        with_rows(rectangle(3.2, line.length), line.rows()), along(line), thickness=0.09
    )
    parts = [plain("clip", jaws.solid, black, "satin")]
    for side in (-1.0, 1.0):
        wire = spline(
            np.array(
                [
                    (-0.85, side * 0.42, 0.5),
                    (-0.75, side * 0.75, 1.3),
                    (-0.45, side * 0.62, 2.4),
                    (0.0, side * 0.5, 2.75),
                    (0.45, side * 0.62, 2.4),
                    (0.75, side * 0.75, 1.3),
                    (0.85, side * 0.42, 0.5),
                ]
            ),
            60,
        )
        parts.append(
            plain(
                f"wire_{side:.0f}",
                sweep(wire, circle_section(0.07, count=12)),
                "#C8CACD",
                "metal",
            )
        )
    nail = lathe(
        profile(
            (0, 0), (0.28, 0, 0.08), (0.28, 0.12, 0.06), (0.07, 0.2), (0.07, 2.0), (0, 2.0)
        ),
        segments=32,
    )
    parts.append(
        plain("nail", nail.moved(shift(0, -1.1, 2.5) @ turn("x", -90.0)), "#C8CACD", "metal")
    )
    return parts


def badge(request: PropRequest) -> Prop:
    """Return an event badge, 8.6 × 12 cm, hanging from a lanyard with a swivel hook."""
    width, height = card_size(request, 8.6, 12.0)
    area = ArtworkArea("front", width, height, BLEED_CM)
    colors = request.colors
    made = _upright_card(width, height)
    parts = [
        printed("card", made[0], area, colors.body, request.finish or "satin"),
        plain("card_stock", made[1], colors.body, request.finish or "satin"),
    ]
    top = height
    slot = ring(0.13, 0.23, 0, 0.14, edge=0.05, core=(0.55, 0.0), segments=48)
    parts.append(
        plain(
            "slot", slot.moved(shift(0, 0.07, top - 0.75) @ turn("x", 90.0)), "#E8E8EA", "satin"
        )
    )
    hook = [
        ring(0.34, 0.46, 0, 0.14, edge=0.06, core=(0.0, 0.34)).moved(
            shift(0, 0.07, top + 0.1) @ turn("x", 90.0)
        ),
        lathe(
            profile((0, 0), (0.2, 0, 0.06), (0.26, 0.15, 0.08), (0.2, 0.55, 0.1), (0, 0.6)),
            segments=48,
        ).moved(shift(z=top + 0.72)),
        ring(0.62, 0.74, 0, 0.14, edge=0.06, core=(0.25, 0.0)).moved(
            shift(0, 0.07, top + 1.75) @ turn("x", 90.0)
        ),
    ]
    parts.append(plain("hook", hook, "#C9CBCE", "metal"))
    parts.append(
        plain(
            "crimp",
            slab(1.9, 0.34, 1.3, 0.12, 0.06).moved(shift(z=top + 2.0)),
            colors.detail,
            "satin",
        )
    )
    parts += [
        plain(f"strap_{side:.0f}", _strap(side, top + 3.2), colors.accent, "fabric")
        for side in (-1.0, 1.0)
    ]
    return settled("badge", parts, [area])


def _upright_card(width: float, height: float) -> tuple[Mesh, Mesh]:
    body = slab(width, height, 0.08, 0.45, 0.025)
    top, rest = top_printed(body, (-width / 2, -height / 2, width, height))
    place = shift(0, 0.04, height / 2) @ turn("x", 90.0)
    return top.moved(place), rest.moved(place)


def _strap(side: float, low: float) -> Mesh:
    """Return one half of a lanyard, rising outward."""
    rise = 17.0

    def bend(points: Floats) -> Floats:
        share = np.clip(points[:, 1] / rise, 0, 1)
        out = side * (4.6 * share**1.25)
        tilt = side * 0.42 * np.clip(share * 3, 0, 1)
        x = out + points[:, 0] * np.cos(tilt)
        y = side * 0.06 + points[:, 0] * np.sin(tilt) * 0.8 + 0.7 * np.sin(share * 2.4)
        return np.column_stack([x, y, low - 0.3 + points[:, 1] * 0.97])

    return sheet(rectangle(1.5, rise, rows=40), bend, thickness=0.09, columns=7).solid


ENTRIES = (
    PropEntry("business_cards", ("business card", "名片"), "stationery", business_cards),
    PropEntry(
        "letterhead_set",
        ("letterhead", "stationery", "信纸", "办公用品"),
        "stationery",
        letterhead_set,
    ),
    PropEntry("envelope", ("envelope", "信封"), "stationery", envelope),
    PropEntry("poster_sheet", ("poster", "海报"), "stationery", poster_sheet),
    PropEntry("badge", ("badge", "lanyard", "id card", "工作证", "胸牌"), "stationery", badge),
)

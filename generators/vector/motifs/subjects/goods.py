"""Goods: snack pouch, fries, shopping cart, price tags, T-shirt."""

from __future__ import annotations

import math

from compositor.geometry import Box
from compositor.geometry.boolean import difference, union
from compositor.geometry.shapes import circle, ellipse, rectangle, rounded_rectangle
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import blob, curve, d, mirrored, placed, ribbon, traced
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import across, along
from generators.vector.motifs.sketch import LabelPlace, Sketch

__all__ = ["fries", "price_tag", "shopping_cart", "snack_pouch", "tshirt"]


def snack_pouch(request: MotifRequest) -> Sketch:
    """Return a pillow pouch of crisps, crimped at both ends, a few fallen before it."""
    e = Easel(request)
    film, crisp = e.main(), e.local("#F0B94E", 0.04)
    t = e.tones(film)
    e.group = "pouch"
    body = traced(
        "210,150! 500,170 790,150! 820,320 800,560 830,850! 500,832 170,850! 200,560 180,320"
    )
    sheen = along(
        (180, 200),
        (820, 800),
        [
            (0, t.light),
            (0.22, t.base),
            (0.36, t.glow),
            (0.46, t.base),
            (0.8, t.shade),
            (1, t.base),
        ],
    )
    e.add(body, film, "matte", sheen, e.shadow(720, 800, 260, 180, film, 0.6))
    for y, way in ((96, 1), (850, -1)):
        crimp = d(
            f"M{210 if way > 0 else 170} {y + (54 if way > 0 else 0)}"
            f"L{204 if way > 0 else 164} {y + (0 if way > 0 else 60)}"
            f"L{796 if way > 0 else 836} {y + (0 if way > 0 else 60)}"
            f"L{790 if way > 0 else 830} {y + (54 if way > 0 else 0)}Z"
        )
        fine = tuple(curve((190 + 31 * k, y + 6), (190 + 31 * k, y + 50)) for k in range(21))
        e.add(crimp, t.shade, "plane", fine=fine, line_color=t.base, line_width=5)
    window = circle(500, 470, 212)
    e.inside(window, e.palette.surface if not e.palette.is_dark else e.palette.accent, "plane")
    e.group = "crisps"
    for x, y, turn, k in (
        (440, 450, -20, 1.0),
        (560, 500, 30, 1.05),
        (490, 560, 4, 0.85),
        (520, 400, 60, 0.8),
    ):
        chip = placed(
            blob((-120, 10), (-60, -64), (50, -70), (124, -6), (60, 62), (-54, 70)),
            x,
            y,
            turn_deg=turn,
            scale=0.85 * k,
        )
        rib = tuple(
            placed(curve((-80, q), (0, q + 12), (84, q)), x, y, turn_deg=turn, scale=0.85 * k)
            for q in (-30, 0, 30)
        )
        e.inside(chip, crisp, "plane", lines=rib, line_width=5, line_color=e.tones(crisp).shade)
    for x, y, turn in ((160, 930, 12), (860, 940, -18), (720, 962, 8)):
        e.add(
            placed(
                blob((-96, 4), (-50, -40), (44, -44), (98, 2), (40, 34), (-50, 38)),
                x,
                y,
                turn_deg=turn,
            ),
            crisp,
            "plane",
        )
    place = LabelPlace(box=Box(250, 700, 500, 110), color=e.palette.on_primary, max_size=90)
    return e.sketch(1000, 1010, 976, (500, 480), label=place, contact=Box(150, 900, 740, 60))


def fries(request: MotifRequest) -> Sketch:
    """Return fries in a paper sleeve with stripes."""
    e = Easel(request)
    sleeve, potato = e.main(), e.local("#F4C34F", 0.03)
    t = e.tones(potato)
    e.group = "fries"
    for k, (x, top, turn) in enumerate(
        (
            (270, 210, -15),
            (720, 200, 14),
            (350, 110, -9),
            (640, 100, 8),
            (430, 160, -5),
            (560, 60, 4),
            (500, 190, 1),
            (300, 320, -12),
            (690, 320, 11),
            (400, 290, -3),
            (600, 280, 4),
        )
    ):
        stick = placed(rounded_rectangle(Box(-36, 0, 72, 560), 14), x, top, turn_deg=turn)
        color = potato.shifted(lightness=(0.02, -0.03, 0.0)[k % 3])
        e.add(
            stick,
            color,
            "matte",
            across(stick.bounds, [(0, t.glow), (0.45, t.base), (0.55, t.base), (1, t.shade)]),
        )
    e.group = "sleeve"
    front = traced("160,470! 320,560 500,590 680,560 840,470! 770,930! 500,950 230,930!")
    e.add(front, sleeve, "plane", e.shadow(760, 900, 240, 200, sleeve, 0.6))
    for k in (-1, 0, 1):
        x = 500 + 190 * k
        top = 590 - 55 * abs(k)
        stripe = d(
            f"M{x - 46} {top}L{x + 46} {top}L{500 + 150 * k + 40} 944L{500 + 150 * k - 40} 944Z"
        )
        e.inside(stripe, WHITE.mixed(sleeve, 0.06), "plane", outline=False)
    place = LabelPlace(box=Box(320, 690, 360, 120), color=e.palette.ink, max_size=90)
    return e.sketch(1000, 980, 945, (500, 420), label=place)


def shopping_cart(request: MotifRequest) -> Sketch:
    """Return a shopping cart with a parcel and a bag in it."""
    e = Easel(request)
    color, steel = e.main(), e.local("#AEB5C0", 0.08)
    e.group = "load"
    box = e.local("#C99A63", 0.04)
    e.add(
        traced("430,210! 660,210! 660,520! 430,520!"),
        box,
        "plane",
        e.shadow(640, 500, 140, 160, box, 0.6),
    )
    e.inside(rectangle(Box(520, 210, 46, 310)), e.palette.accent, "plane", outline=False)
    bag = traced("640,290! 840,290! 870,540! 620,540!")
    e.add(bag, e.palette.accent2, "plane")
    e.strokes(
        e.tones(e.palette.accent2).deep,
        13,
        curve((690, 340), (700, 240), (780, 240), (790, 340)),
    )
    e.group = "basket"
    frame = traced("250,360! 930,400! 850,690! 340,690!")
    inner = traced("296,408! 872,440! 812,648! 374,648!")
    for k in range(6):
        x = 360 + 88 * k
        e.inside(
            ribbon([(x, 400), (x + 8, 520), (x + 14, 660)], (22, 22, 22)),
            color,
            "plane",
            outline=False,
        )
    for y in (486, 566):
        e.inside(
            ribbon([(300, y), (560, y + 12), (870, y + 14)], (22, 22, 22)),
            color,
            "plane",
            outline=False,
        )
    e.add(difference(frame, inner), color, "plane", e.shadow(840, 680, 200, 120, color, 0.5))
    e.group = "frame"
    e.add(
        ribbon(
            [
                (60, 190),
                (160, 196, 0),
                (250, 380),
                (340, 690, 0),
                (300, 790),
                (420, 810),
                (860, 810),
            ],
            (46, 44, 44, 44, 44, 42),
        ),
        color,
        "tube",
    )
    e.add(rounded_rectangle(Box(30, 160, 150, 62), 30), e.local("#2E2A33", 0.06), "tube")
    for x in (390, 800):
        e.add(
            circle(x, 890, 66),
            e.local("#2E2A33", 0.06),
            "round",
            e.light(x - 20, 864, 24, 20, 0.5),
        )
        e.inside(circle(x, 890, 26), steel, "round")
    return e.sketch(1000, 990, 956, (600, 520))


def price_tag(request: MotifRequest) -> Sketch:
    """Return two price tags on a string; the one before carries a star."""
    e = Easel(request)
    color = e.main()

    def tag(turn: float, tone: str) -> None:
        fill = color if tone == "front" else e.palette.accent
        body = traced("0,-40! 110,-190! 330,-190! 330,430! -330,430! -330,-190! -110,-190!")
        body = union(
            d("M-120 -230L120 -230L300 -60L300 470L-300 470L-300 -60Z"),
            rectangle(Box(-300, 0, 600, 470)),
        )
        hole = circle(0, -110, 44)
        e.add(
            placed(difference(body, hole), 500, 420, turn_deg=turn),
            fill,
            "plane",
            e.shadow(640, 820, 260, 180, fill, 0.5),
        )
        rim = placed(difference(circle(0, -110, 66), hole), 500, 420, turn_deg=turn)
        e.inside(rim, e.local("#E6C274", 0.03), "metal")

    e.group = "back"
    tag(20, "back")
    e.group = "front"
    tag(-12, "front")
    star = [
        (
            placed(circle(0, 190, 1), 500, 420, turn_deg=-12).bounds.center.x
            + (150 if k % 2 == 0 else 66) * math.sin(math.pi * k / 5 - 0.21),
            placed(circle(0, 190, 1), 500, 420, turn_deg=-12).bounds.center.y
            - (150 if k % 2 == 0 else 66) * math.cos(math.pi * k / 5 - 0.21),
        )
        for k in range(10)
    ]
    e.inside(
        traced(" ".join(f"{x},{y}!" for x, y in star)),
        e.palette.on_primary,
        "plane",
        outline=False,
    )
    e.group = "string"
    e.strokes(
        e.local("#8A6A4A", 0.05),
        15,
        curve((476, 310), (420, 160), (540, 40), (640, 120), (560, 220), (486, 312)),
    )
    return e.sketch(1000, 1000, 940, (500, 560), floats=True)


def tshirt(request: MotifRequest) -> Sketch:
    """Return a T-shirt laid flat, its seams drawn, a print on the chest."""
    e = Easel(request)
    cloth = e.main()
    t = e.tones(cloth)
    e.group = "shirt"
    half = (
        "M500 120C430 176 390 150 350 110L190 170L40 420L200 520L262 430"
        "C270 620 256 760 250 900L500 912Z"
    )
    body = union(d(half), mirrored(d(half), 500), rectangle(Box(470, 200, 60, 700)))
    neck = ellipse(500, 100, 126, 92)
    shirt = difference(body, neck)
    folds = (
        curve((270, 470), (330, 620), (320, 820)),
        curve((730, 470), (680, 640), (690, 840)),
        curve((420, 700), (450, 800), (430, 890)),
    )
    e.add(
        shirt,
        cloth,
        "plane",
        e.shadow(720, 800, 220, 300, cloth, 0.6),
        e.light(370, 340, 160, 220, 0.5),
        lines=folds,
        line_color=t.shade,
        line_width=6,
    )
    e.inside(
        difference(
            difference(ellipse(500, 104, 156, 122), neck), rectangle(Box(0, -100, 1000, 200))
        ),
        t.light,
        "plane",
    )
    for side in (-1, 1):
        e.strokes(
            t.shade,
            7,
            curve((500 + side * 262, 440), (500 + side * 236, 300), (500 + side * 180, 150)),
        )
    e.group = "print"
    e.inside(circle(500, 400, 96), e.palette.accent, "plane")
    e.inside(
        d(
            "M392 430C440 380 470 470 520 420C560 380 590 440 608 424L596 470C560 520 440 "
            "520 404 470Z"
        ),
        e.palette.accent2,
        "plane",
        outline=False,
    )
    place = LabelPlace(box=Box(310, 540, 380, 110), color=e.palette.on_primary, max_size=96)
    return e.sketch(1000, 960, 915, (500, 420), floats=True, label=place)

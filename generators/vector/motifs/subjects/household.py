"""Household and party: balloons, a clock, a bed, a rainbow, a backpack, a penguin."""

from __future__ import annotations

import math

from compositor.geometry import Box
from compositor.geometry.boolean import difference, intersection
from compositor.geometry.shapes import circle, ellipse, rectangle, rounded_rectangle
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import (
    blob,
    curve,
    mirrored,
    placed,
    ribbon,
    scallop,
    traced,
)
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.sketch import LabelPlace, Sketch

__all__ = ["backpack", "balloons", "bed", "clock", "penguin", "rainbow"]


def balloons(request: MotifRequest) -> Sketch:
    """Return a bunch of party balloons tied together."""
    e = Easel(request)
    tints = (e.palette.accent, e.palette.accent2, e.main())
    places = ((290, 330, -16, 0.92), (720, 310, 16, 0.92), (500, 270, 0, 1.06))
    e.group = "strings"
    for x, y, _, s in places:
        foot = (x + (500 - x) * 0.18, y + 262 * s)
        e.strokes(
            e.palette.muted,
            6,
            curve(foot, (500 + (x - 500) * 0.3, 760), (500, 900)),
            curve((500, 900), (520, 960), (490, 1030)),
        )
    for (x, y, turn, s), tint in zip(places, tints, strict=True):
        e.group = f"balloon {x}"
        knot = placed(traced("0,222! 34,276! -34,276!"), x, y, turn_deg=turn, scale=s)
        e.add(knot, e.tones(tint).shade, "plane")
        skin = placed(
            blob(
                (0, -230),
                (150, -180),
                (196, -30),
                (130, 130),
                (0, 232),
                (-130, 130),
                (-196, -30),
                (-150, -180),
            ),
            x,
            y,
            turn_deg=turn,
            scale=s,
        )
        e.add(
            skin,
            tint,
            "round",
            e.light(x - 80, y - 110, 66, 80, 0.85),
            e.shadow(x + 90, y + 110, 150, 150, tint, 0.4),
        )
        e.gleam(
            placed(
                ribbon([(130, -60), (110, 50), (60, 130)], (6, 20, 6)),
                x,
                y,
                turn_deg=turn,
                scale=s,
            ),
            e.light(x + 80, y + 40, 80, 120, 0.5),
        )
    return e.sketch(1000, 1050, 1000, (500, 300), floats=True)


def clock(request: MotifRequest) -> Sketch:
    """Return an alarm clock with two bells."""
    e = Easel(request)
    case, face = e.main(), e.local("#FCF8EF", 0.02)
    brass, dark = e.local("#E2B053", 0.02), e.local("#33363F", 0.05)
    e.group = "feet"
    for side in (-1, 1):
        e.add(
            ribbon([(500 + side * 220, 800), (500 + side * 290, 930)], (60, 44)), dark, "tube"
        )
    e.group = "bells"
    e.add(ribbon([(400, 190), (500, 90), (600, 190)], (26, 28, 26)), dark, "tube")
    bell = placed(
        blob((-150, 40, 0), (-120, -70), (0, -130), (120, -70), (150, 40, 0), (0, 60)),
        290,
        200,
        turn_deg=-34,
    )
    for path in (bell, mirrored(bell, 500)):
        e.add(path, brass, "round")
    e.add(rounded_rectangle(Box(480, 120, 40, 110), 14), dark, "tube")
    e.group = "case"
    e.add(circle(500, 560, 360), case, "round", e.shadow(640, 780, 280, 200, case, 0.4))
    e.inside(circle(500, 560, 292), face, "plane", e.light(400, 440, 180, 140, 0.7))
    ticks = [
        curve(
            (
                500 + (230 if k % 3 == 0 else 252) * math.cos(a),
                560 + (230 if k % 3 == 0 else 252) * math.sin(a),
            ),
            (500 + 270 * math.cos(a), 560 + 270 * math.sin(a)),
        )
        for k, a in enumerate(math.radians(30 * k) for k in range(12))
    ]
    e.strokes(dark, 13, *ticks)
    e.group = "hands"
    e.inside(ribbon([(500, 560), (410, 440)], (28, 18)), dark, "plane")
    e.inside(ribbon([(500, 560), (600, 370)], (24, 12)), dark, "plane")
    e.inside(circle(500, 560, 28), e.palette.accent, "round")
    return e.sketch(1000, 1000, 955, (500, 540))


def bed(request: MotifRequest) -> Sketch:
    """Return a made bed with two pillows and a blanket turned back."""
    e = Easel(request)
    wood, sheet, cover = e.local("#B98250", 0.05), e.local("#FBF8F2", 0.03), e.main()
    e.group = "head"
    e.add(
        traced("150,200 300,150 560,140 820,150 970,200! 970,640! 150,640!"),
        wood,
        "plane",
        e.shadow(560, 640, 420, 160, wood, 0.4),
    )
    e.inside(
        traced("200,250 330,206 560,196 790,206 920,250! 920,640! 200,640!"),
        e.tones(wood).light,
        "plane",
    )
    e.group = "mattress"
    e.add(rounded_rectangle(Box(90, 560, 940, 230), 40), sheet, "plane")
    e.group = "pillows"
    for x in (350, 770):
        e.add(
            traced(
                f"{x - 170},480! {x - 140},400 {x},380 {x + 140},400 "
                f"{x + 170},480! {x + 160},560 {x},588 {x - 160},560"
            ),
            sheet,
            "round",
            e.shadow(x + 40, 570, 170, 60, sheet, 0.6),
        )
    e.group = "cover"
    e.add(
        traced("70,640! 300,590 560,580 820,590 1050,640! 1060,840! 560,880 60,840!"),
        cover,
        "plane",
        e.shadow(760, 860, 420, 120, cover, 0.4),
    )
    e.inside(
        traced("70,640! 300,590 560,580 820,590 1050,640! 1052,700! 560,650 68,700!"),
        e.tones(cover).light,
        "plane",
    )
    e.strokes(
        e.tones(cover).shade,
        7,
        curve((300, 700), (280, 780), (300, 850)),
        curve((560, 690), (570, 780), (556, 860)),
        curve((820, 700), (840, 780), (824, 850)),
    )
    e.group = "feet"
    for x in (120, 940):
        e.add(rectangle(Box(x, 850, 60, 80)), e.tones(wood).shade, "tube")
    return e.sketch(1120, 980, 930, (560, 520))


def rainbow(request: MotifRequest) -> Sketch:
    """Return a rainbow between two clouds."""
    e = Easel(request)
    bands = ("#E4574C", "#F0913F", "#F6CE4B", "#6DB56A", "#4D9BD6", "#8A6BC7")
    e.group = "bow"
    for k, tint in enumerate(bands):
        outer, inner = 440 - 52 * k, 440 - 52 * (k + 1)
        ring = difference(circle(540, 640, outer), circle(540, 640, inner))
        half = intersection(ring, rectangle(Box(0, 0, 1080, 690)))
        e.add(half, e.local(tint, 0.05), "plane", e.light(360, 300, 200, 160, 0.25))
    for x, y, s in ((200, 700, 1.0), (880, 710, 0.95)):
        e.group = f"cloud {x}"
        puff = scallop((x, y), (150 * s, 80 * s), bumps=8, depth=0.6)
        white = e.local("#FCFDFE", 0.01)
        e.add(puff, white, "round", e.light(x - 60, y - 50, 90, 50, 1.0))
    return e.sketch(1080, 860, 820, (540, 420), floats=True)


def backpack(request: MotifRequest) -> Sketch:
    """Return a backpack with a front pocket and two straps."""
    e = Easel(request)
    cloth, trim = e.main(), e.palette.accent
    t = e.tones(cloth)
    e.group = "straps"
    strap = ribbon([(250, 330), (140, 480), (160, 760), (240, 860)], (60, 66, 60, 44))
    for path in (strap, mirrored(strap, 500)):
        e.add(path, t.deep, "tube")
    e.strokes(t.deep, 26, curve((420, 130), (430, 50), (570, 50), (580, 130)))
    e.group = "body"
    body = traced(
        "500,110 640,130 740,220 780,420 790,820! 740,920 "
        "500,940 260,920 210,820! 220,420 260,220 360,130"
    )
    e.add(
        body,
        cloth,
        "round",
        e.shadow(640, 860, 260, 180, cloth, 0.45),
        e.light(360, 260, 110, 110, 0.4),
    )
    e.strokes(t.deep, 9, curve((232, 470), (320, 300), (500, 250), (680, 300), (768, 470)))
    e.group = "pocket"
    pocket = traced("280,560! 500,540 720,560! 740,820 690,890 500,904 310,890 260,820")
    e.add(pocket, t.light, "round", e.shadow(600, 890, 220, 80, cloth, 0.4))
    e.inside(
        intersection(pocket, traced("200,540! 800,540! 760,650! 500,690 240,650!")),
        cloth,
        "plane",
    )
    e.strokes(trim, 12, curve((300, 640), (500, 676), (700, 640)))
    for x in (380, 620):
        e.inside(rounded_rectangle(Box(x - 26, 520, 52, 190), 14), trim, "tube")
        e.inside(
            rounded_rectangle(Box(x - 36, 660, 72, 46), 12), e.local("#D9B25F", 0.02), "metal"
        )
    place = LabelPlace(box=Box(330, 360, 340, 110), color=e.palette.on_primary, max_size=90)
    return e.sketch(1000, 980, 940, (500, 520), label=place)


def penguin(request: MotifRequest) -> Sketch:
    """Return a penguin in a scarf."""
    e = Easel(request)
    coat, white = e.local("#2F3A4C", 0.06), e.local("#FBFAF6", 0.01)
    beak = e.local("#F09A33", 0.02)
    e.group = "feet"
    for side in (-1, 1):
        e.add(ellipse(450 + side * 110, 926, 104, 44), beak, "round")
    e.group = "flippers"
    wing = traced("220,420! 130,540 90,720 130,790 190,740 260,600")
    for path in (wing, mirrored(wing, 450)):
        e.add(path, coat, "round")
    e.group = "body"
    body = traced(
        "450,70 590,110 660,240 690,450 720,680 660,860 "
        "450,930 240,860 180,680 210,450 240,240 310,110"
    )
    e.add(
        body,
        coat,
        "round",
        e.light(340, 200, 110, 110, 0.3),
        e.shadow(600, 840, 240, 160, coat, 0.5),
    )
    e.inside(
        intersection(
            body, traced("450,470 590,500 640,680 600,850 450,900 300,850 260,680 310,500")
        ),
        white,
        "round",
    )
    face = traced(
        "450,270 500,200 580,200 620,290 590,400 450,470 310,400 280,290 320,200 400,200"
    )
    e.inside(face, white, "round")
    for x in (366.0, 534.0):
        e.inside(circle(x, 300, 27), e.local("#231F2A", 0), "matte", outline=False)
        e.inside(circle(x - 8, 290, 9), WHITE, "matte", outline=False)
    e.inside(traced("390,340! 450,320 510,340! 450,410"), beak, "round")
    e.group = "scarf"
    scarf = e.palette.accent
    e.add(traced("226,440! 450,510 674,440! 684,520 450,594 216,520"), scarf, "tube")
    e.add(
        traced("540,540! 630,510! 680,720! 590,744!"),
        scarf,
        "plane",
        fine=(curve((600, 660), (672, 640)), curve((606, 690), (678, 670))),
        line_color=e.palette.accent2,
        line_width=12,
    )
    return e.sketch(900, 1000, 955, (450, 320))

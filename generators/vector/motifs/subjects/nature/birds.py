"""Living things: crane, swan, puppy, butterfly, two hands with a heart, a drop of water."""

from __future__ import annotations

import math

from compositor.geometry import Box
from compositor.geometry.shapes import circle, ellipse
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import (
    blob,
    curve,
    d,
    leaf,
    mirrored,
    placed,
    ribbon,
    traced,
)
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import along, down
from generators.vector.motifs.sketch import Sketch

__all__ = ["butterfly", "crane", "dog", "drop", "hands_heart", "swan"]


def crane(request: MotifRequest) -> Sketch:
    """Return a red-crowned crane in flight, wings spread."""
    e = Easel(request)
    white, black = e.local("#FBFAF6", 0), e.local("#26282F", 0.03)
    e.group = "legs"
    e.strokes(black, 12, curve((560, 560), (760, 640), (980, 690)),
              curve((560, 580), (750, 670), (960, 730)))  # fmt: skip
    for top, size, tone in ((-1, 0.92, e.tones(white).shade), (1, 1.0, white)):
        e.group = "far wing" if top < 0 else "near wing"
        shift = (90, -20) if top < 0 else (0, 0)
        for k in range(8):
            a = math.radians(-150 + 15 * k) if top > 0 else math.radians(-128 + 13 * k)
            reach = (430 - 18 * abs(k - 3)) * size
            base = (470 + shift[0] + 14 * k, 480 + shift[1])
            tip = (base[0] + reach * math.cos(a), base[1] + reach * math.sin(a))
            feather = leaf(base, tip, 86, 0.05)[0]
            e.add(feather, black if k < 4 else tone, "plane")
        for k in range(8):
            a = math.radians(-148 + 15 * k) if top > 0 else math.radians(-126 + 13 * k)
            reach = 270 * size
            base = (470 + shift[0] + 14 * k, 490 + shift[1])
            tip = (base[0] + reach * math.cos(a), base[1] + reach * math.sin(a))
            e.add(leaf(base, tip, 96, 0.05)[0], tone, "plane")
    e.group = "body"
    e.add(
        traced("330,520 420,450 560,470 660,540 720,600! 600,610 470,600 370,580"),
        white,
        "round",
    )
    for k in range(4):
        e.add(leaf((610, 560), (760 + 10 * k, 560 + 34 * k), 50, 0.1)[0], black, "plane")
    e.group = "neck"
    e.add(
        ribbon([(380, 540), (260, 540), (180, 480), (110, 470)], (80, 46, 36, 34)),
        white,
        "tube",
    )
    e.add(
        ribbon([(300, 556), (230, 530), (170, 490)], (16, 34, 24)), black, "plane", solid=False
    )
    e.add(ellipse(104, 468, 42, 32), white, "round")
    e.add(d("M70 460L-20 486L72 486Z").moved(24, 0), e.local("#8A8256", 0), "plane")
    e.inside(ellipse(104, 446, 26, 14), e.local("#D5322B", 0), "plane")
    e.inside(circle(92, 466, 5), black, "matte")
    return e.sketch(1020, 780, 740, (420, 400), floats=True)


def swan(request: MotifRequest) -> Sketch:
    """Return a swan on still water, wings half raised."""
    e = Easel(request)
    white = e.local("#FCFBFA", 0)
    t = e.tones(white)
    e.group = "neck"
    e.add(ribbon([(330, 700), (210, 560), (330, 420), (330, 260), (230, 190)],
                 (150, 104, 78, 66, 60)), white, "tube")  # fmt: skip
    e.add(ellipse(222, 196, 66, 50), white, "round")
    e.add(traced("170,176! 90,214 80,232 172,226!"), e.local("#E8863A", 0.02), "plane")
    e.add(
        traced("196,160! 172,176 168,206! 190,190"), e.local("#24232A", 0), "plane", solid=False
    )
    e.group = "body"
    body = traced("240,720 330,610 560,600 780,600 960,520! 930,680 820,800 560,840 330,820")
    e.add(body, white, "round", e.shadow(600, 850, 380, 110, white, 0.7))
    e.group = "wings"
    for row in range(3):
        for k in range(9):
            base = (390 + 24 * k, 700 - 30 * row)
            reach = 440 - 90 * row - 14 * abs(k - 5)
            a = math.radians(-66 + 7.5 * k)
            tip = (base[0] + reach * math.cos(a), base[1] + reach * math.sin(a))
            tone = (t.shade, white, t.light)[row]
            e.add(leaf(base, tip, 92, 0.14)[0], tone, "plane", solid=row == 0)
    e.group = "water"
    blue = e.palette.primary.mixed(WHITE, 0.55)
    for y, a, b in ((838, 170, 960), (866, 240, 1010), (892, 120, 760)):
        e.add(
            ribbon([(a, y), ((a + b) / 2, y + 8), (b, y)], (2, 12, 3)),
            blue,
            "matte",
            solid=False,
        )
    return e.sketch(1080, 940, 850, (380, 480), contact=Box(260, 826, 620, 30))


def dog(request: MotifRequest) -> Sketch:
    """Return a puppy sitting, ears down, looking up at us."""
    e = Easel(request)
    coat = e.local("#D9A05B", 0.03)
    pale, dark = e.local("#FBF1E2", 0.01), e.local("#2B2226", 0)
    t = e.tones(coat)
    e.group = "tail"
    e.add(ribbon([(700, 880), (860, 840), (900, 700)], (70, 64, 30)), coat, "tube")
    e.group = "body"
    e.add(
        traced("350,560! 660,560! 760,760 740,960 640,990 380,990 280,960 260,760"),
        coat,
        "round",
    )
    e.inside(traced("420,560 590,560 640,720 590,900 500,930 410,900 370,720"), pale, "round")
    for x in (300, 720):
        e.add(ellipse(x, 930, 110, 72), t.base, "round")
    for x in (430, 590):
        e.add(ribbon([(x, 700), (x, 960)], (96, 88)), t.light, "tube")
        e.add(ellipse(x, 972, 66, 40), pale, "round")
        e.strokes(t.deep, 5, d(f"M{x - 18} 970L{x - 18} 996"), d(f"M{x + 18} 970L{x + 18} 996"))
    e.group = "collar"
    e.add(
        ribbon([(340, 590), (510, 640), (680, 590)], (48, 52, 48)), e.palette.primary, "plane"
    )
    e.add(circle(510, 670, 40), e.palette.accent, "round", e.light(498, 658, 14, 12, 0.9))
    e.group = "head"
    e.add(
        traced(
            "510,90 700,120 800,270 770,470 640,590 510,610 380,590 250,470 220,270 320,120"
        ),
        coat,
        "round",
    )
    e.inside(
        traced("510,110 560,260 640,420 620,540 510,590 400,540 380,420 460,260"), pale, "round"
    )
    ear = traced("330,120! 220,130 120,290 130,480 210,520 280,400 310,250")
    for path in (ear, mirrored(ear, 510)):
        e.add(path, t.shade, "round")
    for x in (396, 624):
        e.inside(ellipse(x, 350, 42, 50), dark, "round")
        e.inside(circle(x - 13, 332, 15), WHITE, "matte", outline=False)
    e.inside(traced("440,440 510,420 580,440 560,490 510,510 460,490"), dark, "round",
             e.light(490, 446, 24, 12, 0.7))  # fmt: skip
    e.strokes(
        dark,
        9,
        curve((510, 506), (508, 536), (460, 552)),
        curve((510, 536), (540, 556), (566, 546)),
    )
    e.inside(
        traced("480,556 510,550 544,556 536,606 512,620 488,606"),
        e.local("#E8707A", 0),
        "round",
    )
    return e.sketch(1000, 1060, 1004, (510, 360), contact=Box(250, 984, 520, 36))


def butterfly(request: MotifRequest) -> Sketch:
    """Return a butterfly with wings open."""
    e = Easel(request)
    wing, second = e.main(), e.palette.accent
    dark = e.local("#2A2430", 0.03)
    upper = traced("500,440! 420,240 260,100 90,110 60,260 160,430 340,500")
    lower = traced("490,500! 360,520 210,600 170,760 270,860 400,780 480,620")
    for path, color, scale in ((lower, second, 0.7), (upper, wing, 0.72)):
        for side in (path, mirrored(path, 500)):
            e.add(side, dark, "plane")
            box = side.bounds
            small = placed(side.moved(-box.center.x, -box.center.y), box.center.x, box.center.y,
                           scale=scale + 0.14)  # fmt: skip
            e.inside(
                small,
                color,
                "plane",
                along(
                    (500, 460),
                    (box.x if box.x < 400 else box.right, box.center.y),
                    [(0, e.tones(color).shade), (0.6, color), (1, e.tones(color).glow)],
                ),
            )
    for x, y, r in ((120, 190, 24), (180, 140, 18), (230, 780, 22), (300, 810, 18)):
        for spot in (circle(x, y, r), circle(1000 - x, y, r)):
            e.inside(spot, WHITE, "plane")
    e.group = "body"
    e.add(traced("500,330 530,420 524,640 500,720 476,640 470,420"), dark, "tube")
    for way in (-1, 1):
        e.strokes(dark, 8, curve((500, 350), (500 + way * 60, 220), (500 + way * 110, 180)))
    return e.sketch(1000, 920, 880, (500, 460), floats=True)


def hands_heart(request: MotifRequest) -> Sketch:
    """Return two cupped hands, seen from the front, that hold a heart."""
    e = Easel(request)
    skin = e.local("#E9B48E", 0.03)
    t = e.tones(skin)
    heart = d(
        "M500 620C390 530 240 430 240 280C240 190 310 130 386 130C436 130 480 160 500 206"
        "C520 160 564 130 614 130C690 130 760 190 760 280C760 430 610 530 500 620Z"
    )
    e.group = "fingers"
    for side in (False, True):
        for k, (x, y) in enumerate(((66, 470), (120, 420), (186, 404), (252, 424))):
            finger = ribbon(
                [(330 + 20 * k, 840), (150 + 44 * k, 690), (x, y)], (110, 92, 66), spacing=18.0
            )
            path = mirrored(finger, 500) if side else finger
            e.add(path, skin.shifted(lightness=0.012 * k - 0.03), "plane")
    e.group = "heart"
    e.add(heart, e.lively("#D2413A"), "round", e.light(360, 230, 90, 70, 0.7))
    e.group = "palms"
    palm = traced(
        "120,640! 190,700 300,752 420,760 494,790! 494,1010! 330,1010! 300,930 190,850 130,750"
    )
    thumb = traced("494,800! 470,730 400,690 330,680 290,710 320,760 400,780 440,850")
    for side in (False, True):
        for path, paint in ((palm, e.shadow(420, 960, 200, 150, skin, 0.5)), (thumb, None)):
            drawn = mirrored(path, 500) if side else path
            e.add(
                drawn,
                skin if paint else t.light,
                "plane",
                *([paint] if paint and not side else []),
            )
    cuff = d("M310 960L500 960L500 1070L324 1070Z")
    for path in (cuff, mirrored(cuff, 500)):
        e.add(path, e.palette.accent2, "plane")
    return e.sketch(1000, 1090, 1070, (500, 380), floats=True)


def drop(request: MotifRequest) -> Sketch:
    """Return a great clear drop over rings of water."""
    e = Easel(request)
    blue = e.main()
    t = e.tones(blue)
    white = WHITE.with_opacity
    e.group = "rings"
    for k, share in enumerate((1.0, 0.72, 0.46)):
        ring = ellipse(500, 940, 430 * share, 96 * share)
        e.add(ring, t.light.mixed(t.base, 0.3 * k), "plane", solid=k == 0, spot=True)
    e.group = "drop"
    body = d("M500 60C560 220 780 420 780 640C780 800 656 910 500 910C344 910 220 800 220 640"
             "C220 420 440 220 500 60Z")  # fmt: skip
    e.add(
        body,
        blue,
        "matte",
        along(
            (300, 200), (720, 900), [(0, t.glow), (0.35, t.light), (0.7, t.base), (1, t.deep)]
        ),
        e.shadow(500, 420, 240, 300, blue, 0.25),
    )
    e.gleam(ellipse(580, 770, 190, 120), e.light(590, 780, 180, 110, 0.75))
    shine = blob((330, 560), (370, 470), (420, 420), (400, 520), (370, 640), (340, 680))
    e.gleam(shine, down(shine.bounds, [(0, white(0.9)), (1, white(0.25))]))
    e.gleam(circle(420, 340, 18), e.light(420, 340, 18, 18, 0.9))
    return e.sketch(1000, 1060, 960, (500, 600), floats=True)

"""Harbor and rails: sailboat, lighthouse, anchor, compass, train."""

from __future__ import annotations

import math

from compositor.geometry import Box
from compositor.geometry.boolean import difference, intersection
from compositor.geometry.shapes import circle, ellipse, rectangle, rounded_rectangle
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import blob, curve, placed, ribbon, traced
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import along
from generators.vector.motifs.sketch import Sketch

__all__ = ["anchor", "compass", "lighthouse", "sailboat", "train"]


def _water(e: Easel, y: float, width: float) -> None:
    sea = e.local("#3F86B8", 0.2)
    e.group = "water"
    for lift, tone in ((0.0, sea), (44.0, e.tones(sea).light)):
        crest = [
            (60 + 120 * k, y + lift + (20 if k % 2 else -20)) for k in range(int(width // 120))
        ]
        e.add(
            blob(
                (20, y + lift + 90, 0),
                (20, y + lift),
                *crest,
                (width - 20, y + lift),
                (width - 20, y + lift + 90, 0),
            ),
            tone,
            "plane",
        )


def sailboat(request: MotifRequest) -> Sketch:
    """Return a sailing boat, main sail and jib full, on the water."""
    e = Easel(request)
    hull, sail, wood = e.main(), e.local("#FDF8EE", 0.03), e.local("#A8743F", 0.04)
    e.group = "sails"
    e.add(ribbon([(520, 40), (524, 760)], (16, 22)), wood, "tube")
    main = traced("540,80! 660,260 780,470 850,660! 700,640 540,650!")
    e.add(
        main,
        sail,
        "plane",
        e.shadow(640, 640, 220, 160, sail, 0.5),
        lines=(curve((540, 260), (640, 262)), curve((540, 450), (750, 440))),
        line_color=e.tones(sail).deep,
        line_width=6,
    )
    jib = traced("504,130! 420,330 300,520 150,660! 330,630 500,650!")
    e.add(jib, e.palette.accent, "plane", e.shadow(420, 650, 200, 150, e.palette.accent, 0.4))
    e.add(traced("524,40! 600,58 640,40! 640,90! 590,104 524,90!"), e.palette.accent, "plane")
    e.group = "hull"
    boat = traced("120,690! 500,720 900,670! 840,800 740,880! 280,890! 190,810")
    e.add(boat, hull, "round", e.shadow(560, 890, 320, 90, hull, 0.5))
    e.inside(
        intersection(boat, ribbon([(110, 700), (500, 734), (910, 684)], (34, 34, 34))),
        WHITE,
        "plane",
        outline=False,
    )
    for x in (360, 480, 600):
        e.inside(circle(x, 794, 24), e.local("#CFE4F2", 0.05), "round")
    _water(e, 880, 1000)
    return e.sketch(1000, 1020, 980, (520, 400), floats=True)


def lighthouse(request: MotifRequest) -> Sketch:
    """Return a striped lighthouse on a rock, its lamp lit."""
    e = Easel(request)
    white, red = e.local("#FBF9F4", 0.02), e.main()
    rock, glass = e.local("#6E7480", 0.1), e.local("#FFE08A", 0)
    e.group = "beam"
    for path in (
        traced("520,190! 1000,60! 1000,250! 520,220!"),
        traced("480,190! 0,110! 0,250! 480,220!"),
    ):
        e.gleam(
            path,
            along(
                (500, 200),
                (960 if path.bounds.x > 400 else 40, 170),
                [(0, glass.with_opacity(0.75)), (1, glass.with_opacity(0))],
            ),
        )
    e.group = "tower"
    tower = traced("420,310! 580,310! 650,850! 350,850!")
    e.add(tower, white, "tube")
    for top in (400, 580, 760):
        band = intersection(tower, rectangle(Box(200, top, 600, 90)))
        e.inside(band, red, "tube")
    e.inside(
        traced("470,850! 470,780 500,750 530,780 530,850!"), e.local("#5A4034", 0.03), "plane"
    )
    for y in (500, 680):
        e.inside(rounded_rectangle(Box(482, y, 36, 54), 16), e.local("#33475E", 0.05), "plane")
    e.group = "lantern"
    e.add(rounded_rectangle(Box(380, 280, 240, 40), 10), e.tones(red).shade, "tube")
    e.add(rectangle(Box(440, 170, 120, 112)), glass, "plane", e.light(490, 220, 60, 50, 0.9))
    e.strokes(e.tones(red).deep, 8, *(curve((x, 172), (x, 280)) for x in (440, 480, 520, 560)))
    e.add(traced("420,176! 440,120 500,70! 560,120 580,176!"), red, "round")
    e.add(circle(500, 62, 16), red, "round")
    e.strokes(
        e.tones(red).deep,
        6,
        curve((384, 250), (616, 250)),
        curve((384, 250), (384, 284)),
        curve((616, 250), (616, 284)),
    )
    e.group = "rock"
    e.add(
        traced("140,950! 200,870 320,830 420,846 560,826 700,850 800,880 880,950!"),
        rock,
        "round",
        lines=(
            curve((300, 930), (340, 880)),
            curve((560, 930), (600, 870)),
            curve((720, 930), (740, 900)),
        ),
        line_color=e.tones(rock).deep,
        line_width=7,
    )
    return e.sketch(1000, 990, 950, (500, 400), contact=Box(160, 930, 700, 34))


def anchor(request: MotifRequest) -> Sketch:
    """Return an anchor with a rope wound about it."""
    e = Easel(request)
    iron, rope = e.main(), e.local("#D9B47A", 0.03)
    e.group = "anchor"
    e.add(difference(circle(500, 150, 96), circle(500, 150, 52)), iron, "round")
    arms = traced(
        "110,560! 180,760 330,880 500,950! 670,880 820,760 "
        "890,560! 800,590 740,700 640,790 550,820! 450,820! "
        "360,790 260,700 200,590"
    )
    e.add(arms, iron, "round", e.shadow(640, 900, 300, 110, iron, 0.5))
    for side in (-1, 1):
        x = 500 + side * 376
        e.add(traced(f"{x},480! {x + side * 84},640! {x - side * 100},650!"), iron, "plane")
    e.add(traced("452,236! 548,236! 556,830 500,900 444,830"), iron, "tube")
    e.add(rounded_rectangle(Box(290, 300, 420, 74), 37), iron, "tube")
    e.group = "rope"
    for dots in (
        ((556, 130), (700, 200), (640, 420), (430, 470)),
        ((430, 470), (330, 540), (420, 640), (600, 620)),
        ((600, 620), (740, 640), (700, 780), (820, 860)),
    ):
        strand = ribbon(dots, (34, 34, 34, 34))
        e.add(
            strand,
            rope,
            "tube",
            fine=tuple(curve((x - 16, y + 10), (x + 16, y - 12)) for x, y in dots),
            line_color=e.tones(rope).deep,
            line_width=6,
        )
    return e.sketch(1000, 1000, 960, (500, 500), floats=True)


def compass(request: MotifRequest) -> Sketch:
    """Return a pocket compass with its rose and needle."""
    e = Easel(request)
    brass, face = e.local("#D2A24C", 0.03), e.local("#FBF5E6", 0.02)
    red, dark = e.palette.accent, e.local("#3A3F4A", 0.06)
    e.group = "case"
    e.add(difference(circle(500, 92, 74), circle(500, 92, 44)), brass, "round")
    e.add(rounded_rectangle(Box(454, 130, 92, 70), 18), brass, "metal")
    e.add(circle(500, 570, 400), brass, "round", e.shadow(660, 800, 300, 220, brass, 0.5))
    e.inside(circle(500, 570, 352), e.tones(brass).deep, "plane")
    e.inside(circle(500, 570, 336), face, "plane", e.light(400, 430, 200, 150, 0.7))
    ticks = []
    for k in range(32):
        a = math.radians(11.25 * k)
        r = 286 if k % 8 == 0 else (300 if k % 4 == 0 else 312)
        ticks.append(
            curve(
                (500 + r * math.cos(a), 570 + r * math.sin(a)),
                (500 + 326 * math.cos(a), 570 + 326 * math.sin(a)),
            )
        )
    e.strokes(dark, 7, *ticks)
    e.group = "rose"
    for k in range(8):
        size = 250 if k % 2 == 0 else 160
        for side, tone in ((-1, e.tones(brass).light), (1, e.tones(brass).shade)):
            e.inside(
                placed(
                    traced(f"0,0! {side * 44},{-44 if k % 2 == 0 else -50}! 0,{-size}!"),
                    500,
                    570,
                    turn_deg=45 * k,
                ),
                tone,
                "matte",
                outline=k % 2 == 0,
            )
    e.group = "needle"
    e.inside(placed(traced("-46,0! 0,-300! 46,0!"), 500, 570, turn_deg=32), red, "plane")
    e.inside(placed(traced("-46,0! 0,300! 46,0!"), 500, 570, turn_deg=32), dark, "plane")
    e.inside(circle(500, 570, 34), brass, "round", e.light(490, 560, 14, 12, 0.9))
    e.gleam(circle(500, 570, 336), e.light(380, 400, 150, 110, 0.5))
    return e.sketch(1000, 1010, 975, (500, 570), floats=True)


def train(request: MotifRequest) -> Sketch:
    """Return a high-speed train coming round to the right."""
    e = Easel(request)
    white, stripe = e.local("#F6F8FB", 0.03), e.main()
    glass = e.local("#27384D", 0.06)
    e.group = "track"
    e.add(traced("20,850! 1160,850! 1160,880! 20,880!"), e.local("#8A8F98", 0.05), "plane")
    for x in range(50, 1140, 90):
        e.add(rectangle(Box(x, 880, 50, 22)), e.local("#6B5A4A", 0.04), "plane")
    e.group = "body"
    body = traced("20,440! 400,430 660,430 820,480 980,590 1110,730 1130,800 1080,836! 20,836!")
    e.add(
        body,
        white,
        "plane",
        e.shadow(600, 860, 620, 110, white, 0.6),
        e.light(500, 480, 360, 50, 0.8),
    )
    band = intersection(
        body, traced("20,660! 600,660 860,680 1140,760! 1140,790! 860,736 600,722 20,722!")
    )
    e.inside(band, stripe, "plane", outline=False)
    e.inside(
        intersection(body, traced("0,770! 1140,790! 1140,860! 0,860!")),
        e.tones(white).deep,
        "plane",
        outline=False,
    )
    e.group = "windows"
    for k in range(6):
        e.inside(
            rounded_rectangle(Box(60 + 108 * k, 530, 82, 90), 20),
            glass,
            "plane",
            e.light(90 + 108 * k, 548, 40, 26, 0.35),
        )
    e.inside(
        traced("776,500! 850,540 960,630! 930,646 800,620 740,606! 740,520!"),
        glass,
        "plane",
        e.light(830, 560, 60, 26, 0.5),
    )
    e.inside(ellipse(1056, 716, 30, 17), e.local("#FFE08A", 0), "round")
    e.strokes(
        e.tones(white).deep, 5, curve((706, 440), (712, 830)), curve((30, 640), (700, 640))
    )
    e.group = "wheels"
    for x in (140, 250, 560, 670, 880):
        e.add(circle(x, 838, 32), e.local("#3A3F48", 0.04), "round")
    return e.sketch(1180, 930, 905, (900, 600), contact=Box(30, 884, 1110, 24))

"""Glasses: wine, beer and a bottle."""

from __future__ import annotations

from compositor.geometry import Box
from compositor.geometry.boolean import difference, intersection
from compositor.geometry.shapes import circle, ellipse, rectangle, rounded_rectangle
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import blob, d, lathe, scallop
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import across, along, down, glass_bands, glow
from generators.vector.motifs.sketch import LabelPlace, Sketch

__all__ = ["beer_mug", "wine_bottle", "wine_glass"]


def wine_glass(request: MotifRequest) -> Sketch:
    """Return a stemmed glass of wine."""
    e = Easel(request)
    wine = e.local("#8E1F3C", 0.1)
    t = e.tones(wine)
    bowl = lathe(
        [(150, 110, 0), (188, 260), (200, 380), (164, 510), (70, 590), (22, 620), (16, 680)],
        350,
    )
    bowl = d(bowl.to_svg())
    glass = lathe(
        [
            (150, 110, 0),
            (188, 260),
            (200, 380),
            (164, 510),
            (70, 590),
            (20, 640),
            (14, 760),
            (18, 900),
            (60, 950),
            (150, 972, 0),
        ],
        350,
    )
    e.group = "wine"
    fill = intersection(
        lathe(
            [(140, 120, 0), (178, 260), (190, 380), (154, 504), (60, 580), (10, 600, 0)], 350
        ),
        d("M0 360C200 340 500 380 700 360L700 700L0 700Z"),
    )
    e.add(
        fill,
        wine,
        "matte",
        across(
            fill.bounds,
            [(0, t.deep), (0.2, t.light), (0.45, t.base), (0.8, t.shade), (1, t.deep)],
        ),
        glow((440, 520), (90, 60), t.glow, 0.7),
        solid=False,
    )
    e.inside(ellipse(350, 364, 188, 16), t.light, "plane")
    e.group = "glass"
    e.add(
        glass,
        WHITE,
        "glass",
        *glass_bands(bowl, e.palette.muted),
        fine=(glass,),
        line_color=e.palette.muted.with_opacity(0.6),
        line_width=3,
        spot=False,
    )
    e.inside(
        ellipse(350, 110, 150, 18),
        WHITE,
        "glass",
        fine=(ellipse(350, 110, 150, 18),),
        line_color=e.palette.muted.with_opacity(0.7),
        line_width=3,
        spot=False,
    )
    shine = blob((214, 190, 0), (182, 330), (212, 470, 0), (200, 340), (236, 190))
    e.gleam(
        shine, down(shine.bounds, [(0, WHITE.with_opacity(0.9)), (1, WHITE.with_opacity(0.2))])
    )
    return e.sketch(700, 1010, 974, (350, 400), contact=Box(210, 956, 280, 26), glow=t.light)


def beer_mug(request: MotifRequest) -> Sketch:
    """Return a mug of beer with a high head of foam."""
    e = Easel(request)
    beer, foam = e.local("#EFA72E", 0.03), e.local("#FFF8E8", 0)
    t = e.tones(beer)
    e.group = "handle"
    handle = difference(
        rounded_rectangle(Box(560, 350, 250, 420), 110),
        rounded_rectangle(Box(560, 414, 184, 292), 70),
    )
    e.add(
        handle,
        e.palette.surface.mixed(beer, 0.15),
        "plane",
        e.light(700, 380, 90, 40, 0.9),
        e.shadow(780, 640, 60, 160, beer, 0.4),
    )
    mug = rounded_rectangle(Box(160, 250, 470, 690), 46)
    e.group = "beer"
    e.add(mug, e.palette.surface.mixed(beer, 0.2), "tube")
    inner = rounded_rectangle(Box(190, 290, 410, 600), 30)
    e.inside(
        inner,
        beer,
        "matte",
        across(
            inner.bounds,
            [(0, t.deep), (0.12, t.light), (0.4, t.base), (0.8, t.shade), (1, t.deep)],
        ),
        glow((400, 860), (220, 90), t.glow, 0.8),
    )
    for i in range(16):
        x, y, r = 220 + (i * 97) % 350, 430 + (i * 131) % 420, 5 + (i * 7) % 9
        e.inside(circle(x, y, r), t.glow.with_opacity(0.7), "matte", outline=i % 3 == 0)
    for x in (258, 366, 474):
        flute = rounded_rectangle(Box(x, 470, 58, 360), 29)
        e.inside(
            flute,
            t.light.with_opacity(0.5),
            "matte",
            across(
                flute.bounds,
                [
                    (0, WHITE.with_opacity(0.5)),
                    (0.3, WHITE.with_opacity(0)),
                    (1, t.deep.with_opacity(0.35)),
                ],
            ),
        )
    e.group = "foam"
    for x, y, rx, ry in ((240, 240, 110, 84), (550, 246, 106, 80), (400, 196, 150, 112)):
        e.add(
            scallop((x, y), (rx, ry), bumps=9, depth=0.5, rng=request.rng(int(x))),
            foam,
            "round",
            e.light(x - 30, y - 30, 60, 40, 0.9),
        )
    drip = blob(
        (150, 262),
        (400, 236),
        (640, 262),
        (640, 320),
        (604, 344),
        (570, 316),
        (530, 372),
        (486, 330),
        (400, 320),
        (360, 410),
        (310, 336),
        (250, 330),
        (214, 380),
        (168, 330),
    )
    e.add(drip, foam, "plane", e.shadow(400, 380, 280, 60, foam, 0.4), outline=True)
    return e.sketch(860, 990, 940, (400, 500), contact=Box(180, 922, 430, 34))


def wine_bottle(request: MotifRequest) -> Sketch:
    """Return a labeled bottle of wine, oil or liquor."""
    e = Easel(request)
    glass = e.local("#2F4A38", 0.35)
    t = e.tones(glass)
    body = lathe(
        [
            (52, 90, 0),
            (52, 330, 0),
            (62, 396),
            (122, 452),
            (152, 512),
            (158, 580, 0),
            (158, 956, 0),
            (150, 976),
            (138, 984, 0),
        ],
        300,
    )
    e.add(
        body,
        glass,
        "matte",
        across(
            body.bounds,
            [
                (0, t.deep),
                (0.1, t.shade),
                (0.18, t.glow),
                (0.24, t.light),
                (0.3, t.base),
                (0.78, t.shade),
                (0.9, t.light),
                (1, t.deep),
            ],
        ),
    )
    cap = rounded_rectangle(Box(242, 60, 116, 190), 10)
    e.add(cap, e.palette.accent, "metal")
    label = rectangle(Box(142, 590, 316, 270))
    paper = e.local("#FBF5E8", 0.02)
    e.inside(
        label,
        paper,
        "matte",
        across(
            label.bounds,
            [
                (0, e.tones(paper).deep.with_opacity(0.7)),
                (0.25, WHITE.with_opacity(0.6)),
                (0.5, WHITE.with_opacity(0)),
                (1, e.tones(paper).deep.with_opacity(0.8)),
            ],
        ),
    )
    e.inside(rectangle(Box(142, 612, 316, 10)), e.palette.accent, "matte", outline=False)
    e.inside(rectangle(Box(142, 828, 316, 10)), e.palette.accent, "matte", outline=False)
    e.gleam(
        rounded_rectangle(Box(190, 500, 16, 440), 8),
        along(
            (190, 500), (190, 940), [(0, WHITE.with_opacity(0.6)), (1, WHITE.with_opacity(0.1))]
        ),
    )
    return e.sketch(
        600,
        1030,
        984,
        (300, 700),
        contact=Box(160, 966, 280, 28),
        label=LabelPlace(
            box=Box(160, 650, 280, 150),
            color=e.palette.primary if e.palette.primary.oklch.lightness < 0.6 else t.deep,
            max_size=76,
        ),
    )

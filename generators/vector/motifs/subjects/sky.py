"""Sky and water: sun, moon, cloud, wave, balloon."""

from __future__ import annotations

from compositor.geometry import Box, Path
from compositor.geometry.boolean import difference, intersection, union
from compositor.geometry.shapes import circle, rounded_rectangle
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import blob, curve, d, placed
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import across, down, glow
from generators.vector.motifs.sketch import Sketch
from generators.vector.motifs.tones import tones_of

__all__ = ["air_balloon", "cloud", "moon", "sun", "wave"]


def sun(request: MotifRequest) -> Sketch:
    """Return a sun with long and short rays."""
    e = Easel(request)
    gold = e.local("#F6B73C", 0.02)
    e.gleam(circle(500, 500, 480), glow((500, 500), (480, 480), gold, 0.45))
    e.group = "rays"
    for i in range(16):
        long = i % 2 == 0
        ray = blob(
            (-26, -262, 0),
            (-14, -330),
            (0, -440 if long else -372, 0),
            (14, -330),
            (26, -262, 0),
        )
        e.add(
            placed(ray, 500, 500, turn_deg=22.5 * i),
            gold.shifted(hue_deg=-12 if long else 0),
            "plane",
        )
    e.group = "disc"
    e.add(
        circle(500, 500, 226),
        gold,
        "round",
        e.light(420, 410, 110, 90, 0.7),
        e.shadow(590, 620, 190, 170, gold, 0.4),
    )
    return e.sketch(1000, 1000, 980, (500, 500), floats=True)


def moon(request: MotifRequest) -> Sketch:
    """Return a full moon with seas and drifting clouds, or a "crescent"."""
    e = Easel(request)
    pale = e.local("#FBEBC0", 0.04)
    t = e.tones(pale)
    e.gleam(circle(500, 480, 480), glow((500, 480), (480, 480), pale, 0.5))
    e.group = "moon"
    disc = circle(500, 480, 320)
    if request.has("crescent"):
        disc = difference(disc, circle(620, 400, 270))
    e.add(
        disc,
        pale,
        "matte",
        glow((400, 380), (420, 420), t.glow, 0.9),
        e.shadow(700, 680, 330, 320, pale, 0.55),
    )
    for x, y, r in (
        (420, 400, 70),
        (560, 360, 40),
        (590, 540, 86),
        (430, 600, 50),
        (330, 520, 34),
        (680, 420, 36),
    ):
        sea = intersection(disc, circle(x, y, r))
        if not sea.is_empty:
            e.inside(sea, t.shade.with_opacity(0.5), "matte", outline=False)
    e.group = "clouds"
    for x, y, s in ((300, 690, 1.0), (720, 620, 0.75)):
        path = placed(_cloud_path(), x, y, scale=s * 0.62)
        c = e.palette.surface
        e.add(
            path,
            c,
            "matte",
            down(path.bounds, [(0, tones_of(c).light), (1, tones_of(c).shade)]),
            spot=True,
        )
    return e.sketch(1000, 960, 900, (500, 470), floats=True)


def _cloud_path() -> Path:
    return d(
        "M-330 90C-400 90 -420 10 -350 -20C-350 -100 -250 -130 -190 -80"
        "C-150 -180 0 -190 50 -100"
        "C110 -150 220 -120 230 -40C300 -60 370 -10 350 50C340 80 310 90 280 90Z"
    )


def cloud(request: MotifRequest) -> Sketch:
    """Return a towering white cloud of round heads, a small one before it."""
    e = Easel(request)
    white = e.local("#FCFDFE", 0.02)
    t = e.tones(white)
    blue = e.palette.accent2.mixed(WHITE, 0.6).mixed(t.deep, 0.35)
    e.group = "far"
    for x, y, r in ((250, 470, 150), (760, 430, 170), (860, 520, 120)):
        e.add(circle(x, y, r), blue, "round")
    e.group = "heads"
    heads = (
        (330, 500, 170),
        (700, 480, 190),
        (560, 300, 170),
        (420, 350, 190),
        (520, 480, 230),
    )
    whole = placed(_cloud_path(), 490, 640, scale=1.22)
    for x, y, r in heads:
        whole = union(whole, circle(x, y, r))
    e.add(whole, white, "matte", down(whole.bounds, [(0, WHITE), (0.6, white), (1, t.deep)]))
    for x, y, r in (*heads, (180, 620, 120), (800, 650, 110), (380, 640, 160)):
        e.gleam(
            intersection(whole, circle(x, y, r)),
            glow((x + r * 0.4, y + r * 0.9), (r, r * 0.7), t.deep, 0.4),
            e.light(x - r * 0.4, y - r * 0.45, r * 0.7, r * 0.6, 0.95),
        )
    e.group = "near"
    near = placed(_cloud_path(), 770, 760, scale=0.62)
    e.add(near, white, "matte", down(near.bounds, [(0, WHITE), (0.5, white), (1, t.shade)]))
    return e.sketch(1000, 880, 830, (480, 430), floats=True)


def wave(request: MotifRequest) -> Sketch:
    """Return a great curling wave with claws of foam."""
    e = Easel(request)
    sea = e.local("#2F6FB2", 0.3)
    t = e.tones(sea)
    foam = e.local("#FBFDFE", 0.01)
    e.group = "sun"
    e.add(circle(760, 250, 110), e.palette.accent, "plane", solid=True)
    e.group = "swell"
    e.add(
        d("M0 640C200 560 330 640 520 660C700 680 860 600 1000 640L1000 860L0 860Z"),
        t.light,
        "plane",
    )
    e.group = "wave"
    body = d(
        "M0 860L0 560C60 300 240 110 480 100C640 96 760 190 770 300"
        "C776 370 730 420 680 420C640 420 612 392 620 356"
        "C560 380 520 450 540 540C566 660 760 720 1000 700L1000 860Z"
    )
    e.add(body, sea, "matte", down(body.bounds, [(0, t.base), (0.5, t.shade), (1, t.deep)]))
    for k, (tone, width) in enumerate(
        ((t.light, 30), (t.glow, 22), (t.light, 18), (t.base, 24))
    ):
        s = k * 46
        band = curve(
            (30 + s * 0.9, 860),
            (80 + s, 560 + s * 0.2),
            (260 + s * 0.6, 250 + s),
            (470 + s * 0.1, 190 + s * 0.7),
            (600 - s * 0.2, 250 + s * 0.3),
        )
        e.strokes(tone, width * 0.55, band)
    e.group = "foam"
    claws = d(
        "M300 172C360 110 430 84 500 86C660 84 790 180 792 304"
        "C796 380 744 440 684 440C690 420 700 410 690 400"
        "C676 420 660 428 640 424C652 408 650 396 640 388"
        "C626 396 608 392 604 376C622 372 630 356 624 344"
        "C650 352 664 340 668 322C650 318 640 300 644 284"
        "C670 300 690 290 694 270C670 262 660 240 664 226"
        "C640 240 612 226 610 204C586 214 560 200 556 178"
        "C530 190 506 178 500 158C470 172 446 164 436 146"
        "C400 170 350 176 300 172Z"
    )
    e.inside(claws, foam, "plane", spot=True)
    for x, y, r in (
        (840, 250, 15),
        (872, 330, 10),
        (820, 400, 13),
        (760, 470, 9),
        (880, 190, 8),
        (700, 500, 12),
        (820, 150, 11),
        (620, 470, 8),
    ):
        e.add(circle(x, y, r), foam, "matte", solid=False)
    e.inside(
        d("M0 800C160 740 300 800 460 790C640 780 800 760 1000 800L1000 860L0 860Z"),
        t.deep,
        "plane",
    )
    return e.sketch(1000, 860, 860, (600, 320), floats=True)


def air_balloon(request: MotifRequest) -> Sketch:
    """Return a striped hot-air balloon."""
    e = Easel(request)
    colors = (
        e.palette.primary,
        e.palette.accent,
        e.palette.accent2.mixed(WHITE, 0.2),
        e.palette.accent,
        e.palette.primary,
    )
    e.group = "ropes"
    e.strokes(
        e.palette.muted,
        4,
        d("M300 640L396 830"),
        d("M600 640L504 830"),
        d("M410 690L428 830"),
        d("M490 690L472 830"),
    )
    envelope = blob(
        (450, 60),
        (640, 110),
        (760, 270),
        (750, 430),
        (650, 590),
        (540, 690, 0),
        (360, 690, 0),
        (250, 590),
        (150, 430),
        (140, 270),
        (260, 110),
    )
    e.group = "envelope"
    e.add(envelope, colors[0], "matte")
    edges = (-310, -190, -66, 66, 190, 310)
    for i in range(5):
        a, b = edges[i], edges[i + 1]
        gore = blob(
            (450, 60, 0),
            (450 + a * 0.8, 150),
            (450 + a, 330),
            (450 + a * 0.8, 520),
            (450 + a * 0.29, 692, 0),
            (450 + b * 0.29, 692, 0),
            (450 + b * 0.8, 520),
            (450 + b, 330),
            (450 + b * 0.8, 150),
        )
        e.inside(
            intersection(envelope, gore),
            colors[i],
            "matte",
            across(
                gore.bounds,
                [
                    (0, WHITE.with_opacity(0.2)),
                    (0.6, WHITE.with_opacity(0)),
                    (1, tones_of(colors[i]).deep.with_opacity(0.4)),
                ],
            ),
        )
    e.gleam(
        envelope,
        e.light(320, 230, 150, 160, 0.5),
        glow((660, 520), (240, 320), tones_of(colors[0]).deep, 0.5),
        down(
            Box(0, 600, 1, 100),
            [
                (0, tones_of(colors[0]).deep.with_opacity(0)),
                (1, tones_of(colors[0]).deep.with_opacity(0.5)),
            ],
        ),
    )
    e.group = "basket"
    wood = e.local("#A9713F", 0.05)
    e.add(
        rounded_rectangle(Box(384, 826, 132, 110), 18),
        wood,
        "plane",
        fine=tuple(d(f"M386 {850 + 20 * i}L514 {850 + 20 * i}") for i in range(4)),
        line_width=4,
    )
    e.add(rounded_rectangle(Box(376, 816, 148, 26), 12), e.tones(wood).shade, "plane")
    return e.sketch(900, 980, 940, (450, 340), floats=True)

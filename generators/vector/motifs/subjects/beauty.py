"""Beauty: cream jar, dropper bottle, lipstick, ring and dress."""

from __future__ import annotations

from compositor.geometry import Box
from compositor.geometry.boolean import difference, intersection
from compositor.geometry.shapes import ellipse, rectangle, rounded_rectangle
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import blob, curve, d
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import across, along, down, glass_bands, metal_paint
from generators.vector.motifs.sketch import LabelPlace, Sketch

__all__ = ["dress", "dropper", "lipstick", "ring", "skincare_jar"]


def skincare_jar(request: MotifRequest) -> Sketch:
    """Return a frosted jar of cream, its lid leaning beside it."""
    e = Easel(request)
    tint = e.main().mixed(WHITE, 0.35)
    t = e.tones(tint)
    e.group = "lid"
    lid = rounded_rectangle(Box(640, 430, 250, 330), 30)
    e.add(lid, e.palette.accent, "metal")
    e.inside(ellipse(764, 594, 92, 128), e.palette.accent.mixed(WHITE, 0.35), "plane")
    e.group = "jar"
    jar = rounded_rectangle(Box(90, 440, 560, 330), 56)
    e.add(jar, t.light, "glass", *glass_bands(jar, tint), spot=True)
    inner = rounded_rectangle(Box(140, 456, 460, 270), 44)
    e.inside(inner, tint, "tube", e.shadow(420, 740, 260, 70, tint, 0.5))
    e.add(ellipse(370, 440, 280, 66), t.light, "plane")
    cream = e.local("#FFFBF4", 0.02)
    e.inside(ellipse(370, 440, 244, 52), e.tones(cream).shade, "plane")
    swirl = blob(
        (150, 436),
        (220, 380),
        (330, 360),
        (380, 300),
        (420, 250),
        (440, 300),
        (430, 350),
        (540, 384),
        (592, 436),
        (480, 478),
        (370, 490),
        (250, 478),
    )
    e.add(
        swirl,
        cream,
        "round",
        e.shadow(480, 470, 190, 60, cream, 0.8),
        e.light(330, 390, 90, 30, 0.9),
        lines=(curve((240, 430), (340, 400), (470, 420), (420, 450), (350, 440)),),
        line_color=e.tones(cream).shade,
        line_width=7,
    )
    e.gleam(
        jar,
        across(
            jar.bounds,
            [
                (0, WHITE.with_opacity(0.5)),
                (0.06, WHITE.with_opacity(0)),
                (1, WHITE.with_opacity(0.1)),
            ],
        ),
    )
    label = LabelPlace(
        box=Box(210, 560, 320, 110), color=t.deep.shifted(lightness=-0.12), max_size=72
    )
    return e.sketch(960, 830, 768, (370, 480), contact=Box(110, 750, 740, 32), label=label)


def dropper(request: MotifRequest) -> Sketch:
    """Return a serum bottle with its dropper."""
    e = Easel(request)
    glass = e.main()
    t = e.tones(glass)
    e.group = "bottle"
    body = rounded_rectangle(Box(190, 430, 320, 540), 46)
    shoulder = d(
        "M270 360L430 360L430 392C480 400 510 430 510 476L510 560L190 560"
        "L190 476C190 430 220 400 270 392Z"
    )
    whole = body
    e.add(
        shoulder,
        glass,
        "matte",
        across(
            body.bounds,
            [(0, t.deep), (0.12, t.light), (0.3, t.base), (0.8, t.shade), (1, t.deep)],
        ),
    )
    e.add(
        whole,
        glass,
        "matte",
        across(
            body.bounds,
            [
                (0, t.deep),
                (0.07, t.shade),
                (0.14, t.glow),
                (0.22, t.light),
                (0.5, t.base),
                (0.84, t.shade),
                (0.92, t.light),
                (1, t.deep),
            ],
        ),
        e.light(400, 880, 110, 60, 0.35),
    )
    e.gleam(
        rounded_rectangle(Box(222, 470, 18, 440), 9),
        along(
            (222, 470), (222, 910), [(0, WHITE.with_opacity(0.7)), (1, WHITE.with_opacity(0.1))]
        ),
    )
    paper = e.local("#FFFDF8", 0.01)
    plate = rectangle(Box(190, 600, 320, 230))
    e.inside(
        plate,
        paper,
        "matte",
        across(
            plate.bounds,
            [(0, e.tones(paper).deep), (0.2, WHITE), (0.6, paper), (1, e.tones(paper).deep)],
        ),
    )
    e.inside(rectangle(Box(190, 800, 320, 8)), e.palette.accent, "matte", outline=False)
    e.group = "cap"
    e.add(
        rounded_rectangle(Box(256, 250, 188, 124), 12),
        e.palette.accent,
        "metal",
        fine=tuple(d(f"M{270 + 14 * i} 262L{270 + 14 * i} 362") for i in range(12)),
        line_color=e.tones(e.palette.accent).deep.with_opacity(0.35),
        line_width=2,
    )
    rubber = e.local("#2B2A33", 0.05)
    e.add(
        d("M296 252L298 120C298 60 320 34 350 34C380 34 402 60 402 120L404 252Z"),
        rubber,
        "tube",
    )
    label = LabelPlace(box=Box(206, 630, 288, 150), color=t.deep, max_size=70)
    return e.sketch(700, 1010, 970, (350, 660), contact=Box(206, 952, 290, 30), label=label)


def lipstick(request: MotifRequest) -> Sketch:
    """Return an open lipstick with its cap beside it and a swatch behind."""
    e = Easel(request)
    red = e.main()
    t = e.tones(red)
    gold, dark = e.local("#D9B566", 0), e.local("#2A2630", 0.06)
    e.group = "swatch"
    smear = blob(
        (90, 760),
        (170, 640),
        (330, 600),
        (560, 560),
        (780, 470),
        (860, 500),
        (800, 600),
        (850, 640),
        (760, 720),
        (560, 760),
        (360, 820),
        (180, 840),
    )
    e.add(
        smear,
        red,
        "plane",
        e.light(400, 650, 260, 40, 0.5),
        e.shadow(520, 800, 300, 70, red),
        lines=(
            curve((200, 740), (420, 680), (720, 580)),
            curve((240, 790), (480, 730), (740, 660)),
        ),
        line_color=t.shade,
        line_width=7,
    )
    e.group = "bullet"
    bullet = d("M310 470L310 230C310 180 400 90 448 74C462 70 470 80 470 96L470 470Z")
    e.add(bullet, red, "tube")
    e.inside(
        d("M310 250C310 190 400 92 448 74C462 70 470 80 470 96C440 190 380 250 310 270Z"),
        t.light,
        "plane",
    )
    e.group = "case"
    e.add(rounded_rectangle(Box(296, 440, 188, 150), 8), gold, "metal")
    e.add(
        rounded_rectangle(Box(266, 570, 248, 360), 14),
        dark,
        "matte",
        across(
            Box(266, 0, 248, 1),
            [
                (0, e.tones(dark).deep),
                (0.12, e.tones(dark).glow),
                (0.2, e.tones(dark).light),
                (0.34, dark),
                (0.86, dark),
                (0.93, e.tones(dark).glow),
                (1, e.tones(dark).deep),
            ],
        ),
    )
    e.inside(rectangle(Box(266, 596, 248, 12)), gold, "metal")
    e.group = "cap"
    e.add(
        rounded_rectangle(Box(590, 520, 236, 410), 18),
        dark,
        "matte",
        metal_paint(Box(590, 520, 236, 410), dark),
    )
    e.inside(rectangle(Box(590, 886, 236, 16)), gold, "metal")
    return e.sketch(940, 980, 930, (390, 320), contact=Box(280, 912, 530, 32))


def ring(request: MotifRequest) -> Sketch:
    """Return a ring with a brilliant-cut stone."""
    e = Easel(request)
    metal = e.local("#DDBB6C", 0.02) if not request.has("silver") else e.local("#CDD2DA", 0)
    m = e.tones(metal)
    e.group = "band"
    band = difference(ellipse(500, 660, 270, 280), ellipse(500, 660, 224, 236))
    ramp = [
        (0, m.deep),
        (0.1, m.glow),
        (0.25, m.base),
        (0.45, m.deep),
        (0.6, m.glow),
        (0.72, m.base),
        (0.9, m.deep),
        (1, m.light),
    ]
    e.add(band, metal, "matte", along((260, 420), (760, 900), ramp))
    inner = difference(ellipse(500, 660, 236, 248), ellipse(500, 664, 224, 236))
    e.inside(inner, m.deep, "matte", along((760, 420), (260, 900), ramp))
    e.group = "claws"
    e.add(d("M404 380L596 380L552 440L448 440Z"), metal, "metal")
    e.group = "stone"
    gem = e.palette.primary.mixed(WHITE, 0.45)
    g = e.tones(gem)
    crown, girdle, culet = 150.0, 236.0, 410.0
    xs = [300, 384, 500, 616, 700]
    top = [(372, crown), (446, crown), (554, crown), (628, crown)]
    tones = [g.glow, g.base, g.light, g.shade, g.light, WHITE, g.deep, g.base]
    facets = [
        [(300, girdle), top[0], (384, girdle)],
        [top[0], top[1], (384, girdle)],
        [top[1], (500, girdle), (384, girdle)],
        [top[1], top[2], (500, girdle)],
        [top[2], (616, girdle), (500, girdle)],
        [top[2], top[3], (616, girdle)],
        [top[3], (700, girdle), (616, girdle)],
    ]
    outline = d(f"M300 {girdle}L372 {crown}L628 {crown}L700 {girdle}L500 {culet}Z")
    e.add(outline, gem, "matte")
    for i, facet in enumerate(facets):
        e.inside(d("M" + "L".join(f"{x} {y}" for x, y in facet) + "Z"), tones[i], "matte")
    for i in range(4):
        tone = (g.base, g.glow, g.shade, g.deep)[i]
        e.inside(d(f"M{xs[i]} {girdle}L{xs[i + 1]} {girdle}L500 {culet}Z"), tone, "matte")
    e.gleam(outline, e.light(420, 200, 130, 70, 0.85), e.light(560, 300, 60, 50, 0.6))
    for x, y, size in ((720, 130, 70), (282, 330, 40)):
        spark = blob(
            (x, y - size, 0),
            (x + size * 0.1, y - size * 0.1, 0),
            (x + size, y, 0),
            (x + size * 0.1, y + size * 0.1, 0),
            (x, y + size, 0),
            (x - size * 0.1, y + size * 0.1, 0),
            (x - size, y, 0),
            (x - size * 0.1, y - size * 0.1, 0),
        )
        e.add(spark, e.palette.accent.mixed(WHITE, 0.4), "matte", solid=False)
    return e.sketch(1000, 990, 940, (500, 260), contact=Box(420, 926, 160, 22))


def dress(request: MotifRequest) -> Sketch:
    """Return a dress on a hanger."""
    e = Easel(request)
    cloth = e.main()
    t = e.tones(cloth)
    wood = e.local("#B07A48", 0.04)
    e.group = "hanger"
    e.strokes(
        e.local("#8F949E", 0),
        9,
        curve((450, 150), (450, 118), (486, 98), (486, 62), (450, 44), (420, 60)),
    )
    e.add(
        d("M450 140L668 232C690 242 684 262 660 258L450 186L240 258C216 262 210 242 232 232Z"),
        wood,
        "plane",
    )
    e.group = "dress"
    body = blob(
        (330, 218, 0),
        (340, 300),
        (390, 360),
        (450, 372),
        (510, 360),
        (560, 300),
        (570, 218, 0),
        (620, 236, 0),
        (628, 320),
        (606, 400),
        (586, 470, 0),
        (650, 640),
        (730, 880),
        (760, 980, 0),
        (680, 1000),
        (600, 976),
        (520, 1004),
        (450, 980),
        (380, 1004),
        (300, 976),
        (220, 1000),
        (140, 980, 0),
        (170, 880),
        (250, 640),
        (314, 470, 0),
        (294, 400),
        (272, 320),
        (280, 236, 0),
    )
    folds = (
        curve((400, 500), (350, 700), (300, 970)),
        curve((450, 500), (446, 720), (450, 976)),
        curve((500, 500), (560, 720), (600, 970)),
        curve((350, 500), (270, 720), (224, 990)),
        curve((550, 500), (640, 740), (678, 992)),
    )
    pleats = tuple(
        d(f"M{x} 500L{x2} 990L{x2 + 56} 990Z")
        for x, x2 in ((404, 300), (460, 450), (508, 600), (350, 210))
    )
    e.add(
        body,
        cloth,
        "plane",
        e.shadow(640, 820, 160, 300, cloth, 0.5),
        e.light(330, 420, 70, 120, 0.35),
        shades=pleats,
        lines=folds,
        line_color=t.shade,
        line_width=3,
    )
    sash = intersection(
        body, d("M280 456C380 490 520 490 620 456L620 506C520 536 380 536 280 506Z")
    )
    e.inside(sash, e.palette.accent, "plane")
    e.gleam(
        body,
        down(
            body.bounds,
            [
                (0, WHITE.with_opacity(0.15)),
                (0.4, WHITE.with_opacity(0)),
                (1, WHITE.with_opacity(0)),
            ],
        ),
    )
    return e.sketch(900, 1040, 1010, (450, 430), floats=True)

"""Animals: fish, toy bear, rabbit."""

from __future__ import annotations

from compositor.color import Color
from compositor.geometry.boolean import intersection
from compositor.geometry.shapes import circle, ellipse
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import blob, curve, d, mirrored
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.sketch import Sketch

__all__ = ["bear", "fish", "rabbit"]

_DARK = Color.from_hex("#2A2430")


def fish(request: MotifRequest) -> Sketch:
    """Return a plump carp, swimming to the right."""
    e = Easel(request)
    scale_color, second = e.main(), e.local("#FFF6EA", 0.02)
    t = e.tones(scale_color)
    e.group = "fins"
    tail = blob(
        (230, 480, 0),
        (130, 380),
        (20, 300),
        (30, 220, 0),
        (150, 240),
        (250, 330),
        (300, 440, 0),
        (300, 520),
        (230, 640),
        (120, 720),
        (10, 720, 0),
        (50, 620),
        (140, 560),
    )
    rays = tuple(
        curve((250, 480), (150, 480 + dy * 0.5), (60, 480 + dy))
        for dy in (-210, -150, -90, 100, 160, 210)
    )
    e.add(
        tail,
        e.palette.accent,
        "plane",
        e.shadow(250, 480, 120, 120, e.palette.accent, 0.7),
        fine=rays,
        line_color=e.tones(e.palette.accent).shade,
        line_width=5,
    )
    dorsal = blob(
        (400, 330, 0), (430, 210), (540, 150), (690, 190, 0), (740, 250), (780, 330, 0)
    )
    e.add(
        dorsal,
        e.palette.accent,
        "plane",
        fine=tuple(
            curve((440 + 56 * i, 320), (450 + 50 * i, 250), (470 + 46 * i, 200))
            for i in range(6)
        ),
        line_color=e.tones(e.palette.accent).shade,
        line_width=5,
    )
    e.add(
        blob((560, 660, 0), (520, 760), (440, 800, 0), (460, 720), (470, 650, 0)),
        e.palette.accent,
        "plane",
    )
    e.group = "body"
    body = blob(
        (240, 480),
        (330, 380),
        (480, 310),
        (660, 296),
        (820, 350),
        (930, 440),
        (960, 500),
        (920, 570),
        (800, 650),
        (640, 690),
        (470, 660),
        (330, 580),
    )
    e.add(
        body,
        scale_color,
        "round",
        e.shadow(560, 700, 380, 120, scale_color, 0.5),
        e.light(600, 350, 190, 50, 0.5),
    )
    e.inside(
        intersection(
            body, blob((200, 560), (500, 600), (760, 590), (960, 530), (980, 760), (200, 760))
        ),
        second,
        "plane",
        outline=False,
    )
    scales = []
    for row in range(6):
        for k in range(9):
            x, y = 330 + k * 52 + (26 if row % 2 else 0), 370 + row * 46
            if ((x - 560) / 250) ** 2 + ((y - 480) / 140) ** 2 < 1 and x < 720:
                scales.append(curve((x, y - 24), (x + 26, y), (x, y + 24)))
    e.strokes(t.deep.with_opacity(0.5), 4.5, *scales)
    e.group = "head"
    e.strokes(t.deep, 6, curve((744, 326), (700, 420), (704, 540), (756, 650)))
    e.add(
        blob((640, 560, 0), (600, 640), (540, 700, 0), (660, 690), (716, 620, 0)),
        e.palette.accent,
        "plane",
    )
    e.inside(circle(836, 440, 36), WHITE, "matte")
    e.inside(circle(844, 440, 23), _DARK, "matte")
    e.inside(circle(850, 431, 8), WHITE, "matte", outline=False)
    e.strokes(t.deep, 6, curve((956, 510), (920, 520), (894, 508)))
    e.strokes(
        e.palette.accent2, 7, circle(1000, 380, 22), circle(1030, 300, 14), circle(985, 250, 9)
    )
    return e.sketch(1060, 860, 830, (760, 470), floats=True)


def bear(request: MotifRequest) -> Sketch:
    """Return a sitting toy bear with a scarf."""
    e = Easel(request)
    fur = e.local("#B97B4B", 0.08)
    cream = e.local("#F3DDBE", 0.02)
    cx = 450.0
    e.group = "body"
    for side in (0, 1):
        ear = circle(250, 190, 84)
        e.add(mirrored(ear, cx) if side else ear, fur, "round")
        inner = circle(254, 196, 48)
        e.inside(mirrored(inner, cx) if side else inner, e.local("#E7A99A", 0.03), "plane")
    body = blob(
        (450, 470),
        (590, 500),
        (680, 640),
        (690, 800),
        (600, 910),
        (450, 930),
        (300, 910),
        (210, 800),
        (220, 640),
        (310, 500),
    )
    e.add(body, fur, "round", e.shadow(560, 860, 260, 160, fur))
    e.inside(ellipse(450, 740, 160, 170), cream, "round")
    e.group = "limbs"
    for side in (0, 1):
        arm = blob(
            (262, 540), (180, 600), (140, 720), (170, 790), (236, 780), (290, 680), (310, 590)
        )
        foot = ellipse(262, 880, 104, 92)
        sole = ellipse(256, 886, 64, 58)
        for path, color in ((arm, fur), (foot, fur), (sole, cream)):
            e.add(mirrored(path, cx) if side else path, color, "round")
    e.group = "head"
    head = blob(
        (450, 110),
        (600, 140),
        (700, 260),
        (700, 390),
        (610, 490),
        (450, 520),
        (290, 490),
        (200, 390),
        (200, 260),
        (300, 140),
    )
    e.add(
        head, fur, "round", e.light(350, 210, 120, 80, 0.3), e.shadow(580, 470, 220, 110, fur)
    )
    muzzle = ellipse(450, 396, 124, 96)
    e.inside(muzzle, cream, "round")
    for x in (340.0, 560.0):
        e.inside(ellipse(x, 312, 22, 26), _DARK, "matte")
        e.inside(circle(x - 6, 302, 7), WHITE, "matte", outline=False)
        e.inside(
            ellipse(x + (-46 if x < cx else 46), 386, 42, 26),
            e.local("#EE9A8A", 0).with_opacity(0.55),
            "matte",
            outline=False,
        )
    e.inside(
        blob((412, 352), (450, 340), (488, 352), (476, 382), (450, 396), (424, 382)),
        _DARK,
        "plane",
        e.light(438, 354, 16, 8, 0.7),
    )
    e.strokes(
        _DARK,
        7,
        d("M450 396L450 424"),
        curve((396, 424), (424, 446), (450, 424), (476, 446), (504, 424)),
    )
    e.group = "scarf"
    scarf = e.palette.accent
    e.add(
        blob((284, 484, 0), (450, 540), (616, 484, 0), (636, 540), (450, 604), (264, 540)),
        scarf,
        "plane",
    )
    e.add(
        d("M530 560L610 536L640 700L556 712Z"),
        scarf,
        "plane",
        e.shadow(580, 560, 60, 40, scarf, 0.8),
    )
    return e.sketch(900, 990, 950, (450, 330), contact=None)


def rabbit(request: MotifRequest) -> Sketch:
    """Return a sitting rabbit in profile, looking right."""
    e = Easel(request)
    fur = e.local("#F3EBE0", 0.03)
    t = e.tones(fur)
    pink = e.local("#EFA9A6", 0.03)
    e.group = "ears"
    far = blob(
        (620, 330, 0), (640, 180), (700, 60), (744, 50), (746, 130), (710, 260), (690, 350, 0)
    )
    e.add(far, t.shade, "round", spot=False)
    e.group = "body"
    e.add(circle(150, 800, 84), fur, "round", e.light(130, 770, 40, 34, 0.8), spot=False)
    body = blob(
        (560, 470),
        (440, 460),
        (300, 500),
        (190, 620),
        (160, 770),
        (220, 890),
        (340, 930),
        (600, 930),
        (660, 900),
        (680, 760),
        (690, 620),
        (650, 520),
    )
    e.add(
        body,
        fur,
        "round",
        e.shadow(420, 950, 320, 120, fur, 0.5),
        e.shadow(640, 720, 120, 200, fur, 0.35),
        spot=False,
    )
    haunch = blob(
        (250, 760), (300, 660), (400, 640), (480, 710), (490, 820), (430, 910), (300, 920)
    )
    e.inside(
        haunch,
        fur,
        "round",
        e.shadow(430, 880, 150, 110, fur, 0.5),
        e.light(340, 710, 80, 60, 0.9),
        spot=False,
    )
    e.add(
        blob((300, 900), (420, 880), (520, 900), (530, 934), (300, 938)),
        fur,
        "round",
        spot=False,
    )
    e.add(
        blob(
            (580, 640),
            (560, 780),
            (570, 900),
            (600, 936),
            (690, 936),
            (680, 880),
            (660, 780),
            (680, 660),
        ),
        fur,
        "round",
        e.shadow(640, 660, 90, 70, fur, 0.5),
        spot=False,
    )
    e.group = "head"
    head = blob(
        (560, 330),
        (660, 290),
        (770, 330),
        (850, 420),
        (868, 490),
        (820, 560),
        (700, 590),
        (590, 560),
        (530, 450),
    )
    e.add(
        head,
        fur,
        "round",
        e.light(650, 350, 90, 60, 0.9),
        e.shadow(680, 600, 170, 60, fur, 0.5),
        spot=False,
    )
    near = blob(
        (580, 350, 0), (500, 240), (450, 110), (470, 40), (530, 50), (610, 160), (660, 320, 0)
    )
    e.add(near, fur, "round", spot=False)
    e.inside(
        blob((590, 300, 0), (524, 210), (490, 110), (504, 84), (560, 150), (620, 290, 0)),
        pink,
        "plane",
        outline=False,
    )
    e.inside(ellipse(742, 420, 22, 27), _DARK, "matte")
    e.inside(circle(748, 410, 8), WHITE, "matte", outline=False)
    e.inside(blob((850, 462), (874, 466), (872, 488), (852, 490)), pink, "plane")
    e.inside(ellipse(720, 500, 44, 28), pink.with_opacity(0.5), "matte", outline=False)
    e.strokes(t.deep.mixed(_DARK, 0.4), 5, curve((858, 494), (840, 520), (806, 522)))
    e.strokes(
        t.deep,
        3,
        curve((800, 500), (880, 520), (940, 510)),
        curve((800, 512), (870, 548), (930, 556)),
    )
    return e.sketch(980, 990, 936, (730, 440), contact=None)

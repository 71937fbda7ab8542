"""Food bag: a standing bag of dry food with its panel, a bowl in front of it."""

from __future__ import annotations

from compositor.color import Color
from compositor.geometry import Affine, Box, Path, Point
from compositor.geometry.boolean import intersection
from compositor.geometry.shapes import ellipse
from generators.vector.motifs.forms import blob, curve, d, placed, scallop
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import across, along, glow
from generators.vector.motifs.sketch import LabelPlace, Part, Sketch
from generators.vector.motifs.subjects.pets.kibble import bowl, pieces
from generators.vector.motifs.tones import tones_of

__all__ = ["pet_food_bag"]

_WHITE = Color(255, 255, 255)
_DARK = Color.from_hex("#2A2430")


def pet_food_bag(request: MotifRequest) -> Sketch:
    """Return a standing bag of dry food, a bowl and spilt kibble in front of it."""
    palette = request.palette
    main, panel = palette.primary, palette.accent
    cream = Color.from_hex("#FFF8EA")
    parts = _gusset(main) + _front(main, panel, cream)
    parts += _icon(request, (430.0, 640.0), main, cream)
    if not request.has("bag_only"):
        parts += bowl(request, (690.0, 930.0), palette.accent2)
        parts += pieces(
            request, [(150, 1008), (204, 1030), (96, 1034), (512, 1042), (468, 1024)]
        )
    label = LabelPlace(
        box=Box(206, 262, 444, 170),
        color=_WHITE if main.oklch.lightness < 0.72 else _DARK,
        transform=Affine.rotation(-1.2, Point(430, 340)),
        max_size=150,
    )
    return Sketch(
        parts=tuple(parts),
        width=940,
        height=1090,
        ground_y=1010,
        focus=Point(430, 420),
        contact=Box(190, 985, 600, 44),
        label=label,
    )


def _gusset(main: Color) -> list[Part]:
    side = blob(
        (668, 112, 0),
        (704, 200),
        (744, 340),
        (756, 560),
        (752, 780),
        (738, 930),
        (690, 998, 0),
        (640, 900, 0),
        (640, 300, 0),
    )
    tones = tones_of(main)
    fold = d("M664 112C700 330 716 640 704 990L690 1000L640 900L640 300Z")
    return [
        Part(
            path=side,
            color=tones.shade,
            form="plane",
            group="gusset",
            spot=True,
            shades=(fold,),
            lines=(curve((672, 160), (700, 360), (712, 640), (704, 960)),),
            line_color=tones.deep,
            line_width=3,
            paints=(
                along(
                    (700, 0),
                    (752, 0),
                    [(0, tones.deep.with_opacity(0)), (1, tones.light.with_opacity(0.5))],
                ),
            ),
        )
    ]


def _front(main: Color, panel: Color, cream: Color) -> list[Part]:
    tones = tones_of(main)
    front = blob(
        (196, 118, 0),
        (430, 124),
        (664, 118, 0),
        (660, 200),
        (686, 420),
        (692, 700),
        (684, 880),
        (690, 1000, 0),
        (560, 1014),
        (430, 1018),
        (300, 1014),
        (168, 1000, 0),
        (176, 880),
        (168, 700),
        (174, 420),
        (200, 200),
    )
    box = front.bounds
    deep, white = tones.deep, _WHITE
    creases = (
        along(
            (200, 150),
            (330, 330),
            [
                (0, white.with_opacity(0.34)),
                (0.45, white.with_opacity(0.05)),
                (0.5, deep.with_opacity(0.3)),
                (0.75, deep.with_opacity(0)),
                (1, deep.with_opacity(0)),
            ],
        ),
        across(
            box,
            [
                (0, deep.with_opacity(0.5)),
                (0.05, white.with_opacity(0.2)),
                (0.14, white.with_opacity(0.34)),
                (0.26, white.with_opacity(0.04)),
                (0.62, deep.with_opacity(0)),
                (0.86, deep.with_opacity(0.34)),
                (0.95, deep.with_opacity(0.16)),
                (1, white.with_opacity(0.25)),
            ],
        ),
        glow((430, 560), (210, 330), white, 0.16),
        glow((610, 220), (150, 130), deep, 0.42),
        glow((560, 300), (40, 180), white, 0.22),
        glow((430, 1040), (330, 90), deep, 0.7),
        glow((300, 980), (110, 60), white, 0.25),
    )
    arch = d("M214 1060L214 650C214 528 312 470 430 470C548 470 646 528 646 650L646 1060Z")
    inner_panel = intersection(arch, front)
    band = intersection(d("M120 846C300 800 560 900 760 836L760 1100L120 1100Z"), front)
    seal = blob(
        (188, 66, 0),
        (430, 72),
        (672, 66, 0),
        (668, 94),
        (664, 132, 0),
        (430, 138),
        (196, 132, 0),
        (192, 94),
    )
    crimps = tuple(curve((204 + 18.5 * i, 78), (205 + 18.3 * i, 124)) for i in range(25))
    light = tones.light
    panel_tones = tones_of(panel)
    parts = [
        Part(path=front, color=main, form="matte", group="bag", paints=creases, spot=True),
        Part(
            path=inner_panel,
            color=cream,
            form="matte",
            group="panel",
            spot=True,
            solid=False,
            paints=(creases[1],),
        ),
        Part(
            path=band,
            color=panel,
            form="matte",
            group="panel",
            spot=True,
            solid=False,
            paints=(creases[1], glow((430, 1040), (330, 90), panel_tones.deep, 0.6)),
        ),
        Part(
            path=seal,
            color=light,
            group="seal",
            form="plane",
            spot=True,
            lines=crimps,
            line_color=tones.shade.with_opacity(0.75),
            line_width=3,
            paints=(
                across(
                    seal.bounds,
                    [
                        (0, deep.with_opacity(0.4)),
                        (0.16, white.with_opacity(0.5)),
                        (0.34, white.with_opacity(0)),
                        (0.7, deep.with_opacity(0.05)),
                        (0.86, white.with_opacity(0.4)),
                        (1, deep.with_opacity(0.4)),
                    ],
                ),
            ),
        ),
    ]
    notch = d("M648 86L676 98L648 110Z")
    parts.append(
        Part(
            path=notch,
            color=tones.shade,
            form="matte",
            group="seal",
            outline=False,
            solid=False,
            only=("flat",),
        )
    )
    return parts


def _icon(
    request: MotifRequest, at: tuple[float, float], main: Color, cream: Color
) -> list[Part]:
    """A face on the panel: a cat, or a dog where one is asked for."""
    tones = tones_of(main)
    dark = tones.deep.mixed(_DARK, 0.45)

    def put(path: Path) -> Path:
        return placed(path, at[0], at[1] + 26, scale=0.92)

    if request.has("dog", "puppy", "poodle"):
        head = (
            scallop((0, 0), (108, 104), bumps=15, depth=0.6)
            if request.has("poodle")
            else blob(
                (-96, -70),
                (0, -104),
                (96, -70),
                (104, 20),
                (60, 92),
                (0, 108),
                (-60, 92),
                (-104, 20),
            )
        )
        ears = [
            blob((-88, -84), (-128, -70), (-150, 10), (-128, 66), (-100, 40), (-84, -20)),
            blob((88, -84), (128, -70), (150, 10), (128, 66), (100, 40), (84, -20)),
        ]
    else:
        head = blob(
            (0, -84),
            (70, -74),
            (112, -20),
            (120, 34),
            (70, 90),
            (0, 104),
            (-70, 90),
            (-120, 34),
            (-112, -20),
            (-70, -74),
        )
        ears = [
            blob((-112, -20, 0), (-118, -90), (-104, -136, 0), (-62, -110), (-30, -76, 0)),
            blob((112, -20, 0), (118, -90), (104, -136, 0), (62, -110), (30, -76, 0)),
        ]
    stripes = (
        ()
        if request.has("dog", "puppy", "poodle")
        else (
            curve((0, -78), (0, -44)),
            curve((-26, -72), (-22, -48)),
            curve((26, -72), (22, -48)),
        )
    )
    whiskers = (
        ()
        if request.has("dog", "puppy", "poodle")
        else (
            curve((-66, 44), (-112, 36), (-150, 40)),
            curve((-66, 58), (-112, 62), (-144, 76)),
            curve((66, 44), (112, 36), (150, 40)),
            curve((66, 58), (112, 62), (144, 76)),
        )
    )
    parts = [
        Part(path=put(ear), color=main, group="icon", form="plane", spot=True, solid=False)
        for ear in ears
    ]
    parts.append(
        Part(path=put(head), color=main, group="icon", form="plane", spot=True, solid=False)
    )
    muzzle = ellipse(0, 48, 50, 36)
    nose = blob((-18, 22), (0, 18), (18, 22), (10, 36), (0, 42), (-10, 36))
    eyes = (curve((-72, 2), (-56, -14), (-38, 0)), curve((38, 0), (56, -14), (72, 2)))
    mouth = (curve((0, 42), (-8, 58), (-26, 56)), curve((0, 42), (8, 58), (26, 56)))
    parts.append(
        Part(
            path=put(muzzle),
            color=cream,
            form="matte",
            group="icon",
            spot=True,
            outline=False,
            solid=False,
        )
    )
    parts.append(
        Part(path=put(nose), color=dark, form="matte", group="icon", spot=True, solid=False)
    )
    parts.append(
        Part(
            path=Path(),
            color=cream,
            group="icon",
            solid=False,
            line_width=8,
            lines=tuple(put(e) for e in eyes),
            line_color=cream,
        )
    )
    parts.append(
        Part(
            path=Path(),
            color=dark,
            group="icon",
            solid=False,
            line_width=5,
            lines=tuple(put(m) for m in (*mouth, *stripes, *whiskers)),
            line_color=dark,
        )
    )
    return parts

"""Silicon: a processor in isometric view."""

from __future__ import annotations

from compositor.color import Color
from compositor.geometry import Affine, Box, Path, Point
from compositor.geometry.shapes import ellipse, rectangle, rounded_rectangle
from generators.vector.motifs.forms import blob
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import across, along, glow
from generators.vector.motifs.sketch import Part, Sketch
from generators.vector.motifs.tones import tones_of

__all__ = ["chip"]

_WHITE = Color(255, 255, 255)
_BODY = Color.from_hex("#23222B")


def chip(request: MotifRequest) -> Sketch:
    """Return a processor lying flat in isometric view, its core lit."""
    palette = request.palette
    main, light = palette.primary, palette.accent2
    gold = request.own(Color.from_hex("#E2BE6E"), 0.04)
    iso = Affine(0.866, 0.5, -0.866, 0.5, 500, 120)
    parts: list[Part] = []
    for i in range(9):
        at = 62 + i * 42
        for box in (
            Box(at, 430, 22, 66),
            Box(430, at, 66, 22),
            Box(at, -46, 22, 66),
            Box(-46, at, 66, 22),
        ):
            path = rectangle(box).transformed(iso).moved(0, 66)
            parts.append(Part(path=path, color=gold, form="plane", group="pins", spot=True))
    t = tones_of(main)
    dark = main.mixed(_BODY, 0.72)

    def slab(
        box: Box, lift: float, thick: float, color: Color, group: str, radius: float = 18
    ) -> None:
        top = rounded_rectangle(box, radius).transformed(iso).moved(0, -lift)
        low = top.moved(0, thick)
        tones = tones_of(color)
        hull = blob(*[(p.x, p.y, 0) for p in _hull(top.points() + low.points())])
        parts.append(
            Part(
                path=hull,
                color=tones.deep,
                form="matte",
                group=group,
                spot=True,
                paints=(
                    across(
                        hull.bounds,
                        [
                            (0, tones.shade),
                            (0.5, tones.shade.mixed(tones.deep, 0.4)),
                            (0.5, tones.deep),
                            (1, tones.deep.shifted(lightness=-0.06)),
                        ],
                    ),
                ),
            )
        )
        b = top.bounds
        parts.append(
            Part(
                path=top,
                color=color,
                form="matte",
                group=group,
                spot=True,
                paints=(
                    along(
                        (b.x, b.center.y),
                        (b.right, b.center.y),
                        [
                            (0, tones.light),
                            (0.5, tones.base),
                            (1, tones.shade.mixed(tones.base, 0.3)),
                        ],
                    ),
                ),
            )
        )

    slab(Box(0, 0, 450, 450), -40, 44, dark, "board")
    slab(Box(46, 46, 358, 358), 0, 40, main, "package")
    traces = []
    for i in range(5):
        at = 100 + i * 62
        traces += [
            _line(iso, (at, 62), (at, 118)),
            _line(iso, (at, 332), (at, 388)),
            _line(iso, (62, at), (118, at)),
            _line(iso, (332, at), (388, at)),
        ]
    parts.append(
        Part(
            path=Path(),
            color=light,
            group="traces",
            lines=tuple(traces),
            line_color=tones_of(light).light,
            line_width=5,
            solid=False,
        )
    )
    slab(Box(132, 132, 186, 186), 34, 34, light, "core", 12)
    face = rounded_rectangle(Box(160, 160, 130, 130), 10).transformed(iso).moved(0, -34)
    glint = glow((500, face.bounds.center.y), (170, 110), _WHITE, 0.75)
    parts.append(
        Part(
            path=face,
            color=tones_of(light).light,
            form="plane",
            group="core",
            spot=True,
            solid=False,
            paints=(glint,),
        )
    )
    halo = ellipse(500, 330, 330, 200)
    parts.append(
        Part(
            path=halo,
            color=light.with_opacity(0),
            form="glass",
            group="halo",
            solid=False,
            outline=False,
            only=("flat",),
            paints=(glow((500, 320), (330, 200), t.glow.mixed(light, 0.6), 0.3),),
        )
    )
    return Sketch(
        parts=tuple(parts),
        width=1000,
        height=700,
        ground_y=650,
        focus=Point(500, 310),
        contact=Box(140, 350, 720, 240),
    )


def _line(iso: Affine, a: tuple[float, float], b: tuple[float, float]) -> Path:
    return Path.polygon([iso.apply(a), iso.apply(b)], closed=False)


def _hull(points: list[Point]) -> list[Point]:
    """Convex hull by Andrew's monotone chain."""
    ordered = sorted(set(points))

    def half(run: list[Point]) -> list[Point]:
        out: list[Point] = []
        for p in run:
            while len(out) > 1 and (out[-1].x - out[-2].x) * (p.y - out[-2].y) <= (
                out[-1].y - out[-2].y
            ) * (p.x - out[-2].x):
                out.pop()
            out.append(p)
        return out[:-1]

    return half(ordered) + half(ordered[::-1])

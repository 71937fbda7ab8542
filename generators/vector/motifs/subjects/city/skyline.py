"""Skyline: towers by day or night, and turbines on a hill."""

from __future__ import annotations

from compositor.geometry import Box
from compositor.geometry.shapes import circle, rectangle
from generators.vector.motifs.easel import Easel
from generators.vector.motifs.forms import blob, d, placed
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import across, down
from generators.vector.motifs.sketch import Sketch

__all__ = ["skyline", "wind_turbine"]


def skyline(request: MotifRequest) -> Sketch:
    """Return a row of towers in three depths, some windows lit."""
    e = Easel(request)
    rng = request.rng(71)
    base, sky = e.main(), e.palette.ground
    warm = e.local("#FFD98A", 0)
    for depth, (count, low, high) in enumerate(((11, 300, 620), (8, 240, 520), (6, 160, 400))):
        e.group = ("far", "middle", "near")[depth]
        color = base.mixed(sky, (0.68, 0.38, 0.05)[depth])
        t = e.tones(color)
        x = 0.0
        while x < 990:
            width = min(1000 - x, 1060 / count * float(rng.uniform(0.7, 1.15)))
            height = float(rng.uniform(low, high))
            top = 700 - height
            kind = int(rng.integers(4))
            tower = rectangle(Box(x, top, width, height))
            if kind == 1:
                tower = d(f"M{x} 700L{x} {top}L{x + width} {top + 50}L{x + width} 700Z")
            elif kind == 2:
                tower = d(
                    f"M{x} 700L{x} {top + 40}L{x + width * 0.25} {top + 40}"
                    f"L{x + width * 0.25} {top}L{x + width * 0.75} {top}"
                    f"L{x + width * 0.75} {top + 40}L{x + width} {top + 40}"
                    f"L{x + width} 700Z"
                )
            elif kind == 3:
                tower = d(
                    f"M{x} 700L{x} {top + 60}L{x + width / 2} {top}"
                    f"L{x + width} {top + 60}L{x + width} 700Z"
                )
            e.add(
                tower,
                color,
                "matte",
                across(
                    tower.bounds, [(0, t.light), (0.5, t.base), (0.5, t.shade), (1, t.shade)]
                ),
                down(
                    Box(0, top, 1, height),
                    [(0, t.base.with_opacity(0)), (1, sky.with_opacity(0.35))],
                ),
                spot=depth == 2,
            )
            if depth > 0:
                for r in range(int(height // 44) - 1):
                    for c in range(int(width // 34)):
                        if rng.uniform() < 0.4:
                            window = rectangle(Box(x + 14 + c * 34, top + 70 + r * 44, 14, 22))
                            e.inside(
                                window,
                                warm if rng.uniform() < 0.6 else t.glow,
                                "matte",
                                outline=False,
                            )
            x += width + (6 if depth else 0)
    return e.sketch(1000, 700, 700, (520, 320), floats=True)


def wind_turbine(request: MotifRequest) -> Sketch:
    """Return three wind turbines on a hill."""
    e = Easel(request)
    white, hill = e.local("#F5F7F9", 0.02), e.main()
    e.group = "hill"
    e.add(
        blob(
            (0, 980, 0),
            (0, 820, 0),
            (220, 760),
            (480, 800),
            (760, 740),
            (1000, 790, 0),
            (1000, 980, 0),
        ),
        hill,
        "plane",
        e.light(260, 790, 300, 40, 0.35),
    )
    for x, y, size, turn in ((240, 470, 0.52, 20), (800, 420, 0.6, 50), (500, 330, 1.0, -6)):
        e.group = "turbine"
        e.add(
            d(
                f"M{x - 9 * size} {y}L{x + 9 * size} {y}L{x + 20 * size} 800"
                f"L{x - 20 * size} 800Z"
            ),
            white,
            "tube",
            spot=True,
        )
        blade = blob((0, 0, 0), (26, -50), (20, -160), (4, -310, 0), (-12, -150), (-14, -50))
        for i in range(3):
            e.add(
                placed(blade, x, y, turn_deg=turn + 120 * i, scale=size),
                white,
                "plane",
                spot=True,
            )
        e.add(circle(x, y, 24 * size), e.palette.accent, "round")
    return e.sketch(1000, 980, 980, (500, 330), floats=True)

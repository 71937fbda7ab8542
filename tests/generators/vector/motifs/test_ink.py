"""Pen strokes, ribbons and tones."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from compositor.color import Color
from compositor.geometry import Path
from compositor.geometry.shapes import circle
from generators.vector.motifs.forms import blob, ribbon
from generators.vector.motifs.ink import Pen, hatch_lines, ink
from generators.vector.motifs.tones import tones_of

places = st.tuples(st.floats(0, 1000), st.floats(0, 1000))


@settings(max_examples=40, deadline=None)
@given(st.lists(places, min_size=2, max_size=8, unique=True), st.floats(2, 20))
def test_a_pen_stays_near_its_path(points: list[tuple[float, float]], width: float) -> None:
    path = Path.polygon(points, closed=False)
    pen = Pen(width=width)
    drawn = ink(path, pen, np.random.default_rng(1))
    room = path.bounds.inset(-(2 * width + 3 * pen.wobble + 4))
    assert drawn.is_empty or room.covers(drawn.bounds)


def test_pressure_changes_the_width() -> None:
    line = Path.polygon([(0, 0), (600, 0)], closed=False)
    drawn = ink(line, Pen(width=10, wobble=0), np.random.default_rng(3))
    heights = [
        max(p.y for p in column) - min(p.y for p in column)
        for x in range(60, 540, 40)
        if (column := [p for p in drawn.points() if abs(p.x - x) < 12])
    ]
    assert max(heights) - min(heights) > 1.5


def test_hatching_stays_in_its_area() -> None:
    disc = circle(300, 300, 200)
    lines = hatch_lines(disc, rng=np.random.default_rng(2))
    assert len(lines) > 12
    assert all(disc.bounds.inset(-12).covers(line.bounds) for line in lines)


def test_a_ribbon_is_as_wide_as_asked() -> None:
    assert abs(ribbon([(0, 0), (300, 0), (600, 0)], (40, 40)).bounds.height - 40) < 1


def test_a_dot_with_a_mark_is_a_corner() -> None:
    soft = blob((0, 0), (100, 0), (100, 100), (0, 100))
    sharp = blob((0, 0, 0), (100, 0, 0), (100, 100, 0), (0, 100, 0))
    assert sharp.bounds.width == 100
    assert soft.bounds.width > 105


def test_tones_go_from_dark_to_light() -> None:
    for text in ("#D9573B", "#FBFBFA", "#14213A", "#F5CB33"):
        t = tones_of(Color.from_hex(text))
        values = [c.oklch.lightness for c in (t.deep, t.shade, t.base, t.light, t.glow)]
        assert values == sorted(values)
        assert values[-1] - values[0] > 0.15

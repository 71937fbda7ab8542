"""Color in large soft fields: wash, mesh gradient, silk, aurora and light leaks."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from compositor.color import Color
from compositor.geometry.shapes import rectangle
from generators.vector.patterns.noise import fractal_noise, value_noise
from generators.vector.patterns.sheet import Sheet, filled
from generators.vector.patterns.tones import blend, glow, linear, lit, shaded, toned

__all__ = ["aurora", "light_leaks", "mesh_gradient", "silk", "wash"]

Field = npt.NDArray[np.float64]

_RASTER_SIDE = 420
"""Longer side of a soft raster, pixels: nothing in it is finer than a twentieth of that."""


def wash(sheet: Sheet) -> None:
    """One light from the upper left over the ground: the quietest field that is not flat."""
    tones = sheet.tones
    near, far = tones.field(0.1), tones.field(0.75)
    sheet.fill("wash", linear([near, far], sheet.box, 62))
    w, h = sheet.width, sheet.height
    side = max(w, h)
    bright = lit(tones.field(0), 0.05)
    sheet.fill("wash light", glow(bright, w * 0.2, h * 0.12, side * 0.7, strength=0.8))


def soft_size(sheet: Sheet) -> tuple[int, int]:
    """Return rows and columns of a raster for soft fields."""
    scale = _RASTER_SIDE / max(sheet.width, sheet.height)
    return max(16, round(sheet.height * scale)), max(16, round(sheet.width * scale))


def mapped(field: Field, colors: Sequence[Color]) -> npt.NDArray[np.uint8]:
    """Return the field (0–1) colored by a ramp through the colors, RGB."""
    stops = blend(colors, 65)
    table = np.array([stop.color.srgb for stop in stops]) * 255
    place = np.clip(field, 0, 1) * 64
    low = np.minimum(place.astype(int), 63)
    share = (place - low)[..., None]
    pixels: npt.NDArray[np.uint8] = np.rint(
        table[low] * (1 - share) + table[low + 1] * share
    ).astype(np.uint8)
    return pixels


def mesh_ramp(sheet: Sheet) -> list[Color]:
    """Return the ground followed by two glowing tones, ordered so that hues are neighbors."""
    tones = sheet.tones
    colorful = [c for c in tones.vivid if c.oklch.chroma > 0.05] or [tones.hue_source]
    pair = colorful[:2] if len(colorful) > 1 else [colorful[0], colorful[0]]
    if tones.is_dark:
        steps = [
            toned(pair[0], 0.34, 1.0),
            toned(pair[0], 0.50, 1.0),
            toned(pair[1], 0.62, 0.9),
        ]
        return [tones.ground, tones.field(0.5), *steps]
    steps = [toned(pair[0], 0.88, 0.85), toned(pair[0], 0.80, 0.9), toned(pair[1], 0.84, 0.9)]
    return [lit(tones.ground, 0.01), tones.field(0.45), *steps]


def mesh_gradient(sheet: Sheet) -> None:
    """Tones that flow into each other like a folded sheet of light."""
    rows, columns = soft_size(sheet)
    rng = sheet.rng
    ratio = sheet.height / sheet.width
    v = np.linspace(0, ratio**0.5, rows)[:, None]
    u = np.linspace(0, ratio**-0.5, columns)[None, :]
    a, b, c = (float(x) for x in rng.uniform(0, 2 * np.pi, 3))
    x = u + 0.16 * np.sin(2.3 * v + a) + 0.07 * np.sin(4.1 * v + 2.7 * u + b)
    y = v + 0.18 * np.sin(2.6 * u + b) + 0.06 * np.sin(4.7 * u - 2.2 * v + c)
    field = 0.46 + 0.34 * (y - 0.5) + 0.20 * (x - 0.5) + 0.36 * np.sin(2.9 * x - 1.7 * y + c)
    field = field + 0.12 * np.sin(5.2 * y + 2.1 * x + a)
    calm = sheet.calm_field(rows, columns, 46)
    field = 0.08 + (field - 0.08) * (1 - 0.72 * calm)
    sheet.picture("mesh gradient", mapped(field, mesh_ramp(sheet)))


def silk(sheet: Sheet) -> None:
    """Folds of cloth in one hue, lit from the upper left."""
    rows, columns = soft_size(sheet)
    rng = sheet.rng
    aspect = sheet.width / sheet.height
    v = np.linspace(0, 1, rows)[:, None]
    u = np.linspace(0, aspect, columns)[None, :]
    a, b, c = (float(x) for x in rng.uniform(0, 2 * np.pi, 3))
    angle = float(rng.uniform(0.55, 0.95))
    along = u * np.cos(angle) + v * np.sin(angle)
    across = -u * np.sin(angle) + v * np.cos(angle)
    bent = (
        across + 0.13 * np.sin(2.6 * along + a) + 0.05 * np.sin(5.9 * along + 3.1 * across + b)
    )
    fold = 19.0 * bent + 0.9 * np.sin(3.4 * along + 4.0 * across + c)
    deep = 0.45 + 0.55 * np.sin(2.2 * along + 1.6 * across + b) ** 2
    light = np.cos(fold) + 0.45 * np.cos(2.0 * fold + 1.3 * np.sin(3 * along)) - 0.2
    light = np.tanh(1.25 * light) * deep
    calm = sheet.calm_field(rows, columns, 20)
    light = light * (1 - 0.88 * calm)
    tones = sheet.tones
    base = tones.field(0.7)
    spread = 0.085 if not tones.is_dark else 0.12
    ramp = [
        shaded(base, spread * 1.3),
        shaded(base, spread * 0.4),
        base,
        lit(base, spread * 0.8),
    ]
    sheet.picture("silk", mapped(0.55 + 0.45 * light, ramp))


def aurora(sheet: Sheet) -> None:
    """Curtains of light with fine rays over a deep or pale sky."""
    rows, columns = soft_size(sheet)
    rng = sheet.rng
    tones = sheet.tones
    sky = (
        [tones.ground, tones.field(0.8)] if tones.is_dark else [tones.field(0.6), tones.ground]
    )
    v = np.linspace(0, 1, rows)[:, None]
    u = np.linspace(0, 1, columns)[None, :]
    base = mapped(v * np.ones((1, columns)), sky).astype(float)
    colors = [c for c in tones.vivid if c.oklch.chroma > 0.05] or [tones.hue_source]
    calm = sheet.calm_field(rows, columns, 14)
    for i in range(3):
        color = colors[i % len(colors)]
        low = toned(color, 0.80 if tones.is_dark else 0.72, 1.25)
        high = toned(colors[(i + 1) % len(colors)], 0.5 if tones.is_dark else 0.82, 1.4)
        wave = value_noise(rng, (1, columns), (1, 2.4))
        rays = 0.62 + 0.38 * fractal_noise(rng, (1, columns), (1, 26), 3)
        swell = np.clip(0.55 + 0.75 * value_noise(rng, (1, columns), (1, 2.2)), 0, 1)
        foot = 0.36 + 0.16 * i + 0.13 * wave + 0.06 * (u - 0.5)
        rise = (foot - v) / (0.34 + 0.08 * value_noise(rng, (1, columns), (1, 5)))
        body = np.where(
            rise > 0, np.exp(-2.4 * rise) * np.minimum(rise * 14, 1), np.exp(rise * 26) * 0.0
        )
        strength = body * rays * swell * (1 - 0.75 * calm) * (0.88 if tones.is_dark else 0.95)
        share = np.clip(rise, 0, 1)[..., None]
        tint = (np.array(low.srgb) * (1 - share) + np.array(high.srgb) * share) * 255
        base = base * (1 - strength[..., None]) + tint * strength[..., None]
    sheet.picture("aurora", np.rint(base).astype(np.uint8))


def light_leaks(sheet: Sheet) -> None:
    """Warm light that got into the camera, from two edges."""
    wash(sheet)
    tones = sheet.tones
    w, h = sheet.width, sheet.height
    side = max(w, h)
    rng = sheet.rng
    for i, color in enumerate(tones.vivid[:3]):
        edge = rng.uniform(0, 1)
        x = w * (0.98 if i % 2 == 0 else 0.02)
        y = h * (0.15 + 0.7 * edge)
        tint = toned(color, 0.78, 1.1) if not tones.is_dark else toned(color, 0.55, 1.1)
        paint = glow(tint, x, y, side * 0.46, side * (0.62 + 0.2 * edge), 0.8)
        sheet.add(
            "light leak", [filled(rectangle(sheet.box), paint)],
            blend="screen" if tones.is_dark else "normal",
        )  # fmt: skip
        flare = glow(lit(tint, 0.18), x, y, side * 0.13, side * 0.5, 0.6)
        sheet.add("leak core", [filled(rectangle(sheet.box), flare)], blend="screen")

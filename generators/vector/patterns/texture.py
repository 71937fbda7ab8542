"""Material: paper and grain tiles, ink pools, brush strokes, cut-paper layers."""

from __future__ import annotations

import math

import numpy as np

from compositor.color import Color
from compositor.document import Shape
from compositor.document.layer import BlendMode
from compositor.geometry import Box, Path, Point
from compositor.geometry.shapes import smooth_curve
from generators.vector.patterns.gradients import wash
from generators.vector.patterns.noise import rolling_noise, wrapped_noise
from generators.vector.patterns.sheet import Sheet, filled
from generators.vector.patterns.strokes import ribbon
from generators.vector.patterns.tones import linear, lit, shaded

__all__ = ["brush_stroke", "grain", "ink_pool", "paper", "paper_layers"]

_TILE_PX = 256


def grain(sheet: Sheet, strength: float = 0.5) -> None:
    """Lay film grain over everything: a neutral tile, blended so that hues stay put."""
    noise = wrapped_noise(sheet.rng, _TILE_PX, 0.42)
    value = np.clip(128 + 26 * noise, 0, 255)
    pixels = np.repeat(value[..., None], 3, axis=2).astype(np.uint8)
    sheet.tile("grain", pixels, opacity=min(1.0, 0.55 * strength), blend="soft-light")


def paper(sheet: Sheet, strength: float = 0.6) -> None:
    """Lay paper over everything: fine tooth, long fibers, a little cloudiness."""
    rng = sheet.rng
    tooth = wrapped_noise(rng, _TILE_PX, 0.55)
    cloud = wrapped_noise(rng, _TILE_PX, 2.2)
    value = 238 + 7.5 * tooth + 2.2 * cloud
    for _ in range(60):
        x, y, turn = (float(v) for v in rng.uniform(0, 1, 3))
        length = int(rng.integers(8, 26))
        for step in range(length):
            column = int(x * _TILE_PX + step * math.cos(turn * 7)) % _TILE_PX
            row = int(y * _TILE_PX + step * math.sin(turn * 7)) % _TILE_PX
            value[row, column] -= 9
    pixels = np.repeat(np.clip(value, 0, 255)[..., None], 3, axis=2).astype(np.uint8)
    blend: BlendMode = "soft-light" if sheet.tones.is_dark else "multiply"
    sheet.tile("paper", pixels, opacity=min(1.0, 0.8 * strength), blend=blend)


def ink_pool(sheet: Sheet, at: Point, radius: float, ink: Color, strength: float) -> None:
    """Lay one pool of ink on wet paper: it creeps out in fingers and dries dark at its rim."""
    size = 300
    rng = sheet.rng
    axis = np.linspace(-1.3, 1.3, size)
    x, y = axis[None, :], axis[:, None]
    body = rolling_noise(rng, (size, size), 31, 2, 0.5)
    fringe = rolling_noise(rng, (size, size), 8, 3, 0.62)
    wet = np.clip(0.5 + 1.3 * rolling_noise(rng, (size, size), 41, 1), 0, 1)
    inside = 0.80 - np.hypot(x * 0.94, y * 1.16) + 0.55 * body + (0.10 + 0.24 * wet) * fringe
    sharp = 34 - 27 * wet
    core = 1 / (1 + np.exp(-inside * sharp))
    bleed = np.exp(-((np.clip(-inside, 0, None) / (0.05 + 0.16 * wet)) ** 1.3)) * 0.42 * wet
    rim = np.exp(-(((inside - 0.035) / 0.035) ** 2)) * (1 - wet) * 0.75
    load = np.clip(
        0.40 + 0.55 * inside + 0.85 * rolling_noise(rng, (size, size), 20, 2), 0.10, 1
    )
    window = np.clip(1.3 - np.maximum(np.abs(x), np.abs(y)), 0, 0.14) / 0.14
    alpha = np.clip(np.maximum(core * load, bleed) + rim, 0, 1)
    pixels = np.empty((size, size, 4), np.uint8)
    pixels[..., :3] = np.array([ink.red, ink.green, ink.blue])
    pixels[..., 3] = np.rint(np.clip(alpha * strength * window, 0, 1) * 255)
    reach = radius * 1.3
    sheet.picture(
        "ink pool",
        pixels,
        box=Box(at.x - reach, at.y - reach, 2 * reach, 2 * reach),
        blend="multiply" if not sheet.tones.is_dark else "normal",
    )


def bristle_stroke(
    sheet: Sheet, course: list[Point], width: float, color: Color
) -> list[Shape]:
    """Return a dry brush stroke: a body with ragged ends and flying-white bristles."""
    rng = sheet.rng
    hairs = 26
    shapes: list[Shape] = []
    for hair in range(hairs):
        place = (hair + 0.5) / hairs * 2 - 1
        begin = abs(float(rng.normal(0, 0.02)))
        end = 1 - abs(float(rng.normal(0, 0.05))) - 0.10 * abs(place) ** 2
        dry = float(rng.uniform(0.6, 1.0))
        points = []
        for i, p in enumerate(course):
            share = i / (len(course) - 1)
            if not begin <= share <= end:
                continue
            before, after = course[max(0, i - 1)], course[min(len(course) - 1, i + 1)]
            length = math.dist(before, after) or 1.0
            nx, ny = -(after.y - before.y) / length, (after.x - before.x) / length
            swell = 0.62 + 0.38 * math.sin(math.pi * min(1.0, share * 1.4 + 0.12))
            off = place * width / 2 * swell + float(rng.normal(0, width * 0.003))
            points.append((p.x + nx * off, p.y + ny * off))
        if len(points) < 5:
            continue
        thick = width / hairs * (1.9 if abs(place) < 0.75 else 1.2) * dry

        def width_at(share: float, thick: float = thick, dry: float = dry) -> float:
            fade = 1.0 if dry > 0.72 or share < 0.55 else max(0.05, 1 - (share - 0.55) * 2.4)
            return thick * fade * min(1.0, 0.25 + 9 * share, 0.12 + 8 * (1 - share))

        shapes.append(filled(ribbon(points, width_at), color))
    return shapes


def brush_stroke(sheet: Sheet) -> None:
    """One confident sweep of a wide brush across the hero's side."""
    wash(sheet)
    w, h = sheet.width, sheet.height
    tones = sheet.tones
    cy = sheet.hero.center.y if sheet.hero else h * 0.66
    lift = float(sheet.rng.uniform(0.06, 0.13)) * h
    anchors = [
        (-0.04 * w, cy + lift),
        (0.25 * w, cy - lift * 0.4),
        (0.6 * w, cy + lift * 0.25),
        (1.02 * w, cy - lift * 1.2),
    ]
    course = smooth_curve(anchors).flattened(18)[0]
    color = tones.vivid[0]
    sheet.add("brush stroke", bristle_stroke(sheet, course, h * 0.26, color))
    if len(tones.vivid) > 1:
        second = [Point(p.x * 0.55 + w * 0.5, p.y + h * 0.20) for p in course]
        sheet.add("second stroke", bristle_stroke(sheet, second, h * 0.06, tones.vivid[1]))


def paper_layers(sheet: Sheet) -> None:
    """Sheets of cut paper with wavy edges, stacked from the foot up, each casting a shadow."""
    tones, rng = sheet.tones, sheet.rng
    w, h = sheet.width, sheet.height
    sheet.fill("back", linear([tones.field(0.05), tones.field(0.3)], sheet.box))
    front = tones.vivid[0]
    count = 6
    for i in range(count):
        share = (i + 1) / count
        color = tones.field(0.4).mixed(front, share**1.3 * 0.9)
        level = h * (0.42 + 0.54 * share)
        phase, swing = float(rng.uniform(0, 7)), h * float(rng.uniform(0.03, 0.075))
        points = [
            (
                x * w,
                level
                + swing * math.sin(phase + x * float(5.2 + 1.3 * (i % 3)))
                + swing * 0.4 * math.sin(phase * 2 + x * 11),
            )
            for x in np.linspace(-0.06, 1.06, 15)
        ]
        edge = smooth_curve(points).to_svg()
        body = Path.from_svg(f"{edge}L{w * 1.06} {h * 1.05}L{-w * 0.06} {h * 1.05}Z")
        sheet.add(
            "paper shadow",
            [filled(body.moved(0.4 * sheet.unit, -1.1 * sheet.unit), tones.shadow(0.34))],
            blur=1.3 * sheet.unit,
            blend="multiply",
        )
        box = Box(0, level - swing, w, h * 0.3)
        sheet.add(
            f"paper {i}",
            [filled(body, linear([lit(color, 0.035), color, shaded(color, 0.03)], box))],
        )

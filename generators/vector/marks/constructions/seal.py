"""seal: a Chinese seal of one to four characters, cut white (baiwen) or red (zhuwen)."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from compositor.geometry import Affine, Box, Path
from compositor.geometry.boolean import difference, union
from compositor.geometry.shapes import circle, ellipse, rounded_rectangle, smooth_curve
from generators.vector.marks.dials import shaped
from generators.vector.marks.glyphs import fitted_to, glyph
from generators.vector.marks.mark import CannotDraw, Mark, MarkRequest, filled, finished
from generators.vector.marks.pen import rounded_line

__all__ = ["draw", "hanzi_of"]

_STYLES = ("baiwen", "zhuwen", "round")


def hanzi_of(request: MarkRequest, limit: int = 4) -> str:
    """Return the Chinese characters to use: the name's, else a subject of one or two."""
    name = "".join(c for c in request.name_zh if "\u4e00" <= c <= "\u9fff")
    if name:
        return name[:limit]
    for subject in request.subjects:
        hanzi = "".join(c for c in subject if "\u4e00" <= c <= "\u9fff")
        if 1 <= len(hanzi) <= 2 and len(hanzi) == len(subject):
            return hanzi[:limit]
    return ""


def draw(request: MarkRequest) -> Mark:
    """Return a seal; the variant picks baiwen, zhuwen or a round seal.

    Raises:
        CannotDraw: There is no Chinese character to cut.
    """
    text = hanzi_of(request)
    if not text:
        raise CannotDraw("a seal needs name_zh, or a subject of one or two Chinese characters")
    style = _STYLES[request.variant % 3]
    rng = np.random.default_rng((*request.seed_pair, 19))
    rough = 1.0 if request.treatment == "doodle" else 0.45
    is_tall = len(text) == 2 or (len(text) == 3 and request.seed % 2 == 0)
    frame = Box(21, 6, 54, 84) if is_tall and style != "round" else Box(6, 6, 84, 84)
    characters = _set(text, request, frame, style)
    if style == "round":
        stone = _cut_edge(circle(48, 48, 42), rng, rough)
        area = difference(stone, characters)
    elif style == "baiwen":
        stone = _cut_edge(rounded_rectangle(frame, 5), rng, rough)
        area = difference(stone, characters)
    else:
        stone = _cut_edge(rounded_rectangle(frame, 5), rng, rough)
        hole = _cut_edge(rounded_rectangle(frame.inset(5.2), 2.5), rng, rough)
        area = union(difference(stone, hole), characters)
    for nick in _nicks(frame, rng, round((2 + 5 * rough) * min(1.0, 2 * request.detail))):
        area = difference(area, nick)
    mark = Mark(
        shapes=(filled(area, request.inks.main),),
        construction="seal",
        concept=f"the name as a seal, cut by hand, kept by use / “{text}”字成印，刀痕可见",
        subject=text,
        stroke_u=5.2,
        has_round_ends=False,
        facts={"style": style, "characters": text},
    )
    return finished(shaped(mark, request, radius_u=1.4, most_nodes=280))


def _set(text: str, request: MarkRequest, frame: Box, style: str) -> Path:
    """The characters, sharing the field: right column first, top down."""
    margin = {"baiwen": 0.11, "zhuwen": 0.16, "round": 0.2}[style]
    field = frame.inset(frame.width * margin, frame.width * margin)
    gap = frame.width * 0.045
    cells: list[Box]
    if len(text) == 1:
        cells = [field]
    elif len(text) == 2 and style == "round":
        w = (field.width - gap) / 2
        tall = field.inset(0, field.height * 0.08)
        cells = [
            Box(field.x + w + gap, tall.y, w, tall.height),
            Box(field.x, tall.y, w, tall.height),
        ]
    elif frame.width < frame.height:
        h = (field.height - gap * (len(text) - 1)) / len(text)
        cells = [
            Box(field.x, field.y + i * (h + gap), field.width, h) for i in range(len(text))
        ]
    else:
        w, h = (field.width - gap) / 2, (field.height - gap) / 2
        right, left = field.x + w + gap, field.x
        cells = [Box(right, field.y, w, h), Box(right, field.y + h + gap, w, h)]
        cells += [Box(left, field.y, w, h), Box(left, field.y + h + gap, w, h)]
        if len(text) == 3:
            cells = [Box(right, field.y, w, field.height), cells[2], cells[3]]
    return Path.join(
        fitted_to(glyph(c, request.font_zh), cell, stretch=1.5)
        for c, cell in zip(text, cells, strict=False)
    )


def _cut_edge(path: Path, rng: np.random.Generator, rough: float) -> Path:
    """The outline as a knife leaves it: long facets, never quite straight."""
    points: list[tuple[float, float]] = []
    line = path.flattened(5)[0]
    for a, b in pairwise(line):
        length = ((a.x - b.x) ** 2 + (a.y - b.y) ** 2) ** 0.5
        count = max(1, round(length / 13))
        for i in range(count):
            t = i / count
            dx, dy = rng.uniform(-0.55, 0.55, 2) * rough * 1.4
            points.append((a.x + (b.x - a.x) * t + dx, a.y + (b.y - a.y) * t + dy))
    thinned = [p for i, p in enumerate(points) if i % 2 == 0 or len(points) < 24]
    return (
        smooth_curve(thinned, closed=True, tension=0.35)
        if len(thinned) > 3
        else rounded_line(thinned, 1, closed=True)
    )


def _nicks(frame: Box, rng: np.random.Generator, count: int) -> list[Path]:
    """Chips along the rim."""
    found = []
    for _ in range(count):
        side, along = int(rng.integers(4)), float(rng.uniform(0.08, 0.92))
        x = frame.x + frame.width * (along if side < 2 else float(side == 3))
        y = frame.y + frame.height * (along if side >= 2 else float(side == 1))
        chip = ellipse(0, 0, float(rng.uniform(1.2, 3.0)), float(rng.uniform(0.9, 1.7)))
        turned = chip.transformed(Affine.rotation(float(rng.uniform(0, 180))))
        found.append(turned.moved(x, y))
    return found

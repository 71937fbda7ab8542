"""Signature edits of Chinese names, and what may be done to the structure of characters."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from compositor.geometry import Affine, Box, Path
from compositor.geometry.boolean import difference, simplify, union
from compositor.geometry.shapes import rectangle, rounded_rectangle
from generators.vector.marks.wordmarks.edit import Edited, Terms, symbol_in, symbol_name
from generators.vector.marks.wordmarks.letters import Letter, Line
from generators.vector.marks.wordmarks.outlines import emboldened, straightened
from generators.vector.marks.wordmarks.scan import ink_area, is_free, spans

_MOST_SHIFT = 0.34
"""How far a character may leave the line to meet its neighbor's stroke, in strokes."""

__all__ = ["HANZI_EDITS", "dots_of", "faceted", "in_seal", "proportioned"]


def dot(line: Line, terms: Terms) -> Edited | None:
    """A dot stroke of a character becomes the symbol."""
    best: tuple[float, int, Path] | None = None
    for i, letter in enumerate(line.letters):
        for cost, stroke in dots_of(letter, line.stem):
            if best is None or cost < best[0]:
                best = cost, i, stroke
    if best is None:
        return None
    _, i, stroke = best
    letter = line.letters[i]
    box = stroke.bounds
    rest = _without(letter, stroke)
    side = max(1.12 * max(box.width, box.height), 1.6 * line.stem, 0.14 * line.cap)
    if symbol_name(terms) == "dot":
        side *= 0.86
    # Its neighbors' ink must stay clear of it too.
    others = Path.join([rest, *(x.area for k, x in enumerate(line.letters) if k != i)])
    is_top = box.y < letter.area.bounds.y + 0.06 * line.cap
    place = Box(box.center.x - side / 2, box.center.y - side / 2, side, side)
    place = _clear_of(others, place, terms.gap, is_top=is_top)
    if place.width < max(1.05 * line.stem, 0.13 * line.cap):
        return None
    symbol = symbol_in(terms, place)
    return Edited.of(
        line, {i: rest}, symbol, letter=letter.text, symbol_u=round(place.width / 10, 2)
    )


def link(line: Line, _terms: Terms) -> Edited | None:
    """A level stroke of one character runs on into the next."""
    best: tuple[float, int, tuple[float, float, float, float, float]] | None = None
    for i, (a, b) in enumerate(zip(line.letters, line.letters[1:], strict=False)):
        if b.after_space:
            continue
        for y1, h1, x1 in _level_ends(a, line.stem, rightward=True):
            for y2, h2, x2 in _level_ends(b, line.stem, rightward=False):
                if x2 <= x1 or x2 - x1 > 420 or abs(h1 - h2) > 0.2 * line.stem:
                    continue
                if abs(y1 - y2) > _MOST_SHIFT * line.stem:
                    continue
                cost = abs(y1 - y2) / line.stem + (x2 - x1) / 250 + abs(y1 + 430) / 1200
                if best is None or cost < best[0]:
                    best = cost, i, (x1, y1, x2, y2, min(h1, h2))
    if best is None:
        return None
    _, i, (x1, y1, x2, y2, high) = best
    # The second character moves up or down until both strokes are one.
    shift = y1 - y2
    into = 0.9 * line.stem
    bar = rectangle(Box(x1 - into, y1 - high / 2, x2 - x1 + 2 * into, high))
    first = union(line.letters[i].area, simplify(bar))
    after = line.letters[i + 1]
    second = replace(after, area=after.area.moved(0, shift), tied=True)
    letters = tuple(second if k == i + 1 else x for k, x in enumerate(line.letters))
    made = Edited.of(replace(line, letters=letters), {i: first})
    text = line.letters[i].text + line.letters[i + 1].text
    return replace(made, facts={"letter": text, "link_u": round((x2 - x1) / 10, 2)})


def slit(line: Line, terms: Terms) -> Edited | None:
    """One diagonal of white runs through the whole name, rising on the angle."""
    if not line.letters:
        return None
    box = Path.join(x.area for x in line.letters).bounds
    angle = math.radians(min(terms.angle_deg, 30.0))
    angle = min(angle, math.atan(0.62 * box.height / box.width))
    slope, half = math.tan(angle), terms.gap * 0.62
    x0, x1 = box.x - 20, box.right + 20
    y0 = box.center.y - (x0 - box.center.x) * slope
    y1 = box.center.y - (x1 - box.center.x) * slope
    band = Path.polygon([(x0, y0 - half), (x1, y1 - half), (x1, y1 + half), (x0, y0 + half)])
    areas = {i: difference(x.area, band) for i, x in enumerate(line.letters)}
    text = "".join(x.text for x in line.letters)
    return Edited.of(line, areas, letter=text, slit_deg=round(math.degrees(angle), 1))


def extend(line: Line, terms: Terms) -> Edited | None:
    """The longest level stroke at an end of the name runs out of it, cut on the angle."""
    if not line.letters:
        return None
    last = len(line.letters) - 1
    found: list[tuple[float, int, bool, tuple[float, float, float]]] = []
    for i, right in ((last, True), (0, False)):
        edge = line.letters[i].area.bounds
        strong = 0.4 * edge.width
        for y, high, x in _level_ends(
            line.letters[i], line.stem, rightward=right, least=strong
        ):
            away = abs((edge.right if right else edge.x) - x)
            if away < 0.9 * line.stem:
                found.append((away - y / 8, i, right, (y, high, x)))
    if not found:
        return None
    _, i, right, (y, high, x) = min(found)
    sign = 1 if right else -1
    reach = 0.24 * line.cap
    lean = high / math.tan(math.radians(max(35.0, terms.angle_deg)))
    top, low = (reach, reach - lean) if right else (reach - lean, reach)
    bar = Path.polygon(
        [
            (x - sign * 8, y - high / 2),
            (x + sign * top, y - high / 2),
            (x + sign * low, y + high / 2),
            (x - sign * 8, y + high / 2),
        ]
    )
    area = union(line.letters[i].area, simplify(bar))
    return Edited.of(line, {i: area}, letter=line.letters[i].text)


HANZI_EDITS: dict[str, Callable[[Line, Terms], Edited | None]] = {
    "dot": dot,
    "link": link,
    "extend": extend,
    "slit": slit,
}


def dots_of(letter: Letter, stem: float) -> list[tuple[float, Path]]:
    """Return the strokes that look like a dot, most dot-like first, with a cost.

    Faces that keep every stroke as a contour show their dots at once; of others only dots
    that stand free are found. A dot is small, compact, and no part of a frame.
    """
    sign = 1 if ink_area(letter.area) > 0 else -1
    free = [c for c in letter.area.contours() if ink_area(c) * sign > 0]
    whole = letter.area.bounds
    found: list[tuple[float, Path]] = []
    for stroke in (*free, *letter.strokes) if len(letter.strokes) > len(free) else free:
        box = stroke.bounds
        longest, shortest = max(box.width, box.height), min(box.width, box.height)
        if longest > 0.36 * max(whole.width, whole.height) or shortest < 0.55 * stem:
            continue
        if longest / shortest > 2.6 or abs(ink_area(stroke)) > 3.8 * stem * stem:
            continue
        others = [s for s in letter.strokes if s.bounds != box]
        touching = sum(1 for s in others if not s.bounds.intersection(box.inset(6)).is_empty)
        high = (box.center.y - whole.y) / whole.height
        cost = longest / shortest * 0.5 + high * 1.6 + touching * 1.2
        cost += 0.0 if any(c.bounds == box for c in free) else 0.8
        found.append((cost, stroke))
    return sorted(found, key=lambda f: (f[0], f[1].bounds))


def proportioned(line: Line, width: float, x_shift: float = 0.0) -> Line:
    """Return characters narrower or wider whose upright strokes keep their weight.

    They are scaled across, and then every upright edge is moved back by what its stroke lost
    or gained; level edges stay.
    """
    if abs(width - 1) < 0.005:
        return line
    grow = (1 - width) * line.stem / 2
    letters = []
    for letter in line.letters:
        middle = letter.area.bounds.center.x
        squeeze = Affine(width, 0, 0, 1, middle * (1 - width) + x_shift, 0)
        area = simplify(emboldened(letter.area.transformed(squeeze), grow, 0.0))
        strokes = tuple(
            emboldened(simplify(s.transformed(squeeze)), grow, 0.0) for s in letter.strokes
        )
        letters.append(replace(letter, area=area, strokes=strokes))
    return replace(line, letters=tuple(letters))


def faceted(line: Line) -> Line:
    """Return characters redrawn with straight edges only."""
    letters = tuple(x.with_area(straightened(x.area, 0.16 * line.stem)) for x in line.letters)
    return replace(line, letters=letters)


def in_seal(line: Line, terms: Terms, *, is_white: bool) -> tuple[Path, list[Path]]:
    """Return the name as a square seal, and its characters as they stand in it.

    Characters are drawn out to fill their cells, read down from the right, in a frame of
    their own stroke; white on a solid tile, or lines in a frame.
    """
    count = len(line.letters)
    columns = 1 if count <= 2 else 2 if count <= 4 else 3
    rows = math.ceil(count / columns)
    side = 1000.0
    # Strokes in the cells, from the cells' size; frame and gaps go with them.
    stroke = line.stem * 0.76 / columns
    frame = 1.15 * stroke
    tall = 1780.0 if count == 2 else side
    margin = frame * (1.35 if is_white else 2.1)
    gap = 0.95 * stroke
    wide = (side - 2 * margin - gap * (columns - 1)) / columns
    cells: list[Path] = []
    at = 0
    for column in range(columns):
        here = min(rows, count - at) if column < columns - 1 else count - at
        if count == 3 and columns == 2:
            here = 1 if column == 0 else 2
        high = (tall - 2 * margin - gap * (here - 1)) / max(1, here)
        for row in range(here):
            x = side - margin - (column + 1) * wide - column * gap
            cell = Box(x, -tall + margin + row * (high + gap), wide, high)
            cells.append(_filling(line.letters[at], cell, line.stem))
            at += 1
    radius = max(terms.radius, 0.02 * side)
    tile = rounded_rectangle(Box(0, -tall, side, tall), radius)
    words = Path.join(cells)
    if is_white:
        return difference(tile, words), cells
    inner = rounded_rectangle(
        Box(frame, -tall + frame, side - 2 * frame, tall - 2 * frame), max(0.0, radius - frame)
    )
    return Path.join([difference(tile, inner), words]), cells


def _filling(letter: Letter, cell: Box, stem: float) -> Path:
    """A character drawn out to a cell with strokes of one weight."""
    box = letter.area.bounds
    # Strokes scale with the cell; edges are moved so that they end at one weight.
    target = stem * 0.94 * math.sqrt(cell.width / box.width * cell.height / box.height)
    inset = Box(cell.x, cell.y, cell.width, cell.height)
    sx, sy = inset.width / box.width, inset.height / box.height
    limit = 2.4 * min(sx, sy)
    sx, sy = min(sx, limit), min(sy, limit)
    dx, dy = (target - stem * sx) / 2, (target - stem * 0.86 * sy) / 2
    sx, sy = (inset.width - 2 * dx) / box.width, (inset.height - 2 * dy) / box.height
    sx, sy = min(sx, limit), min(sy, limit)
    place = Affine(
        sx, 0, 0, sy, cell.center.x - sx * box.center.x, cell.center.y - sy * box.center.y
    )
    return simplify(emboldened(letter.area.transformed(place), dx, dy))


def _without(letter: Letter, stroke: Path) -> Path:
    """The character without one of its strokes."""
    alone = [c for c in letter.area.contours() if c.bounds == stroke.bounds]
    if alone:
        return Path.join(c for c in letter.area.contours() if c.bounds != stroke.bounds)
    return simplify(Path.join(s for s in letter.strokes if s is not stroke))


def _clear_of(rest: Path, place: Box, gap: float, *, is_top: bool) -> Box:
    """The largest box about the place's middle, a little off it, with white all around."""
    best = place._replace(width=0.0, height=0.0)
    steps = [(0.0, 0.0), (0.0, -0.12), (-0.12, -0.06), (0.12, -0.06), (0.0, 0.12), (-0.2, 0.0)]
    if is_top:
        steps.insert(2, (0.0, -0.28))
    for scale in (1.0, 0.9, 0.8, 0.7, 0.6):
        side = place.width * scale
        for dx, dy in steps:
            box = Box(
                place.center.x - side / 2 + dx * place.width,
                place.center.y - side / 2 + dy * place.width,
                side,
                side,
            )
            if is_free(rest, box.inset(-0.8 * gap)):
                return box
        best = (
            best
            if best.width
            else Box(place.center.x - side / 2, place.center.y - side / 2, 0, 0)
        )
    return best


def _level_ends(
    letter: Letter, stem: float, *, rightward: bool, least: float = 0.0
) -> list[tuple[float, float, float]]:
    """(middle y, height, x) of level strokes that end at the facing side, from the rows."""
    box = letter.area.bounds
    step = stem / 8
    runs: list[list[tuple[float, float]]] = []
    previous: tuple[float, float] | None = None
    y = box.y + step / 2
    while y < box.bottom:
        found = spans(letter.area, y)
        end = None
        if found:
            a, b = found[-1] if rightward else found[0]
            reach = (b, b - a) if rightward else (a, b - a)
            facing = box.right - b if rightward else a - box.x
            if reach[1] > max(3.0 * stem, least) and facing < 1.6 * stem:
                end = reach[0]
        if end is not None:
            if previous is not None and abs(previous[1] - end) < 0.4 * stem:
                runs[-1].append((y, end))
            else:
                runs.append([(y, end)])
            previous = (y, end)
        else:
            previous = None
        y += step
    ends = []
    for run in runs:
        high = run[-1][0] - run[0][0] + step
        if not 0.4 * stem < high < 1.35 * stem:
            continue
        xs = sorted(x for _, x in run)
        x, middle = xs[len(xs) // 2], (run[0][0] + run[-1][0]) / 2
        inner = x - (0.7 if rightward else -0.7) * stem
        near = 0.5 * high + 0.4 * stem
        # A corner of a frame, or the foot of an upright stroke, is no end of a level one.
        if not any(
            a <= inner <= b
            for y in (middle - near, middle + near)
            for a, b in spans(letter.area, y)
        ):
            ends.append((middle, high, x))
    return ends

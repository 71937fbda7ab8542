"""Signature edits of Latin names: each changes one thing, or says that it cannot.

An edit takes the spaced line and returns it edited, or None where no letter allows it.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from compositor.geometry import Affine, Box, Path
from compositor.geometry.boolean import difference, intersection, simplify, union
from generators.vector.marks.glyphs import outer_and_counters
from generators.vector.marks.wordmarks.edit import (
    Edited,
    Terms,
    said_symbol,
    symbol_in,
    symbol_name,
)
from generators.vector.marks.wordmarks.letters import Letter, Line
from generators.vector.marks.wordmarks.scan import (
    depth_down,
    depth_up,
    has_ink,
    ink_area,
    is_free,
    spans,
    top_of,
)

__all__ = ["LATIN_EDITS"]

_EVEN = 0.62
"""Faces with more contrast than this are hurt by blunt cuts."""
_UPRIGHT = tuple("BDEFHIKLMNPRTUbdhiklmnpqru")
"""Letters with an upright stroke at an end, whose corner can be cut."""


def dot(line: Line, terms: Terms) -> Edited | None:
    """The dot of an i or j becomes the symbol."""
    if said_symbol(terms.nouns) in ("wave", "mountain", "eye"):
        return None  # over an i these read as accents
    for i, letter in enumerate(line.letters):
        if letter.text not in ("i", "j"):
            continue
        parts = [c for c in letter.area.contours() if ink_area(c) * ink_area(letter.area) > 0]
        if len(parts) != 2:
            continue
        top = min(parts, key=lambda c: c.bounds.bottom)
        box, below = top.bounds, max(parts, key=lambda c: c.bounds.bottom).bounds
        others = Path.join(x.area for k, x in enumerate(line.letters) if k != i)
        place = box
        for scale in (1.38, 1.22, 1.08, 0.96):
            side = max(box.width, box.height) * scale
            foot = min(box.bottom + 0.1 * side, below.y - terms.gap * 0.9)
            place = Box(box.center.x - side / 2, foot - side, side, side)
            if is_free(others, place.inset(-0.6 * terms.gap)):
                break
        rest = Path.join(c for c in letter.area.contours() if c != top)
        return Edited.of(line, {i: rest}, symbol_in(terms, place), letter=letter.text)
    return None


def counter(line: Line, terms: Terms) -> Edited | None:
    """The counter of a round letter becomes the symbol, as wide as the stem allows."""
    name = symbol_name(terms)
    if name == "dot" and not said_symbol(terms.nouns):
        return None  # a disc in a counter that means nothing is only an eye
    for wanted in ("OQ0", "o", "D"):
        for i, letter in enumerate(line.letters):
            if letter.text not in wanted or not letter.text:
                continue
            if wanted == "D" and name == "moon":
                continue
            outer, holes = outer_and_counters(letter.area)
            if not holes:
                continue
            hole = max(holes, key=lambda c: c.bounds.area).bounds
            side = min(hole.width, hole.height)
            if side < 1.1 * line.stem or side < 0.24 * line.cap:
                continue
            if name == "moon":
                body = difference(outer, _waning(holes[0], letter, line.stem))
                return Edited.of(line, {i: body}, letter=letter.text)
            if name in ("dot", "eye", "wave", "own") or line.stem < 0.17 * line.cap:
                side *= 0.54
                if side < 0.2 * line.cap:
                    continue
                place = Box(hole.center.x - side / 2, hole.center.y - side / 2, side, side)
                spark = symbol_in(terms, place)
                return Edited.of(line, {i: letter.area}, spark, letter=letter.text)
            side = max(side, math.sqrt(hole.width * hole.height)) * 1.06
            place = Box(hole.center.x - side / 2, hole.center.y - side / 2, side, side)
            cut = symbol_in(terms, place)
            body = difference(outer, cut)
            return Edited.of(line, {i: body}, letter=letter.text, symbol_u=side / 10)
    return None


def crossbar(line: Line, terms: Terms) -> Edited | None:
    """Every A loses its crossbar; with detail the symbol stands in the first one."""
    areas: dict[int, Path] = {}
    spark: Path | None = None
    for i, letter in enumerate(line.letters):
        if letter.text != "A":
            continue
        _, holes = outer_and_counters(letter.area)
        if len(holes) != 1:
            continue
        hole, box = holes[0].bounds, letter.area.bounds
        top, low = hole.bottom - 2, hole.bottom
        steps = [low + k * 4.0 for k in range(1, int((box.bottom - low) / 4))]
        open_at = next((y for y in steps if len(spans(letter.area, y)) == 2), None)
        inner = spans(letter.area, top)
        if open_at is None or len(inner) != 2:
            continue
        legs = spans(letter.area, open_at + 3)
        if len(legs) != 2:
            continue
        bar = Path.polygon(
            [
                (inner[0][1], top - 1),
                (inner[1][0], top - 1),
                (legs[1][0], open_at + 3),
                (legs[0][1], open_at + 3),
            ]
        )
        areas[i] = difference(letter.area, bar)
        inside = legs[1][0] - legs[0][1]
        side = min(0.3 * line.cap, 0.62 * inside)
        is_open = line.contrast >= _EVEN or said_symbol(terms.nouns)
        if spark is None and is_open and terms.detail >= 0.5 and side > 0.8 * line.stem:
            mid = (legs[1][0] + legs[0][1]) / 2
            spark = symbol_in(terms, Box(mid - side / 2, box.bottom - side, side, side))
    return Edited.of(line, areas, spark, letter="A") if areas else None


def bars(line: Line, _terms: Terms) -> Edited | None:
    """Every E loses its stem between the bars: three bars."""
    areas: dict[int, Path] = {}
    for i, letter in enumerate(line.letters):
        if letter.text != "E":
            continue
        box = letter.area.bounds
        stem = spans(letter.area, box.y + 0.27 * box.height)
        if len(stem) != 1 or stem[0][1] - stem[0][0] > 0.6 * box.width:
            continue
        probe = stem[0][1] + 0.25 * (box.right - stem[0][1])
        inked = [
            has_ink(letter.area, probe, box.y + (k + 0.5) / 60 * box.height) for k in range(60)
        ]
        gaps = _runs([not value for value in inked])
        if len(gaps) != 2:
            continue
        cuts = [
            _rectangle(
                box.x - 5,
                box.y + a / 60 * box.height,
                stem[0][1] - box.x + 6,
                (b - a) / 60 * box.height,
            )
            for a, b in gaps
        ]
        areas[i] = difference(letter.area, Path.join(cuts))
    return Edited.of(line, areas, letter="E") if areas else None


def cut(line: Line, terms: Terms) -> Edited | None:
    """The first letter loses a corner on top and the last one below, on one angle."""
    if line.contrast < _EVEN:
        return None
    slope = math.tan(math.radians(min(75.0, max(15.0, terms.angle_deg))))
    areas: dict[int, Path] = {}
    for i in dict.fromkeys((0, len(line.letters) - 1)):
        letter = line.letters[i]
        box = letter.area.bounds
        if letter.text not in _UPRIGHT:
            continue
        drop = min(0.3 * box.height, 1.15 * line.stem)
        run = min(drop / slope, 0.42 * box.width)
        x, y, sign = (box.x, box.y, 1) if i == 0 else (box.right, box.bottom, -1)
        wedge = simplify(
            Path.polygon(
                [
                    (x - sign * 4, y - sign * 4),
                    (x + sign * run, y - sign * 4),
                    (x - sign * 4, y + sign * run * slope),
                ]
            )
        )
        gone = intersection(letter.area, wedge)
        share = abs(ink_area(gone)) / max(1.0, abs(ink_area(letter.area)))
        if 0.012 < share < 0.14:
            areas[i] = difference(letter.area, wedge)
    text = "".join(line.letters[i].text for i in areas)
    return Edited.of(line, areas, letter=text) if areas else None


def extend(line: Line, terms: Terms) -> Edited | None:
    """A leg or bar runs on: the foot of a last L or E, the leg of R or K, the bar of a T."""
    last = len(line.letters) - 1
    for i, letter in enumerate(line.letters):
        box = letter.area.bounds
        if letter.text in ("R", "K", "k", "X") and i == last:
            body = _longer_leg(letter, line)
            if body is not None:
                return Edited.of(line, {i: body}, letter=letter.text)
        if letter.text in ("L", "E", "Z", "z") and i == last:
            foot = spans(letter.area, box.bottom - 0.3 * line.stem)
            if len(foot) == 1 and abs(foot[0][1] - box.right) < 0.3 * line.stem:
                thick = depth_up(letter.area, box.right - 0.5 * line.stem, box.bottom)
                reach = 0.42 * line.cap
                lean = thick / math.tan(math.radians(max(30.0, terms.angle_deg)))
                bar = Path.polygon(
                    [
                        (box.right - 0.6 * line.stem, box.bottom - thick),
                        (box.right + reach - lean, box.bottom - thick),
                        (box.right + reach, box.bottom),
                        (box.right - 0.6 * line.stem, box.bottom),
                    ]
                )
                return Edited.of(line, {i: union(letter.area, bar)}, letter=letter.text)
        if letter.text == "T" and i < last and _is_low(line, i + 1):
            reach = line.letters[i + 1].area.bounds.right
            if i + 2 <= last and _is_low(line, i + 2):
                reach = line.letters[i + 2].area.bounds.center.x
            thick = depth_down(letter.area, box.right - 0.4 * line.stem, box.y)
            if thick <= 0:
                continue
            bar = _rectangle(
                box.right - 0.5 * line.stem, box.y, reach - box.right + 0.5 * line.stem, thick
            )
            return Edited.of(line, {i: union(letter.area, bar)}, letter="T")
    return None


def ligature(line: Line, _terms: Terms) -> Edited | None:
    """Two neighbors become one sign: shared rings, a shared crossbar, or a shared stem."""
    for i, (a, b) in enumerate(zip(line.letters, line.letters[1:], strict=False)):
        if b.after_space:
            continue
        pair = a.text + b.text
        if pair in ("oo", "OO"):
            shift = -(b.area.bounds.x - a.area.bounds.right + 1.0 * line.stem)
        elif pair in ("tt", "ff", "ft", "tf"):
            return _joined_bars(line, i)
        elif (
            a.text in "HIMNdl"
            and b.text in "BDEFHIKLMNPRbhklnr"
            and a.text.isupper() == b.text.isupper()
        ):
            if not (a.text.isupper() and len(line.letters) > 2):
                continue
            shift = -(b.area.bounds.x - a.area.bounds.right + line.stem)
        else:
            continue
        letters = tuple(x.moved(shift) if k > i else x for k, x in enumerate(line.letters))
        letters = tuple(
            replace(x, tied=True) if k == i + 1 else x for k, x in enumerate(letters)
        )
        return Edited(replace(line, letters=letters), (i, i + 1), facts={"letter": pair})
    return None


def slit(line: Line, terms: Terms) -> Edited | None:
    """One diagonal of white runs through two neighbors, as if a single stroke of a knife."""
    count = len(line.letters)
    pairs = [k for k in range(count - 1) if not line.letters[k + 1].after_space]
    if not pairs or line.contrast < _EVEN:
        return None
    i = min(pairs, key=lambda k: (abs(k - (count - 2) / 2), k))
    touched = [i, i + 1]
    box = line.letters[touched[0]].area.bounds
    for k in touched[1:]:
        box = box.union(line.letters[k].area.bounds)
    angle = math.radians(min(60.0, max(12.0, terms.angle_deg)))
    if math.tan(angle) * box.width > 1.3 * box.height:
        angle = math.atan(1.1 * box.height / box.width)
    dx, dy = math.cos(angle), -math.sin(angle)
    half = terms.gap / 2
    far = box.width + box.height
    cx, cy = (
        box.center.x,
        -0.5 * line.x_height if box.height < 1.2 * line.x_height else box.center.y,
    )
    band = Path.polygon(
        [
            (cx - far * dx + half * dy, cy - far * dy - half * dx),
            (cx + far * dx + half * dy, cy + far * dy - half * dx),
            (cx + far * dx - half * dy, cy + far * dy + half * dx),
            (cx - far * dx - half * dy, cy - far * dy + half * dx),
        ]
    )
    areas = {k: difference(line.letters[k].area, simplify(band)) for k in touched}
    text = "".join(line.letters[k].text for k in touched)
    return Edited.of(line, areas, letter=text, slit_deg=round(math.degrees(angle), 1))


LATIN_EDITS: dict[str, Callable[[Line, Terms], Edited | None]] = {
    "dot": dot,
    "counter": counter,
    "crossbar": crossbar,
    "bars": bars,
    "ligature": ligature,
    "extend": extend,
    "cut": cut,
    "slit": slit,
}


def _waning(hole: Path, letter: Letter, stem: float) -> Path:
    """The counter grown and moved up to one side, so that the ring becomes a crescent."""
    box, ring = hole.bounds, letter.area.bounds
    thin = 0.3 * stem
    grow = 1 + 0.55 * stem / box.width
    wide, high = box.width * grow, box.height * grow
    right = ring.right - thin - wide / 2
    top = ring.y + 0.55 * stem + high / 2
    place = Affine(grow, 0, 0, grow, right - grow * box.center.x, top - grow * box.center.y)
    return hole.transformed(place)


def _joined_bars(line: Line, i: int) -> Edited | None:
    a, b = line.letters[i], line.letters[i + 1]
    near: list[tuple[float, float]] = []
    for k in range(24):
        y = -line.x_height * (1.16 - 0.025 * k)
        left, right = spans(a.area, y), spans(b.area, y)
        if left and right and right[0][0] > left[-1][1]:
            near.append((right[0][0] - left[-1][1], y))
    if not near:
        return None
    y = min(near)[1]
    left, right = spans(a.area, y), spans(b.area, y)
    x = left[-1][1] - 0.3 * line.stem
    top = top_of(a.area, x, y)
    thick = depth_down(a.area, x, top)
    if thick > 1.6 * line.stem:
        return None
    bar = _rectangle(x, top, right[0][0] - x + 0.3 * line.stem, thick)
    return Edited.of(line, {i: union(a.area, bar)}, letter=a.text + b.text)


def _longer_leg(letter: Letter, line: Line) -> Path | None:
    """The leg of R, K or k drawn out below the baseline in its own direction."""
    high, low = (
        spans(letter.area, -0.24 * line.x_height),
        spans(letter.area, -0.1 * line.x_height),
    )
    if len(high) < 2 or len(low) < 2:
        return None
    rise = 0.14 * line.x_height
    left = (low[-1][0] - high[-1][0]) / rise
    right = (low[-1][1] - high[-1][1]) / rise
    slope = (left + right) / 2
    if not 0.12 < slope < 1.6:
        return None
    reach = 0.24 * line.cap
    y = -0.1 * line.x_height
    drop = reach - y
    leg = Path.polygon(
        [
            (low[-1][0], y),
            (low[-1][1], y),
            (low[-1][1] + slope * drop, reach),
            (low[-1][0] + slope * drop, reach),
        ]
    )
    return union(letter.area, leg)


def _is_low(line: Line, i: int) -> bool:
    """Whether a letter ends at the x-height."""
    letter = line.letters[i]
    return not letter.after_space and -letter.area.bounds.y < 1.06 * line.x_height


def _runs(flags: list[bool]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for k, flag in enumerate(flags):
        if flag and (not found or found[-1][1] != k):
            found.append((k, k + 1))
        elif flag:
            found[-1] = (found[-1][0], k + 1)
    return found


def _rectangle(x: float, y: float, width: float, height: float) -> Path:
    return Path.polygon([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])

"""Where text stands: on the page, inside its margin and safe area, clear of other text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from compositor.geometry import Box
from compositor.preflight.finding import Finding
from compositor.preflight.measured import Fault, MeasuredPage
from compositor.preflight.mending.remedy import Move, Recompose, Remedy
from compositor.preflight.placed import PlacedText, quads_overlap

__all__ = ["overlaps", "placement"]

_OVERLAP_PX = 2.0
"""Line boxes may touch this much before they count as overlapping."""
_ROOM_PX = 0.5
"""How much further than needed a repair moves."""


def placement(page: MeasuredPage) -> Iterator[Finding]:
    """Yield text off the page, in its margin, outside a safe area or under a keep-out."""
    frame, target = page.frame, page.target
    inside = page.box.inset(frame.margin_px)
    safe = target.safe.inside(frame.size)
    for text in page.texts:
        is_label = text.item.role == "label"
        if not page.box.covers(text.ink, tolerance_px=0.5):
            yield page.finding(
                Fault(
                    "off_page",
                    "hard",
                    "ink runs off the page; move or shrink the text",
                    _outside(text.ink, page.box),
                    0,
                    "quality_gates of the design rules",
                    _into(text, inside),
                ),
                text,
            )
        elif not is_label and not inside.covers(text.ink, tolerance_px=1.0):
            yield page.finding(
                Fault(
                    "margin",
                    "hard",
                    f"text stands inside the {frame.margin_px:g} px margin",
                    _outside(text.ink, inside),
                    0,
                    "margins of the design rules",
                    _into(text, inside),
                ),
                text,
            )
        elif not is_label and not safe.covers(text.ink, tolerance_px=1.0):
            yield page.finding(
                Fault(
                    "safe_area",
                    "hard",
                    "text leaves the safe area, where the platform or the cutter may hide it",
                    _outside(text.ink, safe),
                    0,
                    target.name or "target",
                    _into(text, safe.intersection(inside)),
                ),
                text,
            )
        elif not is_label:
            yield from _under_keepouts(page, text)


def _under_keepouts(page: MeasuredPage, text: PlacedText) -> Iterator[Finding]:
    for keepout in page.target.keepouts:
        box = page.box.fraction(*keepout)
        covered = max(
            (patch.intersection(box) for patch in text.patches), key=lambda part: part.area
        )
        if min(covered.width, covered.height) > 1.0:
            yield page.finding(
                Fault(
                    "safe_area",
                    "hard",
                    "the platform lays something of its own over this text",
                    min(covered.width, covered.height),
                    0,
                    page.target.name or "target",
                    _out_of(page, text, box),
                ),
                text,
            )


def overlaps(page: MeasuredPage) -> Iterator[Finding]:
    """Yield texts whose lines lie over one another."""
    for one, two in combinations(page.texts, 2):
        if one.ink.intersection(two.ink).is_empty:
            continue
        depth = max(
            quads_overlap(first, second, _OVERLAP_PX)
            for _, first in one.lines
            for _, second in two.lines
        )
        if depth > 0:
            yield page.finding(
                Fault(
                    "overlap",
                    "hard",
                    f"it overlaps the text of {one.item.id!r}",
                    depth,
                    0,
                    "quality_gates of the design rules",
                    _apart(page, one, two),
                ),
                two,
            )


def _outside(ink: Box, page: Box) -> float:
    return max(
        page.x - ink.x, page.y - ink.y, ink.right - page.right, ink.bottom - page.bottom, 0.0
    )


def _into(text: PlacedText, box: Box) -> Remedy:
    """The shortest move into the box; another composition when the text is too large."""
    ink = text.ink
    if ink.width > box.width or ink.height > box.height:
        return Recompose(wants="room")
    dx = max(0.0, box.x - ink.x) - max(0.0, ink.right - box.right)
    dy = max(0.0, box.y - ink.y) - max(0.0, ink.bottom - box.bottom)
    return Move(layer=text.item.id, dx=_further(dx), dy=_further(dy))


def _out_of(page: MeasuredPage, text: PlacedText, covered: Box) -> Remedy:
    """The shortest move off what the platform covers, where nothing else stands."""
    ink = text.ink
    inside = page.target.safe.inside(page.frame.size)
    inside = inside.intersection(page.box.inset(page.frame.margin_px))
    ways = (
        (covered.x - ink.right, 0.0),
        (covered.right - ink.x, 0.0),
        (0.0, covered.y - ink.bottom),
        (0.0, covered.bottom - ink.y),
    )
    for dx, dy in sorted(ways, key=lambda way: abs(way[0]) + abs(way[1])):
        step = (_further(dx), _further(dy))
        moved = ink.moved(*step)
        if inside.covers(moved) and _is_free(page, text, moved):
            return Move(layer=text.item.id, dx=step[0], dy=step[1])
    return Recompose(wants="room")


def _is_free(page: MeasuredPage, text: PlacedText, box: Box) -> bool:
    """Whether no other text has ink there."""
    return all(
        patch.intersection(box).is_empty
        for other in page.texts
        if other is not text
        for patch in other.patches
    )


def _further(distance: float) -> float:
    if distance == 0:
        return 0.0
    return round(distance + (_ROOM_PX if distance > 0 else -_ROOM_PX), 2)


def _apart(page: MeasuredPage, one: PlacedText, two: PlacedText) -> Remedy:
    """Down or up to clear the other text, where the page has the room."""
    inside = page.box.inset(page.frame.margin_px)
    gap = 0.25 * min(one.size_px, two.size_px)
    down = one.ink.bottom + gap - two.ink.y
    up = one.ink.y - gap - two.ink.bottom
    for dy in sorted((down, up), key=abs):
        moved = two.ink.moved(0, dy)
        if inside.covers(moved) and _is_free(page, two, moved):
            return Move(layer=two.item.id, dy=round(dy, 2))
    return Recompose(wants="room")

"""Arrangement: where the words and the picture of a page go, in fractions of the page.

A geometry is turned about here: settled to the words there are, mirrored, set for a script
that runs leftward.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal, get_args

from pydantic import Field

from compositor.document.frozen import BoxField, Frozen
from compositor.geometry import Box
from compositor.layout.theme import PaletteRole

__all__ = [
    "SLOTS",
    "Geometry",
    "PageFormat",
    "Panel",
    "Slot",
    "Stack",
    "hero_and_calm",
    "mirrored",
    "read_leftward",
    "settled",
]

Slot = Literal[
    "brand",
    "headline",
    "subhead",
    "body",
    "meta",
    "price",
    "cta",
    "tagline",
    "caption",
    "legal",
]
SLOTS: tuple[Slot, ...] = get_args(Slot)

PageFormat = Literal["P", "Q", "L", "W", "S", "T"]
"""Portrait, square, landscape; wide banner, strip, tall banner."""


class Stack(Frozen):
    """Texts set one under another (side by side, right to left, when vertical)."""

    box: BoxField
    anchor: Literal["top", "middle", "bottom"] = "top"
    align: Literal["left", "center", "right"] = "left"
    writing: Literal["horizontal", "vertical-rl"] = "horizontal"
    turn_deg: float = 0.0
    """Clockwise about the left end of the box's bottom edge."""
    slots: Annotated[tuple[Slot, ...], Field(min_length=1)]


class Panel(Frozen):
    """A flat field of color."""

    box: BoxField
    paint: PaletteRole


class Geometry(Frozen):
    """One composition at one page format."""

    picture: BoxField
    """Where the picture lies."""
    hero: BoxField
    """Where its main subject should stand, in fractions of the page; may bleed."""
    panel: Panel | None = None
    stacks: tuple[Stack, ...]


_FOOT = 0.78
"""Stacks that begin below this part of the page are its foot."""


def settled(geometry: Geometry, slots: frozenset[str]) -> Geometry:
    """Return the geometry for those slots: words sink to a foot that has nothing to hold."""
    filled = [stack for stack in geometry.stacks if slots & set(stack.slots)]
    foot = [stack for stack in geometry.stacks if stack.box.y >= _FOOT]
    if not foot or any(stack in filled for stack in foot):
        return geometry
    floor = max(stack.box.bottom for stack in foot)
    above = [s for s in filled if s.writing == "horizontal" and 0.3 < s.box.y < _FOOT]
    room = floor - max((s.box.bottom for s in above), default=geometry.hero.bottom)
    if room <= 0.02:
        return geometry
    stacks = tuple(
        s.model_copy(update={"box": s.box.moved(0, room)}) if s in above else s
        for s in geometry.stacks
        if s not in foot
    )
    hero = geometry.hero._replace(height=geometry.hero.height + room)
    changes: dict[str, object] = {"stacks": stacks, "hero": hero}
    top = min((s.box.y for s in above), default=1.0)
    if geometry.picture.bottom < 0.97 and geometry.picture.bottom <= top:
        changes["picture"] = geometry.picture._replace(height=geometry.picture.height + room)
    if geometry.panel is not None and geometry.panel.box.y > 0.3:
        panel = geometry.panel.box
        lowered = panel._replace(y=panel.y + room, height=panel.height - room)
        changes["panel"] = geometry.panel.model_copy(update={"box": lowered})
    return geometry.model_copy(update=changes)


_OTHER_SIDE = {"left": "right", "right": "left", "center": "center"}
_SPANNING = 0.55
"""Stacks wider than this part of the page keep their margin when the rest is mirrored."""


def mirrored(geometry: Geometry) -> Geometry:
    """Return it with left and right exchanged.

    Turned text stays: its slope has a reading direction.
    """
    if any(stack.turn_deg for stack in geometry.stacks):
        return geometry.model_copy(update={"hero": _flipped(geometry.hero)})
    stacks = tuple(
        stack.model_copy(
            update={
                "box": _flipped(stack.box) if _moves(geometry, stack) else stack.box,
                "align": _other_side(geometry, stack),
            }
        )
        for stack in geometry.stacks
    )
    changes: dict[str, object] = {
        "stacks": stacks,
        "hero": _flipped(geometry.hero),
        "picture": _flipped(geometry.picture),
    }
    if geometry.panel is not None:
        panel = geometry.panel
        changes["panel"] = panel.model_copy(update={"box": _flipped(panel.box)})
    return geometry.model_copy(update=changes)


def read_leftward(geometry: Geometry) -> Geometry:
    """Return it for a script that runs from right to left: every box and edge exchanged."""
    stacks = tuple(
        stack.model_copy(
            update={
                "box": stack.box if stack.turn_deg else _flipped(stack.box),
                "align": _OTHER_SIDE[stack.align],
            }
        )
        for stack in geometry.stacks
    )
    changes: dict[str, object] = {
        "stacks": stacks,
        "hero": _flipped(geometry.hero),
        "picture": _flipped(geometry.picture),
    }
    if geometry.panel is not None:
        panel = geometry.panel
        changes["panel"] = panel.model_copy(update={"box": _flipped(panel.box)})
    return geometry.model_copy(update=changes)


def hero_and_calm(geometry: Geometry, slots: Iterable[str]) -> tuple[Box, tuple[Box, ...]]:
    """Return, in fractions of the picture, where the subject goes and what stays calm.

    Args:
        geometry: In fractions of the page.
        slots: Copy slots that will be filled; empty stacks need no calm.
    """
    picture = geometry.picture
    filled = set(slots)

    def inside(box: Box) -> Box:
        return Box(
            (box.x - picture.x) / picture.width,
            (box.y - picture.y) / picture.height,
            box.width / picture.width,
            box.height / picture.height,
        )

    calm = tuple(
        inside(stack.box.intersection(picture))
        for stack in geometry.stacks
        if set(stack.slots) & filled and not stack.box.intersection(picture).is_empty
    )
    return inside(geometry.hero), calm


def _moves(geometry: Geometry, stack: Stack) -> bool:
    """Whether a mirrored stack changes sides; one that spans the page keeps its margin."""
    return stack.box.width <= _SPANNING or bool(_beside(geometry, stack))


def _other_side(geometry: Geometry, stack: Stack) -> str:
    """The alignment after mirroring: outer edges swap where two stacks face each other."""
    facing = {other.align for other in _beside(geometry, stack)}
    if stack.align == "left" and "right" in facing:
        return "right"
    return "left" if stack.align == "right" and "left" in facing else stack.align


def _beside(geometry: Geometry, stack: Stack) -> list[Stack]:
    """The stacks that stand left or right of this one."""
    return [
        other
        for other in geometry.stacks
        if other is not stack
        and other.box.y < stack.box.bottom
        and stack.box.y < other.box.bottom
    ]


def _flipped(box: Box) -> Box:
    return box._replace(x=1 - box.right)

"""Arrangement: where the words and the picture of a page go, in fractions of the page.

A geometry is turned about here: mirrored, set for a script that runs leftward.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Annotated, Literal, get_args

from pydantic import Field

from compositor.document.frozen import BoxField, Frozen
from compositor.geometry import Box
from compositor.layout.theme import PaletteRole

__all__ = [
    "SLOTS",
    "Geometry",
    "Mount",
    "PageFormat",
    "Panel",
    "Slot",
    "Stack",
    "Table",
    "TableForm",
    "Window",
    "hero_and_calm",
    "mirrored",
    "read_leftward",
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
    louder: Annotated[float, Field(ge=0.5, le=4)] = 1.0
    """How much larger than the table says its words are set; headlines have their own range."""


Cut = Literal["square", "rounded", "circle", "ticket"]
"""How a field of color or a picture is cut; a ticket has a notch in either side."""


class Panel(Frozen):
    """A flat field of color."""

    box: BoxField
    paint: PaletteRole
    cut: Cut = "square"


class Mount(Frozen):
    """How a picture is mounted: cut, turned, with a keyline like a print on a page."""

    cut: Cut = "square"
    turn_deg: float = 0.0
    """Clockwise about the middle of the box."""
    keyline: PaletteRole | None = None
    ground: PaletteRole | None = None
    """What lies behind a subject that is shown alone."""


class Window(Frozen):
    """A second look at the picture, whole or a detail of its subject."""

    box: BoxField
    zoom: Annotated[float, Field(ge=1, le=6)] = 1.0
    """1 shows the whole picture; more comes nearer to its subject."""
    mount: Mount = Mount()


TableForm = Literal[
    "ledger",
    "agenda",
    "plaque",
    "cells",
    "tiles",
    "columns",
    "stations",
    "bars",
    "posts",
    "bands",
    "ring",
]
"""How a list is shown: as rows, as fields or as a chart."""


class Table(Frozen):
    """Where a list goes that is set row by row; words above and below it make it smaller."""

    box: BoxField
    form: TableForm


class Geometry(Frozen):
    """One composition at one page format."""

    picture: BoxField
    """Where the picture lies."""
    hero: BoxField
    """Where its main subject should stand, in fractions of the page; may bleed."""
    mount: Mount = Mount()
    panels: tuple[Panel, ...] = ()
    """Over the picture; the first ones lowest."""
    windows: tuple[Window, ...] = ()
    path: tuple[tuple[float, float], ...] = ()
    """What the line of a `path` decor runs through, in fractions of the page."""
    table: Table | None = None
    """The list, where there is one; its slot then stands in no stack."""
    stacks: tuple[Stack, ...]

    def moved(self, move: Callable[[Box], Box], *, mirrors: bool = False) -> Geometry:
        """Return it with every box moved, the subject's and the picture's too.

        Args:
            move: Of a box in fractions of the page.
            mirrors: Whether left and right change places, so that turns do as well.
        """
        turn = -1.0 if mirrors else 1.0

        def mounted(mount: Mount) -> Mount:
            return mount.model_copy(update={"turn_deg": turn * mount.turn_deg})

        def placed(point: tuple[float, float]) -> tuple[float, float]:
            box = move(Box(*point, 0, 0))
            return box.x, box.y

        return self.model_copy(
            update={
                "picture": move(self.picture),
                "hero": move(self.hero),
                "mount": mounted(self.mount),
                "panels": tuple(
                    panel.model_copy(update={"box": move(panel.box)}) for panel in self.panels
                ),
                "windows": tuple(
                    window.model_copy(
                        update={"box": move(window.box), "mount": mounted(window.mount)}
                    )
                    for window in self.windows
                ),
                "path": tuple(placed(point) for point in self.path),
                "table": self.table
                and self.table.model_copy(update={"box": move(self.table.box)}),
                "stacks": tuple(
                    stack.model_copy(update={"box": move(stack.box)}) for stack in self.stacks
                ),
            }
        )


_OTHER_SIDE: dict[str, Literal["left", "center", "right"]] = {
    "left": "right",
    "right": "left",
    "center": "center",
}
_SPANNING = 0.55
"""Stacks wider than this part of the page keep their margin when the rest is mirrored."""


def mirrored(geometry: Geometry) -> Geometry:
    """Return it with left and right exchanged.

    Turned text stays: its slope has a reading direction.
    """
    if any(stack.turn_deg for stack in geometry.stacks):
        return geometry.model_copy(update={"hero": _flipped(geometry.hero)})
    moved = geometry.moved(_flipped, mirrors=True)
    stacks = tuple(
        stack.model_copy(
            update={
                "box": _flipped(stack.box) if _moves(geometry, stack) else stack.box,
                "align": _other_side(geometry, stack),
            }
        )
        for stack in geometry.stacks
    )
    return moved.model_copy(update={"stacks": stacks})


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
    moved = geometry.moved(_flipped, mirrors=True)
    return moved.model_copy(update={"stacks": stacks})


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
    table = geometry.table
    if table is not None and not table.box.intersection(picture).is_empty:
        calm = (*calm, inside(table.box.intersection(picture)))
    return inside(geometry.hero), calm


def _moves(geometry: Geometry, stack: Stack) -> bool:
    """Whether a mirrored stack changes sides; one that spans the page keeps its margin."""
    if geometry.windows or len(geometry.panels) > 1 or geometry.table is not None:
        # Words stand on fields or between pictures: all move together.
        return True
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

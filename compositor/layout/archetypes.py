"""Archetypes: compositions as stacks of text and a picture, by page format.

Boxes in the data are fractions of the trim. P is portrait (height ≥ 1.15 × width), L is
landscape (width ≥ 1.15 × height), Q is everything between.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import Annotated, Literal, get_args

from pydantic import Field

from compositor.document.frozen import BoxField, Frozen
from compositor.geometry import Box, Size
from compositor.layout.theme import PaletteRole

__all__ = [
    "SLOTS",
    "Archetype",
    "Geometry",
    "Panel",
    "Stack",
    "archetype",
    "archetypes",
    "eligible",
    "page_format",
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

PageFormat = Literal["P", "Q", "L"]


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


class Archetype(Frozen):
    """A composition."""

    id: str
    name_en: str
    name_zh: str
    family: str
    headline: tuple[float, float]
    """Smallest and largest em size of the headline, as parts of the shorter side."""
    max_lines: int
    align: Literal["left", "center", "right"]
    needs: tuple[Literal["short_headline", "vertical_headline", "picture"], ...] = ()
    decor: tuple[Literal["rules", "frame", "slash", "seal_line"], ...] = ()
    scrim: Literal["", "bottom"] = ""
    P: Geometry
    Q: Geometry
    L: Geometry

    @property
    def has_side(self) -> bool:
        """Whether left and right differ, so that a mirror image is another composition."""
        return self.align != "center" and "vertical_headline" not in self.needs

    def geometry(
        self, size: Size, slots: Iterable[str] = SLOTS, *, is_mirrored: bool = False
    ) -> Geometry:
        """Return the composition for a page of that size.

        Args:
            size: Trim size.
            slots: The copy slots that will be filled. When the foot of the page has nothing
                to hold, the words above sink to it and the picture takes the room.
            is_mirrored: Exchange left and right; text keeps its alignment to its own side.
        """
        found: Geometry = getattr(self, page_format(size))
        settled = _settled(found, frozenset(slots))
        return _mirrored(settled) if is_mirrored else settled

    def hero_and_calm(
        self, size: Size, slots: tuple[str, ...], *, is_mirrored: bool = False
    ) -> tuple[Box, tuple[Box, ...]]:
        """Return, in fractions of the picture, where the subject goes and what stays calm.

        Args:
            size: Trim size.
            slots: Copy slots that will be filled; empty stacks need no calm.
            is_mirrored: As for `geometry`.
        """
        geometry = self.geometry(size, slots, is_mirrored=is_mirrored)
        picture = geometry.picture

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
            if set(stack.slots) & set(slots) and not stack.box.intersection(picture).is_empty
        )
        return inside(geometry.hero), calm


_FOOT = 0.78
"""Stacks that begin below this part of the page are its foot."""


def _settled(geometry: Geometry, slots: frozenset[str]) -> Geometry:
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


_SPANNING = 0.55
"""Stacks wider than this part of the page keep their margin when the rest is mirrored."""


def _mirrored(geometry: Geometry) -> Geometry:
    """Exchange left and right. Turned text stays: its slope has a reading direction."""
    if any(stack.turn_deg for stack in geometry.stacks):
        return geometry.model_copy(update={"hero": _flipped(geometry.hero)})
    pairs = {"left": "right", "right": "left", "center": "center"}
    paired = _rows_with_both_sides(geometry)

    def narrow(stack: Stack) -> bool:
        return stack.box.width <= _SPANNING

    stacks = tuple(
        stack.model_copy(
            update={
                "box": _flipped(stack.box) if stack in paired or narrow(stack) else stack.box,
                "align": pairs[stack.align] if stack in paired else stack.align,
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


def _rows_with_both_sides(geometry: Geometry) -> list[Stack]:
    """Stacks that share a row with another: their outer edges swap with them."""
    return [
        one
        for one in geometry.stacks
        if any(
            other is not one and abs(other.box.center.y - one.box.center.y) < 0.06
            for other in geometry.stacks
        )
    ]


def _flipped(box: Box) -> Box:
    return box._replace(x=1 - box.right)


def page_format(size: Size) -> PageFormat:
    """Return P, Q or L.

    >>> page_format(Size(1080, 1440))
    'P'
    """
    if size.height >= 1.15 * size.width:
        return "P"
    return "L" if size.width >= 1.15 * size.height else "Q"


@lru_cache(maxsize=1)
def archetypes() -> dict[str, Archetype]:
    """Return all archetypes by id, in the order of the data."""
    text = files("compositor.layout").joinpath("archetypes.json").read_text("utf-8")
    found = [Archetype.model_validate(entry) for entry in json.loads(text)["archetypes"]]
    return {entry.id: entry for entry in found}


def archetype(name: str) -> Archetype:
    """Return one archetype.

    Raises:
        KeyError: None has that id; the message lists those that do.
    """
    known = archetypes()
    if name not in known:
        raise KeyError(f"no archetype {name!r}; there are {', '.join(known)}")
    return known[name]


def eligible(headline: str, *, has_picture: bool, size: Size) -> tuple[str, ...]:
    """Return the ids of archetypes that can hold a headline and a picture on that page."""
    han = sum(1 for character in headline if "\u3400" <= character <= "\u9fff")
    latin = [word for word in headline.split() if word.isascii()]
    longest = max((len(word) for word in latin), default=0)
    short = (han <= 6 and not latin) or (not han and len(headline) <= 18 and longest <= 11)
    vertical = 2 <= han <= 10 and not latin and "\n" not in headline
    extreme = max(size.aspect, 1 / size.aspect) > 2.4
    found = []
    for entry in archetypes().values():
        if "short_headline" in entry.needs and not (headline and short):
            continue
        if "vertical_headline" in entry.needs and (not vertical or extreme):
            continue
        if "picture" in entry.needs and not has_picture:
            continue
        found.append(entry.id)
    return tuple(found)

"""Settling: a geometry for the words there are, neither gaping nor crowded.

A foot grows with what it holds, words sink to a foot that holds nothing, a picture takes an
empty strip, and a tile without words shows a detail of the picture.
"""

from __future__ import annotations

from compositor.layout.arrangement import Geometry, Mount, Panel, Slot, Stack, Window

__all__ = ["furnished", "settled"]

_DETAIL = 2.2
"""How near a window comes that takes the place of an empty tile."""


def furnished(geometry: Geometry, slots: frozenset[str]) -> Geometry:
    """Return the geometry with a detail of the picture in every tile that has no words."""
    panels: list[Panel] = []
    windows = list(geometry.windows)
    for panel in geometry.panels:
        inside = [s for s in geometry.stacks if panel.box.covers(s.box)]
        if panel.cut != "rounded" or not inside or any(slots & set(s.slots) for s in inside):
            panels.append(panel)
        else:
            mount = Mount(cut=panel.cut)
            windows.append(Window(box=panel.box, zoom=_DETAIL, mount=mount))
    if len(panels) == len(geometry.panels):
        return geometry
    return geometry.model_copy(update={"panels": tuple(panels), "windows": tuple(windows)})


_FOOT = 0.78
"""Stacks that begin below this part of the page are its foot."""


def settled(geometry: Geometry, slots: frozenset[str], aspect: float = 0.75) -> Geometry:
    """Return the geometry for those slots: its foot as deep as its words need.

    Words sink to a foot that has nothing to hold; they rise, and the picture gives way, when
    it has more to hold than its boxes.

    Args:
        geometry: As drawn.
        slots: Copy slots that will be filled.
        aspect: Width over height of the page.
    """
    if geometry.table is not None:
        return geometry  # The table takes what the words around it leave.
    filled = [stack for stack in geometry.stacks if slots & set(stack.slots)]
    geometry = _to_the_top(geometry, filled)
    foot = [stack for stack in geometry.stacks if stack.box.y >= _FOOT]
    if not foot or geometry.windows or geometry.path or len(geometry.panels) > 1:
        # Fields and pictures meet there: they would come apart.
        return geometry
    above = [
        s
        for s in filled
        if s not in foot and s.writing == "horizontal" and 0.3 < s.box.y < _FOOT
    ]
    if any(stack in filled for stack in foot):
        geometry, foot = _at_the_margin(geometry, foot, filled)
        lacks = max(_depth(stack, slots, aspect) - stack.box.height for stack in foot)
        # A column that reaches the foot from above is long enough already.
        top = min(stack.box.y for stack in foot)
        over = [s for s in above if s.box.bottom <= top + 0.01]
        rise = min(_MOST_RISE, lacks, 0.4 * geometry.hero.height)
        rise = min(rise, _room_above([*over, *foot], filled))
        if rise <= 0.005:
            return geometry
        taller = tuple(
            s.model_copy(
                update={"box": s.box._replace(y=s.box.y - rise, height=s.box.height + rise)}
            )
            if s in foot
            else s
            for s in geometry.stacks
        )
        return _lowered(geometry.model_copy(update={"stacks": taller}), over, -rise)
    floor = max(stack.box.bottom for stack in foot)
    room = floor - max((s.box.bottom for s in above), default=geometry.hero.bottom)
    if room <= 0.02:
        return geometry
    kept = tuple(s for s in geometry.stacks if s not in foot)
    return _lowered(geometry.model_copy(update={"stacks": kept}), above, room)


def _to_the_top(geometry: Geometry, filled: list[Stack]) -> Geometry:
    """Let a picture take the strip above it when nothing stands there."""
    picture, top = geometry.picture, geometry.picture.y
    is_alone = not geometry.windows and not geometry.panels and picture.width > 0.97
    if not 0 < top < 0.2 or not is_alone or any(s.box.y < top for s in filled):
        return geometry
    hero = geometry.hero
    return geometry.model_copy(
        update={
            "picture": picture._replace(y=0.0, height=picture.height + top),
            "hero": hero._replace(y=hero.y - 0.7 * top, height=hero.height + 0.7 * top),
        }
    )


def _at_the_margin(
    geometry: Geometry, foot: list[Stack], filled: list[Stack]
) -> tuple[Geometry, list[Stack]]:
    """Give the only words of a foot, set from the left, the room of an empty neighbor."""
    kept = [stack for stack in foot if stack in filled]
    if len(kept) != 1 or len(foot) == 1 or kept[0].align != "left":
        return geometry, foot
    box = foot[0].box
    for stack in foot[1:]:
        box = box.union(stack.box)
    wide = kept[0].model_copy(update={"box": box})
    stacks = [
        wide if s is kept[0] else s for s in geometry.stacks if s in kept or s not in foot
    ]
    return geometry.model_copy(update={"stacks": tuple(stacks)}), [wide]


def _room_above(rising: list[Stack], filled: list[Stack]) -> float:
    """How far some stacks can rise before one meets another that stays."""
    room = 1.0
    for stack in rising:
        for other in filled:
            if other in rising or other.box.y >= stack.box.bottom:
                continue
            if other.box.x < stack.box.right and stack.box.x < other.box.right:
                room = min(room, stack.box.y - other.box.bottom)
    return room


_MOST_RISE = 0.13
_DEPTH: dict[Slot, float] = {
    "brand": 0.07,
    "headline": 0.2,
    "subhead": 0.075,
    "body": 0.1,
    "meta": 0.095,
    "price": 0.115,
    "cta": 0.105,
    "tagline": 0.04,
    "caption": 0.05,
    "legal": 0.045,
}
"""What a slot usually takes with the gap below it, in parts of the shorter side."""


def _depth(stack: Stack, slots: frozenset[str], aspect: float) -> float:
    """What the words of a stack usually need, in parts of the page's height."""
    return sum(_DEPTH[slot] for slot in stack.slots if slot in slots) * min(1.0, aspect)


def _lowered(geometry: Geometry, above: list[Stack], room: float) -> Geometry:
    """Return it with some stacks moved down (up when negative), the picture following."""
    stacks = tuple(
        s.model_copy(update={"box": s.box.moved(0, room)}) if s in above else s
        for s in geometry.stacks
    )
    hero = geometry.hero._replace(height=geometry.hero.height + room)
    changes: dict[str, object] = {"stacks": stacks, "hero": hero}
    top = min((s.box.y for s in above), default=1.0)
    if geometry.picture.bottom < 0.97 and geometry.picture.bottom <= top:
        changes["picture"] = geometry.picture._replace(height=geometry.picture.height + room)
    if len(geometry.panels) == 1 and geometry.panels[0].box.y > 0.3:
        panel = geometry.panels[0].box
        lowered = panel._replace(y=panel.y + room, height=panel.height - room)
        changes["panels"] = (geometry.panels[0].model_copy(update={"box": lowered}),)
    return geometry.model_copy(update=changes)

"""Words: extruded, carved, layered, inflated, of foil; and marks made solid alike."""

from __future__ import annotations

import numpy as np
from shapely.affinity import scale as scaled
from shapely.affinity import translate

from compositor.geometry import Path
from generators.mesh.build.cloth import Air, sewn
from generators.mesh.build.extrude import (
    Region,
    extrude,
    extruded_layers,
    grown,
    region_from_path,
    softened,
)
from generators.mesh.build.inflate import inflate
from generators.mesh.build.pose import shift
from generators.mesh.prop import Part, Prop, PropEntry, PropRequest
from generators.mesh.props.printed import plain, settled
from generators.mesh.props.type.lettering import lettered

__all__ = ["ENTRIES", "extruded_mark", "inflated_mark"]

_MARK_CM = 16.0


def extruded_word(request: PropRequest) -> Prop:
    """Return the words as thick letters with round edges, their sides in another color."""
    region = lettered(request, ("Outfit", "Noto Sans SC"), weight=800, otherwise="Danqing")
    return settled("extruded_word", _two_colored(region, 3.4, 0.24, request))


def extruded_mark(path: Path, request: PropRequest) -> Prop:
    """Return a drawn mark as a thick solid with round edges, 16 cm at its longest.

    Args:
        path: Outline of any size, y down, for the nonzero rule.
        request: Colors and finish.

    Raises:
        GenerationFailed: The outline encloses nothing.
    """
    return settled("mark", _two_colored(_sized(path), 2.4, 0.2, request))


def inflated_mark(path: Path, request: PropRequest) -> Prop:
    """Return a drawn mark as a balloon, 16 cm at its longest.

    Raises:
        GenerationFailed: The outline encloses nothing.
    """
    body = inflate(_sized(path))
    finish = request.finish or "gloss"
    return settled("mark", [plain("mark", body, request.colors.accent, finish)])


def _sized(path: Path) -> Region:
    region = region_from_path(path)
    low_x, low_y, high_x, high_y = region.bounds
    ratio = _MARK_CM / max(high_x - low_x, high_y - low_y)
    return scaled(translate(region, -low_x, -low_y), ratio, ratio, origin=(0, 0))


def _two_colored(
    region: Region, depth: float, bevel: float, request: PropRequest
) -> list[Part]:
    front, rest = extruded_layers(region, depth, bevel=bevel)
    finish = request.finish or "gloss"
    return [
        plain("front", front, request.colors.accent, finish),
        plain("sides", rest, request.colors.content, finish),
    ]


def carved_word(request: PropRequest) -> Prop:
    """Return the words cut to a ridge, as letters carved in metal."""
    region = lettered(
        request, ("Playfair Display", "Noto Serif SC"), weight=900, otherwise="Danqing"
    )
    solid = extrude(region, 3.4, bevel=0.85, profile="chamfer", steps=12, crease_deg=22)
    part = plain("letters", solid, request.colors.content, request.finish or "metal")
    return settled("carved_word", [part])


def layered_word(request: PropRequest) -> Prop:
    """Return the words as three plates, each larger than the one before it."""
    region = lettered(
        request, ("Baloo 2", "Noto Sans SC"), weight=800, otherwise="Danqing", tracking=0.02
    )
    finish = request.finish or "gloss"
    colors = request.colors
    parts = []
    for name, grow, depth, y, color in (
        ("back", 1.25, 1.3, 1.35, colors.accent),
        ("middle", 0.62, 1.0, 0.35, colors.body),
        ("front", 0.0, 1.3, -0.65, colors.content),
    ):
        plate = region.buffer(grow, quad_segs=10) if grow else region
        solid = extrude(plate, depth, bevel=0.16).moved(shift(y=y))
        parts.append(plain(name, solid, color, finish))
    return settled("layered_word", parts)


def inflated_word(request: PropRequest) -> Prop:
    """Return the words as soft balloons."""
    region = lettered(
        request, ("Baloo 2", "Noto Sans SC"), weight=800, otherwise="Danqing", tracking=0.03
    )
    plump = grown(region, 0.12)
    part = plain("letters", inflate(plump), request.colors.accent, request.finish or "gloss")
    return settled("inflated_word", [part])


def foil_word(request: PropRequest) -> Prop:
    """Return the words as foil balloons with gathered seams."""
    region = lettered(
        request, ("Baloo 2", "Noto Sans SC"), weight=800, otherwise="OH!", tracking=0.08
    )
    plump = grown(region, 0.34)
    stroke = 2 * plump.area / plump.length
    # Foil has no sharp corners: air would draw them out to spikes.
    plump = softened(plump, 0.36 * stroke)
    # Strokes want four triangles or more across, within what settles in a few seconds.
    cell = float(np.clip(stroke / 4.5, (plump.area / 5200) ** 0.5, (plump.area / 2600) ** 0.5))
    air = Air(pressure=2.6, stiffness=0.45, seam=0.0, crumple=0.06, legible=0.018, steps=60)
    foil = sewn(plump, air, cell=cell, seed=request.seed)
    color = request.colors.content
    finish = request.finish or "metal"
    parts = [
        plain("front", foil.front, color, finish),
        plain("back", foil.back, color, finish),
    ]
    return settled("foil_word", parts)


ENTRIES: tuple[PropEntry, ...] = (
    PropEntry("extruded_word", ("3D letters", "3D type", "立体字"), "type", extruded_word),
    PropEntry(
        "carved_word",
        ("carved letters", "metal letters", "金属字", "雕刻字"),
        "type",
        carved_word,
    ),
    PropEntry(
        "layered_word", ("layered letters", "sticker letters", "叠层字"), "type", layered_word
    ),
    PropEntry(
        "inflated_word",
        ("puffy letters", "inflated letters", "膨胀字", "充气字"),
        "type",
        inflated_word,
    ),
    PropEntry(
        "foil_word",
        ("balloon letters", "foil balloons", "铝箔气球字", "气球字"),
        "type",
        foil_word,
    ),
)

"""How the parts of a prop are made and printed."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from generators.mesh.mesh import Mesh, merged
from generators.mesh.prop import ArtworkArea, Finish, Material, Part, Prop, PropRequest

__all__ = ["BLEED_CM", "flat_size", "plain", "printed", "proportions", "settled", "shade"]

BLEED_CM = 0.3


def plain(name: str, mesh: Mesh | Iterable[Mesh], color: str, finish: Finish) -> Part:
    """Return an unprinted part of one mesh or several."""
    whole = mesh if isinstance(mesh, Mesh) else merged(mesh)
    bare = Mesh(whole.vertices, whole.faces, whole.normals)
    return Part(name, bare, Material(finish=finish, color=color))


def printed(name: str, mesh: Mesh, area: ArtworkArea, color: str, finish: Finish) -> Part:
    """Return a part whose uv, 0–1 over the finished size, are moved inside the bleed."""
    if mesh.uv is None:
        raise ValueError(f"{name} has no artwork coordinates; make them before printing")
    size = np.array([area.width_cm, area.height_cm])
    uv = (np.clip(mesh.uv, 0, 1) * size + area.bleed_cm) / (size + 2 * area.bleed_cm)
    inside = Mesh(mesh.vertices, mesh.faces, mesh.normals, uv)
    return Part(name, inside, Material(finish=finish, color=color, artwork=area.name))


def flat_size(mesh: Mesh) -> tuple[float, float]:
    """Return the unrolled width and height of a sheet with uv along its lines, cm."""
    if mesh.uv is None:
        raise ValueError("a mesh without artwork coordinates has no flat size")
    sizes = []
    for along, across in ((0, 1), (1, 0)):
        way = span = 0.0
        for a, b in ((0, 1), (1, 2), (2, 0)):
            step = mesh.uv[mesh.faces[:, b]] - mesh.uv[mesh.faces[:, a]]
            length = np.linalg.norm(
                mesh.vertices[mesh.faces[:, b]] - mesh.vertices[mesh.faces[:, a]], axis=1
            )
            straight = np.abs(step[:, across]) < 1e-9
            way += float(length[straight].sum())
            span += float(np.abs(step[straight, along]).sum())
        sizes.append(way / span)
    return sizes[0], sizes[1]


def proportions(request: PropRequest) -> tuple[float, float]:
    """Return by what widths and heights are multiplied to reach the slenderness asked for."""
    return request.slenderness**-0.4, request.slenderness**0.6


def settled(name: str, parts: Iterable[Part], artwork: Iterable[ArtworkArea] = ()) -> Prop:
    """Return the prop standing on z = 0 with its box centered on x = y = 0."""
    made = list(parts)
    lows = np.min([part.mesh.bounds[0] for part in made], axis=0)
    highs = np.max([part.mesh.bounds[1] for part in made], axis=0)
    move = np.eye(4)
    move[:3, 3] = [-(lows[0] + highs[0]) / 2, -(lows[1] + highs[1]) / 2, -lows[2]]
    parts_moved = tuple(Part(p.name, p.mesh.moved(move), p.material) for p in made)
    return Prop(name, parts_moved, tuple(artwork))


def shade(color: str, share: float) -> str:
    """Return `color` mixed with white (share > 0) or black (share < 0).

    >>> shade("#808080", 1), shade("#808080", -1)
    ('#FFFFFF', '#000000')
    """
    target = 255 if share > 0 else 0
    amount = min(abs(share), 1.0)
    channels = (int(color[k : k + 2], 16) for k in (1, 3, 5))
    mixed = (round(c + (target - c) * amount) for c in channels)
    return "#" + "".join(f"{c:02X}" for c in mixed)

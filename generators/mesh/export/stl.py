"""STL for print: closed solids only, millimeters, z up.

Ink, liquids and cloth of one layer have no thickness; a printer cannot make them, so they
are left out and named. Solids that run into one another are joined.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from generators.errors import GenerationFailed
from generators.mesh.build.boolean import is_closed, union, welded
from generators.mesh.mesh import Floats, Mesh
from generators.mesh.prop import Prop

__all__ = ["PrintedSolid", "printable", "stl_bytes"]

_MM_PER_CM = 10.0


@dataclass(frozen=True, eq=False)
class PrintedSolid:
    """What can be printed of a prop.

    Attributes:
        mesh: One closed surface, cm.
        left_out: Names of parts that have no thickness.
    """

    mesh: Mesh
    left_out: tuple[str, ...]


def printable(prop: Prop) -> PrintedSolid:
    """Return the solids of a prop as one.

    Raises:
        GenerationFailed: No part of it encloses a volume.
    """
    vertices, faces, owner = _joined(prop)
    piece = _pieces(len(vertices), faces)
    solids: list[Mesh] = []
    open_parts: set[int] = set()
    for number in range(int(piece.max()) + 1):
        chosen = piece[faces[:, 0]] == number
        if not chosen.any():
            continue
        mesh = _bare(vertices, faces[chosen])
        if is_closed(mesh) and _volume(mesh) > 1e-6:
            solids.append(mesh)
        else:
            open_parts.update(owner[chosen].tolist())
    if not solids:
        raise GenerationFailed(
            f"{prop.name} has no closed solid to print; save it as .glb or .obj instead"
        )
    left_out = tuple(prop.parts[index].name for index in sorted(open_parts))
    return PrintedSolid(_united(solids), left_out)


def stl_bytes(mesh: Mesh) -> bytes:
    """Return a closed mesh as binary STL, mm."""
    corners = (mesh.vertices[mesh.faces] * _MM_PER_CM).astype("<f4")
    cross = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    normals = cross / np.maximum(np.linalg.norm(cross, axis=1, keepdims=True), 1e-20)
    record = np.zeros(
        len(corners), dtype=[("normal", "<f4", 3), ("corners", "<f4", (3, 3)), ("spare", "<u2")]
    )
    record["normal"], record["corners"] = normals, corners
    header = b"Danqing, millimeters".ljust(80, b" ")
    return b"".join([header, struct.pack("<I", len(corners)), record.tobytes()])


def _joined(prop: Prop) -> tuple[Floats, NDArray[np.int64], NDArray[np.int64]]:
    """Return all parts welded together, and which part each face came from."""
    offsets = np.cumsum([0, *(len(part.mesh.vertices) for part in prop.parts)])
    every = np.vstack([part.mesh.vertices for part in prop.parts])
    faces = np.vstack(
        [part.mesh.faces + offsets[i] for i, part in enumerate(prop.parts)]
    ).astype(np.int64)
    owner = np.repeat(np.arange(len(prop.parts)), [len(p.mesh.faces) for p in prop.parts])
    grid = np.round(every / 1e-4).astype(np.int64)
    _, first, index = np.unique(grid, axis=0, return_index=True, return_inverse=True)
    faces = index.reshape(-1)[faces]
    a, b, c = faces.T
    keep = (a != b) & (b != c) & (c != a)
    return every[first], faces[keep], owner[keep]


def _pieces(count: int, faces: NDArray[np.int64]) -> NDArray[np.int32]:
    rows = np.concatenate([faces[:, 0], faces[:, 1]])
    columns = np.concatenate([faces[:, 1], faces[:, 2]])
    graph = coo_matrix((np.ones(len(rows)), (rows, columns)), shape=(count, count))
    found: NDArray[np.int32] = connected_components(graph, directed=False)[1]
    return found


def _bare(vertices: Floats, faces: NDArray[np.int64]) -> Mesh:
    used, index = np.unique(faces, return_inverse=True)
    up = np.tile([0.0, 0.0, 1.0], (len(used), 1))
    return Mesh(vertices[used], index.reshape(-1, 3).astype(np.int32), up)


def _volume(mesh: Mesh) -> float:
    """Return the volume a closed mesh encloses, cm³; negative if it is inside out."""
    a, b, c = (mesh.vertices[mesh.faces[:, i]] for i in range(3))
    return float(np.einsum("ij,ij->i", a, np.cross(b, c)).sum() / 6)


def _united(solids: list[Mesh]) -> Mesh:
    """Return solids as one; where joining fails, side by side, as slicers accept them too."""
    try:
        joined = union(solids)
    except GenerationFailed:
        joined = None
    if joined is not None and is_closed(joined):
        vertices, faces = welded(joined)
        return _bare(vertices, faces.astype(np.int64))
    offsets = np.cumsum([0, *(len(mesh.vertices) for mesh in solids)])
    return _bare(
        np.vstack([mesh.vertices for mesh in solids]),
        np.vstack([m.faces + offsets[i] for i, m in enumerate(solids)]).astype(np.int64),
    )

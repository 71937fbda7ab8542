"""Bound things: book and notebook."""

from __future__ import annotations

import math

import numpy as np

from generators.mesh.build.box import box_faces, slab, top_printed
from generators.mesh.build.lathe import lathe
from generators.mesh.build.lathe_profile import profile
from generators.mesh.build.pose import shift, turn
from generators.mesh.build.sheet import Bend, Sheet, rectangle, sheet, surface_of
from generators.mesh.build.sheet_folds import FoldedLine, with_rows
from generators.mesh.mesh import Floats, Mesh, merged
from generators.mesh.prop import ArtworkArea, Part, Prop, PropEntry, PropRequest
from generators.mesh.props.printed import BLEED_CM, flat_size, plain, printed, settled
from generators.mesh.props.stationery.cards import card_size
from generators.mesh.props.stationery.pencils import pencil_parts

__all__ = ["ENTRIES"]

PAPER = "#F4EFE4"
GROOVE_CM = 0.75
"""From the spine to the middle of the groove in which a cover turns."""


def _book_parts(
    request: PropRequest, size: tuple[float, float, float]
) -> tuple[list[Part], list[ArtworkArea]]:
    """Return a hard-cover book standing, front to the viewer, spine to the left."""
    width, height, thick = size
    board = 0.28
    finish = request.finish or "paper"
    color = request.colors.body
    front = ArtworkArea("front", width, height, BLEED_CM)
    back = ArtworkArea("back", width, height, BLEED_CM)
    parts: list[Part] = []
    for name, area, y, angle in (
        ("front", front, -thick / 2, 0.0),
        ("back", back, thick / 2, 180.0),
    ):
        face, rest = _cover(width, height, board, -1.0 if angle == 0 else 1.0)
        place = shift(0, y, 0) @ turn("z", angle)
        parts += [
            printed(f"{name}_cover", face.moved(place), area, color, finish),
            plain(f"{name}_board", rest.moved(place), color, finish),
        ]
    made = _spine(thick, height)
    spine = ArtworkArea("spine", *flat_size(made.front), BLEED_CM)
    place = shift(-width / 2 + 0.12, 0, 0) @ turn("z", -90.0)
    parts += [
        printed("spine", made.front.moved(place), spine, color, finish),
        plain("spine_back", made.rest.moved(place), color, finish),
    ]
    inset = 0.32
    block_size = (width - inset - 0.35, thick - 2 * board - 0.02, height - 2 * inset)
    parts.append(
        plain(
            "pages",
            _leaves(block_size).moved(shift(0.18 - inset / 2, 0, inset)),
            PAPER,
            "paper",
        )
    )
    bands = [
        lathe(
            profile(
                (0, 0),
                (0.12, 0, 0.05),
                (0.12, block_size[1] * 0.96, 0.05),
                (0, block_size[1] * 0.96),
            ),
            segments=20,
        ).moved(shift(-width / 2 + 0.42, block_size[1] * 0.48, z) @ turn("x", 90.0))
        for z in (inset - 0.02, height - inset + 0.02)
    ]
    parts.append(plain("head_bands", bands, request.colors.accent, "fabric"))
    return parts, [front, spine, back]


def _cover(width: float, height: float, board: float, side: float) -> tuple[Mesh, Mesh]:
    """Return the printed side of a board and the rest; its outside on y = 0, facing −y.

    A groove for the hinge runs near the left edge (side −1) or the right one (side 1).
    """
    groove, depth, spread = side * (width / 2 - GROOVE_CM), 0.11, 0.2
    near = groove + np.linspace(-0.55, 0.55, 17)
    faces = box_faces((width, board, height), 0.06, stops=tuple(float(x) for x in near))

    def bent(mesh: Mesh) -> Mesh:
        away = mesh.vertices[:, 0] - groove
        dip = depth * np.exp(-((away / spread) ** 2))
        slope = -2 * away / spread**2 * dip
        vertices, normals = mesh.vertices.copy(), mesh.normals.copy()
        vertices[:, 1] += dip + board / 2
        normals[:, 0] -= slope * normals[:, 1]
        normals /= np.linalg.norm(normals, axis=1, keepdims=True)
        return Mesh(vertices, mesh.faces, normals, mesh.uv)

    front = bent(faces.pop("front"))
    return front, merged(
        [Mesh(m.vertices, m.faces, m.normals) for m in map(bent, faces.values())]
    )


def _spine(thick: float, height: float) -> Sheet:
    """Return a rounded spine facing −y, its edges on y = 0."""
    angle = math.radians(64)
    radius = thick / 2 / math.sin(angle / 2) * 1.0

    def bend(points: Floats) -> Floats:
        turned = points[:, 0] / (thick / 2) * angle / 2
        y = -radius * np.cos(turned) + radius * math.cos(angle / 2)
        return np.column_stack([radius * np.sin(turned), y, points[:, 1]])

    return sheet(rectangle(thick, height), bend, thickness=0.2, columns=18)


def _leaves(size: tuple[float, float, float]) -> Mesh:
    """Return a block of pages standing on zero, its three free sides finely ribbed."""
    width, depth, height = size
    count = 44
    y = np.linspace(-depth / 2, depth / 2, count * 2 + 1)
    dent = 0.018 * (np.arange(len(y)) % 2)
    random = np.random.default_rng(7)
    dent = dent + random.uniform(0, 0.014, len(y))
    dent[0] = dent[-1] = 0.03
    corners = np.array([(-1, 0), (1, 0), (1, 1), (-1, 1)], dtype=float)
    rings = np.empty((len(y), 5, 3))
    for k in range(5):
        x_side, z_side = corners[k % 4]
        rings[:, k, 0] = x_side * (width / 2 - dent)
        rings[:, k, 1] = y
        rings[:, k, 2] = np.where(z_side > 0, height - dent, dent)
    strips = [surface_of(rings[::-1, k : k + 2]) for k in range(4)]
    lids = [
        surface_of(rings[0][[0, 1, 3, 2]].reshape(2, 2, 3)),
        surface_of(rings[-1][[1, 0, 2, 3]].reshape(2, 2, 3)),
    ]
    return merged([*strips, *lids])


def book(request: PropRequest) -> Prop:
    """Return a hard-cover book standing, 14.5 × 21.5 × 2.8 cm, with rounded spine and hinge."""
    width, height = card_size(request, 14.5, 21.5)
    parts, areas = _book_parts(request, (width, height, 2.8))
    return settled("book", parts, areas)


def book_lying(request: PropRequest) -> Prop:
    """Return two books lying on one another, the upper one printed."""
    width, height = card_size(request, 14.5, 21.5)
    parts, areas = _book_parts(request, (width, height, 2.8))
    below, _ = _book_parts(
        request.model_copy(update={"seed": request.seed + 1}), (width + 1.2, height + 1.6, 3.4)
    )
    flat_down = turn("x", -90.0)
    upper = turn("z", 7.0) @ shift(0, -height / 2, 3.4 + 0.2 + 1.4) @ flat_down
    lower = turn("z", -4.0) @ shift(0, -(height + 1.6) / 2, 1.7 + 0.2) @ flat_down
    made = [Part(p.name, p.mesh.moved(upper), p.material) for p in parts]
    for part in below:
        color = part.material.color if part.name == "pages" else request.colors.accent
        made.append(
            plain(f"{part.name}_below", part.mesh.moved(lower), color, part.material.finish)
        )
    return settled("book_lying", made, areas)


def notebook(request: PropRequest) -> Prop:
    """Return an A5 notebook lying, 14.8 × 21 cm, with elastic and ribbon, pencil beside."""
    width, height = card_size(request, 14.8, 21.0)
    area = ArtworkArea("front", width, height, BLEED_CM)
    colors = request.colors
    finish = request.finish or "satin"
    thick, corner = 1.5, 0.7
    parts: list[Part] = []
    low = slab(width, height, 0.16, corner, 0.06)
    high = slab(width, height, 0.16, corner, 0.06).moved(shift(z=thick - 0.16))
    top, rest = top_printed(high, (-width / 2, -height / 2, width, height))
    parts += [
        printed("cover", top, area, colors.body, finish),
        plain("covers", [rest, low], colors.body, finish),
    ]
    hinge = _half_round(thick, height - 2 * corner * 0.6).moved(shift(-width / 2 + 0.35, 0, 0))
    parts.append(plain("back_fold", hinge, colors.body, finish))
    leaves = _leaves((height - 0.4, thick - 0.34, width - 0.5))
    place = (
        shift(-width / 2 + 0.4, 0, thick / 2)
        @ turn("z", 90.0)
        @ turn("y", 90.0)
        @ turn("z", 0.0)
    )
    del place
    lay = shift(-0.05, 0, 0.17) @ _leaf_pose(width - 0.5)
    parts.append(plain("pages", leaves.moved(lay), PAPER, "paper"))
    band = _elastic(height, thick).moved(shift(width / 2 - 1.5, 0, 0))
    parts.append(plain("elastic", band, colors.detail, "fabric"))
    ribbon_line = FoldedLine.of(
        (2.0, -10.0), (1.6, 22.0), (1.2, -18.0), start=(0, 0), heading=-6.0
    )
    ribbon = sheet(
        with_rows(rectangle(0.6, ribbon_line.length), ribbon_line.rows()),
        _toward(ribbon_line),
        thickness=0.03,
    )
    parts.append(
        plain(
            "ribbon",
            ribbon.solid.moved(shift(-1.2, -height / 2 + 0.6, thick * 0.62)),
            colors.accent,
            "satin",
        )
    )
    beside = pencil_parts(request, 17.5, "pencil")
    lay = shift(width / 2 + 2.6, 0.6, 0.36) @ turn("z", 8.0)
    parts += [Part(p.name, p.mesh.moved(lay), p.material) for p in beside]
    return settled("notebook", parts, [area])


def _leaf_pose(width: float) -> Floats:
    """Return the pose that lays a standing block of pages down, its foot to the left."""
    return shift(-width / 2, 0, 0.58) @ turn("y", 90.0) @ turn("z", 90.0)


def _half_round(thick: float, height: float) -> Mesh:
    """Return the rounded back of a soft binding, standing along y."""
    half = thick / 2
    return lathe(
        profile((0, 0), (half, 0, 0.1), (half, height, 0.1), (0, height)), segments=64
    ).moved(shift(0, height / 2, half) @ turn("x", 90.0))


def _elastic(height: float, thick: float) -> Mesh:
    """Return the band around a notebook, along y."""
    lift = 0.05
    run = height + 2 * lift - 0.24
    rise = thick + 2 * lift - 0.24
    pieces = [(run / 2, 0.0), (0.19, 90.0), (rise, 0.0), (0.19, 90.0), (run, 0.0),
              (0.19, 90.0), (rise, 0.0), (0.19, 90.0), (run / 2, 0.0)]  # fmt: skip
    line = FoldedLine.of(*pieces, start=(0.0, -lift + 0.02), heading=0.0)
    outline = with_rows(rectangle(0.65, line.length - 0.01), line.rows())
    return sheet(outline, _toward(line, mirrored=False), thickness=0.07).solid


def _toward(line: FoldedLine, *, mirrored: bool = True) -> Bend:
    sign = -1.0 if mirrored else 1.0

    def bend(points: Floats) -> Floats:
        y, z, _ = line.at(points[:, 1])
        return np.column_stack([points[:, 0], sign * y, z])

    return bend


ENTRIES = (
    PropEntry("book", ("book", "novel", "书", "书籍"), "stationery", book),
    PropEntry("book_lying", ("books", "book stack", "书堆"), "stationery", book_lying),
    PropEntry("notebook", ("notebook", "journal", "笔记本", "手账"), "stationery", notebook),
)  # fmt: skip

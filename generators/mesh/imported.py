"""Imported models: a GLB from anywhere becomes a prop that the studio can photograph and save.

glTF is in meters, y up, front at +z; props are in centimeters, z up, front at −y, standing on
z = 0. Textures become artwork, metallic-roughness numbers become a finish, and colors that hang
on vertices become a small chart that every triangle takes one square of.

Source: https://registry.khronos.org/glTF/specs/2.0/glTF-2.0.html#materials
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from generators.errors import GenerationFailed, NotReady
from generators.mesh.mesh import Floats, Mesh
from generators.mesh.prop import ArtworkArea, Finish, Material, Part, Prop
from generators.mesh.studio.readiness import INSTALL
from generators.mesh.studio.request import Placement

__all__ = ["MOST_FACES", "Imported", "import_glb"]

MOST_FACES: Final = 500_000
"""More than this no picture shows, and every program stumbles over."""

_MOST_TEXTURE_PX: Final = 4096
_CM_PER_M: Final = 100.0
_CHART_COLORS: Final = 256
_SQUARE_PX: Final = 8
_UPRIGHT: Final = np.array([[1.0, 0.0, 0.0], [0.0, 0.0, -1.0], [0.0, 1.0, 0.0]])
"""Rows are where glTF's right, up and front go; up and front swap, the front toward −y."""

Colors = NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Imported:
    """A model read from a file.

    Attributes:
        prop: What it is made of.
        artworks: Its textures by artwork area, as `save_model` and `Placement` take them.
        faces: How many triangles it has.
    """

    prop: Prop
    artworks: dict[str, Image.Image] = field(default_factory=dict)
    faces: int = 0

    def placement(self, turn: float = 0.0) -> Placement:
        """Return it as it goes before the studio's camera, turned by degrees."""
        pictures = {
            name: np.asarray(picture.convert("RGBA")) for name, picture in self.artworks.items()
        }
        return Placement.model_validate({"prop": self.prop, "turn": turn, "artworks": pictures})


def import_glb(
    data: bytes, name: str = "model", size_cm: float | None = None, most_faces: int = MOST_FACES
) -> Imported:
    """Return the model in a GLB file, standing at the origin.

    Args:
        data: The file.
        name: Of the prop.
        size_cm: Its longest side; None believes the file's meters.
        most_faces: A finer model is refused.

    Raises:
        NotReady: The 3D extra is missing.
        GenerationFailed: The file cannot be read, is empty, or is too fine.
    """
    parts: list[Part] = []
    areas: list[ArtworkArea] = []
    artworks: dict[str, Image.Image] = {}
    pieces = _pieces(data)
    faces = sum(len(geometry.faces) for geometry, _ in pieces)
    if not faces:
        raise GenerationFailed("the model has no surface; export triangles")
    if faces > most_faces:
        raise GenerationFailed(
            f"the model has {faces} triangles, at most {most_faces} are taken; "
            "simplify it first"
        )
    turned = [_upright(geometry, matrix) for geometry, matrix in pieces]
    settle = _settled(turned, size_cm)
    for number, ((geometry, _), mesh) in enumerate(zip(pieces, turned, strict=True), 1):
        part = _part(geometry, mesh.moved(settle), f"part_{number}")
        if part.picture is not None:
            area = f"texture_{number}"
            artworks[area] = part.picture
            low, high = part.mesh.bounds
            wide = max(float((high - low).max()), 0.1)
            tall = wide * part.picture.height / part.picture.width
            areas.append(ArtworkArea(area, wide, tall))
            material = part.material.model_copy(update={"artwork": area})
        else:
            material = part.material
        parts.append(Part(f"part_{number}", part.mesh, material))
    return Imported(Prop(name, tuple(parts), tuple(areas)), artworks, faces)


@dataclass(frozen=True, eq=False)
class _Read:
    """One mesh with what covers it."""

    mesh: Mesh
    material: Material
    picture: Image.Image | None


def _pieces(data: bytes) -> list[tuple[Any, Floats]]:
    """Return the meshes of a file and where each stands, in meters, y up."""
    if find_spec("trimesh") is None:
        raise NotReady(f"reading 3D models needs trimesh; {INSTALL}")
    load = import_module("trimesh").load_scene
    if data[:4] != b"glTF":
        raise GenerationFailed("this is not a GLB file; export one as glTF binary (.glb)")
    try:
        scene = load(io.BytesIO(data), file_type="glb")
        found = [
            (scene.geometry[scene.graph[node][1]], np.asarray(scene.graph[node][0], float))
            for node in sorted(scene.graph.nodes_geometry)
        ]
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, OSError) as error:
        raise GenerationFailed(
            f"the 3D file cannot be read: {error}; export it again"
        ) from error
    return [(piece, at) for piece, at in found if len(getattr(piece, "faces", ()))]


def _upright(geometry: Any, matrix: Floats) -> Mesh:
    """Return the triangles in centimeters with z up."""
    vertices = np.asarray(geometry.vertices, float)
    faces = np.asarray(geometry.faces, np.int32)
    normals = np.asarray(geometry.vertex_normals, float)
    if not (np.isfinite(vertices).all() and np.isfinite(normals).all()):
        raise GenerationFailed("the model has a corner that lies nowhere; repair it first")
    uv = getattr(geometry.visual, "uv", None)
    # the library turns v upward as it reads; artwork counts downward
    prints = None if uv is None else _within(np.column_stack([uv[:, 0], 1 - uv[:, 1]]))
    turn = np.eye(4)
    turn[:3, :3] = _UPRIGHT * _CM_PER_M
    return Mesh(vertices, faces, normals, prints).moved(turn @ matrix)


def _within(uv: Floats) -> Floats:
    """Return artwork coordinates moved by whole pictures to where 0–1 is, if they fit."""
    moved: Floats = uv - np.floor(uv.min(axis=0) + 1e-6)
    return moved


def _settled(meshes: list[Mesh], size_cm: float | None) -> Floats:
    """Return the move that puts the whole in the middle, on the ground, at its size."""
    corners = np.vstack([mesh.vertices for mesh in meshes])
    low, high = corners.min(axis=0), corners.max(axis=0)
    longest = float((high - low).max())
    if longest <= 0:
        raise GenerationFailed("the model is a single point; export it again")
    scale = 1.0 if size_cm is None else size_cm / longest
    matrix = np.eye(4) * scale
    matrix[:3, 3] = -scale * np.array([(low[0] + high[0]) / 2, (low[1] + high[1]) / 2, low[2]])
    matrix[3, 3] = 1.0
    return matrix


def _part(geometry: Any, mesh: Mesh, name: str) -> _Read:
    """Return a mesh with its material; named for messages."""
    visual = geometry.visual
    if getattr(visual, "kind", None) in {"vertex", "face"}:
        charted, picture = _charted(mesh, np.asarray(visual.face_colors, np.uint8))
        return _Read(charted, Material(finish="satin", color=_average(picture)), picture)
    source = getattr(visual, "material", None)
    if source is None:
        return _Read(mesh, Material(finish="satin", color="#C9C9CC"), None)
    factor = getattr(source, "baseColorFactor", None)
    tint = np.full(4, 255.0) if factor is None else _encoded(np.asarray(factor))
    texture = getattr(source, "baseColorTexture", None) or getattr(source, "image", None)
    finish = _finish(source)
    if texture is None or mesh.uv is None:
        return _Read(mesh, Material(finish=finish, color=_hex(tint)), None)
    try:
        picture = texture.convert("RGBA")
    except (OSError, ValueError) as error:
        raise GenerationFailed(f"the texture of {name} cannot be read: {error}") from error
    picture.thumbnail((_MOST_TEXTURE_PX, _MOST_TEXTURE_PX))
    if (tint < 255).any():
        picture = Image.fromarray(
            np.round(np.asarray(picture, np.float32) * (tint / 255)).astype(np.uint8), "RGBA"
        )
    return _Read(mesh, Material(finish=finish, color=_average(picture)), picture)


def _finish(source: Any) -> Finish:
    """Return the finish nearest to a metallic-roughness material."""
    said = getattr(source, "metallicFactor", None), getattr(source, "roughnessFactor", None)
    has_map = getattr(source, "metallicRoughnessTexture", None) is not None
    if has_map or said[0] is None:
        # unsaid, or different from place to place: satin is what most things are on the whole
        return "satin"
    metal, rough = float(said[0]), 1.0 if said[1] is None else float(said[1])
    if metal > 0.5:
        return "chrome" if rough < 0.12 else "metal" if rough < 0.32 else "brushed_metal"
    if rough < 0.25:
        return "gloss"
    return "satin" if rough < 0.55 else "matte" if rough < 0.8 else "clay"


def _charted(mesh: Mesh, colors: Colors) -> tuple[Mesh, Image.Image]:
    """Return a mesh whose triangles each lie in one square of a color chart, and the chart."""
    strip = Image.fromarray(colors[None, :, :3].copy(), "RGB")
    indexed = strip.quantize(_CHART_COLORS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    palette = np.zeros(_CHART_COLORS * 3, np.uint8)
    held = np.array(indexed.getpalette() or [], np.uint8)
    palette[: len(held)] = held
    across = round(_CHART_COLORS**0.5)
    squares = palette.reshape(across, across, 3)
    chart = Image.fromarray(squares.repeat(_SQUARE_PX, 0).repeat(_SQUARE_PX, 1), "RGB")
    numbers = np.asarray(indexed, int).reshape(-1)
    middles = np.column_stack([numbers % across + 0.5, numbers // across + 0.5]) / across
    corners = mesh.faces.reshape(-1)
    apart = np.arange(len(corners), dtype=np.int32).reshape(-1, 3)
    return (
        Mesh(
            mesh.vertices[corners], apart, mesh.normals[corners], np.repeat(middles, 3, axis=0)
        ),
        chart,
    )


def _encoded(factor: NDArray[Any]) -> Floats:
    """Return a linear color factor, bytes or shares, as sRGB 0–255 with alpha."""
    shares = factor.astype(float)
    if factor.dtype.kind != "f" or shares.max() > 1:
        shares = shares / 255
    color = np.where(
        shares <= 0.0031308,
        shares * 12.92,
        1.055 * np.maximum(shares, 1e-9) ** (1 / 2.4) - 0.055,
    )
    return np.append(color[:3], shares[3] if len(shares) == 4 else 1.0) * 255


def _average(picture: Image.Image) -> str:
    pixel = picture.convert("RGB").resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    return _hex(np.array(pixel, float))


def _hex(color: Floats) -> str:
    made = "#" + "".join(f"{round(float(value)):02X}" for value in color[:3])
    assert re.fullmatch(r"#[0-9A-F]{6}", made)
    return made

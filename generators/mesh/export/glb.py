"""GLB: a prop as one binary glTF 2.0 file, meters, y up, its front to +z.

Source: https://registry.khronos.org/glTF/specs/2.0/glTF-2.0.html#glb-file-format-specification
"""

from __future__ import annotations

import json
import struct
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generators.mesh.export.surfaces import (
    Artworks,
    Surface,
    painted,
    standing_y_up,
    surface_of,
    used_uv,
)
from generators.mesh.prop import Part, Prop

__all__ = ["glb_bytes"]

_M_PER_CM = 0.01
_FLOAT, _USHORT, _UINT = 5126, 5123, 5125
_ARRAY_BUFFER, _INDEX_BUFFER = 34962, 34963


def glb_bytes(prop: Prop, artworks: Artworks) -> bytes:
    """Return the file; the same prop and pictures give the same bytes."""
    file = _File()
    children = []
    for part in prop.parts:
        mesh = file.add_mesh(part, artworks)
        file.nodes.append({"name": part.name, "mesh": mesh})
        children.append(len(file.nodes) - 1)
    file.nodes.append({"name": prop.name, "children": children})
    return file.packed()


class _File:
    """A glTF being put together."""

    def __init__(self) -> None:
        self.nodes: list[dict[str, Any]] = []
        self._meshes: list[dict[str, Any]] = []
        self._materials: list[dict[str, Any]] = []
        self._numbers: dict[Surface, int] = {}
        self._images: list[dict[str, Any]] = []
        self._textures: dict[bytes, int] = {}
        self._views: list[dict[str, int]] = []
        self._accessors: list[dict[str, Any]] = []
        self._blob = bytearray()
        self._extensions: set[str] = set()

    def add_mesh(self, part: Part, artworks: Artworks) -> int:
        """Write a part's triangles and return the number of its mesh."""
        vertices, normals, faces = standing_y_up(part.mesh, _M_PER_CM)
        surface = surface_of(part, artworks)
        attributes = {
            "POSITION": self._add_array(vertices.astype(np.float32), "VEC3", bounded=True),
            "NORMAL": self._add_array(_unit(normals), "VEC3"),
        }
        if surface.artwork:
            uv = used_uv(part.mesh).astype(np.float32)
            attributes["TEXCOORD_0"] = self._add_array(uv, "VEC2")
        indices = faces.ravel().astype(np.uint16 if len(vertices) < 65535 else np.uint32)
        primitive = {
            "attributes": attributes,
            "indices": self._add_array(indices, "SCALAR", target=_INDEX_BUFFER),
            "material": self._add_material(surface, part, artworks),
        }
        self._meshes.append({"name": part.name, "primitives": [primitive]})
        return len(self._meshes) - 1

    def packed(self) -> bytes:
        """Return all of it as one file."""
        document: dict[str, Any] = {
            "asset": {"version": "2.0", "generator": "Danqing"},
            "scene": 0,
            "scenes": [{"nodes": [len(self.nodes) - 1]}],
            "nodes": self.nodes,
            "meshes": self._meshes,
            "materials": self._materials,
            "accessors": self._accessors,
            "bufferViews": self._views,
            "buffers": [{"byteLength": len(self._blob)}],
        }
        if self._images:
            document["images"] = self._images
            document["samplers"] = [
                {"magFilter": 9729, "minFilter": 9987, "wrapS": 33071, "wrapT": 33071}
            ]
            document["textures"] = [
                {"source": index, "sampler": 0} for index in range(len(self._images))
            ]
        if self._extensions:
            document["extensionsUsed"] = sorted(self._extensions)
        text = json.dumps(document, separators=(",", ":")).encode()
        text += b" " * (-len(text) % 4)
        blob = bytes(self._blob) + b"\0" * (-len(self._blob) % 4)
        return b"".join(
            [
                struct.pack("<4sII", b"glTF", 2, 12 + 8 + len(text) + 8 + len(blob)),
                struct.pack("<I4s", len(text), b"JSON"),
                text,
                struct.pack("<I4s", len(blob), b"BIN\0"),
                blob,
            ]
        )

    def _add_material(self, surface: Surface, part: Part, artworks: Artworks) -> int:
        if surface in self._numbers:
            return self._numbers[surface]
        body: dict[str, Any] = {
            "metallicFactor": surface.metallic,
            "roughnessFactor": surface.roughness,
        }
        material: dict[str, Any] = {"name": surface.name, "pbrMetallicRoughness": body}
        if surface.glows:
            body["baseColorFactor"] = [0.02, 0.02, 0.02, 1.0]
            material["emissiveFactor"] = [1.0, 1.0, 1.0] if surface.artwork else surface.color
        elif not surface.artwork:
            body["baseColorFactor"] = [*surface.color, 1.0]
        if surface.artwork:
            texture = {"index": self._add_texture(painted(part, artworks))}
            if surface.glows:
                material["emissiveTexture"] = texture
            else:
                body["baseColorTexture"] = texture
        extensions = self._extended(surface)
        if extensions:
            material["extensions"] = extensions
        if not surface.transmission:
            material["doubleSided"] = True
        self._materials.append(material)
        self._numbers[surface] = len(self._materials) - 1
        return self._numbers[surface]

    def _extended(self, surface: Surface) -> dict[str, Any]:
        found: dict[str, Any] = {}
        if surface.transmission:
            found["KHR_materials_transmission"] = {"transmissionFactor": surface.transmission}
            found["KHR_materials_ior"] = {"ior": 1.45}
        if surface.coat:
            found["KHR_materials_clearcoat"] = {
                "clearcoatFactor": surface.coat,
                "clearcoatRoughnessFactor": 0.04,
            }
        self._extensions.update(found)
        return found

    def _add_texture(self, png: bytes) -> int:
        if png not in self._textures:
            view = self._add_view(png)
            self._images.append({"mimeType": "image/png", "bufferView": view})
            self._textures[png] = len(self._images) - 1
        return self._textures[png]

    def _add_array(
        self,
        values: NDArray[Any],
        kind: str,
        *,
        bounded: bool = False,
        target: int = _ARRAY_BUFFER,
    ) -> int:
        component = {"float32": _FLOAT, "uint16": _USHORT, "uint32": _UINT}[values.dtype.name]
        accessor: dict[str, Any] = {
            "bufferView": self._add_view(values.tobytes(), target),
            "componentType": component,
            "count": len(values),
            "type": kind,
        }
        if bounded:
            accessor["min"] = values.min(axis=0).tolist()
            accessor["max"] = values.max(axis=0).tolist()
        self._accessors.append(accessor)
        return len(self._accessors) - 1

    def _add_view(self, data: bytes, target: int | None = None) -> int:
        self._blob += b"\0" * (-len(self._blob) % 4)
        view = {"buffer": 0, "byteOffset": len(self._blob), "byteLength": len(data)}
        if target is not None:
            view["target"] = target
        self._blob += data
        self._views.append(view)
        return len(self._views) - 1


def _unit(normals: NDArray[np.float64]) -> NDArray[np.float32]:
    length = np.linalg.norm(normals, axis=1, keepdims=True)
    unit: NDArray[np.float32] = (normals / np.maximum(length, 1e-12)).astype(np.float32)
    return unit

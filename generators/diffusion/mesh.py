"""Meshes from Shap-E on this machine, as GLB with a color for each corner.

Source: https://registry.khronos.org/glTF/specs/2.0/glTF-2.0.html#glb-file-format-specification
"""

from __future__ import annotations

import json
import struct
import time
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from generators.base import Ticket
from generators.diffusion.families import Task
from generators.diffusion.local import LocalProvider
from generators.diffusion.memory import MemoryPlan
from generators.diffusion.pixels import opened
from generators.errors import GenerationFailed
from generators.order import MeshOrder, Order
from generators.provider import Delivery, Kind
from generators.provider_settings import LocalModel

__all__ = ["DiffusionMesh", "colored_glb"]

_Floats = NDArray[np.float32]
_Surface = tuple[_Floats, NDArray[np.uint32], _Floats]

_FLOAT, _UINT = 5126, 5125
_ARRAY_BUFFER, _INDEX_BUFFER = 34962, 34963


class DiffusionMesh(LocalProvider):
    """Meshes with Shap-E, from words or from one picture."""

    name: ClassVar[str] = "shap_e"
    summary: ClassVar[str] = "Simple colored meshes from Shap-E on this machine."
    kind: ClassVar[Kind] = "mesh"
    variable: ClassVar[str] = "DANQING_MESH_MODEL"

    @property
    def model(self) -> LocalModel | None:
        """The setting."""
        return self.settings.mesh_model

    def fill(self, order: Order, ticket: Ticket) -> Delivery:
        """Return the mesh; see `Provider.fill`."""
        if not isinstance(order, MeshOrder):
            raise GenerationFailed(f"this provider makes meshes, it makes no {order.kind}")
        lacking = sorted(order.needs - self.offer().abilities)
        if lacking:
            raise GenerationFailed(
                f"{self.weights().name} cannot do {', '.join(lacking)}; take another model"
            )
        started = time.monotonic()
        with self.borrowed(ticket) as resident:
            steps, guidance = self.steps_and_guidance(resident.family, order)
            task: Task = "image" if order.images else "text"
            arguments: dict[str, Any] = {
                "prompt": order.prompt,
                "num_inference_steps": steps,
                "guidance_scale": guidance,
                "output_type": "mesh",
            }
            if order.images:
                arguments["image"] = opened(ticket.assets.read(order.images[0]))

            def model(plan: MemoryPlan) -> _Surface:
                del plan
                pipeline = resident.pipeline(task)
                try:
                    out = self.called(
                        resident, pipeline, arguments, ticket, seeds=(order.seed,),
                        doing="modeling",
                    )  # fmt: skip
                except (RuntimeError, GenerationFailed) as error:
                    if "expected a non-empty list of Tensors" in str(error):
                        raise GenerationFailed(
                            "the model found no surface; try another seed or plainer words"
                        ) from error
                    raise
                return _surface(out.images[0])

            (points, faces, colors), stepped = resident.run(model, 1, ticket)
            notes = list(stepped)
            if len(faces) > order.faces:
                notes.append(f"{len(faces)} faces, more than the {order.faces} asked for")
            if len(order.images) > 1:
                notes.append("only the first picture was used")
            provenance = self.provenance(
                resident,
                order,
                {"prompt": order.prompt, "steps": steps, "guidance": guidance or 0.0},
            )
            receipt = self.receipt(resident, started, tuple(notes), is_whole=True)
        ticket.step(1.0, "modeled")
        return Delivery(
            data=colored_glb(points, faces, colors if order.textured else None),
            media_type="model/gltf-binary",
            provenance=provenance,
            receipt=receipt,
        )


def _surface(mesh: Any) -> _Surface:
    """Return points (y up), faces and colors of what the decoder made."""
    points = mesh.verts.detach().float().cpu().numpy()
    faces = mesh.faces.detach().cpu().numpy().astype(np.uint32)
    if not len(points) or not len(faces):
        raise GenerationFailed("the model found no surface; try another seed or plainer words")
    channels = mesh.vertex_channels
    colors = np.stack([channels[one].detach().float().cpu().numpy() for one in "RGB"], axis=1)
    standing = points[:, [0, 2, 1]] * np.array([1, 1, -1], np.float32)
    return standing.astype(np.float32), faces, np.clip(colors, 0, 1).astype(np.float32)


def colored_glb(points: _Floats, faces: NDArray[np.uint32], colors: _Floats | None) -> bytes:
    """Return a triangle mesh as a GLB file; the same mesh gives the same bytes.

    Args:
        points: Shape (n, 3), meters, y up.
        faces: Shape (m, 3), counterclockwise seen from outside.
        colors: Shape (n, 3), linear as Shap-E and glTF have them, 0–1; None leaves it gray.
    """
    arrays: list[tuple[NDArray[Any], str, int, int]] = [
        (points, "VEC3", _FLOAT, _ARRAY_BUFFER),
        (_normals(points, faces), "VEC3", _FLOAT, _ARRAY_BUFFER),
        (faces.reshape(-1), "SCALAR", _UINT, _INDEX_BUFFER),
    ]
    attributes = {"POSITION": 0, "NORMAL": 1}
    if colors is not None:
        arrays.append((colors, "VEC3", _FLOAT, _ARRAY_BUFFER))
        attributes["COLOR_0"] = 3
    blob, views, accessors = b"", [], []
    for number, (array, shape, kind, target) in enumerate(arrays):
        data = np.ascontiguousarray(array).tobytes()
        views.append(
            {"buffer": 0, "byteOffset": len(blob), "byteLength": len(data), "target": target}
        )
        accessor: dict[str, Any] = {
            "bufferView": number, "componentType": kind, "count": len(array), "type": shape,
        }  # fmt: skip
        if number == 0:
            accessor |= {"min": points.min(0).tolist(), "max": points.max(0).tolist()}
        accessors.append(accessor)
        blob += data
    scene = {
        "asset": {"version": "2.0", "generator": "danqing"},
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0}],
        "meshes": [{"primitives": [{"attributes": attributes, "indices": 2, "material": 0}]}],
        "materials": [{"pbrMetallicRoughness": {"metallicFactor": 0, "roughnessFactor": 0.7}}],
        "accessors": accessors,
        "bufferViews": views,
        "buffers": [{"byteLength": len(blob)}],
    }
    head = json.dumps(scene, separators=(",", ":")).encode()
    head += b" " * (-len(head) % 4)
    chunks = struct.pack("<I4s", len(head), b"JSON") + head
    chunks += struct.pack("<I4s", len(blob), b"BIN\0") + blob
    return struct.pack("<4sII", b"glTF", 2, 12 + len(chunks)) + chunks


def _normals(points: _Floats, faces: NDArray[np.uint32]) -> _Floats:
    """Return a unit normal for each point, faces weighing by their area."""
    corners = points[faces]
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    total = np.zeros_like(points)
    for corner in range(3):
        np.add.at(total, faces[:, corner], across)
    length = np.linalg.norm(total, axis=1, keepdims=True)
    up = np.array([0, 1, 0], np.float32)
    found: _Floats = np.where(length > 1e-12, total / np.maximum(length, 1e-12), up).astype(
        np.float32
    )
    return found

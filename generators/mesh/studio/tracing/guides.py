"""Guides: the color and the facing of what is seen, for the denoiser and for whoever asks.

The fast variant has channels for them. In the plain one those take a lock of Python's at every
sample and cost more than whole light paths; there every surface is made to glow with what is
asked of it, and is looked at directly.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from generators.mesh.mesh import Mesh
from generators.mesh.studio.develop import Light
from generators.mesh.studio.job import Floats, Job
from generators.mesh.studio.tracing.engine import mi
from generators.mesh.studio.tracing.materials import Surface
from generators.mesh.studio.tracing.scene import (
    World,
    array_of,
    loaded,
    sensor_of,
    shape_of,
)
from generators.mesh.studio.tracing.variant import PLAIN

__all__ = ["Guides", "guides_of"]

_BLACK: Final[dict[str, Any]] = {
    "type": "diffuse",
    "reflectance": {"type": "rgb", "value": 0.0},
}
_BY_VERTEX: Final = {"type": "mesh_attribute", "name": "vertex_color"}


@dataclass(frozen=True, eq=False)
class Guides:
    """What is known of the surfaces without their light.

    Attributes:
        albedo: (h, w, 3), 0–1.
        normal: (h, w, 3), −1–1, outward; 0 where nothing is.
    """

    albedo: Light
    normal: Light


def guides_of(world: World, job: Job) -> Guides:
    """Return albedo and normals of the world's surfaces."""
    if mi.variant() == PLAIN:
        return _from_glow(world, job)
    integrator = mi.load_dict({"type": "aov", "aovs": "color:albedo,facing:sh_normal"})
    found = _rendered(world.whole, job, integrator)[..., -6:]
    return _guides(found[..., :3], found[..., 3:])


def _from_glow(world: World, job: Job) -> Guides:
    shades, facings = {}, {}
    for name, surface in world.surfaces.items():
        mesh = _towards(surface.mesh, job.lens.origin)
        shade = Surface(mesh, _BLACK, surface.shade, _glow(surface.shade), surface.colors)
        shades[name] = shape_of(shade, name)
        colors = surface.mesh.normals * 0.5 + 0.5
        facing = Surface(mesh, _BLACK, _BY_VERTEX, _glow(_BY_VERTEX), colors)
        facings[name] = shape_of(facing, name)
    direct = {"type": "scene", "integrator": {"type": "path", "max_depth": 1}}
    albedo = _rendered(loaded(direct | shades), job)
    normal = _rendered(loaded(direct | facings), job)
    return _guides(albedo[..., :3], normal[..., :3] * 2 - normal[..., 3:])


def _guides(albedo: Light, normal: Light) -> Guides:
    return Guides(
        np.ascontiguousarray(np.clip(albedo, 0, 1)),
        np.ascontiguousarray(np.clip(normal, -1, 1)),
    )


def _rendered(scene: Any, job: Job, integrator: Any = None) -> Light:
    plan = sensor_of(job.lens, job.size, job.rendered)
    plan["sampler"] = {"type": "stratified"}
    seen = mi.render(
        scene,
        sensor=mi.load_dict(plan),
        integrator=integrator,
        spp=job.aov_spp,
        seed=job.seed % 2**32,
    )
    return np.nan_to_num(array_of(seen))


def _glow(shade: Any) -> dict[str, Any]:
    return {"type": "area", "radiance": shade}


def _towards(mesh: Mesh, eye: Floats) -> Mesh:
    """Return the mesh with every face turned to the eye: only fronts glow."""
    corners = mesh.vertices[mesh.faces]
    out = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    is_back = ((eye - corners[:, 0]) * out).sum(axis=1) < 0
    faces = np.where(is_back[:, None], mesh.faces[:, ::-1], mesh.faces)
    return Mesh(mesh.vertices, faces, mesh.normals, mesh.uv)

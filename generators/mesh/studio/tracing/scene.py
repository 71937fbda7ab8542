"""Scenes: a job as the tracer's own objects."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from generators.mesh.mesh import Mesh
from generators.mesh.studio.develop import Light
from generators.mesh.studio.job import Floats, Job, Lamp, Lens
from generators.mesh.studio.tracing.engine import mi
from generators.mesh.studio.tracing.materials import Surface, surface_of

__all__ = [
    "World",
    "array_of",
    "built",
    "lamp_of",
    "loaded",
    "sensor_of",
    "shape_of",
    "sky_of",
]


@dataclass(frozen=True)
class World:
    """A loaded scene.

    Attributes:
        whole: With floor, wall and light.
        surfaces: Of every part, in the job's order, by the name it has in the scene.
    """

    whole: Any
    surfaces: dict[str, Surface]


def built(job: Job) -> World:
    """Return the job's scene, ready to render with the job's own sensor."""
    plan: dict[str, Any] = {
        "type": "scene",
        "integrator": {"type": "path", "max_depth": job.depth, "rr_depth": 4},
        "sensor": sensor_of(job.lens, job.size, job.rendered),
        "sky": sky_of(job.sky),
    }
    for number, lamp in enumerate(job.lamps):
        plan[f"lamp{number}"] = lamp_of(lamp)
    cm_per_px = job.lens.focus / job.lens.focal_px
    surfaces = {
        f"{part.role}{number}": surface_of(part, job.lens.origin, cm_per_px)
        for number, part in enumerate(job.parts)
    }
    plan |= {name: shape_of(surface, name) for name, surface in surfaces.items()}
    return World(loaded(plan), surfaces)


def array_of(tensor: Any) -> Light:
    """Return what the tracer rendered, (height, width, channels)."""
    return np.array(tensor, np.float32)


def loaded(plan: dict[str, Any]) -> Any:
    """Return the scene of a plan, its lamps always in the same order.

    Loading in parallel numbers lamps as threads finish, and merging what is alike as memory
    happens to lie: either way the same seed would draw other samples.
    """
    return mi.load_dict(plan, parallel=False, optimize=False)


def shape_of(surface: Surface, name: str) -> Any:
    """Return the tracer's mesh of a surface."""
    mesh: Mesh = surface.mesh
    properties = mi.Properties()
    properties["bsdf"] = mi.load_dict(surface.bsdf)
    if surface.emitter is not None:
        properties["emitter"] = mi.load_dict(surface.emitter)
    shape = mi.Mesh(
        name,
        len(mesh.vertices),
        len(mesh.faces),
        has_vertex_normals=True,
        has_vertex_texcoords=mesh.uv is not None,
        props=properties,
    )
    if surface.colors is not None:
        shape.add_attribute("vertex_color", 3, surface.colors.astype(np.float32).ravel())
    held = mi.traverse(shape)
    held["vertex_positions"] = mesh.vertices.astype(np.float32).ravel()
    held["vertex_normals"] = mesh.normals.astype(np.float32).ravel()
    held["faces"] = mesh.faces.astype(np.uint32).ravel()
    if mesh.uv is not None:
        held["vertex_texcoords"] = mesh.uv.astype(np.float32).ravel()
    held.update()
    return shape


def sensor_of(lens: Lens, size: tuple[int, int], rendered: tuple[int, int]) -> dict[str, Any]:
    """Return the camera: a window into a film wide enough to have the axis in its middle."""
    ratio = rendered[0] / size[0], rendered[1] / size[1]
    center = lens.center[0] * ratio[0], lens.center[1] * ratio[1]
    half = [
        math.ceil(max(abs(middle), abs(extent - middle)))
        for middle, extent in zip(center, rendered, strict=True)
    ]
    offset = [round(reach + 1 - middle) for reach, middle in zip(half, center, strict=True)]
    film_width = 2 * half[0] + 2
    film_height = 2 * half[1] + 2
    focal = lens.focal_px * ratio[0]
    sensor: dict[str, Any] = {
        "type": "thinlens" if lens.aperture else "perspective",
        "fov": math.degrees(2 * math.atan(film_width / 2 / focal)),
        "fov_axis": "x",
        "near_clip": lens.focus * 1e-3,
        "far_clip": lens.focus * 1e3,
        "to_world": mi.ScalarTransform4f().look_at(
            [float(x) for x in lens.origin], [float(x) for x in lens.target], [0, 0, 1]
        ),
        "film": {
            "type": "hdrfilm",
            "width": film_width,
            "height": film_height,
            "crop_offset_x": offset[0],
            "crop_offset_y": offset[1],
            "crop_width": rendered[0],
            "crop_height": rendered[1],
            "rfilter": {"type": "box"},
            "pixel_format": "rgba",
            "component_format": "float32",
        },
        "sampler": {"type": "independent"},
    }
    if lens.aperture:
        sensor |= {"aperture_radius": lens.aperture, "focus_distance": lens.focus}
    return sensor


def lamp_of(lamp: Lamp) -> dict[str, Any]:
    """Return a rectangle that gives light to where it faces."""
    towards = lamp.target - lamp.position
    up = [0, 0, 1] if abs(towards[2]) < 0.98 * np.linalg.norm(towards) else [0, 1, 0]
    place = mi.ScalarTransform4f().look_at(
        [float(x) for x in lamp.position], [float(x) for x in lamp.target], up
    )
    if lamp.spread:
        return {
            "type": "spot",
            "to_world": place,
            "intensity": {"type": "rgb", "value": [float(x) for x in lamp.radiance]},
            "cutoff_angle": lamp.spread,
            "beam_width": lamp.spread * 0.12,
        }
    return {
        "type": "rectangle",
        "to_world": place @ mi.ScalarTransform4f().scale([lamp.width / 2, lamp.height / 2, 1]),
        "bsdf": {"type": "diffuse", "reflectance": {"type": "rgb", "value": 0.0}},
        "emitter": {
            "type": "area",
            "radiance": {"type": "rgb", "value": [float(x) for x in lamp.radiance]},
        },
    }


def sky_of(sky: Floats) -> dict[str, Any]:
    """Return the surroundings as an emitter."""
    return {
        "type": "envmap",
        "bitmap": mi.Bitmap(sky.astype(np.float32)),
        "to_world": mi.ScalarTransform4f().rotate([1, 0, 0], 90),
    }

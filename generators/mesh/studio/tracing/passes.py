"""Passes: the beauty in several goes, coverage, and the shadow on the floor."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generators.mesh.studio.develop import Light
from generators.mesh.studio.framing import axes_of
from generators.mesh.studio.job import Floats, Job
from generators.mesh.studio.tracing.engine import mi, oidn
from generators.mesh.studio.tracing.guides import Guides
from generators.mesh.studio.tracing.materials import Surface
from generators.mesh.studio.tracing.scene import (
    World,
    array_of,
    lamp_of,
    loaded,
    sensor_of,
    shape_of,
    sky_of,
)

__all__ = ["beauty_passes", "coverage_of", "denoised", "shadow_of"]

_SHADOW_REACH = 2.6
_LIFT = 2e-4
_MARGIN_PX = 16


def beauty_passes(world: World, job: Job) -> Iterator[Light]:
    """Yield the picture of one pass after another, (h, w, 3)."""
    for number in range(job.passes):
        seed = job.seed * 4099 + number
        yield array_of(mi.render(world.whole, spp=job.spp, seed=seed % 2**32))[..., :3]


def coverage_of(world: World, job: Job) -> Light:
    """Return (h, w) how much of each pixel the subjects cover."""
    plan: dict[str, Any] = {
        "type": "scene",
        "integrator": {"type": "depth"},
        "sensor": sensor_of(job.lens, job.size, job.rendered),
    }
    for part, (name, surface) in zip(job.parts, world.surfaces.items(), strict=True):
        if part.role == "subject":
            plan[name] = shape_of(Surface(surface.mesh, {"type": "diffuse"}), name)
    found = mi.render(loaded(plan), spp=max(36, job.aov_spp), seed=job.seed % 2**32)
    return np.clip(array_of(found)[..., -1], 0, 1)


def denoised(light: Light, guides: Guides | None) -> Light:
    """Return the picture without its noise.

    It is mirrored a little beyond its edges first, for the denoiser is unsure where it knows
    one side only.
    """
    margin = min(_MARGIN_PX, *(side - 1 for side in light.shape[:2]))
    around = ((margin, margin), (margin, margin), (0, 0))
    known = {"albedo": guides.albedo, "normal": guides.normal} if guides else {}
    wide = {name: np.pad(held, around, mode="reflect") for name, held in known.items()}
    color = np.pad(np.ascontiguousarray(light, np.float32), around, mode="reflect")
    clean = np.asarray(oidn.denoise(color, hdr=True, **wide))
    return clean[margin : -margin or None, margin : -margin or None]


def shadow_of(world: World, job: Job, between: Callable[[], None]) -> Light:
    """Return (h, w, 3) the share of light that reaches the floor, as the camera sees it.

    The floor is looked at from right above, from under the feet of the objects: so it is known
    beneath them too, and no edge of theirs comes into it. Its two states, with objects and
    without, divided, are the shadow; the camera's rays then look it up.

    Args:
        world: Of the job.
        job: What stands where.
        between: Called between renders.
    """
    middle, half = _footprint(job)
    side = int(np.clip(max(job.rendered), 64, 1024))
    spp = max(16, job.spp * job.passes)
    states = []
    for is_empty in (False, True):
        plan = _floor_plan(job, middle, half, 64 if is_empty else side)
        plan |= _raised(world, job, empty=is_empty)
        found = array_of(mi.render(loaded(plan), spp=spp, seed=job.seed % 2**32))
        light = denoised(found[..., :3], None)
        states.append(light)
        between()
    with_objects, without = states
    scale = np.linspace(0, without.shape[0] - 1, side)
    ratio = with_objects / np.maximum(_looked_up(without, scale[None, :], scale[:, None]), 1e-4)
    x, y, seen = _floor_points(job)
    column = ((x - middle[0]) / half + 1) / 2 * side - 0.5
    row = (1 - (y - middle[1]) / half) / 2 * side - 0.5
    kept = _looked_up(ratio.astype(np.float32), column, row)
    out = np.maximum(np.abs(x - middle[0]), np.abs(y - middle[1])) / half
    fade = np.clip((out - 0.72) / 0.26, 0, 1)
    strength = np.where(seen, 1 - fade * fade * (3 - 2 * fade), 0)[..., None]
    # the denoiser leaves a breath of unevenness where nothing throws shadow
    shade = np.clip(1 - kept - 0.012, 0, 1) / (1 - 0.012)
    return np.asarray(1 - shade * strength, np.float32)


def _floor_plan(job: Job, middle: Floats, half: float, side: int) -> dict[str, Any]:
    lift = job.radius * _LIFT
    white = {"type": "diffuse", "reflectance": {"type": "rgb", "value": 0.7}}
    to_world = mi.ScalarTransform4f()
    plan: dict[str, Any] = {
        "type": "scene",
        "integrator": {"type": "path", "max_depth": min(job.depth, 6)},
        "sky": sky_of(job.sky),
        "floor": {
            "type": "rectangle",
            "to_world": to_world.translate([float(middle[0]), float(middle[1]), 0.0])
            @ to_world.scale([job.radius * 60] * 3),
            "bsdf": white,
        },
        "sensor": {
            "type": "orthographic",
            "near_clip": lift * 0.05,
            "far_clip": lift * 20,
            "to_world": to_world.look_at(
                [float(middle[0]), float(middle[1]), lift],
                [float(middle[0]), float(middle[1]), 0.0],
                [0, 1, 0],
            )
            @ to_world.scale([half, half, 1]),
            "film": {
                "type": "hdrfilm",
                "width": side,
                "height": side,
                "rfilter": {"type": "box"},
                "pixel_format": "rgba",
                "component_format": "float32",
            },
        },
    }
    for number, lamp in enumerate(job.lamps):
        plan[f"lamp{number}"] = lamp_of(lamp)
    return plan


def _raised(world: World, job: Job, *, empty: bool) -> dict[str, Any]:
    """Return what throws shadow, above the camera that looks at the floor."""
    up = np.eye(4)
    up[2, 3] = job.radius * _LIFT * 2
    raised = {}
    for part, (name, made) in zip(job.parts, world.surfaces.items(), strict=True):
        if part.role == "stage" or (empty and part.role == "subject"):
            continue
        raised[name] = shape_of(made.moved(up), name)
    return raised


def _footprint(job: Job) -> tuple[Floats, float]:
    points = np.vstack([part.mesh.vertices for part in job.parts if part.role == "subject"])
    low, high = points.min(axis=0), points.max(axis=0)
    reach = float((high - low)[:2].max()) / 2 + _SHADOW_REACH * min(
        job.radius, float(high[2]) + float((high - low)[:2].max()) * 0.3
    )
    return (low + high)[:2] / 2, reach


def _floor_points(job: Job) -> tuple[Floats, Floats, NDArray[np.bool_]]:
    """Return where the ray of every pixel meets the floor, and whether it does."""
    width, height = job.rendered
    columns = (np.arange(width) + 0.5) * job.size[0] / width
    rows = (np.arange(height) + 0.5) * job.size[1] / height
    right, up, forward = axes_of(job.lens)
    across = (columns - job.lens.center[0])[None, :, None] / job.lens.focal_px * right
    down = (rows - job.lens.center[1])[:, None, None] / job.lens.focal_px * -up
    rays = forward + across + down
    seen = rays[..., 2] < -1e-4
    steps = job.lens.origin[2] / np.where(seen, -rays[..., 2], 1.0)
    points = job.lens.origin + rays * steps[..., None]
    return points[..., 0], points[..., 1], seen


def _looked_up(picture: Light, column: Floats, row: Floats) -> Light:
    """Return the picture at fractional places, evenly blended between its pixels."""
    column, row = np.broadcast_arrays(column, row)
    column = np.clip(column, 0, picture.shape[1] - 1)
    row = np.clip(row, 0, picture.shape[0] - 1)
    left = np.minimum(column.astype(int), picture.shape[1] - 2)
    top = np.minimum(row.astype(int), picture.shape[0] - 2)
    across, down = (column - left)[..., None], (row - top)[..., None]
    upper = picture[top, left] * (1 - across) + picture[top, left + 1] * across
    lower = picture[top + 1, left] * (1 - across) + picture[top + 1, left + 1] * across
    return np.asarray(upper * (1 - down) + lower * down, np.float32)

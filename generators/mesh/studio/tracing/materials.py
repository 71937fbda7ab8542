"""Materials: what a finish is to the tracer."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from generators.mesh.mesh import Mesh
from generators.mesh.studio.grain import GRAINS, boxed, printed_over
from generators.mesh.studio.job import Floats, StagedPart
from generators.mesh.studio.request import solid
from generators.mesh.studio.tracing.engine import mi
from generators.mesh.studio.tracing.iridescence import rainbow

__all__ = ["Surface", "surface_of"]

_PLASTIC: dict[str, tuple[float, float, float]] = {
    "matte": (0.62, 0.35, 0.0),
    "satin": (0.36, 0.5, 0.0),
    "gloss": (0.14, 0.55, 0.6),
    "paper": (0.82, 0.25, 0.0),
    "kraft": (0.9, 0.18, 0.0),
    "fabric": (0.95, 0.15, 0.0),
    "ceramic": (0.32, 0.5, 1.0),
    "rubber": (0.58, 0.42, 0.0),
    "clay": (0.85, 0.28, 0.0),
    "wood": (0.5, 0.4, 0.15),
}
"""Finish → roughness, specular, clear coat."""
_GRAY: dict[str, Any] = {"type": "rgb", "value": 0.5}
_METAL = {"metal": 0.26, "brushed_metal": 0.34, "chrome": 0.03, "holographic": 0.2}


class Surface:
    """A mesh ready for the tracer: its geometry, its material and what light it gives.

    Attributes:
        mesh: With uv as the material needs them.
        bsdf: A plugin dictionary.
        shade: Its color without light, a texture dictionary.
        emitter: A plugin dictionary, or None.
        colors: (n, 3) of the vertices, linear, or None.
    """

    def __init__(
        self,
        mesh: Mesh,
        bsdf: dict[str, Any],
        shade: dict[str, Any] = _GRAY,
        emitter: dict[str, Any] | None = None,
        colors: Floats | None = None,
    ) -> None:
        self.mesh = mesh
        self.bsdf = bsdf
        self.shade = shade
        self.emitter = emitter
        self.colors = colors

    def moved(self, matrix: Floats) -> Surface:
        """Return the surface elsewhere."""
        return Surface(
            self.mesh.moved(matrix), self.bsdf, self.shade, self.emitter, self.colors
        )


def surface_of(part: StagedPart, eye: Floats, cm_per_px: float) -> Surface:
    """Return what a part is to the tracer.

    Args:
        part: Placed and dressed.
        eye: Where the camera is, for what shimmers.
        cm_per_px: What one px covers at the group.
    """
    finish = part.material.finish
    color = np.clip(solid(part.material.color), 0.0, 0.94)
    if part.role == "blocker":
        shade = _rgb(color)
        return Surface(part.mesh, _twosided({"type": "diffuse", "reflectance": shade}), shade)
    if part.role == "stage":
        shade = _rgb(color) if part.texture is None else _picture(part.texture[..., :3])
        return Surface(part.mesh, _twosided(_stage(shade, part.gloss)), shade)
    if finish == "screen":
        return _screen(part, color)
    if finish == "holographic":
        mesh, colors = rainbow(part.mesh, eye, color)
        tinted = {"type": "mesh_attribute", "name": "vertex_color"}
        shade = tinted if part.texture is None else _under_print(part, color)
        return Surface(mesh, _printed(part, _metal(tinted, 0.2)), shade, None, colors)
    if finish in {"glass", "frosted_glass", "liquid"}:
        tint = np.clip(color, 0.004, 1) ** (0.55 if finish == "liquid" else 0.25)
        shade = _rgb(tint) if part.texture is None else _under_print(part, tint)
        return Surface(part.mesh, _printed(part, _glass(finish, tint)), shade)
    return _solid_surface(part, color, cm_per_px)


def _solid_surface(part: StagedPart, color: Floats, cm_per_px: float) -> Surface:
    finish = part.material.finish
    grain = GRAINS.get(finish)
    mesh, texture = part.mesh, part.texture
    base: dict[str, Any] = _rgb(color)
    relief: dict[str, Any] | None = None
    if grain is not None:
        tile = grain.tile()
        span = grain.span_seen_cm(cm_per_px)
        if part.texture_cm == (1.0, 1.0) or mesh.uv is None:
            mesh, tiles = boxed(mesh), (1 / span, 1 / span)
        else:
            tiles = (part.texture_cm[0] / span, part.texture_cm[1] / span)
        tint = grain.tint_seen(cm_per_px)
        if texture is not None:
            texture = printed_over(texture, tile, tiles, tint)
        shaded = np.clip(color * (1 + tint * tile[..., None]), 0, 1).astype(np.float32)
        base = _bitmap(shaded, tiles, raw=True)
        raised = (tile * grain.relief_cm).astype(np.float32)[..., None]
        relief = _bitmap(raised, tiles, raw=True)
    if texture is not None:
        base = _picture(_flattened(texture, color), wrapped=part.is_wrapped)
    if finish in _METAL:
        bsdf = _metal(base, _METAL[finish])
        if finish == "brushed_metal":
            bsdf["anisotropic"] = 0.75
    else:
        bsdf = _plastic(base, finish)
    if relief is not None:
        bsdf = {"type": "bumpmap", "relief": relief, "scale": 1.0, "below": bsdf}
    return Surface(mesh, _twosided(bsdf), base)


def _plastic(base: dict[str, Any], finish: str) -> dict[str, Any]:
    roughness, specular, coat = _PLASTIC[finish]
    made = {
        "type": "principled",
        "base_color": base,
        "roughness": roughness,
        "specular": specular,
    }
    if coat:
        made |= {"clearcoat": coat, "clearcoat_gloss": 0.96}
    if finish == "fabric":
        made |= {"sheen": 0.6, "sheen_tint": 0.5}
    return made


def _metal(base: dict[str, Any], roughness: float) -> dict[str, Any]:
    return {
        "type": "principled",
        "base_color": base,
        "metallic": 1.0,
        "roughness": roughness,
    }


def _glass(finish: str, tint: Floats) -> dict[str, Any]:
    if finish == "frosted_glass":
        return {
            "type": "roughdielectric",
            "int_ior": 1.45,
            "alpha": 0.22,
            "specular_transmittance": _rgb(tint),
        }
    return {
        "type": "dielectric",
        "int_ior": 1.34 if finish == "liquid" else 1.5,
        "specular_transmittance": _rgb(tint),
    }


def _printed(part: StagedPart, below: dict[str, Any]) -> dict[str, Any]:
    """Return the material with opaque ink where the artwork covers it."""
    if part.texture is None:
        return below if below["type"] != "principled" else _twosided(below)
    ink = _plastic(_picture(part.texture[..., :3], wrapped=part.is_wrapped), "satin")
    covered = (part.texture[..., 3:] / 255).astype(np.float32)
    weight = _bitmap(covered, (1, 1), raw=True, wrapped=part.is_wrapped)
    over = {"type": "blendbsdf", "weight": weight, "below": below, "ink": ink}
    return over if below["type"] != "principled" else _twosided(over)


def _under_print(part: StagedPart, color: Floats) -> dict[str, Any]:
    assert part.texture is not None
    return _picture(_flattened(part.texture, color), wrapped=part.is_wrapped)


def _stage(base: dict[str, Any], gloss: float) -> dict[str, Any]:
    made = {"type": "principled", "base_color": base, "roughness": 0.8, "specular": 0.2}
    if gloss:
        made["roughness"] = 0.42 - 0.34 * gloss
        made["specular"] = 0.35 + 0.35 * gloss
        made |= {"clearcoat": gloss, "clearcoat_gloss": 0.9 + 0.08 * gloss}
    return made


def _screen(part: StagedPart, color: Floats) -> Surface:
    black = _plastic(_rgb(np.full(3, 0.01)), "gloss")
    if part.texture is None:
        light: dict[str, Any] = _rgb(color)
    else:
        lit = _flattened(part.texture, np.zeros(3)).astype(np.float64) / 255
        linear = np.where(lit <= 0.04045, lit / 12.92, ((lit + 0.055) / 1.055) ** 2.4)
        light = _bitmap((linear * 0.92).astype(np.float32), (1, 1), raw=True, wrapped=False)
    return Surface(part.mesh, black, light, {"type": "area", "radiance": light})


def _flattened(texture: NDArray[np.uint8], color: Floats) -> NDArray[np.uint8]:
    """Return RGB: the artwork over the material's own color."""
    share = texture[..., 3:] / 255.0
    ground = (
        np.where(color <= 0.0031308, color * 12.92, 1.055 * color ** (1 / 2.4) - 0.055) * 255
    )
    return np.round(texture[..., :3] * share + ground * (1 - share)).astype(np.uint8)


def _picture(pixels: NDArray[np.uint8], *, wrapped: bool = False) -> dict[str, Any]:
    return {
        "type": "bitmap",
        "bitmap": mi.Bitmap(np.ascontiguousarray(pixels[..., :3])),
        "filter_type": "bilinear",
        "wrap_mode": "repeat" if wrapped else "clamp",
    }


def _bitmap(
    values: NDArray[np.float32], tiles: tuple[float, float], *, raw: bool, wrapped: bool = True
) -> dict[str, Any]:
    return {
        "type": "bitmap",
        "bitmap": mi.Bitmap(np.ascontiguousarray(values)),
        "raw": raw,
        "filter_type": "bilinear",
        "wrap_mode": "repeat" if wrapped else "clamp",
        "to_uv": mi.ScalarTransform3f().scale([tiles[0], tiles[1]]),
    }


def _rgb(color: Floats) -> dict[str, Any]:
    return {"type": "rgb", "value": [float(channel) for channel in color]}


def _twosided(bsdf: dict[str, Any]) -> dict[str, Any]:
    return {"type": "twosided", "face": bsdf}

"""Staging: a request becomes a job; props are built, placed, dressed, lit and framed."""

from __future__ import annotations

import io
from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from compositor.document import Asset, AssetStore
from generators.errors import GenerationFailed, UnknownGenerator
from generators.mesh.prop import ArtworkArea, Prop
from generators.mesh.studio.artwork import fitted, picture_of
from generators.mesh.studio.backdrops import podiums_under, set_of
from generators.mesh.studio.framing import framed
from generators.mesh.studio.job import Floats, Job, Lens, StagedPart
from generators.mesh.studio.request import (
    QUALITIES,
    Artwork,
    Placement,
    StudioRequest,
    solid,
)
from generators.mesh.studio.rigs import lighting_of

__all__ = ["prop_names", "staged"]


def prop_names() -> tuple[str, ...]:
    """Return the names a placement may use."""
    return tuple(sorted(_props()))


def staged(request: StudioRequest, assets: AssetStore) -> Job:
    """Return the job of a request.

    Raises:
        UnknownGenerator: A prop has no such name, or an artwork area is not on its prop.
        GenerationFailed: A prop cannot be built.
    """
    quality = QUALITIES[request.quality]
    built = [_built(placement) for placement in request.placements]
    matrices = [_matrix(placement) for placement in request.placements]
    corners = [
        np.vstack([part.mesh.moved(matrix).vertices for part in prop.parts])
        for prop, matrix in zip(built, matrices, strict=True)
    ]
    podiums = []
    if request.backdrop.kind in {"podium", "arch"}:
        podiums = podiums_under([(one.min(axis=0), one.max(axis=0)) for one in corners])
        for podium in podiums:
            for at in podium.carries:
                matrices[at] = _moved(0, 0, podium.height) @ matrices[at]
                corners[at] = corners[at] + np.array([0, 0, podium.height])
    group = np.vstack(corners)
    pivot = (group.min(axis=0) + group.max(axis=0)) / 2
    if request.turn:
        turning = _moved(*pivot) @ _turned(request.turn) @ _moved(*-pivot)
        matrices = [turning @ matrix for matrix in matrices]
        group = group @ turning[:3, :3].T + turning[:3, 3]
    whole = group
    for podium in podiums:
        angles = np.linspace(0, 2 * np.pi, 48)
        rim = np.column_stack([
            podium.x + podium.radius * np.cos(angles),
            podium.y + podium.radius * np.sin(angles),
        ])  # fmt: skip
        feet = np.column_stack([rim, np.zeros(48)])
        whole = np.vstack([whole, feet, feet + np.array([0, 0, podium.height])])
    size = (request.width, request.height)
    lens = framed(whole, request.camera, size)
    low, high = whole.min(axis=0), whole.max(axis=0)
    center, radius = (low + high) / 2, max(float(np.linalg.norm(high - low)) / 2, 1e-3)
    light = lighting_of(request.rig, center, radius, request.seed)
    parts = [
        part
        for placement, prop, matrix in zip(request.placements, built, matrices, strict=True)
        for part in _dressed(placement, prop, matrix, assets, lens, quality.texture)
    ]
    wants = ["beauty"]
    is_apart = request.layers or request.backdrop.kind in {"transparent", "color"}
    if is_apart:
        wants += ["object", "shadow"]
    if request.backdrop.kind == "transparent":
        wants += ["transparent"]
    if request.guides:
        wants += ["guides"]
    scale = min(1.0, quality.longest_px / max(size))
    rendered = (max(8, round(size[0] * scale)), max(8, round(size[1] * scale)))
    return Job(
        parts=(*parts, *set_of(request.backdrop, podiums, whole, lens, size), *light.blockers),
        lamps=light.lamps,
        sky=light.sky,
        lens=lens,
        size=size,
        rendered=rendered,
        spp=max(1, quality.spp // quality.passes),
        passes=quality.passes,
        depth=quality.depth,
        aov_spp=quality.aov_spp,
        seed=request.seed,
        exposure=1.0,
        paper=solid(request.backdrop.color) if request.backdrop.kind == "color" else None,
        wants=tuple(wants),
        radius=radius,
        pivot=pivot,
    )


def _props() -> dict[str, Any]:
    props: dict[str, Any] = import_module("generators.mesh.props").PROPS
    return props


def _built(placement: Placement) -> Prop:
    if isinstance(placement.prop, Prop):
        prop = placement.prop
    else:
        entry = _props().get(placement.prop)
        if entry is None:
            raise UnknownGenerator(
                f"no prop named {placement.prop!r}; there are {', '.join(prop_names())}"
            )
        prop = entry.build(placement.request)
    known = {area.name for area in prop.artwork}
    for name in placement.artworks:
        if name not in known:
            there = ", ".join(sorted(known)) or "none"
            raise UnknownGenerator(
                f"{prop.name} has no artwork area named {name!r}; there are: {there}"
            )
    if not prop.parts:
        raise GenerationFailed(f"{prop.name} has no parts; choose another prop")
    return prop


def _dressed(
    placement: Placement,
    prop: Prop,
    matrix: Floats,
    assets: AssetStore,
    lens: Lens,
    texels_per_px: float,
) -> list[StagedPart]:
    areas = {area.name: area for area in prop.artwork}
    parts = []
    for part in prop.parts:
        mesh = part.mesh.moved(matrix)
        area = areas.get(part.material.artwork)
        picture = placement.artworks.get(part.material.artwork)
        texture = None
        if picture is not None and mesh.uv is not None:
            texture = fitted(_pixels(picture, assets), mesh, lens, texels_per_px)
        parts.append(
            StagedPart(
                mesh,
                part.material,
                texture=texture,
                texture_cm=_printed_cm(area, placement.scale),
                is_wrapped=area is not None and area.is_wrapped,
            )
        )
    return parts


def _pixels(picture: Artwork, assets: AssetStore) -> NDArray[np.uint8]:
    if not isinstance(picture, Asset):
        return picture_of(picture)
    with Image.open(io.BytesIO(assets.read(picture.sha256))) as opened:
        return picture_of(np.asarray(opened.convert("RGBA")))


def _printed_cm(area: ArtworkArea | None, scale: float) -> tuple[float, float]:
    if area is None:
        return (1.0, 1.0)
    both = 2 * area.bleed_cm
    return ((area.width_cm + both) * scale, (area.height_cm + both) * scale)


def _matrix(placement: Placement) -> Floats:
    scale = np.diag([placement.scale] * 3 + [1.0])
    tilt, roll = np.radians(placement.tilt), np.radians(placement.roll)
    back = np.eye(4)
    back[1:3, 1:3] = [[np.cos(tilt), np.sin(tilt)], [-np.sin(tilt), np.cos(tilt)]]
    aside = np.eye(4)
    aside[0, 0], aside[0, 2] = np.cos(roll), np.sin(roll)
    aside[2, 0], aside[2, 2] = -np.sin(roll), np.cos(roll)
    placed: Floats = (
        _moved(*placement.position) @ _turned(placement.turn) @ aside @ back @ scale
    )
    return placed


def _moved(x: float, y: float, z: float) -> Floats:
    matrix = np.eye(4)
    matrix[:3, 3] = (x, y, z)
    return matrix


def _turned(angle_deg: float) -> Floats:
    turn = np.radians(angle_deg)
    matrix = np.eye(4)
    matrix[:2, :2] = [[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]]
    return matrix

"""A GLB becomes a prop: upright, at its size, with its surfaces, and leaves as it came."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from generators.errors import GenerationFailed
from generators.mesh.export import save_model
from generators.mesh.export.glb import glb_bytes
from generators.mesh.imported import import_glb
from generators.mesh.prop import Prop, PropRequest
from generators.mesh.props import PROPS

trimesh: Any = pytest.importorskip("trimesh")


def corners(prop: Prop) -> tuple[np.ndarray, np.ndarray]:
    points = np.vstack([part.mesh.vertices for part in prop.parts])
    return points.min(axis=0), points.max(axis=0)


def test_a_prop_comes_back_as_it_left() -> None:
    mug = PROPS["mug"].build(PropRequest())
    area = mug.artwork[0].name
    red = Image.new("RGB", (64, 32), "#C81E28")
    back = import_glb(glb_bytes(mug, {area: red}), "mug")
    assert np.allclose(corners(back.prop), corners(mug), atol=0.01)
    assert len(back.prop.parts) == len(mug.parts)
    (printed,) = back.artworks.values()
    assert printed.convert("RGB").getpixel((5, 5)) == (200, 30, 40)
    plain = {part.material.color for part in back.prop.parts if not part.material.artwork}
    was = {part.material.color for part in mug.parts if part.material.artwork != area}
    for color in plain:
        near = [np.abs(_rgb(color) - _rgb(other)).max() for other in was]
        assert min(near) <= 3
    was_printed = next(part.mesh for part in mug.parts if part.material.artwork == area)
    is_printed = next(part.mesh for part in back.prop.parts if part.material.artwork)
    assert was_printed.uv is not None
    assert is_printed.uv is not None
    for side in (0, 1):
        before, after = was_printed.uv[:, side].argmin(), is_printed.uv[:, side].argmin()
        assert was_printed.vertices[before][2] == pytest.approx(
            is_printed.vertices[after][2], abs=0.02
        )


def test_size_front_and_ground() -> None:
    ball = trimesh.creation.icosphere(subdivisions=1)
    nose = trimesh.creation.box((0.2, 0.2, 2.0))
    nose.apply_translation((0, 0, 1.5))
    data = trimesh.Scene({"ball": ball, "nose": nose}).export(file_type="glb")
    found = import_glb(data, size_cm=20)
    low, high = corners(found.prop)
    assert low[2] == pytest.approx(0, abs=1e-6)
    assert float((high - low).max()) == pytest.approx(20)
    assert (low[:2] + high[:2]).tolist() == pytest.approx([0, 0], abs=1e-6)
    nose_part = min(found.prop.parts, key=lambda part: len(part.mesh.faces))
    assert nose_part.mesh.vertices[:, 1].min() == pytest.approx(low[1])


def test_vertex_colors_become_a_chart() -> None:
    ball = trimesh.creation.icosphere(subdivisions=2)
    colors = np.full((len(ball.vertices), 4), (210, 40, 30, 255), np.uint8)
    colors[ball.vertices[:, 1] > 0] = (20, 90, 200, 255)
    ball.visual.vertex_colors = colors
    found = import_glb(ball.export(file_type="glb"))
    (chart,) = found.artworks.values()
    (part,) = found.prop.parts
    assert part.mesh.uv is not None
    top = part.mesh.vertices[part.mesh.faces].mean(axis=1)[:, 2].argmax()
    u, v = part.mesh.uv[part.mesh.faces[top, 0]]
    pixel = chart.getpixel((int(u * chart.width), int(v * chart.height)))
    assert np.abs(np.array(pixel, float) - (20, 90, 200)).max() <= 6


def test_a_tinted_texture_and_a_metal() -> None:
    box = trimesh.creation.box()
    material = trimesh.visual.material.PBRMaterial(
        baseColorFactor=[1.0, 0.5, 0.5, 1.0],
        metallicFactor=1.0,
        roughnessFactor=0.05,
        baseColorTexture=Image.new("RGB", (8, 8), "white"),
    )
    uv = np.full((len(box.vertices), 2), 0.5)
    box.visual = trimesh.visual.TextureVisuals(uv=uv, material=material)
    found = import_glb(box.export(file_type="glb"))
    (picture,) = found.artworks.values()
    red, green, _, _ = np.asarray(picture)[0, 0]
    assert red == 255
    assert 180 <= green <= 192
    assert found.prop.parts[0].material.finish == "chrome"


def test_it_leaves_as_stl_and_glb(tmp_path: Path) -> None:
    data = trimesh.creation.icosphere(subdivisions=1).export(file_type="glb")
    found = import_glb(data, size_cm=10)
    for name in ("a.stl", "a.glb"):
        save_model(found.prop, tmp_path / name, found.artworks)
    again = trimesh.load_scene(io.BytesIO((tmp_path / "a.stl").read_bytes()), file_type="stl")
    assert again.extents.max() == pytest.approx(100, rel=0.3)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"glTF\x02\x00\x00\x00", "cannot be read"),
        (b"solid thing", "not a GLB"),
    ],
)
def test_what_is_no_model_is_said(data: bytes, says: str) -> None:
    with pytest.raises(GenerationFailed, match=says):
        import_glb(data)


def test_too_fine_is_said() -> None:
    data = trimesh.creation.icosphere(subdivisions=3).export(file_type="glb")
    with pytest.raises(GenerationFailed, match="simplify it first"):
        import_glb(data, most_faces=100)


def _rgb(color: str) -> np.ndarray:
    return np.array([int(color[i : i + 2], 16) for i in (1, 3, 5)], float)

"""Films and meshes from real pipelines with random weights."""

import io
import json
import struct
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from compositor.document.asset import Provenance
from generators.base import Ticket
from generators.diffusion.families import families
from generators.diffusion.mesh import DiffusionMesh, colored_glb
from generators.diffusion.video import DiffusionVideo, frame_count
from generators.errors import GenerationCancelled, GenerationFailed
from generators.order import MeshOrder, VideoOrder
from generators.provider_settings import LocalModel, ProviderSettings

KITE = VideoOrder(prompt="a kite", width=32, height=16, seconds=0.5, fps=12, steps=2, seed=1)
CHAIR = MeshOrder(prompt="a chair", steps=2, seed=1)


def films(folder: Path) -> DiffusionVideo:
    model = LocalModel(source=str(folder), device="cpu")
    return DiffusionVideo(ProviderSettings(video_model=model))


def frames_of(data: bytes) -> list[Any]:
    av = import_module("av")
    with av.open(io.BytesIO(data)) as file:
        return [frame.to_ndarray(format="rgb24") for frame in file.decode(video=0)]


def kept(ticket: Ticket, color: str) -> str:
    held = io.BytesIO()
    Image.new("RGB", (40, 20), color).save(held, "PNG")
    return ticket.assets.add(held.getvalue(), Provenance(source="import")).sha256


def test_words_become_a_film_with_progress_and_again_the_same(
    tiny: Any, ticket: Ticket
) -> None:
    told: list[str] = []
    maker = films(tiny("wan"))
    assert maker.probe().ready
    first = maker.fill(KITE, replace(ticket, progress=lambda _, says: told.append(says)))
    assert first.media_type == "video/webm"
    shown = frames_of(first.data)
    assert (len(shown), shown[0].shape) == (6, (16, 32, 3))
    assert {"filming, step 1 of 2", "encoding"} <= set(told)
    assert maker.fill(KITE, ticket).data == first.data


def test_a_film_goes_from_the_first_frame_to_the_last(tiny: Any, ticket: Ticket) -> None:
    maker = films(tiny("wan-i2v"))
    red, blue = kept(ticket, "red"), kept(ticket, "blue")
    made = {
        maker.fill(KITE.model_copy(update={"first": first, "last": last}), ticket).data
        for first, last in ((red, None), (red, blue), (blue, red))
    }
    assert len(made) == 3
    with pytest.raises(GenerationFailed, match="cannot do text"):
        maker.fill(KITE, ticket)


def test_a_film_can_be_stopped(tiny: Any, ticket: Ticket) -> None:
    told: list[str] = []
    stopping = replace(
        ticket,
        progress=lambda _, says: told.append(says),
        cancelled=lambda: any("step 1" in says for says in told),
    )
    maker = films(tiny("wan"))
    with pytest.raises(GenerationCancelled):
        maker.fill(KITE.model_copy(update={"steps": 5}), stopping)
    assert not any("step 2" in says for says in told)


@pytest.mark.parametrize(
    ("family", "seconds", "count"),
    [("wan", 5.0, 81), ("wan", 1.0, 17), ("wan", 20.0, 81), ("ltx", 2.0, 49)],
)
def test_models_make_the_numbers_of_frames_they_were_made_for(
    family: str, seconds: float, count: int
) -> None:
    made, asked = frame_count(seconds, families()[family])
    assert made == count
    assert (made < asked) == (seconds == 20.0)


def test_words_become_a_mesh_or_a_sentence(tiny: Any, ticket: Ticket) -> None:
    model = LocalModel(source=str(tiny("shap-e")), device="cpu")
    maker = DiffusionMesh(ProviderSettings(mesh_model=model))
    told: list[str] = []
    with maker.borrowed(ticket) as resident:
        renderer = resident.pipeline("text").shap_e_renderer
    renderer.decode_to_mesh = partial(renderer.decode_to_mesh, grid_size=16)
    _bend(renderer, -1.0)
    with pytest.raises(GenerationFailed, match="no surface"):
        maker.fill(CHAIR, ticket)
    _bend(renderer, 0.6)
    made = maker.fill(CHAIR, replace(ticket, progress=lambda _, says: told.append(says)))
    assert any("modeling, step 1 of" in says for says in told)
    length, kind = struct.unpack("<I4s", made.data[12:20])
    scene = json.loads(made.data[20 : 20 + length])
    assert kind == b"JSON"
    assert scene["accessors"][2]["count"] > 300
    assert set(scene["meshes"][0]["primitives"][0]["attributes"]) == {
        "POSITION", "NORMAL", "COLOR_0",
    }  # fmt: skip
    assert maker.fill(CHAIR, ticket).data == made.data


def _bend(renderer: Any, radius: float) -> None:
    """Bend the random field into a ball: noise is full or empty everywhere."""
    torch = import_module("torch")
    whole = type(renderer.mlp).forward.__get__(renderer.mlp)

    def bent(*, position: Any, **more: Any) -> Any:
        out = whole(position=position, **more)
        out.signed_distance = radius - torch.linalg.norm(position, dim=-1, keepdim=True)
        return out

    renderer.mlp.forward = bent


def test_a_colored_mesh_is_a_valid_glb() -> None:
    points = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]], np.float32)
    faces = np.array([[0, 2, 1], [0, 1, 3], [0, 3, 2], [1, 2, 3]], np.uint32)
    colors = np.eye(4, 3, dtype=np.float32)
    data = colored_glb(points, faces, colors)
    read = pytest.importorskip("trimesh").load(io.BytesIO(data), file_type="glb", force="mesh")
    assert read.is_watertight
    assert read.volume == pytest.approx(1 / 6)
    np.testing.assert_allclose(np.frombuffer(data[-48:], np.float32).reshape(4, 3), colors)

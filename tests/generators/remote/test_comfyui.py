"""ComfyUI: what a workflow takes is found, what a server lacks is named, the rest is filled."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.responses import JSONResponse, Response

from compositor.document import AssetStore
from generators.base import Ticket
from generators.errors import GenerationFailed, NotReady
from generators.order import ImageOrder, MeshOrder, VideoOrder
from generators.provider_settings import ProviderSettings, Server
from generators.remote.comfyui import ComfyImages, Workflow, read_workflows
from generators.roster import Need, Roster

Keep = Callable[[bytes], str]


def node(kind: str, title: str = "", **inputs: Any) -> dict[str, Any]:
    return {"class_type": kind, "inputs": inputs, "_meta": {"title": title or kind}}


SDXL = {
    "4": node("CheckpointLoaderSimple", ckpt_name="sdxl.safetensors"),
    "5": node("EmptyLatentImage", width=512, height=512, batch_size=1),
    "6": node("CLIPTextEncode", text="cat", clip=["4", 1]),
    "7": node("CLIPTextEncode", text="blurry", clip=["4", 1]),
    "8": node("ControlNetApplyAdvanced", positive=["6", 0], negative=["7", 0], image=["9", 0]),
    "9": node("Canny", image=["10", 0]),
    "10": node("LoadImage", image="x.png"),
    "3": node(
        "KSampler", seed=1, steps=20, cfg=7.5, denoise=1.0, model=["4", 0], positive=["8", 0],
        negative=["8", 1], latent_image=["5", 0],
    ),
    "11": node("SaveImage", images=["3", 0]),
}  # fmt: skip
FLUX = {
    "1": node("CLIPTextEncodeFlux", clip_l="a", t5xxl="a", guidance=3.5),
    "2": node("BasicGuider", conditioning=["1", 0]),
    "3": node("RandomNoise", noise_seed=["9", 0]),
    "4": node("BasicScheduler", steps=28, denoise=1.0),
    "5": node("EmptySD3LatentImage", width=1024, height=1024, batch_size=1),
    "6": node("SamplerCustomAdvanced", noise=["3", 0], guider=["2", 0], latent_image=["5", 0]),
    "7": node("ImageScale", width=99, height=99, image=["6", 0]),
    "8": node("SaveImage", images=["7", 0]),
    "9": node("PrimitiveInt", value=3),
}
INPAINT = {
    "1": node("LoadImage", image="x.png"),
    "2": node("VAEEncodeForInpaint", pixels=["1", 0], mask=["1", 1]),
    "3": node("CLIPTextEncode", text="a"),
    "4": node("KSampler", seed=1, positive=["3", 0], negative=["3", 0], latent_image=["2", 0]),
    "5": node("SaveImage", images=["4", 0]),
}
WAN = {
    "1": node("LoadImage", "First frame", image="x.png"),
    "2": node("LoadImage", image="y.png"),
    "3": node("CLIPTextEncode", text="a"),
    "4": node(
        "WanFirstLastFrameToVideo", width=832, height=480, length=81, positive=["3", 0],
        start_image=["1", 0], end_image=["2", 0],
    ),
    "5": node("KSampler", seed=1, positive=["4", 0], latent_image=["4", 2]),
    "6": node("CreateVideo", fps=16.0, images=["5", 0]),
    "7": node("SaveVideo", video=["6", 0]),
}  # fmt: skip
TITLED = {
    "1": node("MyTextBox", "Prompt", value="?"),
    "2": node("MyNumber", "种子", int=5),
    "3": node("LoadImage", "Reference image", image="r.png"),
    "4": node("SomethingNew", words=["1", 0], luck=["2", 0], look=["3", 0]),
    "5": node("SaveGLB", mesh=["4", 0]),
}
ALL = {"sdxl": SDXL, "flux": FLUX, "inpaint": INPAINT, "wan": WAN, "titled": TITLED}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "workflows"
    place.mkdir()
    for name, nodes in ALL.items():
        (place / f"{name}.json").write_text(json.dumps(nodes), "utf-8")
    return place


@pytest.fixture
def workflows(folder: Path) -> dict[str, Workflow]:
    return {one.name: one for one in read_workflows(folder)}


def roles(workflow: Workflow) -> set[tuple[str, str, str]]:
    return {(slot.role, slot.node, slot.field) for slot in workflow.slots}


def test_what_they_take_is_found(workflows: dict[str, Workflow]) -> None:
    assert roles(workflows["sdxl"]) == {
        ("prompt", "6", "text"), ("negative", "7", "text"), ("control", "10", "image"),
        ("width", "5", "width"), ("height", "5", "height"), ("seed", "3", "seed"),
        ("steps", "3", "steps"), ("guidance", "3", "cfg"), ("strength", "3", "denoise"),
    }  # fmt: skip
    assert roles(workflows["flux"]) == {
        ("prompt", "1", "clip_l"), ("prompt", "1", "t5xxl"), ("guidance", "1", "guidance"),
        ("seed", "9", "value"), ("steps", "4", "steps"), ("strength", "4", "denoise"),
        ("width", "5", "width"), ("height", "5", "height"),
    }  # fmt: skip
    assert {("first", "1", "image"), ("last", "2", "image"), ("frames", "4", "length"),
            ("fps", "6", "fps"), ("width", "4", "width")} < roles(workflows["wan"])  # fmt: skip
    assert roles(workflows["titled"]) == {
        ("prompt", "1", "value"), ("seed", "2", "int"), ("reference", "3", "image"),
    }  # fmt: skip


def test_what_they_can_do(workflows: dict[str, Workflow]) -> None:
    assert {name: (one.kind, set(one.abilities)) for name, one in workflows.items()} == {
        "sdxl": ("image", {"text", "control", "negative"}),
        "flux": ("image", {"text"}),
        "inpaint": ("image", {"mask", "outpaint"}),
        "wan": ("video", {"first_frame", "last_frame"}),
        "titled": ("mesh", {"text", "reference"}),
    }


def test_an_order_goes_into_the_slots(workflows: dict[str, Workflow]) -> None:
    order = VideoOrder(prompt="waves", first="0" * 64, last="1" * 64, seconds=5, fps=16, seed=9)
    assert not workflows["wan"].objection(order)
    filled = workflows["wan"].filled(order, {"first": ["a.png"], "last": ["b.png"]})
    assert filled["1"]["inputs"]["image"] == "a.png"
    assert filled["2"]["inputs"]["image"] == "b.png"
    assert filled["3"]["inputs"]["text"] == "waves"
    assert filled["4"]["inputs"]["length"] == 81
    assert filled["6"]["inputs"]["fps"] == 16.0
    assert filled["5"]["inputs"]["seed"] == 9
    assert workflows["wan"].nodes["5"]["inputs"]["seed"] == 1


def test_what_does_not_suit_says_why(workflows: dict[str, Workflow]) -> None:
    words = ImageOrder(prompt="x")
    assert workflows["flux"].objection(words) == ""
    assert workflows["wan"].objection(words) == "makes no image"
    assert workflows["sdxl"].objection(words) == "takes 1 × control, the order brings 0"
    masked = ImageOrder(prompt="x", image="0" * 64, mask="1" * 64)
    assert workflows["flux"].objection(masked) == "cannot do mask"
    assert workflows["inpaint"].objection(masked) == ""
    assert workflows["titled"].objection(MeshOrder(images=("0" * 64,))) == "cannot do image"


def known(seen: Any) -> Response:
    """Answer as a server that lacks one node and one model."""
    name = seen.path.rpartition("/")[2]
    if name in {"Canny"}:
        return JSONResponse({})
    choices: dict[str, Any] = {}
    if name == "CheckpointLoaderSimple":
        choices = {"required": {"ckpt_name": [["other.safetensors"], {}]}}
    if name == "LoadImage":
        choices = {"required": {"image": [["old.png"], {"image_upload": True}]}}
    return JSONResponse({name: {"input": choices}})


def painter(service: Any, workflow: Path, clock: Any) -> ComfyImages:
    service.on("GET /system_stats", JSONResponse({}))
    service.on("GET /object_info/*", known)
    settings = ProviderSettings(comfyui=Server(url=service.url), workflow=workflow)
    return ComfyImages(settings, clock)


def test_what_a_server_lacks_is_named_before_anything_runs(
    service: Any, folder: Path, clock: Any, ticket: Ticket, picture: Any, kept: Keep
) -> None:
    provider = painter(service, folder / "sdxl.json", clock)
    edges = {"kind": "canny", "image": kept(picture())}
    order = ImageOrder.model_validate({"prompt": "x", "control": [edges]})
    with pytest.raises(NotReady, match=r"the node Canny.*ckpt_name 'sdxl.safetensors'"):
        provider.fill(order, ticket)
    assert not service.calls("POST *")


def test_a_mask_travels_as_alpha_and_holds(
    service: Any, folder: Path, clock: Any, ticket: Ticket, picture: Any, kept: Keep
) -> None:
    provider = painter(service, folder, clock)
    service.on("POST /upload/image", JSONResponse({"name": "up.png", "subfolder": "in"}))
    service.on("POST /prompt", JSONResponse({"prompt_id": "p"}))
    files = {"images": [{"filename": "t.png", "type": "temp"}, {"filename": "o.png"}]}
    service.on("GET /history/p", JSONResponse({"p": {"outputs": {"5": files}}}))
    service.on("GET /view", Response(picture(64, 64, (1, 2, 3))))
    order = ImageOrder(
        prompt="x", image=kept(picture()), mask=kept(picture(mode="L", color=0)), seed=4
    )
    made = provider.fill(order, ticket)
    assert made.data == picture()
    assert service.calls("GET /view")[0].query["filename"] == "o.png"
    sent = service.calls("POST /prompt")[0].json()["prompt"]
    assert sent["1"]["inputs"]["image"] == "in/up.png"
    assert len(service.calls("POST /upload/image")) == 1
    assert "workflow inpaint" in made.receipt.notes


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        (
            {"status": {"status_str": "error", "messages": [
                ["execution_error", {"node_type": "KSampler", "exception_message": "no memory"}]
            ]}},
            "KSampler: no memory",
        ),
        ({"outputs": {}}, "saved no image"),
    ],
)  # fmt: skip
def test_a_run_that_fails_says_where(
    service: Any, folder: Path, clock: Any, ticket: Ticket, entry: dict[str, Any], says: str
) -> None:
    provider = painter(service, folder / "flux.json", clock)
    service.on("POST /prompt", JSONResponse({"prompt_id": "p"}))
    service.on("GET /history/p", JSONResponse({"p": entry}))
    with pytest.raises(GenerationFailed, match=says):
        provider.fill(ImageOrder(prompt="x"), ticket)


def test_a_server_that_is_away_is_said_at_once(folder: Path) -> None:
    settings = ProviderSettings(comfyui=Server(url="http://127.0.0.1:9"), workflow=folder)
    readiness = ComfyImages(settings).probe()
    assert not readiness.ready
    assert readiness.missing == ("nobody answers at 127.0.0.1:9",)


def test_a_server_elsewhere_is_not_even_greeted_without_leave(folder: Path) -> None:
    settings = ProviderSettings(comfyui=Server(url="https://comfy.invalid"), workflow=folder)
    assert ComfyImages(settings).probe().ready
    with pytest.raises(NotReady, match="comfyui is remote, and nothing may leave"):
        Roster(settings).route(
            ImageOrder(prompt="x"), Ticket(assets=AssetStore()), Need(provider="comfyui")
        )


def test_what_is_not_set_up_names_its_variable() -> None:
    with pytest.raises(NotReady) as raised:
        Roster().route(ImageOrder(prompt="x"), Ticket(assets=AssetStore()))
    for variable in ("DANQING_COMFYUI_URL", "DANQING_IMAGES_KEY"):
        assert f"set {variable}" in str(raised.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('{"nodes": [], "links": []}', "Export"),
        ("[1]", "not a ComfyUI workflow"),
        ("{", "not JSON"),
    ],
)
def test_a_file_that_is_no_workflow(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "w.json").write_text(text, "utf-8")
    with pytest.raises(GenerationFailed, match=says):
        read_workflows(tmp_path)

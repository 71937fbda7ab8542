"""export_document: files inside the run's folder, the document beside them."""

import hashlib
from pathlib import Path

import pytest

from compositor.document import AssetStore, Document, Page, Shape, VectorLayer, solid
from compositor.geometry import Box
from compositor.geometry.shapes import rectangle
from tools.base import Exported, Made, Workbench
from tools.errors import WrongArguments
from tools.export_document import ExportArguments, ExportDocument

LAYER = VectorLayer(
    id="v", shapes=(Shape(path=rectangle(Box(0, 0, 50.12345, 25)), fill=solid("#FF0000")),)
)
DOCUMENT = Document(title="红", pages=(Page(id="p", width=100, height=50, layers=(LAYER,)),))


def bench(out: Path) -> Workbench:
    made = {"poster": Made(document=DOCUMENT)}
    return Workbench(seed=1, assets=AssetStore(), out=out, materials=made)


def test_files_are_listed_relative_to_the_run(tmp_path: Path) -> None:
    arguments = ExportArguments(
        document="poster", formats=("png", "svg", "pdf"), folder="poster/红", scale=0.5
    )
    made = ExportDocument().run(arguments, bench(tmp_path)).made
    assert isinstance(made, Exported)
    assert [file.path for file in made.files] == [
        "poster/红/document.json",
        "poster/红/page-1.png",
        "poster/红/design.svg",
        "poster/红/design.pdf",
    ]
    for file in made.files:
        data = (tmp_path / file.path).read_bytes()
        assert (file.sha256, file.bytes) == (hashlib.sha256(data).hexdigest(), len(data))
    assert (made.files[1].width, made.files[1].height) == (50, 25)


def test_the_written_document_draws_to_the_same_bytes(tmp_path: Path) -> None:
    tool = ExportDocument()
    first = tool.run(ExportArguments(document="poster", folder="a"), bench(tmp_path)).made
    written = Document.from_json((tmp_path / "a/document.json").read_bytes())
    again = Workbench(
        seed=2,
        assets=AssetStore(),
        out=tmp_path,
        materials={"poster": Made(document=written)},
    )
    second = tool.run(ExportArguments(document="poster", folder="b"), again).made
    assert isinstance(first, Exported)
    assert isinstance(second, Exported)
    assert [f.sha256 for f in first.files] == [f.sha256 for f in second.files]


@pytest.mark.parametrize("folder", ["../up", "/etc/x", "a/../../b", "", "a//b", "a/", ".hid"])
def test_a_folder_outside_the_run_is_refused(tmp_path: Path, folder: str) -> None:
    with pytest.raises(WrongArguments, match="relative name"):
        ExportDocument().run(ExportArguments(document="poster", folder=folder), bench(tmp_path))


def test_wrong_formats_scales_and_steps_go_back_to_the_planner(tmp_path: Path) -> None:
    tool = ExportDocument()
    for arguments, says in (
        (ExportArguments(document="poster", formats=("psd",)), "svg-outlined"),
        (ExportArguments(document="logo"), "no step 'logo'"),
    ):
        with pytest.raises(WrongArguments, match=says):
            tool.run(arguments, bench(tmp_path))
    assert not list(tmp_path.iterdir())

"""The quick look everyone uses while drawing."""

from pathlib import Path

import pytest
from PIL import Image

from compositor.document import Document, GroupLayer, Page, Shape, VectorLayer, solid
from compositor.drawing.preview import preview
from compositor.errors import InvalidValue
from compositor.geometry import Box
from compositor.geometry.shapes import rectangle

LAYER = VectorLayer(
    id="v", shapes=(Shape(path=rectangle(Box(0, 0, 50, 25)), fill=solid("#FF0000")),)
)


def test_a_document_and_a_layer_become_pngs(tmp_path: Path) -> None:
    document = Document(pages=(Page(id="p", width=100, height=50, layers=(LAYER,)),))
    group = GroupLayer(id="g", children=(LAYER,))
    for name, path in (
        ("document", preview(document, tmp_path / "new" / "a.png", 40)),
        ("layer", preview(group, tmp_path / "b.png", 40, size=(100, 50))),
    ):
        with Image.open(path) as picture:
            assert picture.size == (40, 20), name
            assert picture.getpixel((5, 5)) == (255, 0, 0, 255)
            assert picture.getpixel((35, 15)) == (255, 255, 255, 255)


def test_a_layer_alone_needs_a_size(tmp_path: Path) -> None:
    with pytest.raises(InvalidValue, match="size"):
        preview(LAYER, tmp_path / "a.png")

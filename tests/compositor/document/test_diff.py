"""What differs between documents, and edits merged into one changed by hand."""

from __future__ import annotations

from compositor.document import Document, GroupLayer, Page, Shape, VectorLayer, solid
from compositor.document.diff import difference_of, grafted, merged
from compositor.geometry import Affine, Box
from compositor.geometry.shapes import rectangle


def _layer(name: str, side: float = 10.0, *, hidden: bool = False) -> VectorLayer:
    shape = Shape(path=rectangle(Box(0, 0, side, side)), fill=solid("#000000"))
    return VectorLayer(id=name, shapes=(shape,), visible=not hidden)


def _document(*layers: VectorLayer | GroupLayer) -> Document:
    return Document(pages=(Page(id="page-1", width=100, height=100, layers=layers),))


def test_only_the_layer_that_changed_is_named() -> None:
    before = _document(_layer("a"), _layer("b"))
    diff = difference_of(before, _document(_layer("a"), _layer("b", 12)))
    assert [(c.layer_id, c.kind, c.fields) for c in diff.changes] == [
        ("b", "changed", ("shapes",))
    ]


def test_rounding_is_no_difference() -> None:
    assert not difference_of(_document(_layer("a")), _document(_layer("a", 10.004)))


def test_layers_come_and_go() -> None:
    diff = difference_of(_document(_layer("a")), _document(_layer("b")))
    assert {(c.layer_id, c.kind) for c in diff.changes} == {("a", "removed"), ("b", "added")}


def test_merging_keeps_what_was_changed_by_hand() -> None:
    mine = _document(_layer("a", 33), _layer("b"))
    base, edited = _document(_layer("a"), _layer("b")), _document(_layer("a"), _layer("b", 20))
    after = merged(mine, base, edited)
    assert difference_of(mine, after).layer_ids == ("b",)


def test_a_graft_keeps_the_place_of_its_group() -> None:
    moved = Affine.translation(5, 5)
    mine = _document(GroupLayer(id="m", transform=moved, children=(_layer("m-1"),)))
    fresh = _document(GroupLayer(id="m", children=(_layer("m-1", 20), _layer("m-2"))))
    group = grafted(mine, fresh, lambda layer: layer.id == "m").layer("m")
    assert isinstance(group, GroupLayer)
    assert group.transform == moved
    assert [child.id for child in group.children] == ["m-1", "m-2"]

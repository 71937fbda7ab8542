"""What differs between two versions of a document, layer by layer, and merging an edit."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from compositor.document.document import Document, Page, walk
from compositor.document.layer import GroupLayer, Layer

__all__ = ["DocumentDiff", "LayerChange", "difference_of", "grafted", "merged"]

Kind = Literal["added", "removed", "changed"]

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
_SAME = 0.001
"""Numbers this near come from rounding."""


@dataclass(frozen=True)
class LayerChange:
    """One layer that is not as it was.

    Attributes:
        layer_id: Its id; ``page-1`` and so on for a page's own fields.
        kind: Whether it came, went or changed.
        fields: The fields that changed; empty unless it changed.
    """

    layer_id: str
    kind: Kind
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class DocumentDiff:
    """All changes, in drawing order; a group does not count what its children changed."""

    changes: tuple[LayerChange, ...]

    @property
    def layer_ids(self) -> tuple[str, ...]:
        """The layers and pages that differ."""
        return tuple(change.layer_id for change in self.changes)

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.changes)


def difference_of(
    before: Document, after: Document, *, tolerance_px: float = 0.02
) -> DocumentDiff:
    """Return which layers and pages of a document differ; labels and assets do not count.

    Args:
        before: The older version.
        after: The newer version.
        tolerance_px: Numbers this near are the same.
    """
    old, new = _parts(before), _parts(after)
    found: list[LayerChange] = []
    for name, fields in old.items():
        if name not in new:
            found.append(LayerChange(name, "removed"))
            continue
        differing = tuple(
            key
            for key in sorted(fields.keys() | new[name].keys())
            if not _alike(fields.get(key), new[name].get(key), tolerance_px)
        )
        if differing:
            found.append(LayerChange(name, "changed", differing))
    found += [LayerChange(name, "added") for name in new if name not in old]
    return DocumentDiff(tuple(found))


def merged(document: Document, base: Document, edited: Document) -> Document:
    """Return the document with what an edit changed, and nothing else.

    Base and edited are composed alike, before and after the edit. Fields that are the same in
    both stay as the document has them, so that anything the composing does otherwise today,
    and anything changed by hand, survives.

    Args:
        document: The version to change.
        base: The design as composed before the edit.
        edited: The design as composed after it.
    """
    was, now = _parts(base), _parts(edited)

    def changed(name: str, fresh: Layer | Page) -> dict[str, Any]:
        return {
            key: getattr(fresh, key)
            for key, value in now[name].items()
            if not _alike(was[name].get(key), value, _SAME)
        }

    def visit(layer: Layer, fresh: Layer) -> Layer:
        if type(layer) is not type(fresh) or layer.id not in was:
            return fresh
        update = changed(layer.id, fresh)
        if isinstance(layer, GroupLayer) and isinstance(fresh, GroupLayer):
            update["children"] = joined(layer.children, fresh.children)
        return layer.model_copy(update=update)

    def joined(kept: tuple[Layer, ...], fresh: tuple[Layer, ...]) -> tuple[Layer, ...]:
        known = {layer.id: layer for layer in kept}
        return tuple(
            visit(known[layer.id], layer) if layer.id in known else layer for layer in fresh
        )

    had = {page.id: page for page in document.pages}
    pages: list[Page] = []
    for fresh in edited.pages:
        page = had.get(fresh.id)
        if page is not None and fresh.id in was:
            update = {**changed(page.id, fresh), "layers": joined(page.layers, fresh.layers)}
            pages.append(page.model_copy(update=update))
        elif fresh.id not in was:
            pages.append(fresh)
    return edited.model_copy(update={"pages": tuple(pages)})


def grafted(
    document: Document, edited: Document, takes: Callable[[GroupLayer], bool]
) -> Document:
    """Return the document with the children of some groups taken from another version.

    The groups themselves keep place, size and everything else.

    Args:
        document: The version to change.
        edited: Where the children come from, by the id of their group.
        takes: Whether a group is one of them.
    """
    fresh = {layer.id: layer for page in edited.pages for layer in walk(page.layers)}

    def visit(layer: Layer) -> Layer:
        if not isinstance(layer, GroupLayer):
            return layer
        twin = fresh.get(layer.id)
        if isinstance(twin, GroupLayer) and takes(layer):
            return layer.model_copy(update={"children": twin.children})
        children = tuple(visit(child) for child in layer.children)
        return layer.model_copy(update={"children": children})

    pages = tuple(
        page.model_copy(update={"layers": tuple(visit(layer) for layer in page.layers)})
        for page in document.pages
    )
    return edited.model_copy(update={"pages": pages})


def _parts(document: Document) -> dict[str, dict[str, Any]]:
    """The plain fields of every page and layer by id, without what it contains."""
    found: dict[str, dict[str, Any]] = {}
    for page in document.pages:
        found[page.id] = page.model_dump(mode="json", exclude={"layers"})
        for layer in walk(page.layers):
            exclude = {"children"} if isinstance(layer, GroupLayer) else set[str]()
            found[layer.id] = layer.model_dump(mode="json", exclude=exclude)
    return found


def _alike(one: Any, other: Any, tolerance: float) -> bool:
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return abs(one - other) <= tolerance
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(
            _alike(one[key], other[key], tolerance) for key in one
        )
    if isinstance(one, list):
        return len(one) == len(other) and all(
            _alike(a, b, tolerance) for a, b in zip(one, other, strict=True)
        )
    if isinstance(one, str) and one != other:
        return _same_outline(one, other, tolerance)
    return bool(one == other)


def _same_outline(one: str, other: str, tolerance: float) -> bool:
    """Whether two strings are the same path data but for tiny shifts."""
    if not (one.startswith("M") and other.startswith("M") and " " in one):
        return False
    if _NUMBER.sub("#", one) != _NUMBER.sub("#", other):
        return False
    pairs = zip(_NUMBER.findall(one), _NUMBER.findall(other), strict=True)
    return all(abs(json.loads(a) - json.loads(b)) <= tolerance for a, b in pairs)

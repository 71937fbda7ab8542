"""Changes to a document: each returns a new one; the old one is the undo."""

from collections.abc import Callable
from typing import TypeVar

from compositor.document.document import Document, Page
from compositor.document.layer import BaseLayer, GroupLayer, Layer, TextLayer
from compositor.errors import InvalidDocument

L = TypeVar("L", bound=BaseLayer)

__all__ = ["replace_layer", "set_text", "with_prefix", "without_text"]


def replace_layer(
    document: Document, layer_id: str, change: Callable[[Layer], Layer | None]
) -> Document:
    """Return the document with one layer changed, or removed when `change` gives None.

    Raises:
        UnknownLayer: No layer has that id.
    """
    document.layer(layer_id)

    def visit(layer: Layer) -> Layer | None:
        return change(layer) if layer.id == layer_id else layer

    return _mapped(document, visit)


def set_text(document: Document, layer_id: str, text: str) -> Document:
    """Return the document with a text layer saying something else, set as its largest run.

    Raises:
        UnknownLayer: No layer has that id.
        InvalidDocument: The layer holds no text.
    """

    def change(layer: Layer) -> Layer:
        if not isinstance(layer, TextLayer):
            raise InvalidDocument(f"layer {layer_id!r} is {layer.kind}, not text")
        largest = max(layer.runs, key=lambda run: run.size)
        return layer.model_copy(update={"runs": (largest.model_copy(update={"text": text}),)})

    return replace_layer(document, layer_id, change)


def without_text(document: Document) -> Document:
    """Return the document with every text layer hidden: what lies behind the type."""
    return _mapped(
        document,
        lambda layer: (
            layer.model_copy(update={"visible": False})
            if isinstance(layer, TextLayer)
            else layer
        ),
    )


def with_prefix(layer: L, prefix: str) -> L:
    """Return the layer and its children with ids that begin with the prefix."""
    update: dict[str, object] = {"id": prefix + layer.id}
    if isinstance(layer, GroupLayer):
        update["children"] = tuple(with_prefix(child, prefix) for child in layer.children)
    return layer.model_copy(update=update)


def _mapped(document: Document, visit: Callable[[Layer], Layer | None]) -> Document:
    def over(layers: tuple[Layer, ...]) -> tuple[Layer, ...]:
        kept: list[Layer] = []
        for layer in layers:
            changed = visit(layer)
            if isinstance(changed, GroupLayer):
                changed = changed.model_copy(update={"children": over(changed.children)})
            if changed is not None:
                kept.append(changed)
        return tuple(kept)

    pages: list[Page] = [
        page.model_copy(update={"layers": over(page.layers)}) for page in document.pages
    ]
    return document.model_copy(update={"pages": tuple(pages)})

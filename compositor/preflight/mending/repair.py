"""Repair: carry out what a finding proposes.

Mechanical repairs move, align, resize, rebreak, reweight, repaint or veil one text, let art
run further, or add bleed. No repair changes a word. Another composition, sharper pictures
and other words are for whoever made the design.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from compositor.document import AssetStore, Document, GroupLayer, Layer, TextLayer
from compositor.document.edit import replace_layer
from compositor.errors import InvalidValue
from compositor.geometry import Affine, Box
from compositor.layout.lay_out import lay_out
from compositor.preflight.finding import Finding
from compositor.preflight.mending.remedy import (
    AddBleed,
    Align,
    Enlarge,
    Move,
    Rebreak,
    Recompose,
    Repaint,
    Resize,
    Reweight,
    Reword,
    Shorten,
    Veil,
)
from compositor.preflight.placed import placed_texts
from compositor.preflight.settle import below, painted, veil_layer
from compositor.typography.fonts import FontSet

__all__ = ["apply_repair", "is_mechanical"]

_NARROWER = 0.9
"""A text that is balanced already breaks anew when its box is this much narrower."""
_HELD_TOGETHER = ("cta", "logo")


def is_mechanical(finding: Finding) -> bool:
    """Whether `apply_repair` can carry out what the finding proposes."""
    return finding.repair is not None and not isinstance(
        finding.repair, (Recompose, Shorten, Reword)
    )


def apply_repair(
    document: Document, finding: Finding, fonts: FontSet, assets: AssetStore
) -> Document:
    """Return the document with one finding's repair carried out.

    Args:
        document: The one the finding was made on.
        finding: What to mend.
        fonts: Faces, to find where the text stands.
        assets: Pictures.

    Raises:
        InvalidValue: The finding proposes nothing mechanical.
        UnknownLayer: The document has changed since: the layer is gone.
    """
    repair = finding.repair
    if isinstance(repair, Repaint):
        return painted(document, repair.layer, repair.paint)
    if isinstance(repair, (Move, Align)):
        return _moved(document, repair.layer, repair.dx, repair.dy)
    if isinstance(repair, (Resize, Rebreak, Reweight)):
        return _text_changed(document, repair.layer, _set_otherwise(repair))
    if isinstance(repair, AddBleed):
        return _with_bleed(document, finding.page, repair.bleed)
    if isinstance(repair, Enlarge):
        return _enlarged(document, repair)
    if isinstance(repair, Veil):
        return _veiled(document, repair, fonts, assets)
    raise InvalidValue(
        f"the finding {finding.code!r} on {finding.layer!r} has no mechanical repair; "
        "compose the page another way or change its words"
    )


def _moved(document: Document, layer_id: str, dx: float, dy: float) -> Document:
    """Displace a text by page px, and with it the button or lockup it stands in."""
    chains = (chain for page in document.pages for chain in _chains(page.layers, ()))
    chain = next((chain for chain in chains if chain[-1].id == layer_id), None)
    moving = (document.layer(layer_id),) if chain is None else chain
    if any(layer.name == "row" for layer in moving):
        raise InvalidValue(
            f"{layer_id!r} stands in a table, among its rows; compose the page another way"
        )
    held = [layer for layer in moving if layer.role in _HELD_TOGETHER]
    top = held[0] if held else moving[-1]
    around = Affine()
    for layer in moving[: moving.index(top)]:
        around = layer.transform.then(around)
    back = around.inverse()
    step = Affine.translation(back.a * dx + back.c * dy, back.b * dx + back.d * dy)

    def change(layer: Layer) -> Layer:
        return layer.model_copy(update={"transform": layer.transform.then(step)})

    return replace_layer(document, top.id, change)


def _chains(layers: tuple[Layer, ...], above: tuple[Layer, ...]) -> Iterator[tuple[Layer, ...]]:
    """Every layer with the groups around it, outermost first."""
    for layer in layers:
        chain = (*above, layer)
        yield chain
        if isinstance(layer, GroupLayer):
            yield from _chains(layer.children, chain)


def _text_changed(
    document: Document, layer_id: str, change: Callable[[TextLayer], TextLayer]
) -> Document:
    return replace_layer(
        document,
        layer_id,
        lambda layer: change(layer) if isinstance(layer, TextLayer) else layer,
    )


def _set_otherwise(repair: Resize | Rebreak | Reweight) -> Callable[[TextLayer], TextLayer]:
    if isinstance(repair, Resize):
        return _resized(repair.factor)
    if isinstance(repair, Rebreak):
        return _rebroken(repair.width)
    return _reweighted(repair.weight)


def _reweighted(weight: int) -> Callable[[TextLayer], TextLayer]:
    def change(layer: TextLayer) -> TextLayer:
        runs = tuple(
            run.model_copy(update={"font": run.font.model_copy(update={"weight": weight})})
            for run in layer.runs
        )
        return layer.model_copy(update={"runs": runs})

    return change


def _with_bleed(document: Document, page_id: str, bleed: float) -> Document:
    pages = tuple(
        page.model_copy(update={"bleed": max(page.bleed, bleed)})
        if page.id == page_id
        else page
        for page in document.pages
    )
    return document.model_copy(update={"pages": pages})


def _enlarged(document: Document, repair: Enlarge) -> Document:
    """Scale a top-level layer about a point of the page."""
    about = Affine.scaling(repair.factor)
    shift = Affine.translation(repair.x * (1 - repair.factor), repair.y * (1 - repair.factor))

    def change(layer: Layer) -> Layer:
        return layer.model_copy(update={"transform": layer.transform.then(about).then(shift)})

    return replace_layer(document, repair.layer, change)


def _resized(factor: float) -> Callable[[TextLayer], TextLayer]:
    """Every run by the factor; the box too, from the corner the text hangs in."""

    def change(layer: TextLayer) -> TextLayer:
        runs = tuple(
            run.model_copy(update={"size": round(run.size * factor, 3)}) for run in layer.runs
        )
        box = layer.box
        if factor > 1 or layer.fit == "fill":
            box = _held(layer, box.width * factor, box.height * factor)
        return layer.model_copy(update={"runs": runs, "box": box})

    return change


def _rebroken(width: float | None) -> Callable[[TextLayer], TextLayer]:
    def change(layer: TextLayer) -> TextLayer:
        box = layer.box
        if width is not None:
            box = _held(layer, width, box.height * max(1.0, box.width / width) + 1)
        elif layer.balance:
            deeper = box.height / _NARROWER
            box = (
                _held(layer, deeper, box.height * _NARROWER)
                if layer.writing == "vertical-rl"
                else _held(layer, box.width * _NARROWER, deeper)
            )
        return layer.model_copy(update={"box": box, "balance": True})

    return change


def _held(layer: TextLayer, width: float, height: float) -> Box:
    """The layer's box at another size, its text staying where it is aligned."""
    box = layer.box
    across = {"left": 0.0, "justify": 0.0, "center": 0.5, "right": 1.0}[layer.align]
    down = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[layer.valign]
    if layer.writing == "vertical-rl":
        across, down = {"top": 1.0, "middle": 0.5, "bottom": 0.0}[layer.valign], across
    return Box(
        box.x + (box.width - width) * across,
        box.y + (box.height - height) * down,
        width,
        height,
    )


def _veiled(document: Document, repair: Veil, fonts: FontSet, assets: AssetStore) -> Document:
    for index, frame in enumerate(lay_out(document, fonts, assets)):
        for text in placed_texts(frame):
            if text.item.id == repair.layer:
                document = painted(document, repair.layer, repair.ink)
                layer = veil_layer(text, repair.paint, repair.opacity)
                return below(document, index, repair.layer, layer)
    raise InvalidValue(f"text {repair.layer!r} shows no ink to lay a veil under")

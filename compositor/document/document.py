"""Document: pages of layers plus the assets they refer to; schema 1."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import Field, ValidationError, model_validator

from compositor.document.asset import Asset
from compositor.document.frozen import Frozen
from compositor.document.layer import GroupLayer, ImageLayer, Layer, TextLayer, VectorLayer
from compositor.document.migrate import migrated
from compositor.document.paint import ImagePaint, Paint, solid
from compositor.errors import InvalidDocument, UnknownLayer
from compositor.geometry import Box, Size
from compositor.units import MAX_PAGE_PX

__all__ = ["Document", "Page", "walk"]


Side = Annotated[float, Field(ge=16, le=MAX_PAGE_PX)]


class Page(Frozen):
    """One sheet or screen."""

    id: Annotated[str, Field(min_length=1)]
    name: str = ""
    width: Side
    """Trim width, px at 96 per inch."""
    height: Side
    bleed: float = Field(ge=0, default=0.0)
    """Art beyond the trim on every side, px."""
    margin: float = Field(ge=0, default=0.0)
    """Text keeps this far inside the trim, px."""
    medium: Literal["screen", "print", "sign"] = "screen"
    background: Paint = solid("#FFFFFF")
    layers: tuple[Layer, ...] = ()

    @property
    def box(self) -> Box:
        """The trim box, at the origin."""
        return Box(0, 0, self.width, self.height)

    @property
    def size(self) -> Size:
        """Trim width and height."""
        return Size(self.width, self.height)


class Document(Frozen):
    """A layered design. The same value always writes the same bytes."""

    schema_: Literal[1] = Field(default=1, alias="schema")
    title: str = ""
    kind: str = "design"
    """The deliverable it is: logo, poster, vi_sheet …"""
    language: str = "zh-Hans"
    pages: Annotated[tuple[Page, ...], Field(min_length=1)]
    assets: dict[str, Asset] = Field(default_factory=dict)
    labels: dict[str, str] = Field(default_factory=dict)
    """Free facts about the design (style, archetype, seed); the compositor ignores them."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        seen: set[str] = set()
        for page in self.pages:
            if page.id in seen:
                raise ValueError(f"page id {page.id!r} is used twice")
            seen.add(page.id)
        for page in self.pages:
            for layer in walk(page.layers):
                if layer.id in seen:
                    raise ValueError(f"layer id {layer.id!r} is used twice")
                seen.add(layer.id)
                for sha256 in _assets_of(layer):
                    if sha256 not in self.assets:
                        raise ValueError(f"layer {layer.id!r} needs asset {sha256[:12]}…")
        return self

    @classmethod
    def from_json(cls, text: str | bytes) -> Document:
        """Read a document of this or any older schema.

        Raises:
            InvalidDocument: The text is not JSON, not a document, or breaks its rules.
        """
        try:
            return cls.model_validate(migrated(json.loads(text)))
        except (ValidationError, ValueError) as error:
            raise InvalidDocument(f"not a Danqing document: {error}") from error

    def to_json(self) -> str:
        """Return the document as JSON, keys sorted, ending in a newline."""
        plain = self.model_dump(mode="json", by_alias=True)
        return json.dumps(plain, ensure_ascii=False, sort_keys=True, indent=1) + "\n"

    def layer(self, layer_id: str) -> Layer:
        """Return a layer by id, however deep.

        Raises:
            UnknownLayer: No layer has that id.
        """
        for page in self.pages:
            for layer in walk(page.layers):
                if layer.id == layer_id:
                    return layer
        raise UnknownLayer(f"no layer {layer_id!r} in {self.title or 'the document'!r}")


def walk(layers: tuple[Layer, ...]) -> Iterator[Layer]:
    """Yield every layer, parents before children, bottom first."""
    for layer in layers:
        yield layer
        if isinstance(layer, GroupLayer):
            yield from walk(layer.children)


def _assets_of(layer: Layer) -> list[str]:
    found = [layer.mask.asset] if layer.mask else []
    if isinstance(layer, ImageLayer):
        found.append(layer.asset)
    paints: list[Paint | None] = []
    if isinstance(layer, VectorLayer):
        for shape in layer.shapes:
            paints += [shape.fill, shape.stroke.paint if shape.stroke else None]
    if isinstance(layer, TextLayer):
        paints += [run.paint for run in layer.runs]
    return found + [paint.asset for paint in paints if isinstance(paint, ImagePaint)]

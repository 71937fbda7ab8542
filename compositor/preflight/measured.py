"""MeasuredPage: a page set, seen and measured once; what every rule reads."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from compositor.document import AssetStore, Document, Page, TextLayer
from compositor.document.document import walk
from compositor.geometry import Box
from compositor.layout.compose import page_unit
from compositor.layout.frame import Frame
from compositor.preflight.finding import Code, Finding, Severity
from compositor.preflight.ink import InkSample, Look, look_at
from compositor.preflight.mending.remedy import Remedy
from compositor.preflight.placed import PlacedText, placed_texts
from compositor.preflight.subject import Subject, subject_of
from compositor.preflight.target import Target

__all__ = ["Fault", "MeasuredPage"]

_SHEETS = frozenset({"vi_sheet", "logo", "concept_sheet"})
"""Kinds of document that show a brand rather than tell something."""


@dataclass(frozen=True)
class Fault:
    """What a rule found, without the words about where.

    Attributes:
        code: Which rule.
        severity: Whether it blocks "done".
        message: What is wrong and what would mend it.
        value: What was measured.
        needed: What it should have been.
        source: Where the rule comes from.
        repair: What would mend it, in numbers.
        share: Part of the ink that falls short, where measured.
    """

    code: Code
    severity: Severity
    message: str
    value: float
    needed: float
    source: str
    repair: Remedy | None = None
    share: float | None = None


@dataclass(frozen=True)
class MeasuredPage:
    """A page and everything that is measured on it, each thing once.

    Attributes:
        document: What it belongs to.
        page: As stored.
        frame: As laid out.
        assets: Where its pictures are.
        target: What the place of use asks for.
    """

    document: Document
    page: Page
    frame: Frame
    assets: AssetStore
    target: Target

    @cached_property
    def texts(self) -> list[PlacedText]:
        """The texts that have ink."""
        return placed_texts(self.frame)

    @cached_property
    def layers(self) -> dict[str, TextLayer]:
        """The text layers by id."""
        found = walk(self.page.layers)
        return {layer.id: layer for layer in found if isinstance(layer, TextLayer)}

    @cached_property
    def look(self) -> Look:
        """The page without its text, and its text alone."""
        return look_at(self.frame, self.assets)

    @cached_property
    def samples(self) -> dict[str, InkSample]:
        """The ink of every text that shows, by layer id."""
        found = {text.item.id: self.look.sample(text) for text in self.texts}
        return {name: sample for name, sample in found.items() if sample is not None}

    @cached_property
    def subject(self) -> Subject | None:
        """What the picture is about; None when it has no subject of its own."""
        return subject_of(self.frame, self.assets, self.look)

    @cached_property
    def box(self) -> Box:
        """The trim."""
        return Box(0, 0, *self.frame.size)

    @cached_property
    def unit_px(self) -> float:
        """What sizes are parts of."""
        return page_unit(self.frame.size)

    @property
    def is_sheet(self) -> bool:
        """Whether the page presents a brand: its specimens are not copy."""
        return self.document.kind in _SHEETS

    @cached_property
    def copy(self) -> list[PlacedText]:
        """The texts that are read: no labels on products, no logos; none on brand sheets."""
        if self.is_sheet:
            return []
        return [text for text in self.texts if text.item.role not in ("label", "logo")]

    def text(self, layer_id: str) -> PlacedText | None:
        """Return the text of a layer; None when it shows no ink."""
        return next((text for text in self.texts if text.item.id == layer_id), None)

    def finding(self, fault: Fault, text: PlacedText | None = None, layer: str = "") -> Finding:
        """Return a fault as a finding about a text, another layer, or the page."""
        quoted = "" if text is None else f"“{_short(text.item.text)}”: "
        return Finding(
            code=fault.code,
            severity=fault.severity,
            layer=text.item.id if text is not None else layer or self.frame.page_id,
            page=self.frame.page_id,
            message=quoted + fault.message,
            value=round(fault.value, 3),
            needed=round(fault.needed, 3),
            source=fault.source,
            share=None if fault.share is None else round(fault.share, 4),
            repair=fault.repair,
        )


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 24 else flat[:23] + "…"

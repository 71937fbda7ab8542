"""Check a document: set it, draw it without its text, measure, and say what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compositor.document import AssetStore, Document, GroupLayer, Layer, TextLayer
from compositor.document.document import walk
from compositor.errors import MissingFont, MissingGlyph
from compositor.layout.lay_out import lay_out
from compositor.layout.tables.hand import ROW
from compositor.preflight.finding import Finding
from compositor.preflight.measured import MeasuredPage
from compositor.preflight.mending.remedy import Recompose, Reword
from compositor.preflight.rules import RULES
from compositor.preflight.target import Target
from compositor.typography.fonts import FontSet
from compositor.typography.set_text import set_text

__all__ = ["check", "findings_of", "measured_pages", "shown_texts"]


def check(
    document: Document,
    fonts: FontSet,
    assets: AssetStore,
    required: Sequence[str] = (),
    target: Target | None = None,
) -> tuple[Finding, ...]:
    """Return the findings, hard ones first.

    Args:
        document: What to check.
        fonts: The font set it is drawn with.
        assets: Where its pictures are.
        required: Texts that must stand in it, exactly.
        target: What the place of use asks for besides the house rules.
    """
    unset = tuple(_unset(document, fonts))
    if unset:
        return unset
    return findings_of(document, measured_pages(document, fonts, assets, target), required)


def findings_of(
    document: Document, pages: Sequence[MeasuredPage], required: Sequence[str] = ()
) -> tuple[Finding, ...]:
    """Return the findings of a document whose pages are measured, hard ones first."""
    found: list[Finding] = list(_required(document, required))
    for page in pages:
        for rule in RULES:
            found += rule(page)
    return tuple(sorted(found, key=lambda finding: finding.severity != "hard"))


def measured_pages(
    document: Document, fonts: FontSet, assets: AssetStore, target: Target | None = None
) -> tuple[MeasuredPage, ...]:
    """Return the pages, laid out and ready to be measured.

    Raises:
        MissingFont: A text asks for faces or characters that are not there.
        UnknownAsset: A picture is not in the store.
    """
    frames = lay_out(document, fonts, assets)
    return tuple(
        MeasuredPage(document, page, frame, assets, target or Target())
        for page, frame in zip(document.pages, frames, strict=True)
    )


def _unset(document: Document, fonts: FontSet) -> Iterator[Finding]:
    for page in document.pages:
        for layer in walk(page.layers):
            if not isinstance(layer, TextLayer) or not layer.visible:
                continue
            try:
                set_text(layer, fonts)
            except MissingFont as error:
                glyph = isinstance(error, MissingGlyph)
                yield Finding(
                    code="missing_glyph" if glyph else "missing_font",
                    severity="hard",
                    layer=layer.id,
                    page=page.id,
                    message=str(error),
                    value=1,
                    needed=0,
                    source="quality_gates of the design rules",
                    repair=Reword(layer=layer.id, characters=layer.text),
                )


def shown_texts(layers: Sequence[Layer]) -> Iterator[str]:
    """Yield every text that is shown, and the joined texts of every row of a list.

    The name and the figure of a row are layers of their own, in one group.
    """
    for layer in layers:
        if not layer.visible:
            continue
        if isinstance(layer, TextLayer):
            yield layer.text
        elif isinstance(layer, GroupLayer):
            inner = list(shown_texts(layer.children))
            yield from inner
            if layer.name == ROW:
                yield "".join(inner)


def _required(document: Document, required: Sequence[str]) -> Iterator[Finding]:
    texts = [text for page in document.pages for text in shown_texts(page.layers)]
    for text in required:
        if not any(text in have for have in texts):
            yield Finding(
                code="required_text",
                severity="hard",
                layer=document.pages[0].id,
                page=document.pages[0].id,
                message=f"{text!r} must appear exactly and no text layer holds it",
                value=0,
                needed=1,
                source="brief",
                repair=Recompose(wants="room"),
            )

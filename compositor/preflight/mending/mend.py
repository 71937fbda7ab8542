"""Mend: carry out repairs one by one, and keep only those that make the document better.

No repair changes a word; one that takes the document's words from it is not kept either.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compositor.document import AssetStore, Document, TextLayer
from compositor.document.document import walk
from compositor.document.frozen import Frozen
from compositor.errors import DesignError
from compositor.preflight.check import check, findings_of, measured_pages
from compositor.preflight.finding import Code, Finding
from compositor.preflight.measured import MeasuredPage
from compositor.preflight.mending.neighbors import disturbs
from compositor.preflight.mending.remedy import Remedy
from compositor.preflight.mending.repair import apply_repair, is_mechanical
from compositor.preflight.rules import measured_now
from compositor.preflight.target import Target
from compositor.typography.fonts import FontSet

__all__ = ["Mend", "Mended", "mend"]

_MOST_TRIES = 16
"""Repairs tried on one document; each costs a check."""
_MOST_REPEATS = 3
"""Times one fault of one layer is repaired: a repair may need another after it."""
_WORSE = 0.05
"""A fault that grows by this part of what is needed has become worse."""
_MILDER: Mapping[Code, Code] = {"contrast": "apca", "min_size": "small_text"}
"""What may be left of a hard fault once it is repaired."""


class Mend(Frozen):
    """A repair that was carried out and kept."""

    code: Code
    layer: str
    page: str
    repair: Remedy
    before: float
    """What was measured."""
    after: float
    """What is measured now."""
    needed: float


@dataclass(frozen=True)
class Mended:
    """A document after mending.

    Attributes:
        document: With every repair that helped.
        mends: Those repairs, in the order they were carried out.
        findings: What is left; the same as `check` of the document gives.
    """

    document: Document
    mends: tuple[Mend, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class _State:
    """A document, measured."""

    document: Document
    pages: tuple[MeasuredPage, ...]
    findings: tuple[Finding, ...]


def mend(
    document: Document,
    fonts: FontSet,
    assets: AssetStore,
    required: Sequence[str] = (),
    target: Target | None = None,
) -> Mended:
    """Return the document with every mechanical repair that helps.

    A repair is kept when its fault is gone, or only a milder one is left of it, and nothing
    else became worse: no new fault, no larger one, and the text still stands as it did to
    its neighbors.

    Args:
        document: What to mend.
        fonts: Faces.
        assets: Pictures.
        required: As for `check`.
        target: As for `check`.
    """
    found = check(document, fonts, assets, required, target)
    if not any(is_mechanical(finding) for finding in found):
        return Mended(document, (), found)
    pages = measured_pages(document, fonts, assets, target)
    now = _State(document, pages, found)
    mends: list[Mend] = []
    tried: list[tuple[Code, str]] = []
    refused: list[Remedy] = []
    while len(tried) < _MOST_TRIES:
        finding = _next(now, tried, refused)
        if finding is None or finding.repair is None:
            break
        tried.append((finding.code, finding.layer))
        try:
            changed = apply_repair(now.document, finding, fonts, assets)
        except DesignError:
            refused.append(finding.repair)
            continue
        pages = measured_pages(changed, fonts, assets, target)
        then = _State(changed, pages, findings_of(changed, pages, required))
        if not _helps(finding, now, then):
            refused.append(finding.repair)
            continue
        mends.append(_record(finding, finding.repair, then))
        now = then
    return Mended(now.document, tuple(mends), now.findings)


def _next(
    now: _State, tried: Sequence[tuple[Code, str]], refused: Sequence[Remedy]
) -> Finding | None:
    """The first fault that a repair not yet refused may mend."""
    for finding in now.findings:
        key = (finding.code, finding.layer)
        if (
            is_mechanical(finding)
            and finding.repair not in refused
            and tried.count(key) < _MOST_REPEATS
        ):
            return finding
    return None


def _helps(finding: Finding, now: _State, then: _State) -> bool:
    if _words(now.document) != _words(then.document):
        return False
    before, after = _faults(now.findings), _faults(then.findings)
    key = (finding.code, finding.layer)
    if key in after and after[key] > before[key] / 2:
        return False
    for fault, size in after.items():
        allowed = before.get(fault)
        if allowed is None and not _is_rest(fault, finding):
            return False
        if allowed is not None and size > allowed + _WORSE:
            return False
    changed = getattr(finding.repair, "layer", "")
    return not any(
        disturbs(before, after, changed, is_advice=finding.severity == "soft")
        for before, after in zip(now.pages, then.pages, strict=True)
    )


def _is_rest(fault: tuple[Code, str], finding: Finding) -> bool:
    """Whether a new fault is only what is left of the one that was repaired."""
    if finding.code == "bleed" and finding.layer == finding.page:
        # The sheet has bleed now; its art is still to be drawn through it.
        return fault[0] == "bleed"
    return fault == (_MILDER.get(finding.code), finding.layer)


def _words(document: Document) -> dict[str, str]:
    return {
        layer.id: layer.text
        for page in document.pages
        for layer in walk(page.layers)
        if isinstance(layer, TextLayer)
    }


def _faults(findings: Sequence[Finding]) -> dict[tuple[Code, str], float]:
    """How far each fault is from what is needed, as a part of it; the worst of several."""
    found: dict[tuple[Code, str], float] = {}
    for finding in findings:
        far = abs(finding.value - finding.needed) / max(abs(finding.needed), 1.0)
        key = (finding.code, finding.layer)
        found[key] = max(far, found.get(key, 0.0))
    return found


def _record(finding: Finding, repair: Remedy, then: _State) -> Mend:
    left = next(
        (
            other.value
            for other in then.findings
            if (other.code, other.layer) == (finding.code, finding.layer)
        ),
        None,
    )
    page = next(page for page in then.pages if page.frame.page_id == finding.page)
    after = measured_now(page, finding.code, finding.layer) if left is None else left
    return Mend(
        code=finding.code,
        layer=finding.layer,
        page=finding.page,
        repair=repair,
        before=finding.value,
        after=round(after, 3),
        needed=finding.needed,
    )

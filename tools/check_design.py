"""Check a design: run preflight and report what it measured."""

from __future__ import annotations

import json
import re
from typing import Any, ClassVar

from pydantic import Field

from compositor.document import Document
from compositor.document.frozen import Frozen
from compositor.geometry import Box, Size
from compositor.preflight import Insets, Target, check
from compositor.preflight.words import sentence
from compositor.typography.fonts import default_fonts
from knowledge import asset_spec, style
from knowledge.asset_specs import AssetSpec
from knowledge.errors import UnknownEntry
from knowledge.safe_areas import safe_area
from tools.base import Copy, Made, Phase, Report, Tool, ToolResult, Workbench, step_field
from tools.concepts import judged_marks
from tools.errors import WrongArguments

__all__ = [
    "MENDS_LABEL",
    "CheckDesign",
    "CheckDesignArguments",
    "asked_target",
    "mends_in",
    "target_for",
]

MENDS_LABEL = "mends"
"""Place among the labels of a document of the repairs it has been through."""

_CORNER = re.compile(r"(top|bottom)-(left|right) ([0-9]+)% x ([0-9]+)%")


class CheckDesignArguments(Frozen):
    """What to check, against which words, and for which place."""

    document: str = step_field("document", "step that composed the document")
    copy_step: str = step_field("copy", "step whose required texts must appear", optional=True)
    spec: str = Field(
        default="",
        description="asset specification it is made for, such as meta.story; adds its safe "
        "areas, resolution and bleed",
    )


class CheckDesign(Tool[CheckDesignArguments]):
    """Measures a document."""

    name: ClassVar[str] = "check_design"
    summary: ClassVar[str] = (
        "Measure a document: glyphs, overset, overlap, margins, safe areas, contrast, sizes, "
        "hierarchy, alignment, line breaks, subject, resolution, bleed."
    )
    phase: ClassVar[Phase] = "render"
    arguments = CheckDesignArguments

    def run(self, arguments: CheckDesignArguments, bench: Workbench) -> ToolResult:
        """Run preflight; hard findings do not raise, the reviewer decides."""
        document = bench.find(arguments.document, Made).document
        required = bench.find(arguments.copy_step, Copy).required if arguments.copy_step else ()
        target = asked_target(document, arguments.spec)
        findings = check(document, default_fonts(), bench.assets, required, target)
        marks = judged_marks(document)
        faults = sum(int(mark["hard_findings"]) for mark in marks)
        hard = sum(finding.severity == "hard" for finding in findings) + faults
        report = Report(
            findings=tuple(finding.model_dump(mode="json") for finding in findings),
            hard=hard,
            soft=len(findings) + faults - hard,
            reads=(
                *(sentence(finding, document) for finding in findings),
                *(f"{m['concept_id']}: {m['findings']}" for m in marks if m["hard_findings"]),
            ),
            mends=mends_in(document),
            marks=marks,
        )
        worst = f": {report.reads[0]}" if report.reads else ""
        return ToolResult(made=report, note=f"{hard} hard, {report.soft} soft findings{worst}")


def mends_in(document: Document) -> tuple[dict[str, Any], ...]:
    """Return the repairs a document has been through, as plain JSON."""
    return tuple(json.loads(document.labels.get(MENDS_LABEL, "[]")))


def asked_target(document: Document, spec_id: str) -> Target:
    """Return `target_for` the arguments of a tool.

    Raises:
        WrongArguments: No specification has that id.
    """
    try:
        return target_for(document, spec_id)
    except UnknownEntry as error:
        raise WrongArguments(str(error)) from error


def target_for(document: Document, spec_id: str = "") -> Target:
    """Return what a document's style, and the specification it is made for, ask of it.

    Args:
        document: Its labels name its style, and its specification when none is given.
        spec_id: Asset specification; empty for the document's own, or none.

    Raises:
        UnknownEntry: No specification has that id.
    """
    name = spec_id or document.labels.get("spec", "")
    whitespace = _whitespace(document.labels.get("style", ""))
    if not name:
        return Target(whitespace=whitespace)
    spec = asset_spec(name)
    page = document.pages[0]
    return Target(
        name=f"asset_specs: {name}",
        safe=_safe(spec, page.size),
        keepouts=_keepouts(spec),
        dpi=spec.dpi if page.medium != "screen" and spec.dpi else None,
        bleed=_bleed(spec, page.size),
        whitespace=whitespace,
    )


def _bleed(spec: AssetSpec, page: Size) -> float | None:
    """The specification's bleed on a page of that size, px; None when it has none."""
    if spec.unit != "mm" or not spec.width or not spec.height or not spec.bleed_mm:
        return None
    sides = zip(sorted(page), sorted((spec.width, spec.height)), strict=True)
    return round(min(px / mm for px, mm in sides) * spec.bleed_mm, 3)


def _whitespace(styles: str) -> float | None:
    """How much air the first of the styles wants; None when it is not known."""
    try:
        return style(styles.split("+", maxsplit=1)[0]).params.get("whitespace")
    except UnknownEntry:
        return None


def _safe(spec: AssetSpec, page: Size) -> Insets:
    """What the platform, the cutter or the mechanics leave; turned as the page is."""
    area = safe_area(spec)
    across, down = spec.width or page.width, spec.height or page.height
    is_turned = spec.unit == "mm" and (across - down) * (page.width - page.height) < 0
    if is_turned:
        return Insets(area.left, area.top, area.right, area.bottom)
    return Insets(area.top, area.right, area.bottom, area.left)


def _keepouts(spec: AssetSpec) -> tuple[Box, ...]:
    """Corners that the platform covers, as fractions of the page."""
    found = []
    for words in spec.safe_area.values():
        match = _CORNER.fullmatch(words) if isinstance(words, str) else None
        if match is not None:
            width, height = int(match[3]) / 100, int(match[4]) / 100
            x = 0.0 if match[2] == "left" else 1 - width
            y = 0.0 if match[1] == "top" else 1 - height
            found.append(Box(x, y, width, height))
    return tuple(found)

"""Check a design: run preflight and report what it measured."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from pydantic import Field

from compositor.document import Document
from compositor.document.frozen import Frozen
from compositor.geometry import Box, Size
from compositor.preflight import Insets, Target, check
from compositor.typography.fonts import default_fonts
from knowledge import asset_spec, style
from knowledge.asset_specs import AssetSpec
from knowledge.errors import UnknownEntry
from tools.base import Copy, Made, Phase, Report, Tool, ToolResult, Workbench, step_field
from tools.errors import WrongArguments

__all__ = ["CheckDesign", "CheckDesignArguments", "target_for"]

_SIDES = ("top", "right", "bottom", "left")
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
        try:
            target = target_for(document, arguments.spec)
        except UnknownEntry as error:
            raise WrongArguments(str(error)) from error
        findings = check(document, default_fonts(), bench.assets, required, target)
        hard = sum(finding.severity == "hard" for finding in findings)
        report = Report(
            findings=tuple(finding.model_dump(mode="json") for finding in findings),
            hard=hard,
            soft=len(findings) - hard,
        )
        worst = f": {findings[0].message}" if findings else ""
        return ToolResult(made=report, note=f"{hard} hard, {report.soft} soft findings{worst}")


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
        bleed=_bleed(spec, page.width),
        whitespace=whitespace,
    )


def _bleed(spec: AssetSpec, page_width: float) -> float | None:
    """The specification's bleed on a page of that width, px; None when it has none."""
    if spec.unit != "mm" or not spec.width or not spec.bleed_mm:
        return None
    return round(page_width * spec.bleed_mm / spec.width, 3)


def _whitespace(styles: str) -> float | None:
    """How much air the first of the styles wants; None when it is not known."""
    try:
        return style(styles.split("+", maxsplit=1)[0]).params.get("whitespace")
    except UnknownEntry:
        return None


def _safe(spec: AssetSpec, page: Size) -> Insets:
    """The specification's safe area as fractions, whichever way its publisher writes it."""
    size = Size(spec.width or page.width, spec.height or page.height)
    if spec.safe_area:
        return _edges(spec.safe_area, size) or _middle(spec.safe_area, size) or Insets()
    if spec.safe_mm and spec.unit == "mm":
        across, down = spec.safe_mm / size.width, spec.safe_mm / size.height
        return Insets(down, across, down, across)
    return Insets()


def _edges(area: dict[str, Any], size: Size) -> Insets | None:
    """Insets that are written edge by edge."""
    across, down = 1 / size.width, 1 / size.height
    lengths = area.get("px") or area.get("px_conservative")
    if "all_px_at_1440" in area:
        edge = float(area["all_px_at_1440"])
        lengths = dict.fromkeys(_SIDES, edge)
    elif "sides_mm" in area or "edge_mm" in area:
        edge = float(area.get("edge_mm", area.get("sides_mm", 0.0)))
        top, bottom = area.get("top_mm", edge), area.get("bottom_hidden_mm", edge)
        lengths = {"top": top, "right": edge, "bottom": bottom, "left": edge}
    elif not lengths and any(side in area for side in _SIDES):
        lengths, across, down = area, 1.0, 1.0
    if not lengths:
        return None
    top, right, bottom, left = (float(lengths.get(side, 0.0)) for side in _SIDES)
    return Insets(top * down, right * across, bottom * down, left * across)


def _middle(area: dict[str, Any], size: Size) -> Insets | None:
    """Insets around a middle that is written as a box or a share."""
    if "box_px" in area:
        box = area["box_px"]
        return _around(Box(box["x"], box["y"], box["w"], box["h"]), size)
    if "centre_fraction" in area:
        rest = (1 - float(area["centre_fraction"])) / 2
        return Insets(rest, rest, rest, rest)
    if "centre_px" in area:
        width, height = area["centre_px"]
        return _around(
            Box((size.width - width) / 2, (size.height - height) / 2, width, height), size
        )
    if "centre_width_px" in area:
        rest = (1 - float(area["centre_width_px"]) / size.width) / 2
        return Insets(0.0, rest, 0.0, rest)
    return None


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


def _around(box: Box, page: Size) -> Insets:
    return Insets(
        box.y / page.height,
        1 - box.right / page.width,
        1 - box.bottom / page.height,
        box.x / page.width,
    )

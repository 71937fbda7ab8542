"""Check a design: run preflight and report what it measured."""

from __future__ import annotations

from typing import ClassVar

from compositor.document.frozen import Frozen
from compositor.preflight import check
from compositor.typography.fonts import default_fonts
from tools.base import Copy, Made, Phase, Report, Tool, ToolResult, Workbench, step_field

__all__ = ["CheckDesign", "CheckDesignArguments"]


class CheckDesignArguments(Frozen):
    """What to check, and against which words."""

    document: str = step_field("document", "step that composed the document")
    copy_step: str = step_field("copy", "step whose required texts must appear", optional=True)


class CheckDesign(Tool[CheckDesignArguments]):
    """Measures a document."""

    name: ClassVar[str] = "check_design"
    summary: ClassVar[str] = "Measure a document: glyphs, overset, overlap, margins, contrast."
    phase: ClassVar[Phase] = "render"
    arguments = CheckDesignArguments

    def run(self, arguments: CheckDesignArguments, bench: Workbench) -> ToolResult:
        """Run preflight; hard findings do not raise, the reviewer decides."""
        document = bench.find(arguments.document, Made).document
        required = bench.find(arguments.copy_step, Copy).required if arguments.copy_step else ()
        findings = check(document, default_fonts(), bench.assets, required)
        hard = sum(finding.severity == "hard" for finding in findings)
        report = Report(
            findings=tuple(finding.model_dump(mode="json") for finding in findings),
            hard=hard,
            soft=len(findings) - hard,
        )
        worst = f": {findings[0].message}" if findings else ""
        return ToolResult(made=report, note=f"{hard} hard, {report.soft} soft findings{worst}")

"""Compose a VI sheet: logo, versions, palette, type, pattern and applications on one page."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from brand_kits.manual import build_one_sheet
from brand_kits.manual.applications import APPLICATIONS
from compositor.document.frozen import Frozen
from compositor.errors import InvalidValue
from compositor.typography.fonts import default_fonts
from compositor.units import size_px_from_text
from tools.base import (
    Copy,
    Drawing,
    Look,
    Made,
    Phase,
    Tool,
    ToolResult,
    Workbench,
    step_field,
)
from tools.compose_logo import kit_from
from tools.errors import WrongArguments

__all__ = ["ComposeViSheet", "ComposeViSheetArguments"]


class ComposeViSheetArguments(Frozen):
    """What a VI sheet is made of."""

    look: str = step_field("look", "step that chose the style")
    mark: str = step_field("drawing", "step that drew the mark")
    copy_step: str = step_field("copy", "step that wrote the words", optional=True)
    size: str = Field(default="1920x1280", description="landscape page size")
    applications: tuple[str, ...] = Field(
        default=(), max_length=2, description=f"two of {', '.join(APPLICATIONS)}; empty picks"
    )


class ComposeViSheet(Tool[ComposeViSheetArguments]):
    """Sets a one-page VI sheet."""

    name: ClassVar[str] = "compose_vi_sheet"
    summary: ClassVar[str] = (
        "Build a one-page brand sheet: logo, versions, clear space, palette values, type, "
        "pattern and two applications."
    )
    phase: ClassVar[Phase] = "layout"
    arguments = ComposeViSheetArguments

    def run(self, arguments: ComposeViSheetArguments, bench: Workbench) -> ToolResult:
        """Build the kit and its sheet."""
        theme = bench.find(arguments.look, Look).theme
        mark = bench.find(arguments.mark, Drawing)
        copy = bench.find(arguments.copy_step, Copy) if arguments.copy_step else None
        try:
            size = size_px_from_text(arguments.size)
        except InvalidValue as error:
            raise WrongArguments(str(error)) from error
        if size[0] < size[1]:
            raise WrongArguments(f"the VI sheet is landscape; {arguments.size!r} is portrait")
        unknown = [name for name in arguments.applications if name not in APPLICATIONS]
        if unknown or len(arguments.applications) == 1:
            raise WrongArguments(
                f"name two of {', '.join(APPLICATIONS)}, or none to let the trade pick"
            )
        pair = arguments.applications
        document = build_one_sheet(
            kit_from(theme, mark, copy),
            default_fonts(),
            size=size,
            applications=(pair[0], pair[1]) if pair else None,
            seed=bench.seed,
        )
        document = document.model_copy(
            update={
                "assets": mark.assets,
                "labels": {**document.labels, "seed": str(bench.seed)},
            }
        )
        note = f"one sheet, {size[0]:g} × {size[1]:g} px, {document.labels['applications']}"
        return ToolResult(made=Made(document=document, says=mark.says), note=note)

"""What the planner may ask for. `toolbox()` is the explicit table, in reading order."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from tools.base import Tool, ToolResult, Workbench
from tools.errors import ToolError, ToolFailed, WrongArguments

__all__ = [
    "TOOLS",
    "Tool",
    "ToolError",
    "ToolFailed",
    "ToolResult",
    "Workbench",
    "WrongArguments",
    "toolbox",
]

TOOLS: dict[str, str] = {
    "choose_style": "tools.choose_style:ChooseStyle",
    "write_copy": "tools.write_copy:WriteCopy",
    "draw_mark": "tools.draw_mark:DrawMark",
    "make_image": "tools.make_image:MakeImage",
    "compose_concepts": "tools.compose_concepts:ComposeConcepts",
    "compose_logo": "tools.compose_logo:ComposeLogo",
    "compose_poster": "tools.compose_poster:ComposePoster",
    "compose_vi_sheet": "tools.compose_vi_sheet:ComposeViSheet",
    "recompose": "tools.recompose:Recompose",
    "mend_design": "tools.mend_design:MendDesign",
    "check_design": "tools.check_design:CheckDesign",
    "export_document": "tools.export_document:ExportDocument",
}
"""name → "module:Class"; a module is imported when the toolbox is opened."""


def toolbox() -> dict[str, Tool[Any]]:
    """Return every tool by name, ready to run."""
    found: dict[str, Tool[Any]] = {}
    for name, place in TOOLS.items():
        module_name, class_name = place.split(":")
        found[name] = getattr(import_module(module_name), class_name)()
    return found

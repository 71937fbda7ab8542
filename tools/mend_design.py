"""Mend a design: carry out the repairs that preflight proposes, as far as they help."""

from __future__ import annotations

import json
from typing import ClassVar

from pydantic import Field

from compositor.document.frozen import Frozen
from compositor.preflight import Mend, Mended, mend
from compositor.preflight.words import amount, repair_in_words
from compositor.typography.fonts import default_fonts
from tools.base import Copy, Made, Phase, Tool, ToolResult, Workbench, step_field
from tools.check_design import MENDS_LABEL, asked_target, mends_in

__all__ = ["MendDesign", "MendDesignArguments"]


class MendDesignArguments(Frozen):
    """What to mend, against which words, and for which place: as for check_design."""

    document: str = step_field("document", "step that composed the document")
    copy_step: str = step_field("copy", "step whose required texts must appear", optional=True)
    spec: str = Field(
        default="", description="asset specification it is made for, such as meta.story"
    )


class MendDesign(Tool[MendDesignArguments]):
    """Repairs a document."""

    name: ClassVar[str] = "mend_design"
    summary: ClassVar[str] = (
        "Repair what check_design found where a move, a size, a color, a line break or bleed "
        "is enough; words stay as they are, and what would make anything worse is left."
    )
    phase: ClassVar[Phase] = "layout"
    arguments = MendDesignArguments

    def run(self, arguments: MendDesignArguments, bench: Workbench) -> ToolResult:
        """Return the document mended; its label `mends` tells each repair in numbers."""
        made = bench.find(arguments.document, Made)
        required = bench.find(arguments.copy_step, Copy).required if arguments.copy_step else ()
        target = asked_target(made.document, arguments.spec)
        mended = mend(made.document, default_fonts(), bench.assets, required, target)
        note = _note(mended)
        document = mended.document
        if mended.mends:
            told = (
                *mends_in(made.document),
                *(one.model_dump(mode="json") for one in mended.mends),
            )
            label = json.dumps(told, ensure_ascii=False, sort_keys=True)
            document = document.model_copy(
                update={"labels": {**document.labels, MENDS_LABEL: label}}
            )
        return ToolResult(made=Made(document=document, says=made.says), note=note)


def _note(mended: Mended) -> str:
    left = len(mended.findings)
    if not mended.mends:
        return f"nothing could be mended without making something worse; {left} findings left"
    told = "; ".join(_in_words(one) for one in mended.mends)
    return f"{len(mended.mends)} mended, {left} left: {told}"


def _in_words(one: Mend) -> str:
    before, after = amount(one.code, one.before, "en"), amount(one.code, one.after, "en")
    return f"{one.code} of {one.layer} {before} → {after}, {repair_in_words(one.repair, 'en')}"

"""The logo part of a plan: the brand ideas are derived from, and the concept sheet."""

from __future__ import annotations

import re
from typing import Any

from agent.brief import Brief
from agent.plan import DELIVERY_TOOL, Step, Wish
from agent.planner.base import PlanRequest, derived_seed
from generators.vector.marks.ideas import Brand

__all__ = ["brand_of", "concept_arguments", "concept_sheet"]

_LINES = re.compile(
    r"线条|线描|单线|线性|一笔|\blines?\b|\bline[- ](?:art|illustration|drawing)|\boutline",
    re.I,
)
_SHEET_SIZE = "1920x1440"


def brand_of(request: PlanRequest) -> Brand:
    """Return what ideas are derived from; the same for every variant of a brief."""
    brief = request.brief
    return Brand(
        name_latin=brief.brand.latin[:80],
        name_zh=brief.brand.zh[:40],
        industry=brief.industry,
        text=brief.text[:4000],
        nouns=tuple(noun.id for noun in brief.nouns if not noun.implied)[:8],
        must_nots=brief.must_nots,
        styles=brief.styles,
        language=brief.language,
        wants_lines=bool(_LINES.search(brief.text)) and not _refuses_lines(brief),
        prefers=request.constructions[:3],
        proposals=request.proposals,
    )


def concept_arguments(request: PlanRequest, rank: int) -> dict[str, Any]:
    """Return the arguments by which draw_mark draws the concept of that rank, from 0."""
    return {
        "brand": brand_of(request).model_dump(mode="json", exclude_defaults=True),
        "concept_rank": rank,
        "concept_seed": derived_seed(request.seed, "concepts"),
    }


def concept_sheet(request: PlanRequest, prefix: str, copy_step: str) -> tuple[list[Step], Wish]:
    """Return the steps that make the concept sheet of a brief's logo, and what it is.

    Args:
        request: The plan's.
        prefix: How the ids of the first variant's steps begin; the sheet wears its look.
        copy_step: The logo's words.
    """
    base = f"{prefix}concepts"
    arguments = concept_arguments(request, 0)
    del arguments["concept_rank"]
    steps = [
        Step(
            id=base,
            phase="layout",
            tool="compose_concepts",
            arguments={
                "look": f"{prefix}look",
                "copy_step": copy_step,
                "size": _SHEET_SIZE,
                **arguments,
            },
            reason="six ideas side by side, each with its reason, to choose from",
            seed=derived_seed(request.seed, "concepts", "sheet"),
        ),
        Step(
            id=f"{base}-check",
            phase="render",
            tool="check_design",
            arguments={"document": base},
            reason="nothing is done before it is measured",
            seed=derived_seed(request.seed, "concepts", "check"),
        ),
        Step(
            id=f"{base}-export",
            phase="render",
            tool=DELIVERY_TOOL,
            arguments={
                "document": base,
                "formats": list(request.formats),
                "folder": "concepts",
            },
            reason="the concepts to choose from",
            seed=derived_seed(request.seed, "concepts", "export"),
        ),
    ]
    wish = Wish(
        kind="concept_sheet",
        label="标志方案" if request.brief.language == "zh-Hans" else "logo concepts",
        variant=1,
        base=base,
        folder="concepts",
        copy_step=copy_step,
        document_step=base,
        check_step=f"{base}-check",
        export_step=f"{base}-export",
    )
    return steps, wish


def _refuses_lines(brief: Brief) -> bool:
    return any(_LINES.search(refused) for refused in brief.must_nots)

"""Concepts of a brand as tools use them: chosen once, drawn again in any look."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from compositor.color import Color
from compositor.document import Document, solid
from generators.vector.marks import CannotDraw, Mark, MarkInks, MarkRequest
from generators.vector.marks.ideas import Brand, Concept
from generators.vector.marks.ideas.choose_concepts import (
    choose_concepts,
    draw_idea,
    spark_is_hole,
)
from generators.vector.marks.ideas.sketch import SketchFault, sketched_mark
from generators.vector.marks.judge import judge

__all__ = [
    "KIND_TITLES",
    "MARK_LABEL",
    "brand_concepts",
    "fault_in_sketch",
    "in_look",
    "judged",
    "judged_marks",
    "said_facts",
]

_MOST_CONCEPTS = 8

KIND_TITLES: dict[str, tuple[str, str]] = {
    "meaning": ("Name as image", "以名成象"),
    "subject": ("The thing itself", "点名之物"),
    "trade": ("Behind the product", "产品背后"),
    "two_ideas": ("Two ideas, one edge", "一线两意"),
    "initial": ("Initial and motif", "字中有形"),
    "sound": ("Sound as form", "以声成形"),
    "value": ("Value as form", "以形言志"),
    "proposal": ("Proposed", "提案"),
}
"""A concept's kind in English and Chinese, as a sheet says it."""

_WHITE, _BLACK, _RED, _GRAY = (
    Color.from_hex(c) for c in ("#FFFFFF", "#1A1A1A", "#D8452B", "#767676")
)
_NEUTRAL = MarkInks(
    main=solid(_BLACK, "primary"),
    spark=solid(_RED, "accent"),
    ground=solid(_WHITE, "ground"),
    tint=solid(_GRAY, "mark_tint"),
)


_IDENTITY = ("family", "group", "form", "carrier", "guest", "container", "pattern", "style")
"""Facts that say which answer of a construction was drawn."""


def brand_concepts(brand: Brand, seed: int, count: int = 6) -> tuple[Concept, ...]:
    """Return a brand's concepts in neutral inks, the recommended one first.

    Whatever look a variant has, the order stays: the second concept is the second in all.
    """
    request = MarkRequest(inks=_NEUTRAL, weight_u=5.6, roundness=0.55, seed=seed)
    return choose_concepts(brand, request, count)


def in_look(concept: Concept, brand: Brand, request: MarkRequest) -> Mark:
    """Return a concept drawn in a look's weight, faces and inks.

    Where those spoil it, only the inks are the look's.
    """
    request = replace(request, seed=concept.seed)
    plain = replace(request, weight_u=5.6, roundness=0.55)
    for asked in (request, plain):
        try:
            mark = draw_idea(concept.idea, brand, asked)
        except (CannotDraw, SketchFault):
            continue
        found = judge(mark, asked.inks, spark_is_hole=spark_is_hole(mark)).findings
        hard = {f.code for f in found if f.severity == "hard"}
        if mark.facts.get("treatment") == "doodle":
            # A pen's uneven line has many nodes and thin places; that is its charm.
            hard -= {"nodes", "sliver", "gap"}
        is_same = mark.subject == concept.mark.subject and all(
            mark.facts.get(name) == concept.mark.facts.get(name) for name in _IDENTITY
        )
        if is_same and not hard:
            return mark
    faces = MarkRequest(inks=request.inks, weight_u=5.6, roundness=0.55, seed=request.seed)
    return draw_idea(concept.idea, brand, faces)


def fault_in_sketch(lines: tuple[str, ...]) -> str:
    """Say what keeps a sketch from being shown as a mark, or return an empty text."""
    try:
        mark = sketched_mark(lines, _NEUTRAL, "")
    except SketchFault as error:
        return str(error)
    found = judge(mark, _NEUTRAL).findings
    return "; ".join(f"{f.code}: {f.message}" for f in found if f.severity == "hard")


_JUDGED = ("concept_kind", "concept_id", "reason_en", "reason_zh", "quality",
           "hard_findings", "findings", "nearest_cliche", "cliche_distance",
           "nearest_concept_distance")  # fmt: skip
MARK_LABEL = "mark_judged"
"""Its place among the labels of a logo; a concept sheet has concept_1, concept_2 …"""


def judged(facts: Mapping[str, str | int | float | bool]) -> str:
    """Return what was measured on a mark as a label, or an empty text when it was not."""
    if "hard_findings" not in facts:
        return ""
    kept = {k: v for k, v in facts.items() if k in _JUDGED or k.startswith("mark_")}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)


def judged_marks(document: Document) -> tuple[dict[str, Any], ...]:
    """Return what was measured on the marks of a document, concepts in their order."""
    labels = document.labels
    names = [f"concept_{place}" for place in range(1, _MOST_CONCEPTS + 1)]
    found = [labels[name] for name in (MARK_LABEL, *names) if labels.get(name)]
    return tuple(json.loads(text) for text in found)


def said_facts(concept: Concept, mark: Mark, inks: MarkInks) -> dict[str, str | int | float]:
    """Return the numbers of a drawn concept, plain, for a report."""
    judgment = judge(mark, inks, spark_is_hole=spark_is_hole(mark))
    numbers = judgment.numbers.model_dump()
    return {
        "concept_kind": concept.idea.kind,
        "concept_id": concept.id,
        "reason_en": concept.idea.reason_en,
        "reason_zh": concept.idea.reason_zh,
        "quality": judgment.quality,
        "hard_findings": judgment.hard,
        "findings": "; ".join(f"{f.severity} {f.code}: {f.message}" for f in judgment.findings),
        "nearest_cliche": concept.cliche[0],
        "cliche_distance": concept.distances["cliche"],
        "nearest_concept_distance": concept.distances["nearest_concept"],
        **{f"mark_{name}": value for name, value in numbers.items()},
    }

"""Concepts of a brand as tools use them: chosen once, drawn again in any look."""

from __future__ import annotations

from dataclasses import replace

from compositor.color import Color
from compositor.document import solid
from generators.vector.marks import CannotDraw, Mark, MarkInks, MarkRequest
from generators.vector.marks.ideas import Brand, Concept
from generators.vector.marks.ideas.choose_concepts import (
    choose_concepts,
    draw_idea,
    spark_is_hole,
)
from generators.vector.marks.ideas.sketch import SketchFault, sketched_mark
from generators.vector.marks.judge import judge

__all__ = ["KIND_TITLES", "brand_concepts", "fault_in_sketch", "in_look", "said_facts"]

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
    plain = replace(request, weight_u=5.6, roundness=0.55)
    for asked in (request, plain):
        try:
            mark = draw_idea(concept.idea, brand, asked)
        except (CannotDraw, SketchFault):
            continue
        found = judge(mark, asked.inks, spark_is_hole=spark_is_hole(mark)).findings
        hard = {f.code for f in found if f.severity == "hard"}
        if asked.treatment == "doodle":
            # A pen's uneven line has many nodes and thin places; that is its charm.
            hard -= {"nodes", "sliver", "gap"}
        if mark.subject == concept.mark.subject and not hard:
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

"""Compose a concept sheet: the ideas for a brand side by side, with reasons and proofs."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from brand_kits.concept_sheet import ShownConcept, build_concept_sheet
from compositor.document.frozen import Frozen
from compositor.errors import InvalidValue
from compositor.typography.fonts import default_fonts
from compositor.units import size_px_from_text
from generators.vector.marks.ideas import Brand
from tools.base import (
    Copy,
    Look,
    Made,
    Phase,
    Tool,
    ToolResult,
    Workbench,
    step_field,
)
from tools.compose_logo import kit_from
from tools.concepts import KIND_TITLES, brand_concepts, judged
from tools.draw_mark import concept_drawing
from tools.errors import ToolFailed, WrongArguments

__all__ = ["ComposeConcepts", "ComposeConceptsArguments"]


class ComposeConceptsArguments(Frozen):
    """What a concept sheet is made of."""

    look: str = step_field("look", "step that chose the style")
    copy_step: str = step_field("copy", "step that wrote the words", optional=True)
    brand: Brand
    concept_seed: int = Field(default=0, ge=0, description="the draw_mark step's own")
    count: int = Field(default=6, ge=2, le=8)
    size: str = Field(default="1920x1440", description="landscape page size")


class ComposeConcepts(Tool[ComposeConceptsArguments]):
    """Sets a concept sheet."""

    name: ClassVar[str] = "compose_concepts"
    summary: ClassVar[str] = (
        "Show six logo concepts on one page, each with its name, its reason and one-color "
        "proofs at 64 and 16 px."
    )
    phase: ClassVar[Phase] = "layout"
    arguments = ComposeConceptsArguments

    def run(self, arguments: ComposeConceptsArguments, bench: Workbench) -> ToolResult:
        """Choose the concepts, draw them in the look and set the page.

        Raises:
            WrongArguments: The size is not one, or stands upright.
            ToolFailed: The brand suggests nothing that can be drawn.
        """
        theme = bench.find(arguments.look, Look).theme
        copy = bench.find(arguments.copy_step, Copy) if arguments.copy_step else None
        try:
            size = size_px_from_text(arguments.size)
        except InvalidValue as error:
            raise WrongArguments(str(error)) from error
        if size[0] < size[1]:
            raise WrongArguments(f"a concept sheet is landscape; {arguments.size!r} is not")
        brand = arguments.brand
        bench.progress(0.1, "deriving concepts")
        concepts = brand_concepts(brand, arguments.concept_seed, arguments.count)
        if not concepts:
            raise ToolFailed("no concept could be drawn; name the brand, its trade or a thing")
        shown, labels = [], {"seed": str(bench.seed)}
        for place, concept in enumerate(concepts, start=1):
            bench.progress(0.1 + 0.8 * place / len(concepts), f"drawing concept {place}")
            drawing = concept_drawing(concept, brand, theme)
            title = KIND_TITLES[concept.idea.kind][1 if brand.is_chinese else 0]
            kit = kit_from(theme, drawing, copy)
            shown.append(ShownConcept(kit, title, concept.reason(is_chinese=brand.is_chinese)))
            labels[f"concept_{place}"] = judged(drawing.facts)
        heading = "标志方案" if brand.is_chinese else "Logo concepts"
        title = f"{brand.name}　{heading}" if brand.is_chinese else f"{brand.name} {heading}"
        document = build_concept_sheet(tuple(shown), title.strip("　 "), size, default_fonts())
        document = document.model_copy(update={"labels": {**document.labels, **labels}})
        kinds = {c.idea.kind for c in concepts}
        note = f"{len(concepts)} concepts of {len(kinds)} kinds: " + ", ".join(
            c.id for c in concepts
        )
        return ToolResult(made=Made(document=document, says=note), note=note)

"""Steps: what is called, in which order and with what, for one deliverable of a variant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from agent.brief import Brief, Deliverable
from agent.direction import Direction
from agent.plan import Step, Wish
from agent.planner.base import PlanRequest, derived_seed
from agent.planner.layouts import Layout
from agent.planner.logos import concept_arguments
from agent.planner.pictures import asked_medium, printed_texts
from agent.targets import target_of
from compositor.geometry import Size
from compositor.layout.safe_area import SafeArea
from generators.base import Medium
from tools.base import Copy
from tools.make_image import picture_place

__all__ = ["Scope", "copy_step", "deliverable_steps", "look_step", "mark_step", "needs_mark"]

_FOLDER = {"logo": "logo", "poster": "poster", "vi_sheet": "vi-sheet"}


@dataclass(frozen=True)
class Scope:
    """One variant of one brief."""

    request: PlanRequest
    direction: Direction
    variant: int
    look_turn: int = 0
    """Another number gives another palette of the same style."""

    @property
    def prefix(self) -> str:
        """How the ids of its steps begin."""
        return f"v{self.variant}-"

    def seed(self, *purpose: object) -> int:
        """Return the seed for one purpose of this variant."""
        return derived_seed(self.request.seed, self.variant, *purpose)


def base_name(deliverable: Deliverable, count: int) -> str:
    """Return the name of a deliverable's steps and folder, the count-th of its kind."""
    base = _FOLDER[deliverable.kind]
    return base if count == 1 else f"{base}-{count}"


def needs_mark(brief: Brief) -> bool:
    """Return whether a brand mark has to be drawn."""
    kinds = {deliverable.kind for deliverable in brief.deliverables}
    return bool(kinds & {"logo", "vi_sheet"})


def look_step(scope: Scope) -> Step:
    """Return the step that settles on a style and a palette."""
    turn = (scope.look_turn,) if scope.look_turn else ()
    brief, direction = scope.request.brief, scope.direction
    return Step(
        id=f"{scope.prefix}look",
        phase="style",
        tool="choose_style",
        arguments={
            "styles": list(direction.styles),
            "industry": direction.industry,
            "colors": [c.hex for c in brief.colors if c.role != "background"],
            "avoid_colors": [c.hex for c in brief.avoid_colors],
            "mood": direction.mood,
        },
        reason=direction.reasons.get("style", "a look that fits the brief"),
        seed=scope.seed("look", *turn),
    )


def mark_step(scope: Scope) -> Step:
    """Return the step that draws the brand mark."""
    brief, direction = scope.request.brief, scope.direction
    return Step(
        id=f"{scope.prefix}mark",
        phase="elements",
        tool="draw_mark",
        arguments={
            "look": f"{scope.prefix}look",
            "construction": "auto",
            "name_latin": brief.brand.latin,
            "name_zh": brief.brand.zh,
            "subjects": [noun.id for noun in brief.nouns]
            or [depicted.noun for depicted in direction.depicted],
            "concept": direction.concept,
            "treatment": "doodle" if "doodle" in direction.styles else "clean",
            "variant": scope.variant - 1,
            **concept_arguments(scope.request, scope.variant - 1),
        },
        reason=direction.reasons.get("mark", "a mark drawn from the subject and the name"),
        seed=scope.seed("mark"),
    )


def deliverable_steps(
    scope: Scope,
    deliverable: Deliverable,
    name: str,
    composed: tuple[Copy, Layout] | None,
) -> tuple[list[Step], Wish]:
    """Return the steps that make one deliverable, and what it is.

    Args:
        scope: The variant.
        deliverable: What to make.
        name: Of its steps and folder.
        composed: For a poster, the words it will carry and its layout.
    """
    base = f"{scope.prefix}{name}"
    steps = [copy_step(scope, deliverable, base)]
    if composed is not None:
        steps += _poster(scope, deliverable, base, *composed)
    elif deliverable.kind == "logo":
        steps.append(_logo(scope, deliverable, base))
    else:
        steps.append(_sheet(scope, deliverable, base))
    folder = name if scope.variant == 1 else f"{name}-v{scope.variant}"
    steps += [
        Step(
            id=f"{base}-check",
            phase="render",
            tool="check_design",
            arguments={
                "document": base,
                "copy_step": f"{base}-copy",
                "spec": deliverable.spec,
            },
            reason="nothing is done before it is measured",
            seed=scope.seed(name, "check"),
        ),
        Step(
            id=f"{base}-export",
            phase="render",
            tool="export_document",
            arguments={
                "document": base,
                "formats": list(scope.request.formats),
                "folder": folder,
            },
            reason="files to hand over: " + ", ".join(scope.request.formats),
            seed=scope.seed(name, "export"),
        ),
    ]
    wish = Wish(
        kind=deliverable.kind,
        label=deliverable.label or deliverable.kind,
        variant=scope.variant,
        base=base,
        folder=folder,
        copy_step=f"{base}-copy",
        document_step=base,
        check_step=f"{base}-check",
        export_step=f"{base}-export",
    )
    return steps, wish


def _copy_arguments(scope: Scope, deliverable: Deliverable) -> dict[str, Any]:
    brief, direction = scope.request.brief, scope.direction
    makes_poster = any(d.kind == "poster" for d in brief.deliverables)
    return {
        "deliverable": deliverable.kind,
        "use": deliverable.use,
        "languages": list(brief.languages),
        "subject": brief.subject,
        "nouns": list(brief.noun_ids),
        "industry": direction.industry,
        "occasion": brief.occasion,
        "styles": list(direction.styles),
        "moods": list(brief.moods),
        "brand_latin": brief.brand.latin,
        "brand_zh": brief.brand.zh,
        "descriptor": brief.descriptor,
        "given": direction.copy_texts if deliverable.kind == "poster" else {},
        "required": [text.model_dump(mode="json") for text in brief.required_texts],
        "facts": [fact.model_dump(mode="json") for fact in brief.facts],
        "is_wordless": brief.is_wordless,
        "is_only": deliverable.kind == "poster" or not makes_poster,
    }


def copy_step(scope: Scope, deliverable: Deliverable, base: str) -> Step:
    """Return the step that writes the words."""
    return Step(
        id=f"{base}-copy",
        phase="elements",
        tool="write_copy",
        arguments=_copy_arguments(scope, deliverable),
        reason=f"the words of the {deliverable.label or deliverable.kind}",
        seed=_copy_seed(scope, deliverable),
    )


def _copy_seed(scope: Scope, deliverable: Deliverable) -> int:
    return scope.seed(deliverable.kind, "copy")


def _poster(
    scope: Scope, deliverable: Deliverable, base: str, copy: Copy, layout: Layout
) -> list[Step]:
    brief, direction = scope.request.brief, scope.direction
    size, page = Size(deliverable.width_px, deliverable.height_px), target_of(deliverable)
    arguments: dict[str, Any] = {
        "look": f"{scope.prefix}look",
        "copy_step": f"{base}-copy",
        "picture": f"{base}-picture",
        **layout.arguments,
        "width": deliverable.width_px,
        "height": deliverable.height_px,
        "title": brief.subject[:80],
        "medium": page.medium,
        "bleed": page.bleed,
        "safe": list(page.safe),
        "spec": page.spec,
    }
    if needs_mark(brief) and brief.brand.is_given:
        arguments["mark"] = f"{scope.prefix}mark"
    place = picture_place(
        layout.archetype,
        size,
        tuple(copy.slots),
        is_mirrored=layout.is_mirrored,
        variation=layout.variation,
        safe=SafeArea(*page.safe),
    )
    return [
        Step(
            id=f"{base}-picture",
            phase="elements",
            tool="make_image",
            arguments={
                "look": f"{scope.prefix}look",
                "subjects": [
                    depicted.model_dump(mode="json") for depicted in direction.depicted
                ],
                "treatment": _treatment(direction.styles),
                "medium": _medium(scope.request, for_print=page.medium == "print"),
                "effort": scope.request.quality,
                "printed": list(printed_texts(brief)),
                **place,
            },
            reason=direction.reasons.get("picture", "the subject, and room for the words"),
            seed=scope.seed(base, "picture"),
        ),
        Step(
            id=base,
            phase="layout",
            tool="compose_poster",
            arguments=arguments,
            reason=layout.reason(direction.styles[0]),
            seed=scope.seed(base, "layout"),
        ),
    ]


def _medium(request: PlanRequest, *, for_print: bool) -> Medium:
    """Return how the picture is made; what is printed is drawn unless 3D is asked for.

    The studio traces at most one px for each px of the page, a third of what print needs.
    """
    asked = asked_medium(request.brief) if request.pictures == "auto" else request.pictures
    return "vector" if for_print and asked == "auto" else asked


def _treatment(styles: tuple[str, ...]) -> str:
    """Drawn styles ask for a drawn picture, whichever place they have among the styles."""
    for style, treatment in (("doodle", "doodle"), ("paper_cut", "cut_paper")):
        if style in styles:
            return treatment
    return "line" if styles[0] == "line_art" else "auto"


def _logo(scope: Scope, deliverable: Deliverable, base: str) -> Step:
    return Step(
        id=base,
        phase="layout",
        tool="compose_logo",
        arguments={
            "look": f"{scope.prefix}look",
            "mark": f"{scope.prefix}mark",
            "copy_step": f"{base}-copy",
            "size": _size_text(deliverable),
        },
        reason="mark and name locked up by optical size",
        seed=scope.seed(base, "layout"),
    )


def _size_text(deliverable: Deliverable) -> str:
    width, height = deliverable.width_px, deliverable.height_px
    if deliverable.kind == "vi_sheet":
        # A VI sheet lies: a portrait size is taken turned.
        width, height = max(width, height), min(width, height)
    return f"{width:g}x{height:g}"


def _sheet(scope: Scope, deliverable: Deliverable, base: str) -> Step:
    return Step(
        id=base,
        phase="layout",
        tool="compose_vi_sheet",
        arguments={
            "look": f"{scope.prefix}look",
            "mark": f"{scope.prefix}mark",
            "copy_step": f"{base}-copy",
            "size": _size_text(deliverable),
        },
        reason="one page that says how the brand is used",
        seed=scope.seed(base, "layout"),
    )

"""Steps: what is called, in which order and with what, for one deliverable of a variant."""

from __future__ import annotations

from collections.abc import Mapping
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
from tools.base import Copy, Phase
from tools.make_image import picture_place

__all__ = ["Scope", "copy_step", "deliverable_steps", "look_step", "mark_step", "needs_mark"]

_FOLDER = {"logo": "logo", "poster": "poster", "vi_sheet": "vi-sheet"}

_PHASE: Mapping[str, Phase] = {
    "choose_style": "style",
    "draw_mark": "elements",
    "write_copy": "elements",
    "make_image": "elements",
    "compose_poster": "layout",
    "compose_logo": "layout",
    "compose_vi_sheet": "layout",
    "check_design": "render",
    "export_document": "render",
}
"""When each tool is called; `check_plan` holds it against the toolbox."""


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

    @property
    def look(self) -> str:
        """The id of the step that settles on its style."""
        return f"{self.prefix}look"

    @property
    def mark(self) -> str:
        """The id of the step that draws its mark."""
        return f"{self.prefix}mark"

    def seed(self, *purpose: object) -> int:
        """Return the seed for one purpose of this variant."""
        return derived_seed(self.request.seed, self.variant, *purpose)

    def call(
        self,
        tool: str,
        step_id: str,
        purpose: tuple[object, ...],
        reason: str,
        **arguments: Any,
    ) -> Step:
        """Return a call of a tool, with the seed for its purpose."""
        return Step(
            id=step_id,
            phase=_PHASE[tool],
            tool=tool,
            arguments=arguments,
            reason=reason,
            seed=self.seed(*purpose),
        )


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
    set_apart = {"ground": brief.color_at("background"), "ink": brief.color_at("ink")}
    space = direction.manner.space
    return scope.call(
        "choose_style",
        scope.look,
        ("look", *turn),
        direction.reasons.get("style", "a look that fits the brief"),
        styles=list(direction.styles),
        industry=direction.industry,
        colors=[c.hex for c in brief.colors if c.role not in {"background", "ink"}],
        avoid_colors=[c.hex for c in brief.avoid_colors],
        mood=direction.mood,
        **{role: color for role, color in set_apart.items() if color},
        **({"space": space} if space else {}),
    )


def mark_step(scope: Scope) -> Step:
    """Return the step that draws the brand mark."""
    brief, direction = scope.request.brief, scope.direction
    shown = [depicted.noun for depicted in direction.depicted]
    return scope.call(
        "draw_mark",
        scope.mark,
        ("mark",),
        direction.reasons.get("mark", "a mark drawn from the subject and the name"),
        look=scope.look,
        name_latin=brief.brand.latin,
        name_zh=brief.brand.zh,
        subjects=[noun.id for noun in brief.nouns] or shown,
        concept=direction.concept,
        treatment="doodle" if "doodle" in direction.styles else "clean",
        variant=scope.variant - 1,
        **{"construction": "auto", **concept_arguments(scope.request, scope.variant - 1)},
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
    is_tight = composed is not None and composed[1].is_tight
    words = copy_step(scope, deliverable, base, is_tight=is_tight)
    steps = [words]
    if composed is not None:
        steps += _poster(scope, deliverable, base, *composed)
    elif deliverable.kind == "logo":
        reason = "mark and name locked up by optical size"
        steps.append(_identity(scope, deliverable, base, "compose_logo", reason))
    else:
        reason = "one page that says how the brand is used"
        steps.append(_identity(scope, deliverable, base, "compose_vi_sheet", reason))
    folder = name if scope.variant == 1 else f"{name}-v{scope.variant}"
    formats = scope.request.formats
    check = scope.call(
        "check_design",
        f"{base}-check",
        (name, "check"),
        "nothing is done before it is measured",
        document=base,
        copy_step=words.id,
        spec=deliverable.spec,
    )
    export = scope.call(
        "export_document",
        f"{base}-export",
        (name, "export"),
        "files to hand over: " + ", ".join(formats),
        document=base,
        formats=list(formats),
        folder=folder,
    )
    wish = Wish(
        kind=deliverable.kind,
        label=deliverable.label or deliverable.kind,
        variant=scope.variant,
        base=base,
        folder=folder,
        copy_step=words.id,
        document_step=base,
        check_step=check.id,
        export_step=export.id,
    )
    return [*steps, check, export], wish


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


def copy_step(
    scope: Scope, deliverable: Deliverable, base: str, *, is_tight: bool = False
) -> Step:
    """Return the step that writes the words.

    Args:
        scope: The variant.
        deliverable: What carries them.
        base: The name of its steps.
        is_tight: Whether the page has room for few lines: short ones then share one.
    """
    return scope.call(
        "write_copy",
        f"{base}-copy",
        (deliverable.kind, "copy"),
        f"the words of the {deliverable.label or deliverable.kind}",
        **_copy_arguments(scope, deliverable),
        **({"is_tight": True} if is_tight else {}),
    )


def _poster(
    scope: Scope, deliverable: Deliverable, base: str, copy: Copy, layout: Layout
) -> list[Step]:
    brief, direction = scope.request.brief, scope.direction
    size, page = Size(deliverable.width_px, deliverable.height_px), target_of(deliverable)
    arguments: dict[str, Any] = {
        "look": scope.look,
        "copy_step": f"{base}-copy",
        **({} if direction.manner.is_wordy else {"picture": f"{base}-picture"}),
        **layout.arguments,
        "width": deliverable.width_px,
        "height": deliverable.height_px,
        "title": brief.subject[:80],
        "medium": page.medium,
        "bleed": page.bleed,
        "safe": list(page.safe),
        "spec": page.spec,
    }
    marked = {"mark": scope.mark} if needs_mark(brief) and brief.brand.is_given else {}
    arguments |= marked
    place = picture_place(
        layout.archetype,
        size,
        tuple(copy.slots),
        is_mirrored=layout.is_mirrored,
        variation=layout.variation,
        safe=SafeArea(*page.safe),
    )
    drawn = scope.call(
        "make_image",
        f"{base}-picture",
        (base, "picture"),
        direction.reasons.get("picture", "the subject, and room for the words"),
        look=scope.look,
        subjects=[depicted.model_dump(mode="json") for depicted in direction.depicted],
        treatment=_treatment(direction.styles),
        medium=_medium(scope.request, for_print=page.medium == "print"),
        effort=scope.request.quality,
        **({"model": scope.request.painter} if scope.request.painter else {}),
        printed=list(printed_texts(brief)),
        **marked,
        **place,
    )
    reason = layout.reason(direction.styles[0])
    composed = scope.call("compose_poster", base, (base, "layout"), reason, **arguments)
    return [composed] if direction.manner.is_wordy else [drawn, composed]


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


def _size_text(deliverable: Deliverable) -> str:
    width, height = deliverable.width_px, deliverable.height_px
    if deliverable.kind == "vi_sheet":
        # A VI sheet lies: a portrait size is taken turned.
        width, height = max(width, height), min(width, height)
    return f"{width:g}x{height:g}"


def _identity(
    scope: Scope, deliverable: Deliverable, base: str, tool: str, reason: str
) -> Step:
    """Return the step that sets a logo or a VI sheet."""
    return scope.call(
        tool,
        base,
        (base, "layout"),
        reason,
        look=scope.look,
        mark=scope.mark,
        copy_step=f"{base}-copy",
        size=_size_text(deliverable),
    )

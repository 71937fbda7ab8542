"""Assemble: a brief and its directions become the steps of a plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agent.brief import Brief, Deliverable
from agent.direction import Direction
from agent.errors import InvalidPlan
from agent.plan import DELIVERY_TOOL, PHASES, Plan, Step, Wish, check_plan, hashed
from agent.planner.base import PlanRequest, derived_seed
from compositor.document import AssetStore
from compositor.geometry import Box, Size
from compositor.layout.archetypes import Archetype, archetypes, eligible
from compositor.layout.theme import Theme
from generators.vector.marks import CONSTRUCTIONS
from knowledge.copywriting.limits import width_of
from tools.base import Copy, Look, Tool, Workbench

__all__ = ["Assembler", "picture_place"]

_MOST_CHARACTERS = 1800
"""Full-width: at 1.7 % of the page's mean side, leading 1.4, on three quarters of it."""

_FOLDER = {"logo": "logo", "poster": "poster", "vi_sheet": "vi-sheet"}


@dataclass(frozen=True)
class _Scope:
    """One variant of one brief."""

    request: PlanRequest
    direction: Direction
    variant: int

    @property
    def prefix(self) -> str:
        return f"v{self.variant}-"

    def seed(self, *purpose: object) -> int:
        return derived_seed(self.request.seed, self.variant, *purpose)


@dataclass(frozen=True)
class Assembler:
    """Makes plans of one form from directions.

    Attributes:
        tools: The toolbox, by name.
    """

    tools: Mapping[str, Tool[Any]]

    def assemble(
        self,
        request: PlanRequest,
        directions: tuple[Direction, ...],
        planner: str,
        notes: tuple[str, ...],
    ) -> Plan:
        """Return a checked plan: one variant of every deliverable per direction.

        Raises:
            InvalidPlan: The directions ask for something no tool does.
        """
        steps: list[Step] = []
        wishes: list[Wish] = []
        for index, direction in enumerate(directions, start=1):
            scope = _Scope(request, direction, index)
            steps.append(_look(scope))
            if _needs_mark(request.brief):
                steps.append(_mark(scope))
            counts: dict[str, int] = {}
            for deliverable in request.brief.deliverables:
                counts[deliverable.kind] = counts.get(deliverable.kind, 0) + 1
                name = _name(deliverable, counts[deliverable.kind])
                copy = self.draft(request, direction, index, deliverable)
                more, wish = _deliverable(scope, deliverable, name, copy)
                steps += more
                wishes.append(wish)
        steps.sort(key=lambda step: (PHASES.index(step.phase), step.tool == DELIVERY_TOOL))
        plan = Plan.model_validate(
            {
                "planner": planner,
                "seed": request.seed,
                "notes": notes,
                "directions": directions,
                "steps": tuple(steps),
                "wishes": tuple(wishes),
            }
        )
        plan = hashed(plan, self.tools)
        check_plan(plan, self.tools)
        return plan

    def draft(
        self, request: PlanRequest, direction: Direction, variant: int, deliverable: Deliverable
    ) -> Copy:
        """Return the words the copy step will write: the layout must be able to hold them.

        Raises:
            ToolError: The words cannot be placed.
        """
        scope = _Scope(request, direction, variant)
        tool = self.tools["write_copy"]
        arguments = tool.arguments.model_validate(_copy_arguments(scope, deliverable))
        bench = Workbench(seed=_copy_seed(scope, deliverable), assets=AssetStore(), out=Path())
        made = tool.run(arguments, bench).made
        assert isinstance(made, Copy)
        if deliverable.kind == "poster":
            _refuse_overlong(made, deliverable.label or deliverable.kind)
        return made

    def draft_look(self, request: PlanRequest, direction: Direction, variant: int) -> Theme:
        """Return the theme the style step will settle on.

        Raises:
            ToolError: A style or industry is not one.
        """
        step = _look(_Scope(request, direction, variant))
        tool = self.tools[step.tool]
        bench = Workbench(seed=step.seed, assets=AssetStore(), out=Path())
        made = tool.run(tool.arguments.model_validate(step.arguments), bench).made
        assert isinstance(made, Look)
        return made.theme


def _refuse_overlong(copy: Copy, label: str) -> None:
    """Raise before anything is drawn when no layout could hold the words.

    Raises:
        InvalidPlan: They are longer than a page; the message says what to cut.
    """
    slot = max(copy.slots, key=lambda name: width_of(copy.slots[name], "zh"), default="")
    if slot and width_of(copy.slots[slot], "zh") > _MOST_CHARACTERS:
        text = copy.slots[slot]
        raise InvalidPlan(
            f"{label}: no layout holds its words; shorten the {slot} ({len(text):,} "
            f"characters, “{text[:16]}…”), a page holds about {_MOST_CHARACTERS:,}"
        )


def _name(deliverable: Deliverable, count: int) -> str:
    base = _FOLDER[deliverable.kind]
    return base if count == 1 else f"{base}-{count}"


def _needs_mark(brief: Brief) -> bool:
    kinds = {deliverable.kind for deliverable in brief.deliverables}
    return bool(kinds & {"logo", "vi_sheet"})


def _plain(box: Box) -> list[float]:
    return [round(value, 4) for value in box]


def _look(scope: _Scope) -> Step:
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
        seed=scope.seed("look"),
    )


def _mark(scope: _Scope) -> Step:
    brief, direction = scope.request.brief, scope.direction
    return Step(
        id=f"{scope.prefix}mark",
        phase="elements",
        tool="draw_mark",
        arguments={
            "look": f"{scope.prefix}look",
            "construction": next(
                (kind for kind in direction.constructions if kind in CONSTRUCTIONS), "auto"
            ),
            "name_latin": brief.brand.latin,
            "name_zh": brief.brand.zh,
            "subjects": [noun.id for noun in brief.nouns]
            or [depicted.noun for depicted in direction.depicted],
            "concept": direction.concept,
            "treatment": "doodle" if "doodle" in direction.styles else "clean",
            "variant": scope.variant - 1,
        },
        reason=direction.reasons.get("mark", "a mark drawn from the subject and the name"),
        seed=scope.seed("mark"),
    )


def _deliverable(
    scope: _Scope, deliverable: Deliverable, name: str, copy: Copy
) -> tuple[list[Step], Wish]:
    base = f"{scope.prefix}{name}"
    steps = [_copy(scope, deliverable, base)]
    if deliverable.kind == "poster":
        steps += _poster(scope, deliverable, base, copy)
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
            arguments={"document": base, "copy_step": f"{base}-copy"},
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


def _copy_arguments(scope: _Scope, deliverable: Deliverable) -> dict[str, Any]:
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


def _copy(scope: _Scope, deliverable: Deliverable, base: str) -> Step:
    return Step(
        id=f"{base}-copy",
        phase="elements",
        tool="write_copy",
        arguments=_copy_arguments(scope, deliverable),
        reason=f"the words of the {deliverable.label or deliverable.kind}",
        seed=_copy_seed(scope, deliverable),
    )


def _copy_seed(scope: _Scope, deliverable: Deliverable) -> int:
    return scope.seed(deliverable.kind, "copy")


def _poster(scope: _Scope, deliverable: Deliverable, base: str, copy: Copy) -> list[Step]:
    brief, direction = scope.request.brief, scope.direction
    size = Size(deliverable.width_px, deliverable.height_px)
    possible = eligible(copy.slots.get("headline", ""), has_picture=True, size=size)
    other = possible[(scope.variant - 1) % len(possible)]
    name = direction.archetype if direction.archetype in possible else other
    archetype = archetypes()[name]
    arguments: dict[str, Any] = {
        "look": f"{scope.prefix}look",
        "copy_step": f"{base}-copy",
        "picture": f"{base}-picture",
        "archetype": archetype.id,
        "width": deliverable.width_px,
        "height": deliverable.height_px,
        "title": brief.subject[:80],
        "headline_scale": direction.headline_scale,
        "is_mirrored": direction.is_mirrored,
    }
    if _needs_mark(brief) and brief.brand.is_given:
        arguments["mark"] = f"{scope.prefix}mark"
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
                "kind": "scene",
                "treatment": _treatment(direction.styles),
                **picture_place(
                    archetype, size, tuple(copy.slots), is_mirrored=direction.is_mirrored
                ),
            },
            reason=direction.reasons.get("picture", "the subject, and room for the words"),
            seed=scope.seed(base, "picture"),
        ),
        Step(
            id=base,
            phase="layout",
            tool="compose_poster",
            arguments=arguments,
            reason=direction.reasons.get("layout", f"{archetype.name_en} suits the words"),
            seed=scope.seed(base, "layout"),
        ),
    ]


def _treatment(styles: tuple[str, ...]) -> str:
    """Drawn styles ask for a drawn picture, whichever place they have among the styles."""
    for style, treatment in (("doodle", "doodle"), ("paper_cut", "cut_paper")):
        if style in styles:
            return treatment
    return "line" if styles[0] == "line_art" else "auto"


def picture_place(
    archetype: Archetype, size: Size, slots: tuple[str, ...], *, is_mirrored: bool = False
) -> dict[str, Any]:
    """Return make_image's size, hero box and calm boxes for a composition."""
    hero, calm = archetype.hero_and_calm(size, slots, is_mirrored=is_mirrored)
    region = archetype.geometry(size, slots, is_mirrored=is_mirrored).picture
    return {
        "width": round(size.width * region.width, 2),
        "height": round(size.height * region.height, 2),
        "hero_box": _plain(hero),
        "calm": [_plain(box) for box in calm],
    }


def _logo(scope: _Scope, deliverable: Deliverable, base: str) -> Step:
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


def _sheet(scope: _Scope, deliverable: Deliverable, base: str) -> Step:
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

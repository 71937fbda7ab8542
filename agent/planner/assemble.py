"""Assemble: a brief and its directions become the steps of a plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from agent.brief import Deliverable
from agent.direction import Direction
from agent.errors import InvalidPlan
from agent.plan import DELIVERY_TOOL, PHASES, Plan, Step, Wish, check_plan, hashed
from agent.planner.base import PlanRequest, derived_seed
from agent.planner.layouts import (
    DISTINCT,
    Layout,
    choose_layouts,
    fidelity,
    palettes_apart,
    subject_aspect,
)
from agent.planner.logos import concept_sheet
from agent.planner.steps import (
    Scope,
    base_name,
    copy_step,
    deliverable_steps,
    look_step,
    mark_step,
    needs_mark,
)
from agent.targets import Target, target_of
from compositor.document import AssetStore
from compositor.geometry import Size
from compositor.layout.archetypes import archetypes
from compositor.layout.candidates import Candidate, CandidateRequest
from compositor.layout.safe_area import SafeArea, live_size
from compositor.layout.theme import Palette, Theme
from generators.base import PictureRequest, Subject
from generators.vector.casting import scenery_of
from knowledge.copywriting.limits import width_of
from knowledge.entries import industries, styles
from tools.base import Copy, Look, Tool, Workbench
from tools.make_image import picture_place

__all__ = ["Assembler", "picture_place"]

_MOST_CHARACTERS = 1800
"""Full-width: at 1.7 % of the page's mean side, leading 1.4, on three quarters of it."""

_TURNS = 8
"""Palettes tried for a variant before it may look like another one's."""


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
        scopes = self._scopes(request, directions)
        layouts = self._layouts(scopes)
        directions = tuple(
            _settled(scope.direction, layouts[index]) for index, scope in enumerate(scopes)
        )
        steps: list[Step] = []
        wishes: list[Wish] = []
        for index, scope in enumerate(scopes):
            steps.append(look_step(scope))
            if needs_mark(request.brief):
                steps.append(mark_step(scope))
            counts: dict[str, int] = {}
            for place, deliverable in enumerate(request.brief.deliverables):
                counts[deliverable.kind] = counts.get(deliverable.kind, 0) + 1
                name = base_name(deliverable, counts[deliverable.kind])
                composed = layouts[index].get(place)
                more, wish = deliverable_steps(scope, deliverable, name, composed)
                steps += more
                wishes.append(wish)
                if deliverable.kind == "logo" and index == 0 and counts["logo"] == 1:
                    more, sheet = concept_sheet(request, scope.prefix, wish.copy_step)
                    steps += more
                    wishes.append(sheet)
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

    def _scopes(self, request: PlanRequest, directions: tuple[Direction, ...]) -> list[Scope]:
        """Return the variants, each in a palette of its own as far as the brief allows."""
        found: list[Scope] = []
        worn: list[Palette] = []
        for index, direction in enumerate(directions, start=1):
            best: tuple[float, Scope, Palette] | None = None
            for turn in range(_TURNS if worn else 1):
                scope = Scope(request, direction, index, turn)
                palette = self._theme(scope).palette
                far = min((palettes_apart(palette, other) for other in worn), default=1.0)
                if best is None or far > best[0]:
                    best = (far, scope, palette)
                if far >= DISTINCT:
                    break
            assert best is not None
            found.append(best[1])
            worn.append(best[2])
        return found

    def _layouts(self, scopes: Sequence[Scope]) -> list[dict[int, tuple[Copy, Layout]]]:
        """Return the words and the layout of every poster of every variant, by its place.

        Other sizes of one design keep its archetype where that is good; a second page of
        the same size takes another.
        """
        found: list[dict[int, tuple[Copy, Layout]]] = [{} for _ in scopes]
        posters = [
            (place, deliverable)
            for place, deliverable in enumerate(scopes[0].request.brief.deliverables)
            if deliverable.kind == "poster"
        ]
        sizes: list[Size] = []
        for place, deliverable in posters:
            page = target_of(deliverable)
            size = Size(page.width, page.height)
            copies = [self._draft(scope, deliverable) for scope in scopes]
            first = [next(iter(layouts.values()), None) for layouts in found]
            requests = [
                self._request(scope, copy, page, made[1] if made else None)
                for scope, copy, made in zip(scopes, copies, first, strict=True)
            ]
            beside = [
                layout.chosen
                for layouts in found
                for _, layout in layouts.values()
                if size in sizes and layout.chosen is not None
            ]
            chosen = choose_layouts(requests, beside)
            for index, layout in enumerate(chosen):
                if layout.chosen is None:
                    tight = self._tightened(scopes[index], deliverable, page, beside)
                    if tight is not None:
                        copies[index], fitted = tight
                        chosen = (*chosen[:index], fitted, *chosen[index + 1 :])
            for layouts, copy, layout in zip(found, copies, chosen, strict=True):
                layouts[place] = (copy, layout)
            sizes.append(size)
        return found

    def _tightened(
        self,
        scope: Scope,
        deliverable: Deliverable,
        page: Target,
        beside: Sequence[Candidate],
    ) -> tuple[Copy, Layout] | None:
        """Return tighter words and a layout that holds them; None when there is none."""
        copy = self._draft(scope, deliverable, is_tight=True)
        request = self._request(scope, copy, page, None)
        layout = choose_layouts([request], beside)[0]
        return None if layout.chosen is None else (copy, replace(layout, is_tight=True))

    def _request(
        self, scope: Scope, copy: Copy, page: Target, first: Layout | None
    ) -> CandidateRequest:
        direction, request = scope.direction, scope.request
        leading = styles()[direction.styles[0]]
        theme = self._theme(scope)
        return CandidateRequest(
            theme=theme,
            copy=copy.slots,
            language=copy.language,
            size=live_size(Size(page.width, page.height), SafeArea(*page.safe)),
            medium=page.medium,
            fidelity=fidelity(leading, industries().get(direction.industry)),
            subject_aspect=subject_aspect(len(direction.depicted)),
            seed=derived_seed(request.seed, scope.variant, "composition", request.brief.text),
            wish=first.archetype.id if first else direction.archetype,
            avoid=_closed_to_views() if _is_view(direction, theme) else (),
            manner=direction.manner,
        )

    def _draft(self, scope: Scope, deliverable: Deliverable, *, is_tight: bool = False) -> Copy:
        """Return the words the copy step will write: the layout must be able to hold them.

        Raises:
            ToolError: The words cannot be placed.
        """
        made = self._made(copy_step(scope, deliverable, "draft", is_tight=is_tight))
        assert isinstance(made, Copy)
        _refuse_overlong(made, deliverable.label or deliverable.kind)
        return made

    def _theme(self, scope: Scope) -> Theme:
        """Return the theme the style step will settle on.

        Raises:
            ToolError: A style or industry is not one.
        """
        made = self._made(look_step(scope))
        assert isinstance(made, Look)
        return made.theme

    def _made(self, step: Step) -> Any:
        tool = self.tools[step.tool]
        bench = Workbench(seed=step.seed, assets=AssetStore(), out=Path())
        return tool.run(tool.arguments.model_validate(step.arguments), bench).made


def _is_view(direction: Direction, theme: Theme) -> bool:
    """Whether what is shown is a place, weather or light: no thing that can stand alone."""
    subjects = tuple(Subject(noun=shown.noun) for shown in direction.depicted)
    request = PictureRequest(theme=theme, width=1000, height=1000, subjects=subjects)
    return bool(subjects) and bool(scenery_of(request))


def _closed_to_views() -> tuple[str, ...]:
    """Archetypes that bring a setting of their own, or show a thing without any."""
    every = archetypes().values()
    return tuple(one.id for one in every if one.setting or one.shows != "scene")


def _settled(direction: Direction, layouts: Mapping[int, tuple[Copy, Layout]]) -> Direction:
    """The direction with the layout that was chosen for its first poster."""
    if not layouts:
        return direction
    _, layout = next(iter(layouts.values()))
    reasons = {**direction.reasons, "layout": layout.reason(direction.styles[0])}
    changes = {"archetype": layout.archetype.id, "reasons": reasons}
    return direction.model_copy(update=changes)


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

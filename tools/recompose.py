"""Recompose: one design again, on another page or in other words, from its recipe."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, ClassVar, Literal

from pydantic import Field

from compositor.document.frozen import Frozen
from compositor.geometry import Box, Size
from compositor.layout.archetypes import Archetype, archetypes, eligible, page_format
from compositor.layout.arrangement import hero_and_calm
from compositor.layout.banners import BANNERS
from compositor.layout.candidates import Candidate, CandidateRequest, propose
from compositor.layout.compose import compose_page
from compositor.layout.composition import Composition, filled, page_geometry
from compositor.layout.fitting import Fitted, compose_fitting
from compositor.layout.overlong import what_to_cut
from compositor.layout.safe_area import SafeArea
from compositor.layout.score import page_texts
from compositor.typography.fonts import FontSet, default_fonts
from tools.base import Drawing, Look, Made, MadeFrom, Phase, Tool, ToolResult, Workbench
from tools.draw_mark import DrawMark
from tools.errors import ToolFailed, WrongArguments
from tools.make_image import MakeImage
from tools.poster import drawings_assets, left_out, picture_of, poster_document
from tools.recipe import Recipe

__all__ = ["Recompose", "RecomposeArguments"]

_LOOK = "look"
_MOST_KEPT = 4
"""Drawings kept for the next page: the languages of one size share a picture."""
_SUBJECT_ASPECT = 0.9
"""Width over height of a usual subject, for choosing among archetypes."""
_NEAR_BEST = 0.1
"""A second choice that scores lower than the best by more than this comes last."""
_STAGED = ("scene", "hero")
"""Kinds of picture that follow the archetype: with a setting or without."""
_UNIT = Box(0, 0, 1, 1)
_GAP = 0.035
"""Between subject and words, in parts of the shorter side."""
_LEAST = 0.4
"""Of the hero box that is left; words that would take more stand over the subject."""


class RecomposeArguments(Frozen):
    """What to compose again, and for which page."""

    recipe: Recipe
    width: float = Field(gt=0, description="trim width, px")
    height: float = Field(gt=0, description="trim height, px")
    medium: Literal["screen", "print", "sign"] = "screen"
    bleed: float = Field(ge=0, default=0.0, description="px")
    safe: tuple[float, float, float, float] = Field(
        default=(0, 0, 0, 0),
        description="covered by the platform: left, top, right, bottom, parts of the page",
    )
    avoid: tuple[str, ...] = Field(default=(), description="archetypes already tried in vain")


class Recompose(Tool[RecomposeArguments]):
    """Sets a design again."""

    name: ClassVar[str] = "recompose"
    summary: ClassVar[str] = (
        "Compose an existing poster again for another page, language or platform; the picture "
        "is made anew for the format."
    )
    phase: ClassVar[Phase] = "layout"
    arguments = RecomposeArguments

    def __init__(self) -> None:
        self._kept: dict[str, Drawing] = {}

    def run(self, arguments: RecomposeArguments, bench: Workbench) -> ToolResult:
        """Return the document in the recipe's archetype, or the nearest that holds the words.

        Raises:
            WrongArguments: No archetype holds the words on that page; the message says which
                text to shorten.
            ToolFailed: The recipe's picture or mark cannot be made again.
        """
        recipe = arguments.recipe
        fonts = default_fonts()
        mark = self._mark(recipe, bench)
        fitted = _fitted(arguments, fonts, mark)
        picture = self._picture(recipe, fitted, fonts, bench)
        if picture is not None:
            what = replace(fitted.what, picture=picture_of(picture))
            page, overset = compose_page(what, fonts)
            fitted = replace(fitted, page=page, what=what, overset=overset)
        document = poster_document(
            fitted,
            recipe,
            drawings_assets(picture, mark),
            fonts,
            bench.assets,
            labels={"safe": ",".join(f"{part:g}" for part in arguments.safe)}
            if any(arguments.safe)
            else {},
        )
        name = fitted.what.archetype.name_en
        form = page_format(fitted.what.live)
        how = f"{name} banner" if form in BANNERS else name
        note = f"{how}, {arguments.width:g} × {arguments.height:g} px{left_out(fitted)}"
        return ToolResult(made=Made(document=document, says=note), note=note)

    def _mark(self, recipe: Recipe, bench: Workbench) -> Drawing | None:
        if recipe.mark is None:
            return None
        return self._made(DrawMark(), recipe, recipe.mark, {}, bench)

    def _picture(
        self, recipe: Recipe, fitted: Fitted, fonts: FontSet, bench: Workbench
    ) -> Drawing | None:
        if recipe.picture is None:
            return None
        place = _place(fitted, fonts)
        if recipe.picture.arguments.get("kind", "scene") in _STAGED:
            place["kind"] = fitted.what.archetype.shows
        if fitted.what.archetype.setting:
            place["setting"] = fitted.what.archetype.setting
        return self._made(MakeImage(), recipe, recipe.picture, place, bench)

    def _made(
        self,
        tool: Tool[Any],
        recipe: Recipe,
        made_from: MadeFrom,
        place: dict[str, Any],
        bench: Workbench,
    ) -> Drawing:
        """Make a drawing of the recipe again, or take it from the page before."""
        if made_from.tool != tool.name:
            raise ToolFailed(
                f"the recipe's drawing came from {made_from.tool!r}, which cannot make it "
                f"for another page; only {tool.name} can"
            )
        arguments = {**made_from.arguments, **place, "look": _LOOK}
        key = json.dumps([tool.name, arguments, made_from.seed, recipe.theme.model_dump_json()])
        kept = self._kept.pop(key, None)
        if kept is None or not all(bench.assets.has(sha) for sha in kept.assets):
            look = Look(theme=recipe.theme)
            inner = replace(bench, seed=made_from.seed, materials={_LOOK: look})
            made = tool.run(tool.arguments.model_validate(arguments), inner).made
            assert isinstance(made, Drawing)
            kept = made
        self._kept[key] = kept
        while len(self._kept) > _MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        return kept


def _fitted(arguments: RecomposeArguments, fonts: FontSet, mark: Drawing | None) -> Fitted:
    """Compose without the picture, in the first archetype that holds the words."""
    recipe = arguments.recipe
    for what in _compositions(arguments, fonts, mark):
        fitted = compose_fitting(what, fonts, recipe.required_slots)
        if not fitted.overset:
            return fitted
    own = _own(arguments, mark)
    raise WrongArguments(
        f"{arguments.width:g} × {arguments.height:g} px cannot hold the words in any layout; "
        + what_to_cut(own, fonts, recipe.required_slots)
    )


def _own(arguments: RecomposeArguments, mark: Drawing | None) -> Composition:
    """The recipe as it is, on the page asked for."""
    recipe = arguments.recipe
    return Composition(
        theme=recipe.theme,
        archetype=archetypes()[recipe.archetype],
        size=Size(arguments.width, arguments.height),
        copy=dict(recipe.words),
        language=recipe.language,
        medium=arguments.medium,
        bleed=arguments.bleed,
        mark=picture_of(mark),
        headline_scale=recipe.headline_scale,
        is_mirrored=recipe.is_mirrored,
        variation=recipe.variation,
        safe=SafeArea(*arguments.safe),
    )


def _compositions(
    arguments: RecomposeArguments, fonts: FontSet, mark: Drawing | None
) -> Iterator[Composition]:
    """Yield the recipe's own archetype first, then its family's, then every other."""
    recipe, own = arguments.recipe, _own(arguments, mark)
    is_banner = page_format(own.live) in BANNERS
    can_hold = eligible(
        recipe.words.get("headline", ""),
        has_picture=recipe.picture is not None,
        size=own.live,
        copy=recipe.words,
    )
    possible = [
        name
        for name in archetypes()
        if (is_banner or name in can_hold)
        and name not in arguments.avoid
        and not (own.is_leftward and _turns(archetypes()[name], own.live))
    ]
    if recipe.archetype in possible:
        yield own
        yield replace(own, headline_scale=0.82)
        yield replace(own, extra_lines=1)
    if is_banner:
        # One banner serves a family, so one archetype of each other family is enough.
        families = {archetypes()[name].family: archetypes()[name] for name in possible}
        yield from (replace(own, archetype=entry) for entry in families.values())
        return
    candidates = propose(_request(recipe, own), fonts)
    good = max((candidate.total for candidate in candidates), default=0.0) - _NEAR_BEST
    for candidate in sorted(
        candidates, key=lambda found: (found.total < good, *_rank(found, recipe))
    ):
        if candidate.archetype in possible and candidate.archetype != recipe.archetype:
            yield replace(
                own,
                archetype=archetypes()[candidate.archetype],
                headline_scale=candidate.scale,
                is_mirrored=candidate.is_mirrored,
                variation=candidate.variation,
            )


def _rank(candidate: Candidate, recipe: Recipe) -> tuple[bool, int, float]:
    """The family first, then what suits the style: the same second choice on every page."""
    liked = recipe.theme.archetypes
    name = candidate.archetype
    place = liked.index(name) if name in liked else len(liked) + list(archetypes()).index(name)
    other = candidate.family != archetypes()[recipe.archetype].family
    return other, place, -candidate.total


def _turns(archetype: Archetype, size: Size) -> bool:
    """Whether it sets lines on a slope, which rises the wrong way for leftward scripts."""
    return any(stack.turn_deg for stack in archetype.geometry(size).stacks)


def _request(recipe: Recipe, own: Composition) -> CandidateRequest:
    liked = recipe.theme.archetypes
    return CandidateRequest(
        theme=recipe.theme,
        copy=recipe.words,
        language=recipe.language,
        size=own.live,
        medium=own.medium,
        fidelity={name: 1 - 0.12 * min(liked.index(name), 5) for name in liked},
        subject_aspect=_SUBJECT_ASPECT if recipe.picture is not None else 0.0,
        seed=recipe.seed,
    )


def _place(fitted: Fitted, fonts: FontSet) -> dict[str, Any]:
    """Return make_image's size, hero box and calm boxes: the subject clear of the set words."""
    what = fitted.what
    geometry = page_geometry(what)
    clear = _clear_of_words(geometry.hero, fitted, fonts)
    geometry = geometry.model_copy(update={"hero": clear})
    hero, calm = hero_and_calm(geometry, filled(what.copy))
    region = geometry.picture
    return {
        "width": round(max(16.0, what.size.width * region.width), 2),
        "height": round(max(16.0, what.size.height * region.height), 2),
        "hero_box": _plain(hero),
        "calm": [_plain(box) for box in calm if not box.intersection(_UNIT).is_empty],
    }


def _clear_of_words(hero: Box, fitted: Fitted, fonts: FontSet) -> Box:
    """Cut from the hero box, in fractions of the page, what the words really cover."""
    size = fitted.what.size
    gap = _GAP * size.shorter
    for text in page_texts(fitted.page, fonts):
        ink = text.ink.inset(-gap)
        taken = Box(
            ink.x / size.width,
            ink.y / size.height,
            ink.width / size.width,
            ink.height / size.height,
        )
        if hero.intersection(taken).is_empty:
            continue
        cuts = (
            Box(hero.x, taken.bottom, hero.width, hero.bottom - taken.bottom),
            Box(hero.x, hero.y, hero.width, taken.y - hero.y),
            Box(taken.right, hero.y, hero.right - taken.right, hero.height),
            Box(hero.x, hero.y, taken.x - hero.x, hero.height),
        )
        largest = max(cuts, key=lambda box: max(0.0, box.width) * max(0.0, box.height))
        if min(largest.width, largest.height) <= 0 or largest.area < _LEAST * hero.area:
            continue
        hero = largest
    return hero


def _plain(box: Box) -> list[float]:
    return [round(value, 4) for value in box]

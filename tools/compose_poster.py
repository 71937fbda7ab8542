"""Compose a poster: words, picture and brand mark in one of the layout archetypes."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from compositor.document.frozen import Frozen
from compositor.geometry import Size
from compositor.layout.archetypes import archetypes
from compositor.layout.composition import Composition
from compositor.layout.overlong import what_to_cut
from compositor.layout.safe_area import SafeArea
from compositor.layout.variation import PLAIN, Variation
from compositor.typography.fonts import default_fonts
from tools.base import Copy, Drawing, Look, Made, Phase, Tool, ToolResult, Workbench, step_field
from tools.errors import WrongArguments
from tools.poster import drawings_assets, inks_of, left_out, picture_of, poster_document
from tools.recipe import Recipe
from tools.staging import UNSCORED, Alternative, stage

__all__ = ["ComposePoster", "ComposePosterArguments"]


class ComposePosterArguments(Frozen):
    """What a poster is made of."""

    look: str = step_field("look", "step that chose the style")
    copy_step: str = step_field("copy", "step that wrote the words")
    picture: str = step_field("drawing", "step that made the picture", optional=True)
    mark: str = step_field("drawing", "step that drew the brand mark", optional=True)
    archetype: str = Field(description="layout archetype id, such as swiss_grid or framed")
    width: float = Field(gt=0, description="trim width, px")
    height: float = Field(gt=0, description="trim height, px")
    medium: Literal["screen", "print", "sign"] = "screen"
    bleed: float = Field(ge=0, default=0.0, description="px")
    safe: tuple[float, float, float, float] = Field(
        default=(0, 0, 0, 0),
        description="covered by the platform: left, top, right, bottom, parts of the page",
    )
    spec: str = Field(default="", description="asset specification it is made for")
    headline_scale: float = Field(
        ge=0.5, le=1, default=1.0, description="part of the largest headline to start from"
    )
    is_mirrored: bool = Field(default=False, description="left and right exchanged")
    variation: Variation = Field(default=PLAIN, description="how the archetype is varied")
    score: float = Field(default=UNSCORED, description="of the layout, 0–1")
    alternatives: tuple[Alternative, ...] = Field(
        default=(),
        max_length=12,
        description="other compositions that could take the picture, should it turn out so",
    )
    title: str = ""


class ComposePoster(Tool[ComposePosterArguments]):
    """Sets a poster."""

    name: ClassVar[str] = "compose_poster"
    summary: ClassVar[str] = (
        "Lay out a poster, cover, banner or post from copy, picture and brand mark."
    )
    phase: ClassVar[Phase] = "layout"
    arguments = ComposePosterArguments

    def run(self, arguments: ComposePosterArguments, bench: Workbench) -> ToolResult:
        """Compose the page, then repair contrast on its real pixels."""
        theme = bench.find(arguments.look, Look).theme
        copy = bench.find(arguments.copy_step, Copy)
        drawing = bench.find(arguments.picture, Drawing) if arguments.picture else None
        mark = bench.find(arguments.mark, Drawing) if arguments.mark else None
        if not copy.slots:
            raise WrongArguments(f"step {arguments.copy_step!r} wrote no words to set")
        size = Size(arguments.width, arguments.height)
        archetype = archetypes().get(arguments.archetype)
        if archetype is None:
            raise WrongArguments(
                f"no archetype {arguments.archetype!r}; there are {', '.join(archetypes())}"
            )
        fonts = default_fonts()
        planned = Composition(
            theme=theme,
            archetype=archetype,
            size=size,
            copy=copy.slots,
            language=copy.language,
            medium=arguments.medium,
            bleed=arguments.bleed,
            picture=picture_of(drawing),
            mark=picture_of(mark),
            headline_scale=arguments.headline_scale,
            is_mirrored=arguments.is_mirrored,
            variation=arguments.variation,
            safe=SafeArea(*arguments.safe),
        )
        recipe = Recipe.model_validate(
            {
                "title": arguments.title,
                "theme": theme,
                "language": copy.language,
                "words": copy.slots,
                "required": copy.required,
                "archetype": archetype.id,
                "medium": arguments.medium,
                "picture": drawing.made_from if drawing else None,
                "mark": mark.made_from if mark else None,
                "seed": bench.seed,
            }
        )
        staged = stage(
            (planned, arguments.score),
            arguments.alternatives,
            (drawing, bench.assets) if drawing else None,
            [paint.color for paint in inks_of(theme.palette)],
            fonts,
            recipe.required_slots,
        )
        fitted = staged.fitted
        if fitted.overset:
            raise WrongArguments(
                f"{arguments.archetype} cannot hold the {' and '.join(fitted.overset)}; "
                + what_to_cut(planned, fonts, recipe.required_slots)
            )
        recipe = recipe.composed_as(fitted.what)
        held = drawings_assets(drawing, mark)
        labels = {**staged.facts, **({"spec": arguments.spec} if arguments.spec else {})}
        document = poster_document(fitted, recipe, held, fonts, bench.assets, labels=labels)
        name = fitted.what.archetype.name_en
        note = f"{name}, {arguments.width:g} × {arguments.height:g} px{left_out(fitted)}"
        note += f"; {staged.says}" if staged.says else ""
        return ToolResult(made=Made(document=document, says=note), note=note)

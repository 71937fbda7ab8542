"""Compose a poster: words, picture and brand mark in one of the layout archetypes."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from compositor.document.frozen import Frozen
from compositor.geometry import Size
from compositor.layout.archetypes import archetypes, eligible
from compositor.layout.composition import Composition
from compositor.layout.fitting import compose_fitting
from compositor.typography.fonts import default_fonts
from tools.base import Copy, Drawing, Look, Made, Phase, Tool, ToolResult, Workbench, step_field
from tools.errors import WrongArguments
from tools.poster import drawings_assets, left_out, picture_of, poster_document
from tools.recipe import Recipe

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
    headline_scale: float = Field(
        ge=0.5, le=1, default=1.0, description="part of the largest headline to start from"
    )
    is_mirrored: bool = Field(default=False, description="left and right exchanged")
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
        recipe = Recipe.model_validate(
            {
                "title": arguments.title,
                "theme": theme,
                "language": copy.language,
                "words": copy.slots,
                "required": copy.required,
                "archetype": archetype.id,
                "headline_scale": arguments.headline_scale,
                "is_mirrored": arguments.is_mirrored,
                "medium": arguments.medium,
                "picture": drawing.made_from if drawing else None,
                "mark": mark.made_from if mark else None,
                "seed": bench.seed,
            }
        )
        fonts = default_fonts()
        fitted = compose_fitting(
            Composition(
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
            ),
            fonts,
            recipe.required_slots,
        )
        if fitted.overset:
            fitting = eligible(
                copy.slots.get("headline", ""), has_picture=drawing is not None, size=size
            )
            raise WrongArguments(
                f"{arguments.archetype} cannot hold the {' and '.join(fitted.overset)}; "
                f"cut the text or try one of {', '.join(fitting)}"
            )
        held = drawings_assets(drawing, mark)
        document = poster_document(fitted, recipe, held, fonts, bench.assets, labels={})
        note = f"{archetype.name_en}, {arguments.width:g} × {arguments.height:g} px"
        note += left_out(fitted)
        return ToolResult(made=Made(document=document, says=note), note=note)

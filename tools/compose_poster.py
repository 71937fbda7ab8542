"""Compose a poster: words, picture and brand mark in one of the layout archetypes."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from compositor.color import Color
from compositor.color.color import WHITE
from compositor.color.palette import readable_on
from compositor.document import Document, SolidPaint
from compositor.document.frozen import Frozen
from compositor.geometry import Size
from compositor.layout.archetypes import archetypes, eligible
from compositor.layout.compose import Composition, Picture, compose_page
from compositor.layout.theme import Palette
from compositor.preflight import settle
from compositor.typography.fonts import default_fonts
from tools.base import Copy, Drawing, Look, Made, Phase, Tool, ToolResult, Workbench, step_field
from tools.errors import WrongArguments

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
        fonts = default_fonts()
        page, overset = compose_page(
            Composition(
                theme=theme,
                archetype=archetype,
                size=size,
                copy=copy.slots,
                language=copy.language,
                medium=arguments.medium,
                bleed=arguments.bleed,
                picture=_picture(drawing),
                mark=_picture(mark),
                headline_scale=arguments.headline_scale,
                is_mirrored=arguments.is_mirrored,
            ),
            fonts,
        )
        if overset:
            fitting = eligible(
                copy.slots.get("headline", ""), has_picture=drawing is not None, size=size
            )
            raise WrongArguments(
                f"{arguments.archetype} cannot hold the {' and '.join(overset)}; "
                f"cut the text or try one of {', '.join(fitting)}"
            )
        assets = {**(drawing.assets if drawing else {}), **(mark.assets if mark else {})}
        document = Document(
            title=arguments.title or copy.slots.get("headline", ""),
            kind="poster",
            language=copy.language,
            pages=(page,),
            assets=assets,
            labels={"style": theme.style, "archetype": archetype.id, "seed": str(bench.seed)},
        )
        document = settle(
            document, fonts, bench.assets, _inks(theme.palette), theme.palette.ground
        )
        note = f"{archetype.name_en}, {arguments.width:g} × {arguments.height:g} px"
        return ToolResult(made=Made(document=document, says=note), note=note)


def _picture(drawing: Drawing | None) -> Picture | None:
    return None if drawing is None else Picture(drawing.layer, drawing.width, drawing.height)


def _inks(palette: Palette) -> tuple[SolidPaint, ...]:
    """Paints text may take, the page's own ink first; pure white or near-black last."""
    far = readable_on(palette.ink, WHITE, Color(16, 16, 20))
    return (
        palette.paint("ink"),
        palette.paint("ground"),
        palette.paint("on_primary"),
        SolidPaint(color=far),
    )

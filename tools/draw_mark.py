"""Draw a mark: the sign of a brand, by one of the logo constructions."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import ClassVar, Literal
from zlib import crc32

from pydantic import Field

from compositor.color import Color, contrast_ratio
from compositor.color.palette import with_contrast
from compositor.document import FontChoice, GroupLayer, Shape, SolidPaint, VectorLayer
from compositor.document.frozen import Frozen
from compositor.layout.theme import Palette, Theme
from generators.vector.marks import (
    BOX_U,
    CONSTRUCTIONS,
    CannotDraw,
    Mark,
    MarkInks,
    MarkRequest,
    draw_construction,
)
from generators.vector.marks.choose import Choice, choose_constructions
from generators.vector.marks.ideas import Brand, Concept
from generators.vector.marks.ideas.choose_concepts import spark_is_hole
from tools.base import Drawing, Look, MadeFrom, Phase, Tool, ToolResult, Workbench, step_field
from tools.concepts import brand_concepts, in_look, said_facts
from tools.errors import ToolFailed, WrongArguments

__all__ = ["DrawMark", "DrawMarkArguments", "concept_drawing", "mark_inks", "mark_parameters"]

_LIT = 4.5
_FINE = re.compile(r"fine|thin|delicate|minimal|细|极简|简约|纤", re.IGNORECASE)
_BOLD = re.compile(r"bold|heavy|strong|sport|粗|有力|运动|厚", re.IGNORECASE)


class DrawMarkArguments(Frozen):
    """What the mark is for."""

    look: str = step_field("look", "step that chose the style")
    construction: str = Field(
        default="auto", description=f"auto, or one of {', '.join(CONSTRUCTIONS)}"
    )
    name_latin: str = Field(
        default="", max_length=80, description="brand name in Latin letters"
    )
    name_zh: str = Field(default="", max_length=40, description="brand name in Chinese")
    subjects: tuple[str, ...] = Field(
        default=(), description="nouns to show, most wanted first, such as poodle or 茶叶"
    )
    concept: str = Field(default="", max_length=400, description="the idea, in a few words")
    treatment: Literal["clean", "doodle"] = "clean"
    variant: int = Field(default=0, ge=0, le=99, description="ask for another answer")
    weight_u: float | None = Field(
        default=None,
        ge=3.2,
        le=9,
        description="stroke on the 96 u grid; the style's by default",
    )
    roundness: float | None = Field(default=None, ge=0, le=1, description="0 sharp, 1 round")
    detail: float | None = Field(default=None, ge=0, le=1, description="0 simplest, 1 richest")
    brand: Brand | None = Field(
        default=None, description="what ideas are derived from; then concept_rank picks one"
    )
    concept_rank: int = Field(
        default=0, ge=0, le=11, description="0 is the recommended concept, 1 the second …"
    )
    concept_seed: int = Field(default=0, ge=0, description="start of the concepts' choices")


class DrawMark(Tool[DrawMarkArguments]):
    """Draws a mark."""

    name: ClassVar[str] = "draw_mark"
    summary: ClassVar[str] = (
        "Draw a brand mark in pure vectors: line art, mascot, letter, Hanzi, seal, emblem, "
        "abstract or negative space."
    )
    phase: ClassVar[Phase] = "elements"
    arguments = DrawMarkArguments

    def run(self, arguments: DrawMarkArguments, bench: Workbench) -> ToolResult:
        """Choose a construction when asked to, and draw it.

        Raises:
            WrongArguments: No such construction, or it lacks what it needs.
            ToolFailed: No construction can draw anything from the arguments.
        """
        theme = bench.find(arguments.look, Look).theme
        if arguments.brand is not None and arguments.construction == "auto":
            concepts = brand_concepts(arguments.brand, arguments.concept_seed)
            if concepts:
                concept = concepts[arguments.concept_rank % len(concepts)]
                drawing = concept_drawing(concept, arguments.brand, theme, arguments)
                made_from = _made_from(arguments, bench.seed)
                place = arguments.concept_rank % len(concepts) + 1
                note = f"concept {place} of {len(concepts)}, {concept.id}: {drawing.says}"
                return ToolResult(
                    made=drawing.model_copy(update={"made_from": made_from}), note=note
                )
        request = _request(arguments, theme, bench.seed)
        if arguments.construction == "auto":
            mark, reason = _best(arguments, theme, request)
        else:
            mark, reason = _asked(arguments.construction, request)
        drawing = Drawing(
            width=BOX_U,
            height=BOX_U,
            layer=_layer(mark),
            says=f"{mark.construction}: {mark.concept}. {reason}.",
            facts={
                **mark.facts,
                "construction": mark.construction,
                "concept": mark.concept,
                "subject": mark.subject,
                "node_count": mark.node_count,
                "stroke_u": mark.stroke_u,
                "round_ends": mark.has_round_ends,
                "name_latin": arguments.name_latin,
                "name_zh": arguments.name_zh,
                "spark_in_mono": "ground" if spark_is_hole(mark) else "ink",
            },
            made_from=_made_from(arguments, bench.seed),
        )
        note = f"{mark.construction} ({mark.node_count} nodes): {reason}"
        return ToolResult(made=drawing, note=note)


def concept_drawing(
    concept: Concept, brand: Brand, theme: Theme, arguments: DrawMarkArguments | None = None
) -> Drawing:
    """Return a concept drawn in a theme, its numbers among the facts.

    Args:
        concept: What to draw.
        brand: Whose.
        theme: Its inks, weight and faces.
        arguments: Parameters set by hand win over the theme's.
    """
    is_doodle = "doodle" in theme.style.split("+")
    request = replace(
        _in_theme(theme, f"{theme.style} {' '.join(brand.styles)}", 0),
        treatment="doodle" if is_doodle else "clean",
    )
    if arguments is not None:
        request = _asked_for(request, arguments)
    mark = in_look(concept, brand, request)
    facts: dict[str, str | int | float | bool] = {
        **mark.facts,
        **said_facts(concept, mark, request.inks),
        "construction": mark.construction,
        "concept": mark.concept,
        "subject": mark.subject,
        "node_count": mark.node_count,
        "stroke_u": mark.stroke_u,
        "round_ends": mark.has_round_ends,
        "name_latin": brand.name_latin,
        "name_zh": brand.name_zh,
        "spark_in_mono": "ground" if spark_is_hole(mark) else "ink",
    }
    return Drawing(
        width=BOX_U,
        height=BOX_U,
        layer=_layer(mark),
        says=concept.reason(is_chinese=brand.is_chinese),
        facts=facts,
    )


def mark_inks(palette: Palette) -> MarkInks:
    """Return the paints of a mark on the palette's ground, each far enough from it."""
    main = palette.paint("primary")
    if contrast_ratio(palette.primary, palette.ground) < 3:
        main = palette.paint("ink")
    elif palette.is_dark:
        # 3 : 1 is lawful, but a mark in it looks switched off on a dark ground.
        lit = with_contrast(palette.primary, palette.ground, _LIT)
        main = main.model_copy(update={"color": lit})
    sparks: tuple[Literal["accent", "accent2", "primary"], ...] = (
        "accent",
        "accent2",
        "primary",
    )
    spark = main
    for role in sparks:
        paint = palette.paint(role)
        if (
            contrast_ratio(paint.color, palette.ground) >= 2
            and _distance(paint.color, main.color) > 0.12
        ):
            spark = paint
            break
    toward = 0.12 if palette.ground.oklch.lightness < 0.5 else 0.2
    second = main.color.shifted(lightness=toward, hue_deg=-18)
    if contrast_ratio(second, palette.ground) < 1.9:
        second = main.color.shifted(lightness=-0.16, hue_deg=12)
    return MarkInks(
        main=main,
        spark=spark,
        ground=palette.paint("ground"),
        tint=SolidPaint(color=second, token="mark_tint"),
    )


def mark_parameters(arguments: DrawMarkArguments, theme: Theme) -> dict[str, float]:
    """Return the weight, roundness and detail a mark is drawn with, set by hand or not."""
    styles = " ".join(arguments.brand.styles) if arguments.brand else ""
    wish = (
        f"{theme.style} {styles}" if arguments.brand else f"{arguments.concept} {theme.style}"
    )
    drawn = _asked_for(_in_theme(theme, wish, 0), arguments)
    return {
        "weight_u": drawn.weight_u,
        "roundness": drawn.roundness,
        "detail": drawn.detail,
    }


def _made_from(arguments: DrawMarkArguments, seed: int) -> MadeFrom:
    plain = arguments.model_dump(mode="json", exclude={"look"}, exclude_defaults=True)
    return MadeFrom(tool=DrawMark.name, arguments=plain, seed=seed)


def _request(arguments: DrawMarkArguments, theme: Theme, seed: int) -> MarkRequest:
    # Two brands of one run must not get the same answer of an abstract construction.
    who = "|".join((arguments.name_latin, arguments.name_zh, *arguments.subjects))
    wish = f"{arguments.concept} {theme.style}"
    return replace(
        _asked_for(_in_theme(theme, wish, (seed + crc32(who.encode())) % 2**32), arguments),
        name_latin=arguments.name_latin.strip(),
        name_zh=arguments.name_zh.strip(),
        subjects=tuple(s for s in arguments.subjects if s.strip()),
        variant=arguments.variant,
        treatment=arguments.treatment,
    )


def _asked_for(request: MarkRequest, arguments: DrawMarkArguments) -> MarkRequest:
    """The request with the parameters somebody set by hand."""
    return replace(
        request,
        weight_u=request.weight_u if arguments.weight_u is None else arguments.weight_u,
        roundness=request.roundness if arguments.roundness is None else arguments.roundness,
        detail=request.detail if arguments.detail is None else arguments.detail,
    )


def _in_theme(theme: Theme, wish: str, seed: int) -> MarkRequest:
    """A request in the theme's inks, weight, roundness and faces."""
    weight = 3.9 + 3.4 * theme.params.stroke
    if _FINE.search(wish):
        weight = min(weight, 5.0)
    if _BOLD.search(wish):
        weight = max(weight, 6.2)
    display = theme.type["display"].font
    return MarkRequest(
        inks=mark_inks(theme.palette),
        hints=(*theme.style.split("+")[::-1], *theme.motifs),
        weight_u=round(weight, 2),
        roundness=_roundness(theme),
        font_latin=_at_least(display, 600),
        font_zh=_at_least(display, 700),
        seed=seed,
    )


def _best(arguments: DrawMarkArguments, theme: Theme, request: MarkRequest) -> tuple[Mark, str]:
    choices = choose_constructions(
        theme,
        name_latin=request.name_latin,
        name_zh=request.name_zh,
        subjects=request.subjects,
        concept=arguments.concept,
        seed=request.seed,
        count=6,
    )
    start = arguments.variant % max(1, len(choices))
    order = [*choices[start:], *choices[:start], Choice("line_geo", 0, "nothing else fits")]
    for choice in order:
        turned = _with_variant(request, choice.variant + arguments.variant // len(order))
        try:
            return draw_construction(choice.construction, turned), choice.reason
        except CannotDraw:
            continue
    raise ToolFailed("no construction could draw a mark; name a brand or a subject")


def _asked(construction: str, request: MarkRequest) -> tuple[Mark, str]:
    if construction not in CONSTRUCTIONS:
        raise WrongArguments(
            f"no construction {construction!r}; use auto or one of {', '.join(CONSTRUCTIONS)}"
        )
    try:
        return draw_construction(construction, request), "asked for"
    except CannotDraw as error:
        raise WrongArguments(f"{construction} cannot draw this: {error}") from error


def _with_variant(request: MarkRequest, variant: int) -> MarkRequest:
    return replace(request, variant=variant)


def _layer(mark: Mark) -> GroupLayer:
    """Shapes of one token side by side make one layer, so that an editor can recolor them."""
    layers: list[VectorLayer] = []
    run: list[Shape] = []
    token = ""
    for shape in mark.shapes:
        found = _token(shape)
        if run and found != token:
            layers.append(_vector(len(layers), token, run))
            run = []
        token = found
        run.append(shape)
    if run:
        layers.append(_vector(len(layers), token, run))
    return GroupLayer(
        id="mark", name=f"Mark · {mark.construction}", role="mark", children=tuple(layers)
    )


def _vector(index: int, token: str, shapes: list[Shape]) -> VectorLayer:
    return VectorLayer(
        id=f"mark-{index + 1}", name=token or "shapes", role="mark", shapes=tuple(shapes)
    )


def _token(shape: Shape) -> str:
    paint = shape.fill or (shape.stroke.paint if shape.stroke else None)
    return paint.token if isinstance(paint, SolidPaint) else ""


def _roundness(theme: Theme) -> float:
    return min(1.0, 0.15 + theme.params.radius * 1.1)


def _at_least(font: FontChoice, weight: int) -> FontChoice:
    return font.model_copy(update={"weight": max(font.weight, weight)})


def _distance(first: Color, second: Color) -> float:
    a, b = first.oklch, second.oklch
    mixed = abs(a.lightness - b.lightness) + abs(a.chroma - b.chroma)
    turn = abs(a.hue_deg - b.hue_deg) % 360
    return mixed + min(turn, 360 - turn) / 360 * min(a.chroma, b.chroma) * 6

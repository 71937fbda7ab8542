"""Draw a mark: the sign of a brand, by one of the logo constructions."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import ClassVar, Literal
from zlib import crc32

from pydantic import Field

from compositor.color import Color, contrast_ratio
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
from tools.base import Drawing, Look, MadeFrom, Phase, Tool, ToolResult, Workbench, step_field
from tools.errors import ToolFailed, WrongArguments

__all__ = ["DrawMark", "DrawMarkArguments", "mark_inks"]

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
                "spark_in_mono": "ground" if _spark_fills_hole(mark) else "ink",
            },
            made_from=MadeFrom(
                tool=self.name,
                arguments=arguments.model_dump(
                    mode="json", exclude={"look"}, exclude_defaults=True
                ),
                seed=bench.seed,
            ),
        )
        note = f"{mark.construction} ({mark.node_count} nodes): {reason}"
        return ToolResult(made=drawing, note=note)


def mark_inks(palette: Palette) -> MarkInks:
    """Return the paints of a mark on the palette's ground, each far enough from it."""
    main = palette.paint("primary")
    if contrast_ratio(palette.primary, palette.ground) < 3:
        main = palette.paint("ink")
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


def _request(arguments: DrawMarkArguments, theme: Theme, seed: int) -> MarkRequest:
    wish = f"{arguments.concept} {theme.style}"
    weight = 3.9 + 3.4 * theme.params.stroke
    if _FINE.search(wish):
        weight = min(weight, 5.0)
    if _BOLD.search(wish):
        weight = max(weight, 6.2)
    display = theme.type["display"].font
    # Two brands of one run must not get the same answer of an abstract construction.
    who = "|".join((arguments.name_latin, arguments.name_zh, *arguments.subjects))
    return MarkRequest(
        inks=mark_inks(theme.palette),
        name_latin=arguments.name_latin.strip(),
        name_zh=arguments.name_zh.strip(),
        subjects=tuple(s for s in arguments.subjects if s.strip()),
        hints=(*theme.style.split("+")[::-1], *theme.motifs),
        weight_u=round(weight, 2),
        roundness=_roundness(theme),
        font_latin=_at_least(display, 600),
        font_zh=_at_least(display, 700),
        seed=(seed + crc32(who.encode())) % 2**32,
        variant=arguments.variant,
        treatment=arguments.treatment,
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


def _spark_fills_hole(mark: Mark) -> bool:
    """Whether one color would swallow the spark: it lies in a hole cut for it."""
    return mark.construction == "negative_space" or mark.facts.get("style") == "tile"


def _roundness(theme: Theme) -> float:
    return min(1.0, 0.15 + theme.params.radius * 1.1)


def _at_least(font: FontChoice, weight: int) -> FontChoice:
    return font.model_copy(update={"weight": max(font.weight, weight)})


def _distance(first: Color, second: Color) -> float:
    a, b = first.oklch, second.oklch
    mixed = abs(a.lightness - b.lightness) + abs(a.chroma - b.chroma)
    turn = abs(a.hue_deg - b.hue_deg) % 360
    return mixed + min(turn, 360 - turn) / 360 * min(a.chroma, b.chroma) * 6

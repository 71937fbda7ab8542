"""make_image: the picture behind, beside or around the type."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, model_validator

from compositor.document import Asset
from compositor.document.frozen import BoxField, Frozen
from compositor.geometry import Box, Size
from compositor.layout.archetypes import Archetype
from compositor.layout.arrangement import hero_and_calm
from compositor.layout.safe_area import NOTHING_COVERED, SafeArea, live_size, moved_inside
from compositor.layout.variation import PLAIN, Variation
from generators import choose_generator, load_generator
from generators.base import (
    Effort,
    Generator,
    Medium,
    Picture,
    PictureKind,
    PictureRequest,
    Subject,
    Ticket,
    Treatment,
)
from generators.errors import GenerationError, UnknownGenerator
from generators.roster import Roster
from tools.base import (
    Drawing,
    Look,
    MadeFrom,
    Phase,
    Tool,
    ToolResult,
    Workbench,
    step_field,
)
from tools.errors import ToolFailed, WrongArguments

__all__ = ["MakeImage", "MakeImageArguments", "picture_place"]

_UNIT = Box(0, 0, 1, 1)


class MakeImageArguments(Frozen):
    """What to show, in which look, at what size, and where to stay quiet."""

    look: str = step_field("look", "The step that chose the style.")
    subjects: tuple[Subject, ...] = Field(
        default=(), max_length=6, description="Things to show, the most important first."
    )
    width: Annotated[float, Field(ge=16, le=20000)] = 1080
    """px."""
    height: Annotated[float, Field(ge=16, le=20000)] = 1440
    calm: tuple[BoxField, ...] = Field(
        default=(),
        max_length=8,
        description="Boxes [x, y, width, height] in fractions where copy will stand.",
    )
    hero_box: BoxField | None = Field(
        default=None, description="Box in fractions where the main subject belongs."
    )
    kind: PictureKind = "scene"
    treatment: Treatment = "auto"
    medium: Medium = Field(
        default="auto",
        description="vector draws, 3d photographs props in the studio, diffusion and remote "
        "have a model paint.",
    )
    effort: Effort = Field(
        default="standard", description="draft for previews, standard for screens, final."
    )
    printed: tuple[str, ...] = Field(
        default=(), max_length=4, description="Exact words on a product, the brand first."
    )
    mark: str = step_field(
        "drawing", "step that drew the brand mark, to lay it on products", optional=True
    )
    setting: str = Field(default="", description="A scene or pattern by name, or empty.")
    generator: str = Field(default="auto", description="A generator by name, or auto.")
    remote: Literal["allowed", "forbidden"] = "forbidden"
    provider: str = Field(default="", description="Who paints it, by name, or empty.")
    model: str = Field(default="", description="The model, so that another paints anew.")
    painted: Asset | None = Field(
        default=None, description="A picture painted before, to be cropped anew."
    )

    @model_validator(mode="after")
    def _check(self) -> MakeImageArguments:
        for box in (*self.calm, *(() if self.hero_box is None else (self.hero_box,))):
            if box.is_empty or _UNIT.intersection(box).is_empty:
                raise ValueError(
                    f"box {tuple(box)} covers nothing of the picture; use fractions"
                )
        return self


class MakeImage(Tool[MakeImageArguments]):
    """Asks the best generator that is ready for a layered picture."""

    name: ClassVar[str] = "make_image"
    summary: ClassVar[str] = (
        "Makes a layered picture: a background, a scene with its subjects, or a subject alone; "
        "keeps the places calm where copy will stand."
    )
    phase: ClassVar[Phase] = "elements"
    arguments = MakeImageArguments

    def run(self, arguments: MakeImageArguments, bench: Workbench) -> ToolResult:
        """Return a Drawing whose layers carry the roles background, visual and label."""
        look = bench.find(arguments.look, Look)
        mark = bench.find(arguments.mark, Drawing) if arguments.mark else None
        request = PictureRequest(
            theme=look.theme,
            width=arguments.width,
            height=arguments.height,
            subjects=arguments.subjects,
            kind=arguments.kind,
            treatment=arguments.treatment,
            medium=arguments.medium,
            effort=arguments.effort,
            printed=arguments.printed,
            mark=_sign(mark),
            setting=arguments.setting,
            calm=arguments.calm,
            hero_box=arguments.hero_box,
            provider=arguments.provider,
            painted=arguments.painted,
            seed=bench.seed,
        )
        generator, why = _generator(arguments, request, bench.roster)
        ticket = Ticket(assets=bench.assets, progress=bench.progress, cancelled=bench.cancelled)
        try:
            picture = generator.make(request, ticket)
        except UnknownGenerator as error:
            raise WrongArguments(str(error)) from error
        except GenerationError as error:
            raise ToolFailed(f"{generator.name} could not draw it: {error}") from error
        drawing = Drawing(
            width=picture.width,
            height=picture.height,
            layer=picture.layer,
            assets=picture.assets,
            says=picture.says,
            facts={"generator": generator.name, **picture.facts},
            made_from=_made_from(arguments, picture, bench.seed),
        )
        return ToolResult(made=drawing, note=f"{picture.says} Generator {why}.")


def _sign(mark: Drawing | None) -> Picture | None:
    if mark is None:
        return None
    return Picture(
        layer=mark.layer, width=mark.width, height=mark.height, assets=mark.assets,
        says=mark.says,
    )  # fmt: skip


def _made_from(arguments: MakeImageArguments, picture: Picture, seed: int) -> MadeFrom:
    """Say how to make it again on another page: in the same setting, whatever chose it."""
    kept = arguments.model_dump(
        mode="json",
        exclude={"look", "mark", "width", "height", "calm", "hero_box"},
        exclude_defaults=True,
    )
    setting = arguments.setting or str(picture.facts.get("setting", ""))
    medium = str(picture.facts.get("medium", arguments.medium))
    painted = picture.assets.get(str(picture.facts.get("asset", "")))
    if painted is not None:
        kept["painted"] = painted.model_dump(mode="json")
    return MadeFrom(
        tool=MakeImage.name,
        arguments={**kept, "setting": setting, "medium": medium},
        seed=seed,
    )


def _generator(
    arguments: MakeImageArguments, request: PictureRequest, roster: Roster | None
) -> tuple[Generator, str]:
    name = arguments.generator
    if arguments.painted is not None:
        return load_generator("painted", roster), "painted: the picture is kept"
    if name == "auto" and (arguments.medium in ("diffusion", "remote") or arguments.provider):
        name = "painted"
    if name == "auto":
        return choose_generator(request, roster, allow_remote=arguments.remote == "allowed")
    try:
        generator = load_generator(name, roster)
    except UnknownGenerator as error:
        raise WrongArguments(str(error)) from error
    readiness = generator.probe()
    if not readiness.ready:
        missing = ", ".join(readiness.missing)
        raise ToolFailed(f"{generator.name} lacks {missing}; {readiness.command}".rstrip("; "))
    return generator, f"{generator.name}: it was asked for"


def picture_place(
    archetype: Archetype,
    size: Size,
    slots: tuple[str, ...],
    *,
    is_mirrored: bool = False,
    variation: Variation = PLAIN,
    safe: SafeArea = NOTHING_COVERED,
) -> dict[str, Any]:
    """Return the arguments that fit a picture to a composition: size, kind, hero, calm."""
    live = live_size(size, safe)
    geometry = archetype.geometry(live, slots, is_mirrored=is_mirrored, variation=variation)
    geometry = moved_inside(geometry, safe)
    hero, calm = hero_and_calm(geometry, slots)
    return {
        "width": round(size.width * geometry.picture.width, 2),
        "height": round(size.height * geometry.picture.height, 2),
        "kind": archetype.shows,
        "setting": archetype.setting,
        "hero_box": _plain(hero),
        "calm": [_plain(box) for box in calm],
    }


def _plain(box: Box) -> list[float]:
    return [round(value, 4) for value in box]

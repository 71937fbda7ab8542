"""Pictures drawn in code: setting, motifs and frame, as layers.

It chooses a recipe for the style, draws the setting, places the subjects, hangs a frame
before them, finishes the surface, and measures that copy will find a quiet place.
"""

from __future__ import annotations

from compositor.color import Color
from compositor.document import FontChoice, GroupLayer, TextLayer, TextRun
from compositor.geometry import Box
from compositor.geometry.shapes import circle, rounded_rectangle
from generators.base import Fact, Picture, PictureRequest, Subject, Ticket
from generators.vector.calm import Calm, measured_calm
from generators.vector.cast import place_players
from generators.vector.casting import Cast, cast_subjects, scenery_of
from generators.vector.frames import FRAMES
from generators.vector.lineup import aspect_of
from generators.vector.patterns import draw_pattern
from generators.vector.patterns.sheet import Sheet, filled
from generators.vector.patterns.texture import grain, paper
from generators.vector.recipes import Recipe, choose_recipe, style_family
from generators.vector.scenes import SCENES, Stage, draw_scene

__all__ = ["draw_picture", "finish", "open_sheet", "quieten"]

_FAST = ("speed_lines", "chrome_field", "halftone", "sunburst")
"""Patterns before which things leap."""


def draw_picture(request: PictureRequest, ticket: Ticket) -> Picture:
    """Return the picture, drawn.

    Raises:
        UnknownGenerator: No setting has that name.
        GenerationCancelled: The caller asked to stop.
    """
    name, recipe, why = choose_recipe(request, scenery_of(request))
    sheet = open_sheet(request, ticket)
    treatment = recipe.motif if request.treatment == "auto" else request.treatment
    cast = cast_subjects(request, treatment, recipe.setting)
    sheet.occupied = bool(cast.players)
    _fit_hero(sheet, cast)
    stage = Stage(ground_y=None, shadow=sheet.tones.deep())
    if request.kind != "hero":
        ticket.step(0.1, f"setting: {recipe.setting.replace('_', ' ')}")
        stage = _draw_setting(sheet, recipe)
    behind = len(sheet.layers)
    covered = Box(0, 0, 0, 0)
    if cast.players:
        ticket.step(0.4, f"subject: {cast.players[0].name.replace('_', ' ')}")
        space = _hero_space(sheet, recipe, request)
        covered = place_players(sheet, stage, cast.players, space)
        sheet.hero = covered
    _place_labels(sheet, request, cast.unplaced)
    if request.kind == "scene" and recipe.frame in FRAMES:
        ticket.step(0.6, f"foreground: {recipe.frame}")
        FRAMES[recipe.frame](sheet)
    if request.kind != "hero":
        finish(sheet, recipe)
    facts: dict[str, Fact] = {
        "recipe": name,
        "setting": recipe.setting,
        "seed": request.seed,
    }
    facts["hero"] = ", ".join(player.name for player in cast.players)
    if not covered.is_empty:
        facts["hero_share"] = round(covered.intersection(sheet.box).area / sheet.box.area, 3)
    if sheet.calm and request.kind != "hero":
        ticket.step(0.8, "measuring the quiet places")
        facts.update(quieten(sheet, behind))
    ticket.step(1.0, "picture done")
    return Picture(
        layer=GroupLayer(
            id=sheet.prefix,
            name="picture",
            role="visual" if cast.players else "background",
            children=tuple(sheet.layers),
        ),
        width=request.width,
        height=request.height,
        assets=sheet.assets,
        says=f"Drawn in code: {why}; {cast.why}.",
        facts=facts,
    )


def open_sheet(request: PictureRequest, ticket: Ticket) -> Sheet:
    """Return an empty sheet with its calm boxes and hero box marked, px."""
    sheet = Sheet(
        request.width, request.height, request.theme, request.seed, ticket.assets,
        calm=tuple(request.box_px(box) for box in request.calm),
    )  # fmt: skip
    if request.hero_box is not None:
        sheet.hero = request.box_px(request.hero_box)
    elif request.kind == "hero":
        sheet.hero = sheet.box.inset(0.04 * sheet.width, 0.04 * sheet.height)
    elif request.kind == "scene":
        free = sheet.free
        sheet.hero = free.inset(free.width * 0.08, free.height * 0.07)
    return sheet


def _draw_setting(sheet: Sheet, recipe: Recipe) -> Stage:
    if recipe.setting in SCENES:
        return draw_scene(recipe.setting, sheet)
    draw_pattern(recipe.setting, sheet)
    if sheet.occupied and recipe.setting in _BUSY:
        _medallion(sheet)
    floor = None if sheet.hero is None else sheet.hero.bottom - 0.03 * sheet.hero.height
    return Stage(
        ground_y=floor,
        shadow=sheet.tones.shadow(1.0),
        backlit=sheet.tones.is_dark,
        is_fast=recipe.setting in _FAST,
    )


_BUSY = ("dots", "lattice", "moire", "riso", "thunder_scrolls", "truchet", "voronoi", "woven")
"""Strict or loud patterns that would eat a hero standing straight before them."""


def _medallion(sheet: Sheet) -> None:
    """Lay a disc of the page, tinted a little, behind the hero."""
    hero = sheet.hero or sheet.box
    at = hero.center
    radius = 0.54 * max(min(hero.width, 1.2 * hero.height), min(hero.height, 1.2 * hero.width))
    radius = sheet.fitting_radius(at.x, at.y, radius)
    disc = circle(at.x, at.y, radius)
    tones = sheet.tones
    bright = max(tones.vivid, key=lambda tone: tone.oklch.chroma)
    ground = tones.field(0.05).mixed(bright, 0.14)
    sheet.add("medallion", [filled(disc, ground)])


_BOLD = ("street", "raw", "print", "retro", "retro_future", "playful")
"""Families of styles whose heroes leave their box."""

_SLACK = 0.46
"""Part of the unused height of the hero box that is laid below a wide group."""


def _fit_hero(sheet: Sheet, cast: Cast) -> None:
    """Raise the foot of the hero box when the cast is wider than it: no empty half above."""
    hero = sheet.hero
    if hero is None or not cast.players:
        return
    need = 1.12 * hero.width / aspect_of(cast.players)
    slack = hero.height - need
    if slack > 0.06 * hero.height:
        sheet.hero = hero._replace(height=hero.height - _SLACK * slack)


def _hero_space(sheet: Sheet, recipe: Recipe, request: PictureRequest) -> Box:
    """Return the hero box, grown on each side as far as copy and the page's edge allow."""
    box = sheet.hero or sheet.box
    bold = request.style in style_family(*_BOLD) and request.kind == "scene"
    grow = max(0.07, (recipe.scale - 1) / 2) + (0.06 if bold else 0.0)
    edge = (-0.05 if bold else 0.045) * min(sheet.width, sheet.height)
    page = sheet.box.inset(edge)
    left = min(grow * box.width, max(0.0, box.x - page.x))
    right = min(grow * box.width, max(0.0, page.right - box.right))
    wide = Box(box.x - left, box.y, box.width + left + right, box.height)
    if any(calm.intersection(wide).area > calm.intersection(box).area for calm in sheet.calm):
        return box
    return wide


def _place_labels(sheet: Sheet, request: PictureRequest, subjects: tuple[Subject, ...]) -> None:
    """A label whose thing has no place for it hangs below the hero on a tag of its own."""
    box = sheet.hero or sheet.box
    palette = request.theme.palette
    for index, subject in enumerate(subjects):
        size = 0.045 * box.width + 1.2 * sheet.unit
        width = min(box.width * 0.8, size * (1.6 + 0.68 * len(subject.label)))
        tag = Box(
            box.center.x - width / 2, box.bottom - size * (2.2 + 2.4 * index), width, size * 1.9
        )
        sheet.add(
            "tag",
            [filled(rounded_rectangle(tag, size * 0.3), palette.paint("primary"))],
            role="decoration",
        )
        run = TextRun(
            text=subject.label,
            font=FontChoice(families=request.theme.type["headline"].font.families, weight=700),
            size=size,
            paint=palette.paint("on_primary"),
        )
        sheet.layers.append(
            TextLayer(
                id=sheet.next_id("label"),
                name=f"label {subject.noun}",
                role="label",
                box=tag.inset(size * 0.3, size * 0.1),
                runs=(run,),
                align="center",
                valign="middle",
                fit="shrink",
            )
        )


def finish(sheet: Sheet, recipe: Recipe) -> None:
    """Lay the recipe's grain or paper over everything."""
    strength = (
        max(recipe.strength, 0.6 * sheet.theme.params.grain) if recipe.finish != "none" else 0.0
    )
    if recipe.finish == "grain":
        grain(sheet, strength)
    elif recipe.finish == "paper":
        paper(sheet, strength)


def quieten(sheet: Sheet, behind: int) -> dict[str, Fact]:
    """Measure the calm boxes; veil them, a step at a time, until copy can stand there."""
    size = (sheet.width, sheet.height)
    kept = list(sheet.layers)

    def measure() -> Calm:
        return measured_calm(
            sheet.layers, size, sheet.calm, sheet.tones.ground, (sheet.store, sheet.assets)
        )

    calm = first = measure()
    used = 0.0
    for opacity in (0.45, 0.7, 0.88):
        if calm.is_calm:
            break
        sheet.layers = kept[:behind]
        sheet.veil(_veil_color(sheet, first), opacity)
        sheet.layers += kept[behind:]
        used = opacity
        calm = measure()
    return {
        "calm_edge": round(calm.edge, 4),
        "calm_spread": round(calm.spread, 4),
        "calm_color": calm.color.hex,
        "calm_veil": used,
        "is_calm": calm.is_calm,
    }


def _veil_color(sheet: Sheet, calm: Calm) -> Color:
    """Return what is there already, a third of the way to the page's ground."""
    return calm.color.mixed(sheet.tones.ground, 0.34)

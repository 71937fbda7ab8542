"""How the name of a logo is set: face, weight and spacing, changed without its mark."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from agent.editing.edit import CannotEdit, Edit
from agent.editing.outcome import Change, bounded
from tools.drawn_name import with_drawn_name
from tools.logo_recipe import LogoRecipe
from tools.recompose_logo import redraw_mark

__all__ = ["name_drawn", "name_weight", "set_in", "tracked", "with_kit"]


def tracked(recipe: LogoRecipe, edit: Edit) -> tuple[LogoRecipe, Change]:
    """Space the letters of the name."""
    display = recipe.kit.theme.type["display"]
    is_zh = bool(recipe.kit.name_zh and not recipe.kit.name_latin)
    name = "tracking_cjk" if is_zh else "tracking"
    now = max(float(getattr(display, name)), 0.06 if is_zh else -0.03)
    value = bounded(now, edit, 0.04, 0.06 if is_zh else -0.03, 0.4)
    if value == now:
        return recipe, Change.nothing(edit, now, " em", -0.03, 0.4)
    both = {"tracking": value, "tracking_cjk": max(0.06, value)}
    return _with_type(recipe, both), Change.of(edit, f"{now:g} em", f"{value:g} em")


def name_weight(recipe: LogoRecipe, edit: Edit) -> tuple[LogoRecipe, Change]:
    """Set the name bolder or lighter."""
    font = recipe.kit.theme.type["display"].font
    value = int(round(bounded(font.weight, edit, 200, 100, 900), -2))
    if value == font.weight:
        return recipe, Change.nothing(edit, font.weight, "", 100, 900)
    after = _with_type(recipe, {"font": font.model_copy(update={"weight": value})})
    return after, Change.of(edit, str(font.weight), str(value))


def set_in(recipe: LogoRecipe, edit: Edit) -> tuple[LogoRecipe, Change]:
    """Set the name in a face of another feel."""
    if edit.value not in _families():
        raise CannotEdit(f"no font feel {edit.value!r}; there are {', '.join(_families())}")
    font = recipe.kit.theme.type["display"].font
    families = _families()[edit.value]
    if font.families[: len(families)] == families:
        return recipe, Change.same(edit, families[0])
    after = _with_type(recipe, {"font": font.model_copy(update={"families": families})})
    after = name_drawn(after, recipe)
    return after, Change.of(edit, font.families[0], " + ".join(families[:2]))


@cache
def _families() -> dict[str, tuple[str, ...]]:
    text = files("agent.editing").joinpath("fonts.json").read_text("utf-8")
    return {name: tuple(listed) for name, listed in json.loads(text).items()}


def _with_type(recipe: LogoRecipe, update: dict[str, Any]) -> LogoRecipe:
    """Change how the name is set; the mark goes on being drawn as it was."""
    theme = recipe.kit.theme
    setting = theme.type["display"].model_copy(update=update)
    types = {**theme.type, "display": setting}
    if "font" in update:
        headline = theme.type["headline"]
        families = update["font"].families
        font = headline.font.model_copy(update={"families": families})
        types["headline"] = headline.model_copy(update={"font": font})
    after = with_kit(recipe, theme=theme.model_copy(update={"type": types}), wordmark=None)
    return after.model_copy(update={"drawn_in": recipe.drawn_in or theme})


def name_drawn(recipe: LogoRecipe, before: LogoRecipe) -> LogoRecipe:
    """Draw the name's outlines again, where it had outlines of its own."""
    if before.kit.wordmark is None or not recipe.kit.has_name or recipe.mark is None:
        return recipe
    _, drawing = redraw_mark(before, {})
    return recipe.model_copy(update={"kit": with_drawn_name(recipe.kit, drawing, recipe.seed)})


def with_kit(recipe: LogoRecipe, **update: Any) -> LogoRecipe:
    """Return the recipe with fields of its kit changed."""
    return recipe.model_copy(update={"kit": recipe.kit.model_copy(update=update)})

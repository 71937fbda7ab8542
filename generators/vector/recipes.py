"""Recipes: which setting, hand, frame and finish suit a style, an industry and a subject."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from compositor.document.frozen import Frozen, Share
from generators.base import PictureRequest
from generators.errors import UnknownGenerator
from generators.vector.motifs import Treatment
from generators.vector.patterns import PATTERNS
from generators.vector.scenes import SCENES

__all__ = [
    "Recipe",
    "choose_recipe",
    "industry_nouns",
    "load_recipes",
    "style_family",
    "style_nouns",
    "style_recipes",
]

FrameName = Literal[
    "none", "leaves", "petals", "sparkles", "confetti", "doodles", "charms", "hearts"
]


_CHOICES = 3
_CLOSE = 0.46
"""How much worse than the best a third recipe may be."""

_SAME_SUBJECT = 0.9
"""A recipe that shows the subject as a view leads all others by more than this."""


class Recipe(Frozen):
    """One way to make a picture."""

    setting: str
    """A scene or a pattern."""
    motif: Treatment
    """The hand heroes are drawn with."""
    frame: FrameName
    finish: Literal["none", "grain", "paper"]
    strength: Share
    """Of the finish."""
    scale: Annotated[float, Field(gt=0, le=1.6)]
    """Of the hero in its box; more than 1 lets it leave the box."""
    suits: tuple[str, ...]
    """Industry ids it fits best."""


class Family(Frozen):
    """Styles that are kin, and recipes for any of them."""

    styles: tuple[str, ...]
    recipes: Annotated[tuple[str, ...], Field(min_length=2)]


class RecipeBook(Frozen):
    """The whole table."""

    about: str
    recipes: dict[str, Recipe]
    families: dict[str, Family]
    styles: dict[str, tuple[str, ...]]
    industries: dict[str, tuple[str, ...]]
    shows: dict[str, tuple[str, ...]]
    """By style: nouns that stand in, all of them, when neither brief nor trade shows any."""


@lru_cache(maxsize=1)
def load_recipes() -> RecipeBook:
    """Return the table."""
    text = (files("generators.vector") / "recipes.json").read_text("utf-8")
    return TypeAdapter(RecipeBook).validate_json(text)


def style_recipes(style: str) -> tuple[str, ...]:
    """Return recipe names for a style, best first; neutral ones if it is unknown."""
    book = load_recipes()
    if style in book.styles:
        return book.styles[style]
    for family in book.families.values():
        if style in family.styles:
            return family.recipes
    return book.families["minimal"].recipes


def style_family(*families: str) -> frozenset[str]:
    """Return the styles of some families."""
    book = load_recipes().families
    return frozenset(style for name in families for style in book[name].styles)


def style_nouns(styles: str) -> tuple[str, ...]:
    """Return what styles joined by ``+`` show when nothing was asked for; none may."""
    shows = load_recipes().shows
    asked = styles.split("+")
    return next((shows[style] for style in reversed(asked) if style in shows), ())


def industry_nouns(industry: str) -> tuple[str, ...]:
    """Return what an industry shows when nothing was asked for, best first."""
    return load_recipes().industries.get(industry, ())


def choose_recipe(
    request: PictureRequest, scenery: tuple[str, ...] = ()
) -> tuple[str, Recipe, str]:
    """Return the name of a recipe, the recipe, and why it was chosen.

    Args:
        request: Style, trade, kind and seed decide.
        scenery: Settings that show the subject as a view; one of them is taken.

    Raises:
        UnknownGenerator: The request names a setting that nobody drew.
    """
    book = load_recipes()
    names = style_recipes(_leading_world(request.theme.style))
    if request.setting:
        return _with_setting(request, names)
    industry = request.theme.industry
    scored: list[tuple[float, str]] = []
    for place, name in enumerate(names):
        recipe = book.recipes[name]
        is_scene = recipe.setting in SCENES
        if request.kind == "pattern" and is_scene:
            continue
        score = 1.0 - 0.22 * place + 0.30 * (industry in recipe.suits)
        if request.kind == "background":
            score -= 0.25 * is_scene
        score += recipe.setting in scenery
        scored.append((score, name))
    best = _picked(scored, request.seed) if scored else "mesh"
    recipe = book.recipes[best]
    why = f"{best.replace('_', ' ')} belongs to {request.style.replace('_', ' ')}"
    if industry in recipe.suits:
        why += f" and suits {industry.replace('_', ' ')}"
    if scenery and recipe.setting not in scenery and request.kind != "pattern":
        recipe = recipe.model_copy(update={"setting": scenery[0]})
        why = f"{scenery[0].replace('_', ' ')} is the subject itself"
    return best, recipe, why


def _picked(scored: list[tuple[float, str]], seed: int) -> str:
    """Return one of the best two or three recipes, each in a setting of its own, by seed."""
    book = load_recipes().recipes
    ranked = sorted(scored, key=lambda pair: -pair[0])
    pool: dict[str, str] = {}
    for score, name in ranked:
        near = ranked[0][0] - score
        if near > _SAME_SUBJECT or (len(pool) > 1 and near > _CLOSE):
            break
        pool.setdefault(book[name].setting, name)
    names = list(pool.values())[:_CHOICES]
    return names[seed % len(names)]


def _leading_world(styles: str) -> str:
    """The style whose settings lead: a world of its own wins over a mere manner."""
    asked = styles.split("+")
    worlds = style_family("retro_future", "seasonal", "east_asian")
    return next((style for style in asked if style in worlds), asked[0])


def _with_setting(request: PictureRequest, names: tuple[str, ...]) -> tuple[str, Recipe, str]:
    book = load_recipes()
    if request.setting not in SCENES and request.setting not in PATTERNS:
        known = ", ".join(sorted({*SCENES, *PATTERNS}))
        raise UnknownGenerator(f"no setting {request.setting!r}; there are {known}")
    for name in (*names, *book.recipes):
        if book.recipes[name].setting == request.setting:
            return name, book.recipes[name], f"{request.setting} was asked for"
    first = book.recipes[names[0]].model_copy(update={"setting": request.setting})
    return request.setting, first, f"{request.setting} was asked for"

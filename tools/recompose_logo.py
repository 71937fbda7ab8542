"""Recompose a logo: its mark drawn again with other numbers, its pages set again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from brand_kits.presentation import Wish, build_presentation
from compositor.document import AssetStore, Document
from compositor.layout.theme import Theme
from compositor.typography.fonts import default_fonts
from tools.base import Drawing, Look, MadeFrom, Workbench
from tools.compose_logo import kit_from
from tools.concepts import MARK_LABEL
from tools.draw_mark import DrawMark, DrawMarkArguments, mark_parameters
from tools.errors import ToolFailed
from tools.logo_recipe import LOGO_RECIPE_LABEL, LogoRecipe, read_logo_recipe
from tools.mark_parts import with_parts

__all__ = ["drawn_with", "recompose_logo", "redraw_mark"]

_LOOK = "look"
_OF_THE_MARK = ("mark", "mark_side", "stroke_u", "spark_is_hole", "can_turn")
_OF_ANOTHER = (*_OF_THE_MARK, "rules", "is_detailed", "rings_name")


def drawn_with(recipe: LogoRecipe) -> dict[str, float]:
    """Return the weight (u of a 96 u grid), roundness and detail of a logo's mark.

    Raises:
        ToolFailed: The logo does not know what its mark was drawn from.
    """
    return mark_parameters(_arguments(recipe, {}), _theme(recipe))


def redraw_mark(
    recipe: LogoRecipe, changes: dict[str, Any], *, is_another: bool = False
) -> tuple[LogoRecipe, Drawing]:
    """Return the recipe with its mark drawn again, and the drawing.

    Args:
        recipe: Of the logo.
        changes: Arguments of draw_mark that differ.
        is_another: The mark is another one, so that its rules of use are new too.

    Raises:
        ToolFailed: The logo does not know what its mark was drawn from.
        WrongArguments: The construction cannot draw that.
    """
    arguments = _arguments(recipe, changes)
    made_from = recipe.mark
    assert made_from is not None
    theme = _theme(recipe)
    bench = Workbench(
        seed=made_from.seed,
        assets=AssetStore(),
        out=Path(),
        materials={_LOOK: Look(theme=theme)},
    )
    drawing = DrawMark().run(arguments, bench).made
    assert isinstance(drawing, Drawing)
    fresh = kit_from(theme, drawing, None)
    fields = _OF_ANOTHER if is_another else _OF_THE_MARK
    kit = recipe.kit.model_copy(update={name: getattr(fresh, name) for name in fields})
    parts = () if is_another else recipe.parts
    kit = kit.model_copy(update={"mark": with_parts(kit.mark, parts)})
    plain = arguments.model_dump(mode="json", exclude={"look"}, exclude_defaults=True)
    return recipe.model_copy(
        update={
            "kit": kit,
            "parts": parts,
            "mark": MadeFrom(tool=made_from.tool, arguments=plain, seed=made_from.seed),
            "construction": str(drawing.facts.get("construction", recipe.construction)),
        }
    ), drawing


def recompose_logo(recipe: LogoRecipe, document: Document) -> Document:
    """Return the logo's pages set again from its recipe.

    Args:
        recipe: With arrangement and staging; None is read from the document.
        document: The version before: its assets, and the labels that stay.
    """
    labels = document.labels
    wish = Wish(
        arrangement=recipe.arrangement or _known(labels, "lockup"),
        staging=recipe.staging or _known(labels, "staging"),
        notes=recipe.notes,
        with_versions=recipe.with_versions,
        seed=recipe.seed,
    )
    pinned = recipe.model_copy(
        update={"arrangement": wish.arrangement, "staging": wish.staging}
    )
    made = build_presentation(recipe.kit, recipe.size, wish, default_fonts())
    return made.model_copy(
        update={
            "assets": document.assets,
            "labels": {
                **labels,
                **made.labels,
                **_no_old_numbers(recipe, document),
                "construction": recipe.construction,
                LOGO_RECIPE_LABEL: pinned.to_label(),
            },
        }
    )


def _no_old_numbers(recipe: LogoRecipe, document: Document) -> dict[str, str]:
    """Another mark has not been measured: what was said of the one before goes."""
    is_same = read_logo_recipe(document).kit.mark == recipe.kit.mark
    return {} if is_same else {MARK_LABEL: ""}


def _known(labels: dict[str, str], name: str) -> Any:
    return labels.get(name) or None


def _theme(recipe: LogoRecipe) -> Theme:
    """What the mark is drawn in: the look it was designed in, in today's colors."""
    if recipe.drawn_in is None:
        return recipe.kit.theme
    return recipe.drawn_in.model_copy(update={"palette": recipe.kit.theme.palette})


def _arguments(recipe: LogoRecipe, changes: dict[str, Any]) -> DrawMarkArguments:
    made_from = recipe.mark
    if made_from is None or made_from.tool != DrawMark.name:
        raise ToolFailed(
            "this logo does not say what its mark was drawn from, so the mark cannot be drawn "
            "again; make the logo anew with danqing design"
        )
    return DrawMarkArguments.model_validate({**made_from.arguments, **changes, "look": _LOOK})

"""How one part of a logo's mark is changed by words, the rest of it left alone."""

from __future__ import annotations

from typing import get_args

from agent.editing.edit import CannotEdit, Edit
from agent.editing.outcome import Change, said
from tools.logo_recipe import LogoRecipe
from tools.mark_parts import PartEdit, Region, with_parts
from tools.recompose_logo import redraw_mark

__all__ = ["PART", "part_changed"]

PART = "part-"
"""How the target of such an edit begins; where the part lies follows."""
_FIELDS = {("detail", -1): "simpler", ("roundness", 1): "rounder"}
_MOST = 6.0


def part_changed(recipe: LogoRecipe, edit: Edit) -> tuple[LogoRecipe, Change]:
    """Make one part simpler or rounder by steps, or take such steps back.

    Raises:
        CannotEdit: A part cannot be changed that way.
    """
    region = edit.target.removeprefix(PART)
    if region not in get_args(Region):
        raise CannotEdit(f"no part {region!r}; there are {', '.join(get_args(Region))}")
    way = 1 if edit.amount > 0 else -1
    forth, back = _FIELDS.get((edit.parameter, way)), _FIELDS.get((edit.parameter, -way))
    field = forth or back
    if field is None or edit.how == "times":
        raise CannotEdit(
            f"“{said(edit)}”: one part can be made simpler or rounder, and back; for lines and "
            "size say the whole mark"
        )
    held = {part.region: part for part in recipe.parts}
    old = held.get(region) or PartEdit.model_validate({"region": region})  # type: ignore[call-overload]
    steps = _MOST if edit.how == "set" else abs(edit.amount)
    now = float(getattr(old, field))
    value = min(_MOST, max(0.0, now + (steps if forth else -steps)))
    if value == now:
        note = f"the {region} is as it was drawn; ask for more detail in the whole mark"
        return recipe, Change.same(edit, f"{now:g} steps {field}").model_copy(
            update={"note": note if not now else f"the {region} is as {field} as it gets"}
        )
    held[region] = old.model_copy(update={field: value})  # type: ignore[index]
    parts = tuple(part for part in held.values() if part.simpler or part.rounder)
    bare = recipe.model_copy(update={"parts": parts})
    # From the mark as it was drawn, so that steps back restore it.
    after = bare if recipe.mark is None else redraw_mark(bare, {})[0]
    if recipe.mark is None:
        kit = recipe.kit.model_copy(update={"mark": with_parts(recipe.kit.mark, parts)})
        after = bare.model_copy(update={"kit": kit})
    if after.kit.mark == recipe.kit.mark:
        return recipe, Change.idle(edit, recipe.construction)
    return after, Change.of(edit, f"{now:g} steps {field}", f"{value:g} steps {field}")

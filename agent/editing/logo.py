"""Edits carried out on a logo: through its recipe, so that all that is not named stays."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from agent.editing.edit import CannotEdit, Edit
from agent.editing.logo_part import PART, part_changed
from agent.editing.logo_type import name_drawn, name_weight, set_in, tracked, with_kit
from agent.editing.outcome import Change, bounded, said
from agent.editing.repaint import repaint_mark
from agent.editing.shades import black_and_white, color_of, recolored, shade
from brand_kits.kit import BrandKit
from compositor.color import Color
from compositor.document import Document, GroupLayer
from compositor.document.diff import grafted, merged
from compositor.errors import DesignError
from compositor.layout.theme import Palette
from tools.logo_recipe import LogoRecipe, read_logo_recipe
from tools.recompose_logo import drawn_with, recompose_logo, redraw_mark

__all__ = ["edit_logo"]


class _Dial(NamedTuple):
    """A number words turn: its step, bounds and how it is told."""

    step: float
    least: float
    most: float
    unit: str = ""


_MARK_DIALS = {
    "weight": ("weight_u", _Dial(0.6, 3.2, 9.0, " u")),
    "roundness": ("roundness", _Dial(0.15, 0.0, 1.0)),
    "detail": ("detail", _Dial(0.15, 0.0, 1.0)),
}
_RADIUS_U = 16.0
"""A radius said in u, on the 96 u grid, that counts as fully round."""
_LOCKUP_DIALS = {
    ("size", "name"): ("name_size", 1.12, _Dial(0, 0.5, 2.0, " ×")),
    ("size", "mark"): ("name_size", 1 / 1.12, _Dial(0, 0.5, 2.0, " ×")),
    ("size", "logo"): ("size", 1.1, _Dial(0, 0.4, 1.3, " ×")),
    ("spacing", "logo"): ("gap", 1.3, _Dial(0, 0.3, 3.0, " ×")),
}
_ARRANGED: dict[str, tuple[str, bool]] = {
    "right": ("horizontal", False),
    "left": ("horizontal", True),
    "below": ("stacked", False),
    "above": ("stacked", True),
    "mark_only": ("mark_only", False),
    "name_only": ("wordmark_only", False),
}
_OF_LETTERS = ("lettermark", "letter_mod", "monogram", "hanzi_mark", "seal", "emblem",
               "letter_outline")  # fmt: skip
_REDRAWN = ("weight", "roundness", "detail")
_HANZI = re.compile(r"[\u3400-\u9fff·]+")


class _State(NamedTuple):
    recipe: LogoRecipe
    changes: tuple[Change, ...] = ()


def edit_logo(
    document: Document, edits: Sequence[Edit], others: Sequence[LogoRecipe] = ()
) -> tuple[Document, tuple[Change, ...]]:
    """Return the edited logo and what changed, with the numbers before and after.

    Args:
        document: A logo with its recipe.
        edits: In order.
        others: The concepts of the same run, in order, for "use the second one".

    Raises:
        WrongArguments: The document carries no recipe.
        CannotEdit: An edit cannot be carried out; nothing is changed then.
    """
    before = read_logo_recipe(document)
    pinned = read_logo_recipe(recompose_logo(before, document))
    state = _State(pinned)
    for edit in edits:
        state = _applied(state, edit, others)
    if all(change.is_nothing for change in state.changes):
        raise CannotEdit("; ".join(change.note for change in state.changes))
    edited = recompose_logo(state.recipe, document)
    if all(edit.parameter in _REDRAWN and edit.target != "name" for edit in edits):
        done = grafted(document, edited, _holds_mark)
    else:
        done = merged(document, recompose_logo(pinned, document), edited)
    return done.model_copy(update={"labels": edited.labels}), state.changes


def _holds_mark(group: GroupLayer) -> bool:
    return any(re.search(r"(^|-)mark-\d+$", child.id) for child in group.children)


def _applied(state: _State, edit: Edit, others: Sequence[LogoRecipe]) -> _State:
    try:
        if edit.parameter == "concept":
            recipe, change = _other_concept(state.recipe, edit, others)
        elif edit.target.startswith(PART):
            recipe, change = part_changed(state.recipe, edit)
        elif edit.parameter in _MARK_DIALS and edit.target != "name":
            recipe, change = _turned(state.recipe, edit)
        else:
            recipe, change = _DOERS[edit.parameter](state.recipe, edit)
    except CannotEdit:
        raise
    except DesignError as error:
        raise CannotEdit(f"“{said(edit)}” cannot be done here: {error}") from error
    return _State(recipe, (*state.changes, change))


def _turned(recipe: LogoRecipe, edit: Edit) -> tuple[LogoRecipe, Change]:
    """Turn weight, roundness or detail, and draw the mark again."""
    name, dial = _MARK_DIALS[edit.parameter]
    now = drawn_with(recipe)[name]
    asked = edit
    if edit.value == "u":
        asked = edit.model_copy(update={"amount": edit.amount / _RADIUS_U})
    value = bounded(now, asked, dial.step, dial.least, dial.most)
    if value == now:
        return recipe, Change.nothing(edit, now, dial.unit, dial.least, dial.most)
    after, drawing = redraw_mark(recipe, {name: value})
    if _looks_alike(after, recipe):
        return recipe, Change.idle(edit, recipe.construction)
    stop = dial.least if value == dial.least else dial.most if value == dial.most else None
    note = "" if stop is None else f"{stop:g}{dial.unit} is as far as it goes"
    facts = drawing.facts
    measured = f"{facts.get('node_count', 0)} nodes, stroke {facts.get('stroke_u', 0)} u"
    return after, Change.of(
        edit, f"{now:g}{dial.unit}", f"{value:g}{dial.unit}", note=note, measured=measured
    )


def _proportion(recipe: LogoRecipe, edit: Edit) -> tuple[LogoRecipe, Change]:
    """Change a size or the gap of the lockup."""
    kit = recipe.kit
    target = edit.target if (edit.parameter, edit.target) in _LOCKUP_DIALS else "logo"
    name, factor, dial = _LOCKUP_DIALS[edit.parameter, target]
    if name != "size" and recipe.arrangement in ("mark_only", "wordmark_only"):
        raise CannotEdit(f"“{said(edit)}” needs mark and text together; say “text right” first")
    now = float(getattr(kit.lockup, name))
    if edit.how == "more":
        value = min(dial.most, max(dial.least, round(now * factor**edit.amount, 3)))
    else:
        is_turned = factor < 1 and edit.how == "times"
        turned = edit.model_copy(update={"amount": 1 / edit.amount}) if is_turned else edit
        value = bounded(now, turned, 0.1, dial.least, dial.most)
    if value == now:
        return recipe, Change.nothing(edit, now, dial.unit, dial.least, dial.most)
    lockup = kit.lockup.model_copy(update={name: value})
    note = f"{value:g} × is as far as it goes" if value in (dial.least, dial.most) else ""
    after = with_kit(recipe, lockup=lockup)
    return after, Change.of(edit, f"{now:g} ×", f"{value:g} ×", note=note)


def _arranged(recipe: LogoRecipe, edit: Edit) -> tuple[LogoRecipe, Change]:
    arrangement, is_first = _ARRANGED[edit.value]
    kit = recipe.kit
    if arrangement != "mark_only" and not kit.has_name:
        raise CannotEdit("this logo has no name to place; say: change the name to “…”")
    was = next(
        (
            name
            for name, held in _ARRANGED.items()
            if held == (recipe.arrangement, kit.lockup.name_first)
        ),
        str(recipe.arrangement),
    )
    if was == edit.value:
        return recipe, Change.same(edit, was)
    lockup = kit.lockup.model_copy(update={"name_first": is_first})
    after = with_kit(recipe, lockup=lockup).model_copy(update={"arrangement": arrangement})
    return after, Change.of(edit, was, edit.value)


def _colored(recipe: LogoRecipe, edit: Edit) -> tuple[LogoRecipe, Change]:
    palette = recipe.kit.theme.palette
    now = color_of(palette, edit.target)
    color = Color.from_hex(edit.value) if edit.parameter == "color" else shade(now, edit)
    if color == now:
        return recipe, Change.same(edit, now.hex)
    after = _in_palette(recipe, recolored(palette, edit.target, color), edit.target)
    if edit.target == "ground" and after.staging == "flood":
        after = after.model_copy(update={"staging": "offset"})
    return after, Change.of(edit, now.hex, color.hex)


def _mono(recipe: LogoRecipe, edit: Edit) -> tuple[LogoRecipe, Change]:
    palette = black_and_white(is_dark=edit.value == "dark")
    now = recipe.kit.theme.palette
    if now == palette:
        return recipe, Change.same(edit, "one ink")
    after = _in_palette(recipe, palette, "mark").model_copy(update={"staging": "quiet"})
    after_says = "white on black" if edit.value == "dark" else "black on white"
    return after, Change.of(edit, f"{now.primary.hex} on {now.ground.hex}", after_says)


def _in_palette(recipe: LogoRecipe, palette: Palette, part: str) -> LogoRecipe:
    """The recipe in other colors; a mark of flat paints keeps its very outlines."""
    kit = recipe.kit
    theme = kit.theme.model_copy(update={"palette": palette})
    mark = repaint_mark(kit.mark, palette, keeps_color=part == "mark")
    after = with_kit(recipe, theme=theme, mark=mark or kit.mark)
    return after if mark is not None else redraw_mark(after, {})[0]


def _tagline(recipe: LogoRecipe, edit: Edit) -> tuple[LogoRecipe, Change]:
    kit, has = recipe.kit, edit.value == "on"
    if not kit.tagline:
        raise CannotEdit('this logo has no tagline; say: change the tagline to "…"')
    if kit.lockup.has_tagline == has:
        return recipe, Change.same(edit, edit.value)
    notes = tuple(note for note in recipe.notes if note != kit.tagline)
    if has and not kit.has_name:
        notes = (kit.tagline, *notes)
    lockup = kit.lockup.model_copy(update={"has_tagline": has})
    after = with_kit(recipe, lockup=lockup).model_copy(update={"notes": notes})
    return after, Change.of(edit, "on" if not has else "off", edit.value)


def _text(recipe: LogoRecipe, edit: Edit) -> tuple[LogoRecipe, Change]:
    kit, value = recipe.kit, edit.value.strip()
    if not value:
        raise CannotEdit("the new text is empty; put it in quotes")
    if edit.target in ("tagline", "subhead", "headline"):
        lockup = kit.lockup.model_copy(update={"has_tagline": True})
        notes = tuple(value if note == kit.tagline else note for note in recipe.notes)
        after = with_kit(recipe, tagline=value, lockup=lockup)
        after = after.model_copy(update={"notes": notes})
        return after, Change.of(edit, kit.tagline or "none", value)
    chinese = "".join(_HANZI.findall(value))
    latin = _HANZI.sub(" ", value).strip(" -–—|/·()（）")
    update = {"name_zh": chinese, "name_latin": latin}
    if not (chinese and latin):
        kept = "name_latin" if chinese else "name_zh"
        update[kept] = getattr(kit, kept) if edit.source else ""
    return _renamed(recipe, update), Change.of(edit, _full_name(kit) or "none", value)


def _renamed(recipe: LogoRecipe, update: dict[str, str]) -> LogoRecipe:
    """Change the name; a mark made of its letters is drawn again."""
    after = name_drawn(with_kit(recipe, **update, wordmark=None), recipe)
    if recipe.arrangement == "mark_only":
        after = after.model_copy(update={"arrangement": "horizontal"})
    if recipe.construction not in _OF_LETTERS or recipe.mark is None:
        return after
    changes: dict[str, Any] = dict(update)
    brand = recipe.mark.arguments.get("brand")
    if isinstance(brand, dict):
        changes = {"brand": {**brand, **update}}
    return redraw_mark(after, changes, is_another=True)[0]


def _swapped(recipe: LogoRecipe, edit: Edit) -> tuple[LogoRecipe, Change]:
    kit, old = recipe.kit, edit.source
    for name in ("name_latin", "name_zh"):
        text = getattr(kit, name)
        if text and old in text:
            value = text.replace(old, edit.value)
            return _renamed(recipe, {name: value}), Change.of(edit, text, value)
    if old and old == _full_name(kit):
        return _text(recipe, edit)
    if old and old in kit.tagline:
        whole = kit.tagline.replace(old, edit.value)
        return _text(recipe, edit.model_copy(update={"target": "tagline", "value": whole}))
    texts = [text for text in (kit.name_zh, kit.name_latin, kit.tagline) if text]
    held = "; ".join(f"“{text}”" for text in texts) or "no text"
    raise CannotEdit(f"“{old}” stands nowhere in this logo; it says {held}")


def _full_name(kit: BrandKit) -> str:
    return " ".join(text for text in (kit.name_zh, kit.name_latin) if text)


def _drawing(recipe: LogoRecipe, edit: Edit) -> tuple[LogoRecipe, Change]:
    """Ask the same construction for another answer."""
    assert recipe.mark is not None
    now = int(recipe.mark.arguments.get("variant", 0))
    is_open = not recipe.mark.arguments.get("brand")
    for turn in range(1, 7):
        changes: dict[str, Any] = {"variant": (now + turn) % 100}
        if is_open and recipe.construction:
            changes["construction"] = recipe.construction
        after, drawing = redraw_mark(recipe, changes)
        if not _looks_alike(after, recipe):
            note = str(drawing.facts.get("concept", ""))
            return after, Change.of(edit, f"drawing {now}", f"drawing {now + turn}", note=note)
    return recipe, Change.idle(edit, recipe.construction)


def _other_concept(
    recipe: LogoRecipe, edit: Edit, others: Sequence[LogoRecipe]
) -> tuple[LogoRecipe, Change]:
    """Take the mark of another concept, in this logo's colors and arrangement."""
    place = next(
        (i for i, other in enumerate(others) if other.mark == recipe.mark),
        int(recipe.mark.arguments.get("concept_rank", 0)) if recipe.mark else 0,
    )
    number = place + 2 if edit.how == "more" else int(edit.amount)
    if others:
        number = len(others) if number == -1 else number
        if edit.how == "more":
            number = (number - 1) % len(others) + 1
        if not 1 <= number <= len(others):
            raise CannotEdit(
                f"there is no concept {number}; this run has {len(others)}, so say 1 to "
                f"{len(others)}"
            )
        other = others[number - 1]
        own = recipe.model_copy(
            update={"mark": other.mark, "drawn_in": other.drawn_in or other.kit.theme}
        )
        after, drawing = redraw_mark(own, {}, is_another=True)
    else:
        if recipe.mark is None or not recipe.mark.arguments.get("brand"):
            raise CannotEdit(
                "this run has one concept; make more with danqing design … --variants 3, or "
                "say “draw it differently”"
            )
        after, drawing = redraw_mark(
            recipe, {"concept_rank": max(0, number - 1) % 12}, is_another=True
        )
    if _looks_alike(after, recipe):
        return recipe, Change.same(edit, f"concept {number}")
    note = str(drawing.facts.get("concept", "")) or drawing.says
    return after, Change.of(edit, f"concept {place + 1}", f"concept {number}", note=note)


def _looks_alike(one: LogoRecipe, other: LogoRecipe) -> bool:
    """Whether both hold the same mark, as a document stores it."""
    return one.kit.mark.model_dump_json() == other.kit.mark.model_dump_json()


_Doer = Callable[[LogoRecipe, Edit], tuple[LogoRecipe, Change]]
_DOERS: dict[str, _Doer] = {
    "weight": name_weight,
    "size": _proportion,
    "spacing": _proportion,
    "arrangement": _arranged,
    "color": _colored,
    "lightness": _colored,
    "vividness": _colored,
    "warmth": _colored,
    "mono": _mono,
    "tracking": tracked,
    "font": set_in,
    "tagline": _tagline,
    "text": _text,
    "swap": _swapped,
    "drawing": _drawing,
}

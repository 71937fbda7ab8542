"""Edits carried out on a poster: through its recipe, or on one layer where that is enough."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from agent.editing.edit import CannotEdit, Edit
from agent.editing.outcome import Change, bounded, said
from agent.editing.reading import EditContext
from agent.editing.shades import black_and_white, color_of, recolored, shade
from compositor.color import Color
from compositor.document import AssetStore, Document, GroupLayer, Layer, TextLayer
from compositor.document.document import walk
from compositor.document.edit import replace_layer
from compositor.errors import DesignError
from compositor.geometry import Affine, Box
from compositor.layout.archetypes import SLOTS
from compositor.preflight import check
from compositor.typography.fonts import default_fonts
from tools.base import Made, Workbench
from tools.recipe import RECIPE_LABEL, Recipe, read_recipe
from tools.recompose import Recompose, RecomposeArguments

__all__ = ["edit_poster", "poster_context"]

_TOUCHES = "touches"
"""Place among the labels of the edits made to single layers, done again after composing."""
_SHIFT_STEP, _ZOOM_STEP, _SIZE_STEP = 0.05, 1.12, 1.12
_MOST_SHIFT, _LEAST_ZOOM, _MOST_ZOOM = 0.3, 1.0, 1.8
_ON_LAYERS = ("size", "shift_x", "shift_y", "zoom", "text", "swap", "remove")


def poster_context(document: Document) -> EditContext:
    """Return what words about a poster may name."""
    recipe = read_recipe(document)
    layers = tuple(
        (layer.role, layer.name, layer.id) for page in document.pages for layer in page.layers
    )
    return EditContext(kind="poster", layers=layers, slots=dict(recipe.words))


def edit_poster(
    document: Document, edits: Sequence[Edit], assets: AssetStore
) -> tuple[Document, tuple[Change, ...]]:
    """Return the edited poster and what changed.

    Raises:
        WrongArguments: The document carries no recipe.
        CannotEdit: An edit cannot be carried out, or the page has no room for it.
    """
    changes: list[Change] = []
    for edit in edits:
        try:
            document, change = (
                _touched(document, edit, assets)
                if edit.parameter in _ON_LAYERS
                else _composed(document, edit, assets)
            )
        except CannotEdit:
            raise
        except DesignError as error:
            raise CannotEdit(f"“{said(edit)}” cannot be done here: {error}") from error
        changes.append(change)
    if all(change.is_nothing for change in changes):
        raise CannotEdit("; ".join(change.note for change in changes))
    return document, tuple(changes)


def _composed(document: Document, edit: Edit, assets: AssetStore) -> tuple[Document, Change]:
    """Change the recipe and compose the page again; touches of single layers stay."""
    recipe = read_recipe(document)
    palette = recipe.theme.palette
    if edit.parameter == "mirror":
        after = recipe.model_copy(update={"is_mirrored": not recipe.is_mirrored})
        words = ("not mirrored", "mirrored")
        change = Change.of(edit, words[recipe.is_mirrored], words[not recipe.is_mirrored])
    else:
        if edit.parameter == "mono":
            fresh = black_and_white(is_dark=edit.value == "dark")
            was, now = f"{palette.primary.hex} on {palette.ground.hex}", "one ink"
        else:
            before = color_of(palette, edit.target)
            color = (
                Color.from_hex(edit.value) if edit.parameter == "color" else shade(before, edit)
            )
            fresh = recolored(palette, edit.target, color)
            was, now = before.hex, color.hex
        if fresh == palette:
            return document, Change.same(edit, was)
        theme = recipe.theme.model_copy(update={"palette": fresh})
        after = recipe.model_copy(update={"theme": theme})
        change = Change.of(edit, was, now)
    return _again(document, after, assets), change


def _again(document: Document, recipe: Recipe, assets: AssetStore) -> Document:
    page = document.pages[0]
    safe = [float(part) for part in document.labels.get("safe", "0,0,0,0").split(",")]
    arguments = RecomposeArguments(
        recipe=recipe,
        width=page.width,
        height=page.height,
        medium=page.medium,
        bleed=page.bleed,
        safe=(safe[0], safe[1], safe[2], safe[3]),
    )
    bench = Workbench(seed=recipe.seed, assets=assets, out=Path())
    made = Recompose().run(arguments, bench).made
    assert isinstance(made, Made)
    fresh = made.document
    kept = {k: v for k, v in document.labels.items() if not k.startswith("picture-")}
    labels = {**kept, **fresh.labels}
    fresh = fresh.model_copy(update={"labels": labels})
    for edit in _touches(document):
        try:
            fresh, _ = _on_layer(fresh, edit)
        except DesignError:
            continue
    return fresh


def _touches(document: Document) -> tuple[Edit, ...]:
    return tuple(
        Edit.model_validate(plain) for plain in json.loads(document.labels.get(_TOUCHES, "[]"))
    )


def _touched(document: Document, edit: Edit, assets: AssetStore) -> tuple[Document, Change]:
    """Change one layer; where that breaks the page, compose it again with the recipe."""
    done, change = _on_layer(document, edit)
    if change.is_nothing:
        return document, change
    done = _recorded(done, edit)
    if _hard(done, assets) <= _hard(document, assets):
        return done, change
    if edit.parameter in ("text", "swap"):
        bare = _without_touches(done, edit)
        return _again(bare, read_recipe(done), assets), change
    what = "smaller" if edit.parameter == "size" and edit.amount < 0 else "more"
    raise CannotEdit(
        f"“{said(edit)}”: the page has no room for {what} of that; nothing changed"
    )


def _hard(document: Document, assets: AssetStore) -> int:
    found = check(document, default_fonts(), assets)
    return sum(finding.severity == "hard" for finding in found)


def _recorded(document: Document, edit: Edit) -> Document:
    """The document with the edit among its touches, and its recipe in the new words."""
    kept = [touch.model_dump(mode="json") for touch in (*_touches(document), edit)]
    labels = {**document.labels, _TOUCHES: json.dumps(kept, ensure_ascii=False)}
    return document.model_copy(update={"labels": labels})


def _without_touches(document: Document, edit: Edit) -> Document:
    kept = [touch.model_dump(mode="json") for touch in _touches(document) if touch != edit]
    labels = {**document.labels, _TOUCHES: json.dumps(kept, ensure_ascii=False)}
    return document.model_copy(update={"labels": labels})


def _on_layer(document: Document, edit: Edit) -> tuple[Document, Change]:
    if edit.parameter in ("text", "swap"):
        return _reworded(document, edit)
    if edit.parameter == "remove":
        return _removed(document, edit)
    if edit.parameter == "size":
        return _sized(document, edit)
    return _moved(document, edit)


def _reworded(document: Document, edit: Edit) -> tuple[Document, Change]:
    recipe = read_recipe(document)
    old = edit.source
    slot = edit.target
    if edit.parameter == "swap":
        slot = next((name for name, text in recipe.words.items() if old and old in text), "")
        if not slot:
            held = "; ".join(f"“{text}”" for text in recipe.words.values())
            raise CannotEdit(f"“{old}” stands nowhere in this design; it says {held}")
    elif slot == "name":
        slot = "brand"
    if slot not in recipe.words:
        known = ", ".join(recipe.words)
        raise CannotEdit(f"this design has no {slot}; it has {known}")
    before = recipe.words[slot]
    value = before.replace(old, edit.value) if old else edit.value
    layer = _text_layer(document, slot, before)
    if layer is None or len(layer.runs) != 1:
        # Set in parts, or joined with other texts: only composing sets it right.
        whole = next(
            (text for text in _texts(document) if before in text.text and len(text.runs) == 1),
            None,
        )
        layer = whole
    if layer is not None:
        text = layer.text.replace(before, value) if before in layer.text else value
        run = layer.runs[0].model_copy(update={"text": text})
        document = replace_layer(
            document, layer.id, lambda found: found.model_copy(update={"runs": (run,)})
        )
    words = {**recipe.words, slot: value}
    required = tuple(value if text == before else text for text in recipe.required)
    fresh = recipe.model_copy(update={"words": words, "required": required})
    labels = {**document.labels, RECIPE_LABEL: fresh.to_label()}
    document = document.model_copy(update={"labels": labels})
    return document, Change.of(edit, before, value)


def _texts(document: Document) -> list[TextLayer]:
    return [
        layer
        for page in document.pages
        for layer in walk(page.layers)
        if isinstance(layer, TextLayer)
    ]


def _text_layer(document: Document, slot: str, text: str = "") -> TextLayer | None:
    """The layer of a slot: by its words, its id or its role."""
    layers = _texts(document)
    found = (
        [layer for layer in layers if text and layer.text == text]
        or [layer for layer in layers if layer.id == slot]
        or [layer for layer in layers if layer.role == slot]
    )
    return found[0] if found else None


def _removed(document: Document, edit: Edit) -> tuple[Document, Change]:
    recipe = read_recipe(document)
    name = edit.source or edit.target
    slot = name if name in recipe.words else ""
    layer: Layer | None
    if name == "picture":
        layer = _picture(document)
    else:
        slot = slot or next((s for s, t in recipe.words.items() if t == name), "")
        layer = _text_layer(document, slot, recipe.words.get(slot, name)) if slot else None
        layer = layer or next(
            (
                found
                for page in document.pages
                for found in walk(page.layers)
                if name in (found.id, found.name)
                or (isinstance(found, TextLayer) and name in found.text)
            ),
            None,
        )
    if layer is None:
        raise CannotEdit(f"this design has no {name} to take away")
    if slot == "headline" or layer.role == "headline":
        raise CannotEdit("the headline stays: a poster needs one; change its text instead")
    group = _plate_of(document, layer.id)
    done = replace_layer(document, group, lambda _: None)
    words = {
        key: text for key, text in recipe.words.items() if key != slot or slot not in SLOTS
    }
    required = tuple(
        text for text in recipe.required if any(text in held for held in words.values())
    )
    fresh = recipe.model_copy(update={"words": words, "required": required})
    labels = {**done.labels, RECIPE_LABEL: fresh.to_label()}
    return done.model_copy(update={"labels": labels}), Change.of(edit, group, "gone")


def _plate_of(document: Document, layer_id: str) -> str:
    """The group a layer forms with its own plate, or the layer itself."""
    for page in document.pages:
        for layer in walk(page.layers):
            if (
                isinstance(layer, GroupLayer)
                and any(child.id == layer_id for child in layer.children)
                and sum(isinstance(child, TextLayer) for child in layer.children) == 1
                and len(layer.children) <= 3
            ):
                return layer.id
    return layer_id


def _sized(document: Document, edit: Edit) -> tuple[Document, Change]:
    slot = edit.target if edit.target != "logo" else "headline"
    layer = _text_layer(document, slot, read_recipe(document).words.get(slot, ""))
    if layer is None:
        raise CannotEdit(f"this design has no {slot}")
    now = max(run.size for run in layer.runs)
    factor = _SIZE_STEP**edit.amount if edit.how == "more" else edit.amount
    if edit.how == "set":
        raise CannotEdit(f"say by how much the {slot} grows: 20% bigger, a little smaller")
    factor = min(2.0, max(0.5, factor))
    box = layer.box
    grown = Box(
        box.x - {"left": 0.0, "right": 1.0}.get(layer.align, 0.5) * box.width * (factor - 1),
        box.y - {"top": 0.0, "bottom": 1.0}.get(layer.valign, 0.5) * box.height * (factor - 1),
        box.width * factor,
        box.height * factor,
    )
    runs = tuple(
        run.model_copy(update={"size": round(run.size * factor, 2)}) for run in layer.runs
    )
    done = replace_layer(
        document, layer.id, lambda found: found.model_copy(update={"runs": runs, "box": grown})
    )
    after = max(run.size for run in runs)
    return done, Change.of(edit, f"{now:g} px", f"{after:g} px")


def _picture(document: Document) -> Layer:
    """The picture: the layer of the page whose role says so."""
    for page in document.pages:
        for layer in page.layers:
            if layer.role == "visual":
                return layer
    raise CannotEdit("this design has no picture")


def _moved(document: Document, edit: Edit) -> tuple[Document, Change]:
    """Shift or zoom the picture in its place; what it covers stays covered."""
    layer, page = _picture(document), document.pages[0]
    held = {
        name: float(document.labels.get(f"picture-{name}", "1" if name == "zoom" else "0"))
        for name in ("zoom", "shift_x", "shift_y")
    }
    now = held[edit.parameter]
    if edit.parameter == "zoom":
        least, most, unit = _LEAST_ZOOM, _MOST_ZOOM, " ×"
        value = now * _ZOOM_STEP**edit.amount if edit.how == "more" else now * edit.amount
        value = round(min(most, max(least, value)), 3)
    else:
        least, most, unit = -_MOST_SHIFT, _MOST_SHIFT, " of its place"
        value = bounded(now, edit, _SHIFT_STEP, least, most)
    if value == now:
        return document, Change.nothing(edit, now, unit, least, most)
    box = layer.clip.bounds if layer.clip is not None else page.box
    after = {**held, edit.parameter: value}
    place = _crop(held, box).inverse().then(_crop(after, box))

    def change(found: Layer) -> Layer:
        if isinstance(found, GroupLayer):
            moved = tuple(
                child.model_copy(update={"transform": child.transform.then(place)})
                for child in found.children
            )
            return found.model_copy(update={"children": moved})
        return found.model_copy(update={"transform": found.transform.then(place)})

    done = replace_layer(document, layer.id, change)
    labels = {**done.labels, f"picture-{edit.parameter}": f"{value:g}"}
    told = (f"{now:g}{unit}", f"{value:g}{unit}")
    return done.model_copy(update={"labels": labels}), Change.of(edit, *told)


def _crop(held: dict[str, float], box: Box) -> Affine:
    """How a picture lies in its place: shifted, and grown so that the place stays covered."""
    x, y = box.center
    grown = held["zoom"] * (1 + 2 * max(abs(held["shift_x"]), abs(held["shift_y"])))
    middle = Affine.translation(-x, -y).then(Affine.scaling(grown))
    return middle.then(
        Affine.translation(x + held["shift_x"] * box.width, y + held["shift_y"] * box.height)
    )

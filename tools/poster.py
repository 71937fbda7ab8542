"""Posters: what compose_poster and recompose do alike once the parts are there."""

from __future__ import annotations

from collections.abc import Mapping

from compositor.color import Color
from compositor.color.color import WHITE
from compositor.color.palette import readable_on
from compositor.document import Asset, AssetStore, Document, SolidPaint
from compositor.layout.composition import Picture
from compositor.layout.fitting import Fitted
from compositor.layout.theme import Palette
from compositor.preflight import settle
from compositor.typography.fonts import FontSet
from tools.base import Drawing
from tools.recipe import RECIPE_LABEL, Recipe

__all__ = ["drawings_assets", "inks_of", "left_out", "picture_of", "poster_document"]


def picture_of(drawing: Drawing | None) -> Picture | None:
    """Return a drawing as the layout takes it."""
    return None if drawing is None else Picture(drawing.layer, drawing.width, drawing.height)


def drawings_assets(*drawings: Drawing | None) -> dict[str, Asset]:
    """Return the assets of all drawings by SHA-256."""
    return {
        sha: asset
        for drawing in drawings
        if drawing is not None
        for sha, asset in drawing.assets.items()
    }


def left_out(fitted: Fitted) -> str:
    """Return what the page had no room for, as the end of a sentence; usually nothing."""
    return f"; no room for {', '.join(fitted.dropped)}" if fitted.dropped else ""


def poster_document(
    fitted: Fitted,
    recipe: Recipe,
    held: Mapping[str, Asset],
    fonts: FontSet,
    store: AssetStore,
    *,
    labels: Mapping[str, str],
) -> Document:
    """Return the finished document: contrast settled on its real pixels, the recipe inside.

    Args:
        fitted: The composed page.
        recipe: What it was composed from.
        held: Assets of its drawings.
        fonts: Faces.
        store: Where the assets are.
        labels: More facts to keep.
    """
    theme = recipe.theme
    facts = {
        "style": theme.style,
        "archetype": fitted.what.archetype.id,
        "seed": str(recipe.seed),
        **labels,
    }
    if fitted.dropped:
        facts["dropped"] = ", ".join(fitted.dropped)
    document = Document(
        title=recipe.title or recipe.words.get("headline", ""),
        kind="poster",
        language=recipe.language,
        pages=(fitted.page,),
        assets=dict(held),
        labels={**facts, RECIPE_LABEL: recipe.to_label()},
    )
    return settle(document, fonts, store, inks_of(theme.palette), theme.palette.ground)


def inks_of(palette: Palette) -> tuple[SolidPaint, ...]:
    """Return the paints text may take, the page's own first; white or near-black last."""
    far = readable_on(palette.ink, WHITE, Color(16, 16, 20))
    return (
        palette.paint("ink"),
        palette.paint("ground"),
        palette.paint("on_primary"),
        SolidPaint(color=far),
    )

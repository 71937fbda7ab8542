"""Logo package: a folder with every version of a logo, as a brand owner hands it on."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from brand_kits.color_values import color_values
from brand_kits.kit import BrandKit
from brand_kits.variants.flat import flat_shapes, ink_of
from brand_kits.variants.pieces import (
    LogoPiece,
    Making,
    build_pieces,
    piece_document,
)
from brand_kits.variants.thickness import Thickness, thickness
from compositor.document import AssetStore, Document, GroupLayer
from compositor.errors import DesignError
from compositor.export import export
from compositor.export.base import Export, written
from compositor.layout.theme import PaletteRole
from compositor.typography.fonts import FontSet, default_fonts
from tools.base import Drawing, Look, Workbench
from tools.draw_mark import DrawMark, DrawMarkArguments
from tools.logo_recipe import LogoRecipe, read_logo_recipe

__all__ = ["write_logo_package"]

_SMALL_WEIGHT_U = 8.0
_SMALL_DETAIL = 0.1
_ROLES: tuple[PaletteRole, ...] = ("primary", "accent", "ink", "ground")
_ICO_SIDES = (16, 32, 48)


def _no_progress(share: float, message: str) -> None:
    del share, message


def write_logo_package(
    document: Document,
    out: Path,
    *,
    progress: Callable[[float, str], None] = _no_progress,
) -> tuple[Export, ...]:
    """Write the package of a logo's document and return its files, logo.json last.

    Raises:
        WrongArguments: The document holds no logo recipe.
        InvalidValue: The folder cannot be written.
    """
    recipe = read_logo_recipe(document)
    fonts = default_fonts()
    progress(0.05, "drawing the versions")
    pieces = build_pieces(recipe.kit, fonts, small_mark=_drawn_heavier(recipe, fonts))
    title = recipe.kit.name or "Logo"
    files: list[Export] = []
    pictures: dict[int, bytes] = {}
    for i, piece in enumerate(pieces):
        progress(0.1 + 0.85 * i / len(pieces), piece.path)
        files += _written_piece(piece, out, title, recipe.kit.language, fonts, pictures)
    icon = _ico([pictures[side] for side in _ICO_SIDES], _ICO_SIDES)
    files.append(written(out / "favicon" / "favicon.ico", icon, "ico", (48, 48)))
    facts = json.dumps(_facts(recipe.kit, pieces, fonts), ensure_ascii=False, indent=1)
    files.append(written(out / "logo.json", f"{facts}\n".encode(), "json", (0, 0)))
    progress(1.0, "written")
    return tuple(files)


def _written_piece(
    piece: LogoPiece,
    out: Path,
    title: str,
    language: str,
    fonts: FontSet,
    favicons: dict[int, bytes],
) -> list[Export]:
    document = piece_document(piece, title, language)
    folder, _, stem = piece.path.rpartition("/")
    found = list(export(document, out / folder, piece.formats, fonts, AssetStore(), stem=stem))
    with TemporaryDirectory() as scratch:
        for width in piece.png_widths:
            scale = width / piece.size[0]
            made = export(document, Path(scratch), ("png",), fonts, AssetStore(), scale=scale)
            data = made[0].path.read_bytes()
            name = f"{stem}.png" if len(piece.png_widths) == 1 else f"{stem}-{width}.png"
            size = (made[0].width, made[0].height)
            found.append(written(out / folder / name, data, "png", size))
            if folder == "favicon":
                favicons[width] = data
    return found


def _drawn_heavier(recipe: LogoRecipe, fonts: FontSet) -> GroupLayer | None:
    """The mark from the same construction, heavier and simpler, when that helps small sizes."""
    made = recipe.mark
    if made is None or made.tool != DrawMark.name or not recipe.construction:
        return None
    asked = {
        **made.arguments,
        "look": "look",
        "weight_u": _SMALL_WEIGHT_U,
        "detail": _SMALL_DETAIL,
    }
    if made.arguments.get("treatment") == "doodle":
        asked["treatment"] = "clean"
    try:
        bench = Workbench(
            seed=made.seed,
            assets=AssetStore(),
            out=Path(),
            materials={"look": Look(theme=recipe.kit.theme)},
        )
        drawn = DrawMark().run(DrawMarkArguments.model_validate(asked), bench).made
    except (DesignError, ValueError):
        return None
    if not isinstance(drawn, Drawing):
        return None
    if drawn.facts.get("construction") != recipe.construction:
        return None
    before, after = (_thin(mark, recipe.kit, fonts) for mark in (recipe.kit.mark, drawn.layer))
    is_better = after.stroke > before.stroke + 0.3 and after.gap >= min(2.4, before.gap)
    return drawn.layer if is_better else None


def _thin(mark: GroupLayer, kit: BrandKit, fonts: FontSet) -> Thickness:
    ground = kit.theme.palette.paint("ground")
    return thickness(ink_of(flat_shapes(mark, fonts, ground=ground)))


def _ico(pictures: list[bytes], sides: tuple[int, ...]) -> bytes:
    """PNG pictures in one icon file.

    Source: https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10)
    """
    head = struct.pack("<HHH", 0, 1, len(pictures))
    at = len(head) + 16 * len(pictures)
    entries = b""
    for side, data in zip(sides, pictures, strict=True):
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(data), at)
        at += len(data)
    return head + entries + b"".join(pictures)


def _facts(kit: BrandKit, pieces: tuple[LogoPiece, ...], fonts: FontSet) -> dict[str, object]:
    """What a maker or developer asks: colors, free space, smallest sizes, thinnest parts."""
    palette = kit.theme.palette
    ink = ink_of(flat_shapes(kit.mark, fonts, ground=palette.paint("ground")))
    thin = thickness(ink)
    tall = ink.bounds.height
    return {
        "name": {"zh": kit.name_zh, "latin": kit.name_latin, "tagline": kit.tagline},
        "colors": {role: color_values(palette.paint(role).color)._asdict() for role in _ROLES},
        "clear_space": {
            "of_mark_height": kit.rules.clear_of_mark,
            "of_cap_height": kit.rules.clear_of_cap,
            "rule": "the larger of the two on every side; files already carry it",
        },
        "smallest": {
            "mark_px": kit.rules.min_mark_px,
            "mark_mm": kit.rules.min_mark_mm,
            "lockup_px": kit.rules.min_lockup_px,
            "lockup_mm": kit.rules.min_lockup_mm,
            "small_mark_px": 16,
        },
        "thinnest": {
            "stroke_of_height": round(thin.stroke / tall, 4),
            "gap_of_height": round(thin.gap / tall, 4),
        },
        "making": [_made(piece.making) for piece in pieces if piece.making is not None],
        "pieces": [piece.path for piece in pieces],
    }


def _made(making: Making) -> dict[str, object]:
    """How a piece for makers is to be made, and why it is larger than usual where it is."""
    way = making.made
    told: dict[str, object] = {
        "way": way.name,
        "height_mm": making.height_mm,
        "least_stroke_mm": way.stroke_mm,
        "least_gap_mm": way.gap_mm,
        "stroke_mm": round(making.stroke_mm, 2),
        "gap_mm": round(making.gap_mm, 2),
        "holds_at_usual_height": making.holds,
    }
    if not making.holds:
        told["note"] = (
            f"too fine for {way.name} at the usual {way.height_mm:g} mm; make it at least "
            f"{making.height_mm:g} mm high, or ask for a simpler mark"
        )
    return told

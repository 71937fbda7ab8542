"""Type roles of a style, with families that the project's font set really has."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

from compositor.document.text import FontChoice
from compositor.layout.theme import TypeRole, TypeSetting
from knowledge.entries import Style
from knowledge.tables import table

__all__ = ["SAFE_LATIN", "SAFE_SANS", "SAFE_SERIF", "available_families", "type_settings"]

SAFE_LATIN = "Inter"
SAFE_SANS = "Noto Sans SC"
SAFE_SERIF = "Noto Serif SC"

_LEADING = {
    "display": (1.0, 1.2),
    "headline": (1.08, 1.3),
    "subhead": (1.25, 1.45),
    "body": (1.5, 1.75),
    "caption": (1.42, 1.6),
}
"""Latin and Chinese line height per size; from design_rules.leading_tracking."""

_SONG_LEADING = 1.3
"""Chinese display in song or kai needs more air than heavy hei."""

_SCRIPTS = frozenset(
    {"Great Vibes", "Dancing Script", "Pacifico", "Lobster", "Caveat", "Allura"}
)
"""Joined or cursive faces: never capitals only, never tracked."""


def type_settings(style: Style, seed: int) -> dict[TypeRole, TypeSetting]:
    """Return how each role is set; another seed may take another family of the style."""
    row: dict[str, Any] = table("type_roles")["styles"][style.id]
    display = _pick(_latin_pool(style, row), seed)
    cjk = _pick(_cjk_pool(style, row), seed)
    headline = _resolved([row["headline"]], allowed="latin") if "headline" in row else []
    head = headline[0] if headline else display
    body = (_resolved([row["body"]], allowed="latin") or [SAFE_LATIN])[0]
    text_cjk = (_resolved([row["body_cjk"]], allowed="hans") or [SAFE_SANS])[0]
    reading = 400
    return {
        "display": _setting("display", display, cjk, row["weight"], row),
        "headline": _setting("headline", head, cjk, row["headline_weight"], row),
        "subhead": _setting("subhead", body, text_cjk, max(reading, 500), row),
        "body": _setting("body", body, text_cjk, reading, row),
        "caption": _setting("caption", body, text_cjk, reading, row),
    }


@lru_cache(maxsize=1)
def available_families() -> dict[str, tuple[str, ...]]:
    """Return the scripts of each family in the font catalogue, by family name."""
    return {row["family"]: tuple(row["scripts"]) for row in _catalogue().get("families", ())}


@lru_cache(maxsize=1)
def _catalogue() -> dict[str, Any]:
    listing = files("compositor.typography").joinpath("catalogue.json")
    if not listing.is_file():
        return {}
    loaded: dict[str, Any] = json.loads(listing.read_text("utf-8"))
    return loaded


def _latin_pool(style: Style, row: dict[str, Any]) -> list[str]:
    """Return up to three families for display: what is curated, then what the style names."""
    known = available_families()
    direct = [name for name in (*row["display"], *style.type.latin) if name in known]
    pool = list(dict.fromkeys(direct)) or _resolved(style.type.latin, allowed="latin")
    return pool[:3] or [SAFE_LATIN]


def _cjk_pool(style: Style, row: dict[str, Any]) -> list[str]:
    """Return Chinese families for display; a plain one only where the style prefers it."""
    wanted = row.get("display_cjk", style.type.cjk)
    sparse = table("type_roles")["sparse_cjk"]["families"]
    pool = [name for name in _resolved(wanted, allowed="hans") if name not in sparse]
    pool = pool or [SAFE_SANS]
    if pool[0] != SAFE_SANS:
        pool = [name for name in pool if name != SAFE_SANS]
    return pool


def _resolved(wanted: Iterable[str], *, allowed: str) -> list[str]:
    """Return families of the catalogue for the wanted ones, once each, in order."""
    known = available_families()
    substitutes: dict[str, str] = _catalogue().get("substitutes", {})
    names = [name if name in known else substitutes.get(name, "") for name in wanted]
    return list(dict.fromkeys(name for name in names if allowed in known.get(name, ())))


def _pick(pool: Sequence[str], seed: int) -> str:
    return pool[seed % len(pool)]


def _setting(
    role: TypeRole, latin: str, cjk: str, weight: int, row: dict[str, Any]
) -> TypeSetting:
    leading, leading_cjk = _LEADING[role]
    tracking, tracking_cjk = 0.0, 0.02
    rules = table("type_roles")["tracking_em"]
    if role in rules["roles"]:
        index = rules["roles"].index(role)
        tracking = rules["latin"][row["tracking"]][index]
        tracking_cjk = rules["cjk"][row["tracking_cjk"]][index]
    elif role == "caption":
        tracking, tracking_cjk = 0.02, 0.04
    if role == "subhead" and not row["caps"]:
        tracking = min(tracking, 0.02)
    caps = row["caps"] and role in ("display", "headline") and latin not in _SCRIPTS
    if latin in _SCRIPTS:
        tracking = 0.0
    if role == "display" and row["body_cjk"] != SAFE_SANS:
        leading_cjk = _SONG_LEADING
    safe = SAFE_SERIF if "Serif" in cjk or row["body_cjk"] == SAFE_SERIF else SAFE_SANS
    families = dict.fromkeys((latin, SAFE_LATIN, cjk, safe))
    return TypeSetting(
        font=FontChoice(families=tuple(families), weight=weight),
        tracking=tracking,
        tracking_cjk=tracking_cjk,
        leading=leading,
        leading_cjk=leading_cjk,
        uppercase=caps,
    )

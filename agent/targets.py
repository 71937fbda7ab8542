"""Targets: the sizes a design is set in again, read from what a person writes."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import Field

from agent.brief import Deliverable
from compositor.document.frozen import Frozen
from compositor.errors import InvalidValue
from compositor.units import MAX_PAGE_PX, PAGE_SIZES_MM, size_px_from_text
from knowledge import AssetSpec, UnknownEntry, asset_set, asset_spec, size_for
from knowledge.safe_areas import safe_area

__all__ = ["Target", "read_targets", "target_of"]

_SHORTER_PX = 1080.0
"""Of a page that is given as a ratio only."""
_RATIO = re.compile(r"(\d{1,4}(?:\.\d+)?)\s*[:：]\s*(\d{1,4}(?:\.\d+)?)")
_UNSAFE_IN_NAMES = re.compile(r"[^\w.\-]+")
_SHEETS = {name: f"print.{name}" for name in ("a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7")}


class Target(Frozen):
    """One page to set a design on."""

    name: str
    """What it was called; also the name of its folder."""
    width: float = Field(gt=0)
    """px."""
    height: float = Field(gt=0)
    medium: Literal["screen", "print", "sign"] = "screen"
    bleed: float = Field(ge=0, default=0.0)
    """px."""
    safe: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    """Covered by the platform: left, top, right, bottom, parts of the page."""
    spec: str = ""
    """Id of the specification it follows."""


def target_of(made: Deliverable) -> Target:
    """Return the page of a deliverable: its size, and what its specification adds.

    A page that is not as large as its specification, such as a business card in px, is one
    seen on a screen, with bleed and safe area in proportion.
    """
    page = Target(name=made.label or made.kind, width=made.width_px, height=made.height_px)
    if not made.spec:
        return page
    spec = _of_spec(asset_spec(made.spec))
    if (spec.width - spec.height) * (page.width - page.height) < 0:
        left, top, right, bottom = spec.safe
        spec = spec.model_copy(
            update={
                "width": spec.height,
                "height": spec.width,
                "safe": (bottom, left, top, right),
            }
        )
    is_real = abs(spec.width - page.width) < 1 and abs(spec.height - page.height) < 1
    return page.model_copy(
        update={
            "medium": spec.medium if is_real else "screen",
            "bleed": round(spec.bleed * page.width / spec.width, 3),
            "safe": spec.safe,
            "spec": made.spec,
        }
    )


def read_targets(text: str) -> tuple[Target, ...]:
    """Return the pages named in a comma-separated list, each once.

    Ratios (3:4), sizes (1080x1440, 210x297mm), sheets (a4, a1-landscape), specifications
    (meta.story), everyday names (roll-up) and sets (ads_kit) may stand side by side.

    Raises:
        InvalidValue: One of them is none of these.
    """
    found: dict[str, Target] = {}
    for part in re.split(r"[,，;]", text):
        for target in _targets(part.strip()) if part.strip() else ():
            found.setdefault(target.name, target)
    if not found:
        raise InvalidValue("name at least one size, such as 1:1, 1080x1920, a4 or meta.story")
    return tuple(found.values())


def _targets(word: str) -> tuple[Target, ...]:
    try:
        members = asset_set(word)
    except UnknownEntry:
        return (_target(word),)
    sized = [spec for name in members if (spec := asset_spec(name)).width and spec.height]
    return tuple(_of_spec(spec) for spec in sized)


def _target(word: str) -> Target:
    ratio = _RATIO.fullmatch(word)
    if ratio is not None:
        return _of_ratio(word, float(ratio[1]), float(ratio[2]))
    sheet = _SHEETS.get(word.lower())
    if sheet is not None:
        return _of_spec(asset_spec(sheet), word.lower())
    try:
        width, height = size_px_from_text(word)
    except InvalidValue:
        if re.match(r"\s*\d", word):
            raise
        return _of_words(word)
    page = word.lower().removesuffix("-landscape").removesuffix("-portrait")
    printed = page in PAGE_SIZES_MM or re.search(r"(mm|cm|in|pt)\s*$", word.lower())
    return Target(
        name=_folder_name(word.lower().replace("×", "x")),
        width=width,
        height=height,
        medium="print" if printed else "screen",
    )


def _of_ratio(word: str, across: float, down: float) -> Target:
    if not across or not down:
        raise InvalidValue(f"{word!r} is not a ratio; write for example 3:4 or 16:9")
    unit = _SHORTER_PX / min(across, down)
    if unit * max(across, down) > MAX_PAGE_PX:
        raise InvalidValue(f"{word!r} is too long a page; give its size in px instead")
    return Target(
        name=f"{across:g}x{down:g}", width=round(unit * across), height=round(unit * down)
    )


def _of_words(word: str) -> Target:
    try:
        page = size_for(word)
    except UnknownEntry as error:
        raise InvalidValue(
            f"{word!r} is no size; write a ratio (3:4), px (1080x1440), a sheet (a4), a "
            f"specification (meta.story), a name (roll-up) or a set (ads_kit)"
        ) from error
    if page.spec:
        return _of_spec(asset_spec(page.spec), _folder_name(word.lower()))
    return Target(
        name=_folder_name(word.lower()),
        width=page.width,
        height=page.height,
        medium=page.medium,
        bleed=page.bleed,
    )


def _of_spec(spec: AssetSpec, name: str = "") -> Target:
    page = size_for(spec.id)
    return Target(
        name=name or spec.id,
        width=page.width,
        height=page.height,
        medium=page.medium,
        bleed=page.bleed,
        safe=tuple(safe_area(spec)),
        spec=spec.id,
    )


def _folder_name(word: str) -> str:
    return _UNSAFE_IN_NAMES.sub("-", word).strip("-.") or "page"

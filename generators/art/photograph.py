"""Photographs: a still life from the studio as layers on a drawn backdrop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from compositor.color import Color
from compositor.document import GroupLayer, ImageLayer
from compositor.document.layer import BlendMode, Role
from compositor.geometry import Box
from generators.art.backdrops import draw_backdrop
from generators.art.policy import Choice, Look, load_policy
from generators.art.relief import relief_of
from generators.art.still_life import StillLife, arrange
from generators.base import Effort, Fact, Picture, PictureRequest, Ticket
from generators.mesh.studio import (
    Backdrop,
    Camera,
    Rig,
    StudioCache,
    StudioPicture,
    StudioRequest,
    render,
)
from generators.vector.patterns.sheet import Sheet
from generators.vector.picture import open_sheet, quieten

__all__ = ["LONGEST_PX", "photograph"]

LONGEST_PX: Final[dict[Effort, int]] = {"draft": 560, "standard": 800, "final": 2000}
"""Longest side of what is traced."""

_AROUND = (0.22, 0.10, 0.34, 0.16)
"""What is photographed beyond the hero box, left, above, right, below, in shares of it."""

_DARK_STRENGTH = 1.7
"""Of the light in the dark, so that dark goods stay legible on a poster."""

_GROWS = (0.08, 0.05)
"""How far things may leave the hero box at its sides and foot, in shares of it."""

_SMALL_PX: Final[dict[Effort, int]] = {"draft": 180_000, "standard": 60_000, "final": 30_000}
"""Pictures up to this many px are traced before the fast variant has compiled its kernels."""

_FEATHER = 0.08
"""Part of the photograph over which a shadow that leaves it melts away."""


@dataclass(frozen=True)
class _Shot:
    """Where the photograph lies, px of the picture, and how many px it has."""

    box: Box
    size: tuple[int, int]


def photograph(request: PictureRequest, choice: Choice, ticket: Ticket) -> Picture:
    """Return the picture: backdrop, shadow and things, each a layer of its own.

    Raises:
        NotReady: The studio is not installed.
        GenerationFailed: It could not be taken.
        GenerationCancelled: The caller asked to stop; nothing is left behind.
    """
    look = load_policy().looks[choice.look]
    sheet = open_sheet(request, ticket)
    hero = sheet.hero or sheet.free.inset(0.06 * min(sheet.width, sheet.height))
    hero = _grown(sheet, hero, request)
    sheet.hero = hero
    ticket.step(0.04, "arranging the still life")
    built = relief_of(request, choice, look.finish) if choice.motif else None
    still = arrange(built, choice, request, _printed(request, choice), hero)
    backdrop, paper = "none", sheet.tones.field(0.45)
    if request.kind != "hero":
        backdrop = _backdrop_of(request, look)
        ticket.step(0.08, f"backdrop: {backdrop.replace('_', ' ')}")
        floor, paper = draw_backdrop(backdrop, sheet)
        if floor is not None and hero.y + 0.4 * hero.height < floor <= sheet.height:
            hero = hero._replace(height=floor + 0.03 * hero.height - hero.y)
    behind = len(sheet.layers)
    shot = _shot(sheet, hero, request.effort)
    taken = _take(request, still, look, (shot, hero, paper), ticket)
    seen = _lay(sheet, taken, shot, request, still)
    facts: dict[str, Fact] = {
        "medium": "3d", "backdrop": backdrop, "look": choice.look,
        "rig": _rig(request, look).name, "hero": still.names[0],
        "props": ", ".join(still.names), "seed": request.seed, "effort": request.effort,
        "traced": str(taken.facts.get("traced", "")), "spp": taken.facts.get("spp", 0),
    }  # fmt: skip
    if not seen.is_empty:
        facts["hero_share"] = round(seen.intersection(sheet.box).area / sheet.box.area, 3)
    if sheet.calm and request.kind != "hero":
        ticket.step(0.95, "measuring the quiet places")
        facts.update(quieten(sheet, behind))
    ticket.step(1.0, "picture done")
    company = ", ".join(dict.fromkeys(still.names[1:]))
    return Picture(
        layer=GroupLayer(
            id=sheet.prefix, name="picture", role="visual", children=tuple(sheet.layers)
        ),
        width=request.width,
        height=request.height,
        assets=sheet.assets,
        says=(
            f"Photographed in the 3D studio: {still.names[0]}"
            + (f" with {company}" if company else "")
            + f", {_rig(request, look).name.replace('_', ' ')} light; {choice.why}."
        ),
        facts=facts,
    )


def _printed(request: PictureRequest, choice: Choice) -> tuple[str, ...]:
    label = choice.subject.label if choice.subject is not None else ""
    return tuple(dict.fromkeys(filter(None, (label, *request.printed))))


def _backdrop_of(request: PictureRequest, look: Look) -> str:
    if request.setting and request.setting != "podium":
        return request.setting
    return look.settings[request.seed % len(look.settings)]


def _rig(request: PictureRequest, look: Look) -> Rig:
    palette = request.theme.palette
    name = look.dark_rig if palette.is_dark else look.rig
    if name == "neon_rim":
        pair = sorted(
            (palette.primary, palette.accent, palette.accent2), key=lambda c: -c.oklch.chroma
        )
        return Rig(name=name, colors=tuple(_hex(color) for color in pair[:2]))
    strength = _DARK_STRENGTH if name == "dark_luxury" else 1.0
    gobo = "none" if name == "product_window" else "auto"
    return Rig(name=name, gobo=gobo, strength=strength)


def _grown(sheet: Sheet, hero: Box, request: PictureRequest) -> Box:
    """Return the hero box, larger where neither copy nor the page's edge is in the way."""
    if request.kind == "hero":
        return hero
    aside, below = _GROWS[0] * hero.width, _GROWS[1] * hero.height
    wide = Box(hero.x - aside, hero.y, hero.width + 2 * aside, hero.height + below)
    wide = wide.intersection(sheet.box.inset(0.035 * min(sheet.width, sheet.height)))
    if any(calm.intersection(wide).area > calm.intersection(hero).area for calm in sheet.calm):
        return hero
    return wide.union(hero)


def _shot(sheet: Sheet, hero: Box, effort: Effort) -> _Shot:
    left, above, right, below = _AROUND
    wide = Box(
        hero.x - left * hero.width, hero.y - above * hero.height,
        hero.width * (1 + left + right), hero.height * (1 + above + below),
    ).intersection(sheet.box)  # fmt: skip
    scale = min(1.0, LONGEST_PX[effort] / max(wide.width, wide.height))
    size = (max(16, round(wide.width * scale)), max(16, round(wide.height * scale)))
    return _Shot(wide, size)


def _take(
    request: PictureRequest,
    still: StillLife,
    look: Look,
    place: tuple[_Shot, Box, Color],
    ticket: Ticket,
) -> StudioPicture:
    shot, hero, paper = place
    box = Box(
        (hero.x - shot.box.x) / shot.box.width, (hero.y - shot.box.y) / shot.box.height,
        hero.width / shot.box.width, hero.height / shot.box.height,
    )  # fmt: skip
    asked = StudioRequest(
        placements=still.placements,
        backdrop=Backdrop(kind="transparent", color=_hex(paper)),
        rig=_rig(request, look),
        camera=Camera(tilt=still.tilt, box=box),
        width=shot.size[0],
        height=shot.size[1],
        quality=request.effort,
        seed=request.seed % 2**31,
    )
    name = still.names[0]
    inner = Ticket(
        assets=ticket.assets,
        progress=lambda share, words: ticket.progress(
            0.1 + 0.8 * share, f"photographing {name}: {words}"
        ),
        cancelled=ticket.cancelled,
    )
    folder = ticket.assets.folder
    cache = StudioCache(folder.parent / "studio") if folder is not None else None
    is_small = shot.size[0] * shot.size[1] <= _SMALL_PX[request.effort]
    variant = "scalar_rgb" if is_small else ""
    return render(asked, inner, cache, variant=variant)


def _lay(
    sheet: Sheet, taken: StudioPicture, shot: _Shot, request: PictureRequest, still: StillLife
) -> Box:
    """Lay the shadow and the things, each cut to what is seen of it; return what they cover."""
    shadow = taken.layers.get("shadow")
    if shadow is not None and request.kind != "hero":
        _lay_cut(
            sheet, "shadow", _feathered(shadow, shot.box, sheet), shot, "decoration", "multiply"
        )
    subject = request.subjects[0].noun if request.subjects else still.names[0]
    return _lay_cut(sheet, subject.replace("_", " "), taken.layers["object"], shot, "visual")


def _lay_cut(
    sheet: Sheet,
    name: str,
    pixels: NDArray[np.uint8],
    shot: _Shot,
    role: Role,
    blend: BlendMode = "normal",
) -> Box:
    rows = np.flatnonzero(pixels[..., 3].max(axis=1) > 1)
    columns = np.flatnonzero(pixels[..., 3].max(axis=0) > 1)
    if not len(rows) or not len(columns):
        return Box(0, 0, 0, 0)
    top, bottom, left, right = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
    height, width = pixels.shape[:2]
    asset = sheet.keep(name, np.ascontiguousarray(pixels[top:bottom, left:right]))
    box = shot.box.fraction(
        left / width, top / height, (right - left) / width, (bottom - top) / height
    )
    sheet.layers.append(
        ImageLayer(
            id=sheet.next_id(name), name=name, role=role, asset=asset.sha256, box=box,
            fit="fill", blend=blend,
        )
    )  # fmt: skip
    return box


def _feathered(pixels: NDArray[np.uint8], box: Box, sheet: Sheet) -> NDArray[np.uint8]:
    """Return the shadow melting away at the sides where the picture goes on."""
    height, width = pixels.shape[:2]
    reach = max(2.0, _FEATHER * max(height, width))
    x, y = np.arange(width), np.arange(height)
    far = np.full((height, width), np.inf)
    slack = 1.0
    if box.x > slack:
        far = np.minimum(far, x[None, :])
    if box.right < sheet.width - slack:
        far = np.minimum(far, (width - 1 - x)[None, :])
    if box.y > slack:
        far = np.minimum(far, y[:, None])
    if box.bottom < sheet.height - slack:
        far = np.minimum(far, (height - 1 - y)[:, None])
    share = np.clip(far / reach, 0, 1)
    melted = pixels.copy()
    melted[..., 3] = np.round(pixels[..., 3] * share * share * (3 - 2 * share)).astype(np.uint8)
    return melted


def _hex(color: Color) -> str:
    return color.with_opacity(1.0).hex[:7].upper()

"""Still lifes: the hero and its company, arranged before the camera; lengths are cm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from compositor.color import Color
from compositor.geometry import Box
from compositor.layout.theme import Theme
from generators.art.label import Printing, ink_colors, label_colors, print_label
from generators.art.label_device import LabelColors
from generators.art.policy import Choice, Look, load_policy
from generators.base import Picture, PictureRequest
from generators.mesh.prop import ArtworkArea, Finish, Prop, PropColors, PropRequest
from generators.mesh.studio import Placement
from generators.vector.patterns.tones import lit, shaded

__all__ = ["StillLife", "arrange", "prints_of", "prop_colors"]

_OVERLAP = 0.30
"""Of the narrower of hero and companion, seen from the front."""

_COVERED = ("cup",)
"""Areas under a printed one: they stay plain."""

_FACING = 0.74
"""Of the width of a round thing: how much of its label one reads from the front."""

_PODIUM_HEIGHT = 0.15
"""Of the hero's."""

_FILLED = 0.95
"""Part of the width of its box that a group should take at full height."""

_LETTERS_OF: tuple[Finish, ...] = ("chrome", "frosted_glass")
"""Finishes of a look that letters take on; in others they keep their own."""

_MOST_LETTERS = 16

_MOST_FORMS = 3
_LEAST_FORM = 0.16
"""A gap narrower than this part of the hero's height stays open."""

_LOW = 0.45
"""Forms below this part of the hero's height stand before it, higher ones behind."""


@dataclass(frozen=True, kw_only=True)
class StillLife:
    """What stands before the camera.

    Attributes:
        placements: The hero first.
        names: Of the props, in words, in that order.
        tilt: Of the camera, degrees.
    """

    placements: tuple[Placement, ...]
    names: tuple[str, ...]
    tilt: float


@dataclass(frozen=True)
class _Thing:
    prop: Prop
    low: NDArray[np.float64]
    high: NDArray[np.float64]

    @property
    def size(self) -> NDArray[np.float64]:
        return self.high - self.low


def arrange(
    hero: Prop | None,
    choice: Choice,
    request: PictureRequest,
    printed: Sequence[str],
    box: Box,
) -> StillLife:
    """Return hero and company for a box of that shape.

    Args:
        hero: A prop already built; None builds the one chosen.
        choice: Of the policy.
        request: Its theme, its seed, which varies company, sides and print, and the brand's
            sign; in the setting podium the hero stands on one, else the look decides.
        printed: What stands on products.
        box: Where the group will be, px; wide ones take more company.
    """
    theme, seed, mark = request.theme, request.seed, request.mark
    podium = True if request.setting == "podium" else None
    policy = load_policy()
    look = policy.looks[choice.look]
    manner = policy.manner(choice.prop, theme.industry)
    colors = label_colors(theme, seed)
    if hero is None and choice.prop in {*look.company, *policy.abstract}:
        hero = _built(choice.prop, _form_colors(theme, seed), look.finish)
    if hero is None and _kind(choice.prop) == "type":
        finish = look.finish if look.finish in _LETTERS_OF else None
        hero = _built(choice.prop, _form_colors(theme, seed), finish, _word(choice, printed))
    built = _thing(hero or _built(choice.prop, prop_colors(theme, colors), None))
    side = 1.0 if seed % 2 == 0 else -1.0
    wide, deep, tall = (float(value) for value in built.size)
    tilt = manner.tilt if manner.tilt is not None else look.tilt
    is_lying = tall < 0.35 * max(wide, deep)
    rise = 0.0
    placements: list[Placement] = []
    names = [(choice.prop or choice.motif).replace("_", " ")]
    has_podium = look.podium * 10 > (seed * 7 + 3) % 10 if podium is None else podium
    if has_podium and not is_lying:
        rise = _PODIUM_HEIGHT * tall
        drum = _drum(0.66 * float(np.hypot(wide, deep)), rise, theme)
        placements.append(Placement(prop=drum))
        names.append("podium")
    placements.insert(
        0,
        Placement(
            prop=built.prop,
            position=(0.0, 0.0, rise),
            turn=manner.turn * side,
            artworks=prints_of(built.prop, theme, colors, printed, seed, mark),
        ),
    )
    rng = np.random.default_rng(seed)
    room = box.width / max(box.height, 1.0)
    other = label_colors(theme, seed + 1)
    reach = {1.0: wide / 2, -1.0: -wide / 2}
    for index, (name, share) in enumerate(manner.beside[: 1 if room < 0.6 else 2]):
        beside = _thing(_built(name, prop_colors(theme, other), None))
        scale = share * tall / float(beside.size[2])
        at = side if index == 0 else -side
        half = scale * float(beside.size[0]) / 2
        if share >= 0.9:
            y = deep / 2 + scale * float(beside.size[1]) / 2 + 0.10 * tall
            x = reach[at] + at * half * (1 - 2 * _OVERLAP) + at * (0.3 * half if rise else 0.0)
        else:
            y = -0.25 * deep - 0.10 * tall
            x = reach[at] + at * (half + 0.06 * tall + (0.2 * wide if rise else 0.0))
        reach[at] = x + at * half
        placements.append(
            Placement(
                prop=beside.prop, position=(x, y, 0.0), scale=scale,
                turn=-0.9 * policy.manner(name).turn * side,
                artworks=prints_of(
                    beside.prop, theme, other, printed, seed + index + 1, mark
                ),
            )
        )  # fmt: skip
        names.append(name.replace("_", " "))
    if not is_lying:
        _add_company(placements, names, look, theme, (tall, reach, side, room), rng)
    return StillLife(placements=tuple(placements), names=tuple(names), tilt=tilt)


def _add_company(
    placements: list[Placement],
    names: list[str],
    look: Look,
    theme: Theme,
    about: tuple[float, dict[float, float], float, float],
    rng: np.random.Generator,
) -> None:
    """Set forms of the look at the hero's foot until the group fills the shape of its box."""
    tall, reach, side, room = about
    pool = [look.company[k] for k in rng.permutation(len(look.company))]
    for index in range(_MOST_FORMS):
        wide = reach[1.0] - reach[-1.0]
        lacks = _FILLED * room * tall - wide
        if lacks < _LEAST_FORM * tall:
            return
        name = pool[index % len(pool)]
        at = -side if index % 2 == 0 else side
        thing = _thing(_built(name, _form_colors(theme, index), look.finish))
        across, up = float(thing.size[0]), float(thing.size[2])
        share = (0.36, 0.58, 0.26)[index]
        scale = min(share * tall / up, 1.5 * lacks / across)
        half = scale * across / 2
        is_before = scale * up < _LOW * tall
        x = reach[at] + at * half * (0.9 if is_before else 0.35)
        reach[at] = x + at * half
        deep = scale * float(thing.size[1]) / 2
        y = -0.05 * tall - deep if is_before else 0.22 * tall + deep
        placements.append(
            Placement(
                prop=thing.prop, position=(x, y, 0.0), scale=scale,
                turn=float(rng.uniform(-24, 24)),
            )
        )  # fmt: skip
        names.append(name.replace("_", " "))


def prop_colors(theme: Theme, colors: LabelColors) -> PropColors:
    """Return the colors of a product that is printed in `colors`."""
    palette = theme.palette
    dark = min((palette.ink, palette.ground), key=lambda color: color.oklch.lightness)
    warm = max(
        (palette.accent, palette.accent2, palette.primary),
        key=lambda color: color.oklch.chroma,
    )
    return PropColors(
        body=_hex(colors.ground), accent=_hex(colors.spark), detail=_hex(dark),
        content=_hex(lit(warm, 0.12) if warm.oklch.lightness < 0.6 else warm),
    )  # fmt: skip


def _form_colors(theme: Theme, turn: int) -> PropColors:
    palette = theme.palette
    pool = [palette.accent, palette.primary, palette.accent2]
    leading = pool[turn % 3 :] + pool[: turn % 3]
    return PropColors(
        body=_hex(leading[0]), accent=_hex(leading[1]), detail=_hex(shaded(leading[0], 0.2)),
        content=_hex(leading[2]),
    )  # fmt: skip


def _hex(color: Color) -> str:
    return color.with_opacity(1.0).hex[:7].upper()


def _built(name: str, colors: PropColors, finish: Finish | None, text: str = "") -> Prop:
    from generators.mesh.props import PROPS  # noqa: PLC0415 - needs the studio extra

    return PROPS[name].build(PropRequest(colors=colors, finish=finish, text=text))


def _kind(name: str) -> str:
    from generators.mesh.props import PROPS  # noqa: PLC0415 - needs the studio extra

    return PROPS[name].kind if name in PROPS else ""


def _word(choice: Choice, printed: Sequence[str]) -> str:
    """Return what the letters say: the subject's own words, or the brand; short ones only."""
    label = choice.subject.label if choice.subject is not None else ""
    fits = (text for text in (label, *printed) if 0 < len(text) <= _MOST_LETTERS)
    return next(fits, "")


def _thing(prop: Prop) -> _Thing:
    lows = np.min([part.mesh.bounds[0] for part in prop.parts], axis=0)
    highs = np.max([part.mesh.bounds[1] for part in prop.parts], axis=0)
    return _Thing(prop, np.asarray(lows, float), np.asarray(highs, float))


def _drum(radius: float, height: float, theme: Theme) -> Prop:
    from generators.mesh.build.lathe import lathe  # noqa: PLC0415 - needs the studio extra
    from generators.mesh.build.lathe_profile import profile  # noqa: PLC0415 - likewise
    from generators.mesh.props.printed import plain, settled  # noqa: PLC0415 - likewise

    palette = theme.palette
    color = lit(palette.ground, 0.06) if palette.is_dark else palette.surface
    edge = 0.09 * height
    mesh = lathe(
        profile((0, 0), (radius, 0, 0.4 * edge), (radius, height, edge), (0, height)),
        segments=160,
    )
    return settled("podium", [plain("drum", mesh, _hex(color), "matte")])


def prints_of(
    prop: Prop,
    theme: Theme,
    colors: LabelColors,
    printed: Sequence[str],
    turn: int,
    mark: Picture | None = None,
) -> dict[str, NDArray[np.uint8]]:
    """Return the artwork of every area; the words stand on the main one and on those alike."""
    is_cloth = _kind(prop.name) == "apparel"
    made = {}
    across = float(_thing(prop).size[0])
    for index, area in enumerate(prop.artwork):
        if area.name in _COVERED:
            continue
        has_words = index == 0 or area.name in ("back", "card")
        is_round = area.is_wrapped or (area.name == "label" and area.width_cm > across)
        seen = min(1.0, _FACING * across / area.width_cm) if is_round else 1.0
        inks = _inks(prop, area, theme) if is_cloth else colors
        ask = Printing(
            words=printed if has_words else (), mark=mark if has_words else None,
            seen=seen, has_ground=not is_cloth,
        )  # fmt: skip
        made[area.name] = print_label(area, theme, inks, ask, turn)
    return made


def _inks(prop: Prop, area: ArtworkArea, theme: Theme) -> LabelColors:
    below = next(p.material.color for p in prop.parts if p.material.artwork == area.name)
    return ink_colors(theme, Color.from_hex(below))

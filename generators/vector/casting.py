"""Casting: which motifs play the subjects of a request, and what role each has."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Annotated

from pydantic import Field

from compositor.document import TextLayer
from compositor.document.document import walk
from compositor.document.frozen import Frozen
from compositor.layout.theme import Theme
from generators.base import PictureRequest, Subject
from generators.vector.motifs import (
    MotifDrawing,
    MotifRequest,
    Treatment,
    draw_motif,
    find_motif,
)
from generators.vector.patterns.tones import Tones
from generators.vector.recipes import (
    industry_nouns,
    load_recipes,
    style_family,
    style_nouns,
    style_recipes,
)
from generators.vector.scenes import SCENES

__all__ = [
    "Cast",
    "Part",
    "Player",
    "atmosphere_of",
    "cast_subjects",
    "drawn",
    "load_cast",
    "part_of",
    "scenery_of",
]

_MOST_PLAYERS = 4
_ABSTRACT = ("orb", "monument")
"""Settings that are the picture."""

_LEAD_AND_COMPANION = 2

_WAITING = (
    *("dots", "doodle_scatter", "double_eleven_cn", "glass_blur", "paper", "plain_disc"),
    *("podium", "shelf", "silk", "stage_light", "studio_floor", "sunburst", "tabletop"),
    *("wash", "grain"),
)
"""Settings that look forsaken with nothing before them."""

_SPEAKING = ("paper_layers", "mesh_gradient", "contour_lines")
"""Settings that are a picture in any style, best first."""

_EMPTY_FIELDS = ("wash", "paper", "grain", "sunburst", "doodle_scatter", "silk")
"""Patterns that wait for somebody to stand before them."""


class Part(Frozen):
    """How a motif behaves on a stage."""

    share: Annotated[float, Field(gt=0, le=1.5)] = 1.0
    """Height against a main hero in the same picture."""
    garland: bool = False
    """It grows around another hero's foot."""
    scenery: tuple[str, ...] = ()
    """Settings that show it as a view; then it is no thing to be placed."""
    flower: bool = False
    """Its petals take the warm color of the palette."""
    tilts: bool = False
    """It leaps at an angle where the setting is fast."""
    company: tuple[str, ...] = ()
    """Motifs that stand beside it when nothing else was asked for."""


class Atmosphere(Frozen):
    """Light, weather or a place: no thing, but a setting."""

    words: tuple[str, ...]
    settings: Annotated[tuple[str, ...], Field(min_length=1)]
    """Best first."""
    company: tuple[str, ...] = ()
    """Motifs that stand in it when no thing was asked for."""


class CastTable(Frozen):
    """How motifs and atmospheres behave."""

    about: str
    manners: dict[str, tuple[str, ...]]
    """What a style asks of every motif: attributes."""
    worlds: dict[str, dict[str, str]]
    """By trade or ``eastern``: what a motif is there."""
    atmospheres: dict[str, Atmosphere]
    motifs: dict[str, Part]


@dataclass(frozen=True, kw_only=True)
class Player:
    """One subject on its way to the stage.

    Attributes:
        name: Motif name.
        drawing: As the illustrator made it.
        part: How it behaves.
        treatment: The hand it was drawn with.
    """

    name: str
    drawing: MotifDrawing
    part: Part
    treatment: Treatment


@dataclass(frozen=True, kw_only=True)
class Cast:
    """Who plays, and why.

    Attributes:
        players: The main hero first.
        unplaced: Subjects whose label found no place on a motif.
        why: For the note.
    """

    players: tuple[Player, ...]
    unplaced: tuple[Subject, ...]
    why: str


@lru_cache(maxsize=1)
def load_cast() -> CastTable:
    """Return the table."""
    text = (files("generators.vector") / "cast.json").read_text("utf-8")
    return CastTable.model_validate_json(text)


def part_of(motif: str) -> Part:
    """Return how a motif behaves; an unlisted one simply stands there."""
    return load_cast().motifs.get(motif, Part())


@lru_cache(maxsize=1)
def _airs() -> dict[str, Atmosphere]:
    found: dict[str, Atmosphere] = {}
    for name, air in load_cast().atmospheres.items():
        for word in (name, *air.words):
            found.setdefault(_plain(word), air)
    return found


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("_", " ").replace("-", " ").split())


def atmosphere_of(subject: Subject) -> Atmosphere | None:
    """Return the atmosphere a subject is, or None when it is a thing.

    The whole noun decides, or its last word: ``soft morning light`` is light, a ``light
    bulb`` is not.

    >>> atmosphere_of(Subject(noun="dappled_light")).settings
    ('window_light',)
    >>> atmosphere_of(Subject(noun="desk lamp")) is None
    True
    """
    noun = _plain(subject.noun)
    airs = _airs()
    if noun in airs:
        return airs[noun]
    ends = [word for word in airs if noun.endswith(word if not word.isascii() else f" {word}")]
    longest = max(ends, key=len, default="")
    known = find_motif(subject.noun)
    if not longest or (known is not None and len(longest) < 2):
        return None
    return airs[longest]


def motif_of(subject: Subject, theme: Theme) -> str | None:
    """Return the motif a subject means in that trade and style, or None.

    Its attributes are read with it.
    """
    if atmosphere_of(subject) is not None:
        return None
    whole = " ".join((*subject.attributes, subject.noun))
    motif = find_motif(subject.noun) or find_motif(whole)
    if motif is None:
        return None
    worlds = load_cast().worlds
    for world in (theme.industry, *_worlds(theme.style)):
        motif = worlds.get(world, {}).get(motif, motif)
    return motif


def _undrawn(request: PictureRequest) -> list[Subject]:
    """Return the things asked for that nobody drew."""
    return [
        subject
        for subject in request.subjects
        if atmosphere_of(subject) is None and motif_of(subject, request.theme) is None
    ]


def scenery_of(request: PictureRequest) -> tuple[str, ...]:
    """Return the settings the subjects ask for, as light, place or view, best first.

    Without any known subject, a trade that shows no thing has an abstract picture; so has a
    thing nobody drew, in a setting of the style that needs nobody before it.
    """
    airs = [air for air in map(atmosphere_of, request.subjects) if air is not None]
    if airs:
        return airs[0].settings
    motifs = [
        motif
        for subject in request.subjects
        if (motif := motif_of(subject, request.theme)) is not None
    ]
    for motif in motifs:
        if part_of(motif).scenery:
            return part_of(motif).scenery
    if _undrawn(request) and not motifs:
        recipes = load_recipes().recipes
        own = [recipes[name].setting for name in style_recipes(request.style)]
        return tuple(one for one in own if one not in _WAITING) or _SPEAKING
    nouns = _turned(industry_nouns(request.theme.industry), request.seed)
    if not motifs and request.kind == "scene" and nouns and nouns[0] in SCENES:
        return (nouns[0],)
    if not motifs and request.kind == "scene" and not nouns and not request.theme.motifs:
        return (
            ("orb",)
            if request.style in style_family("tech", "ui", "graphic")
            else ("monument",)
        )
    return ()


def drawn(
    request: PictureRequest, motif: str, treatment: Treatment, subject: Subject, turn: int
) -> Player:
    """Return one motif drawn for the request's theme; `turn` varies the seed."""
    part = part_of(motif)
    drawing = draw_motif(
        MotifRequest(
            name=motif,
            treatment=treatment,
            palette=Tones(request.theme.palette).petal_palette()
            if part.flower
            else request.theme.palette,
            seed=request.seed + 17 * turn,
            label=subject.label,
            attributes=(*subject.attributes, *_worlds(request.theme.style)),
            detail=0.9,
            label_font=request.theme.type["display"].font,
        )
    )
    return Player(name=motif, drawing=drawing, part=part, treatment=treatment)


def _worlds(style: str) -> tuple[str, ...]:
    first = style.split("+", maxsplit=1)[0]
    eastern = ("eastern",) if first in style_family("east_asian") else ()
    return (*eastern, *load_cast().manners.get(first, ()))


def _has_view(setting: str) -> bool:
    """Whether a setting is a view already, so that another view cannot stand in it."""
    table = load_cast()
    airs = {name for air in table.atmospheres.values() for name in air.settings}
    return setting in airs | {name for part in table.motifs.values() for name in part.scenery}


@dataclass(kw_only=True)
class _CallSheet:
    """Who was asked for: motifs to draw, nouns the setting shows, labels without a place."""

    found: dict[str, Subject]
    shown: list[str]
    unplaced: list[Subject]


def _called(request: PictureRequest, setting: str) -> _CallSheet:
    sheet = _CallSheet(found={}, shown=[], unplaced=[])
    for subject in request.subjects:
        motif, air = motif_of(subject, request.theme), atmosphere_of(subject)
        if air is not None:
            sheet.shown += [subject.noun] if setting in air.settings else []
            continue
        views = () if motif is None else part_of(motif).scenery
        if setting in views:
            sheet.shown.append(subject.noun)
        elif views and _has_view(setting):
            continue
        elif motif is not None and motif not in sheet.found:
            sheet.found[motif] = subject
        elif subject.label:
            sheet.unplaced.append(subject)
    return sheet


def _turned(nouns: tuple[str, ...], seed: int) -> tuple[str, ...]:
    """Return the nouns beginning with another one for every seed."""
    start = seed % len(nouns) if nouns else 0
    return (*nouns[start:], *nouns[:start])


def _stand_in(request: PictureRequest, setting: str) -> dict[str, Subject]:
    """What the trade shows, else what the style likes in a room; nothing before a view.

    The seed chooses which thing of the trade leads; the trade's first one keeps it company
    when its own motif has none.
    """
    worn = style_nouns(request.theme.style)
    if worn and not request.theme.industry:
        pairs = ((motif_of(Subject(noun=noun), request.theme), noun) for noun in worn)
        return {motif: Subject(noun=noun) for motif, noun in pairs if motif is not None}
    nouns = industry_nouns(request.theme.industry)
    shown: dict[str, Subject] = {}
    for noun in (*_turned(nouns, request.seed)[:1], *nouns):
        motif = motif_of(Subject(noun=noun), request.theme)
        if motif is None or part_of(motif).scenery or noun in SCENES:
            continue
        shown[motif] = Subject(noun=noun)
        if part_of(motif).company or noun == nouns[0] or len(shown) == _LEAD_AND_COMPANION:
            break
    if shown:
        return shown
    liked = request.theme.motifs if setting in SCENES or setting in _EMPTY_FIELDS else ()
    for noun in _turned(liked, request.seed):
        motif = motif_of(Subject(noun=noun), request.theme)
        if motif is not None and not part_of(motif).scenery and noun not in SCENES:
            return {motif: Subject(noun=noun)}
    return {}


def cast_subjects(request: PictureRequest, treatment: Treatment, setting: str) -> Cast:
    """Return a motif for each subject, else what the trade shows, else what the style likes.

    A lone hero is given the company its motif keeps.
    """
    if request.kind in ("background", "pattern"):
        return Cast(players=(), unplaced=(), why="no subject, only the field")
    called = _called(request, setting)
    found = called.found
    why = "it shows " + ", ".join(
        [*called.shown, *(subject.noun for subject in found.values())]
    )
    airs = [air for air in map(atmosphere_of, request.subjects) if air is not None]
    if not found and request.kind == "scene":
        found |= {name: Subject(noun=name) for air in airs[:1] for name in air.company}
    undrawn = _undrawn(request)
    if not found and not called.shown and undrawn:
        why = f"an abstract picture, for nobody drew {undrawn[0].noun.replace('_', ' ')}"
    elif not found and not called.shown:
        found = {} if setting in _ABSTRACT else _stand_in(request, setting)
        why = next(
            (f"no subject was known, so {s.noun} stands for the trade" for s in found.values()),
            "an abstract picture, for no subject was known",
        )
    if len(found) + len(called.shown) == 1 and request.kind == "scene":
        alone = next(iter(found), None) or find_motif(called.shown[0]) or ""
        found |= {name: Subject(noun=name) for name in part_of(alone).company}
    players: list[Player] = []
    unplaced = list(called.unplaced)
    order = sorted(found.items(), key=lambda item: part_of(item[0]).garland)
    for turn, (motif, subject) in enumerate(order[:_MOST_PLAYERS]):
        player = drawn(request, motif, treatment, subject, turn)
        if subject.label and not any(
            isinstance(i, TextLayer) for i in walk(player.drawing.layers)
        ):
            unplaced.append(subject)
        players.append(player)
    return Cast(players=tuple(players), unplaced=tuple(unplaced), why=why)

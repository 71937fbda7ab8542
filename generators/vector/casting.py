"""Casting: which motifs play the subjects of a request, and what role each has."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Annotated

from pydantic import Field, TypeAdapter

from compositor.document import TextLayer
from compositor.document.document import walk
from compositor.document.frozen import Frozen
from generators.base import PictureRequest, Subject
from generators.vector.motifs import (
    MotifDrawing,
    MotifRequest,
    Treatment,
    draw_motif,
    find_motif,
)
from generators.vector.patterns.tones import Tones
from generators.vector.recipes import industry_nouns
from generators.vector.scenes import SCENES

__all__ = ["Cast", "Part", "Player", "cast_subjects", "drawn", "part_of", "scenery_of"]

_MOST_PLAYERS = 4


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
def _parts() -> dict[str, Part]:
    text = (files("generators.vector") / "cast.json").read_text("utf-8")
    return TypeAdapter(dict[str, Part]).validate_python(json.loads(text)["motifs"])


def part_of(motif: str) -> Part:
    """Return how a motif behaves; an unlisted one simply stands there."""
    return _parts().get(motif, Part())


def motif_of(subject: Subject) -> str | None:
    """Return the motif a subject means, its attributes read with it, or None."""
    whole = " ".join((*subject.attributes, subject.noun))
    return find_motif(subject.noun) or find_motif(whole)


def scenery_of(request: PictureRequest) -> tuple[str, ...]:
    """Return the settings that would show the subjects as a view, best first."""
    for subject in request.subjects:
        motif = motif_of(subject)
        if motif is not None and part_of(motif).scenery:
            return part_of(motif).scenery
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
            attributes=subject.attributes,
            detail=0.9,
            label_font=request.theme.type["display"].font,
        )
    )
    return Player(name=motif, drawing=drawing, part=part, treatment=treatment)


def cast_subjects(request: PictureRequest, treatment: Treatment, setting: str) -> Cast:
    """Return a motif for each subject, else what the trade shows, else what the style likes."""
    if request.kind in ("background", "pattern"):
        return Cast(players=(), unplaced=(), why="no subject, only the field")
    found: dict[str, Subject] = {}
    unplaced: list[Subject] = []
    shown: list[str] = []
    for subject in request.subjects:
        motif = motif_of(subject)
        if motif is not None and setting in part_of(motif).scenery:
            shown.append(subject.noun)
        elif motif is not None and motif not in found:
            found[motif] = subject
        elif subject.label:
            unplaced.append(subject)
    why = "it shows " + ", ".join([*shown, *(subject.noun for subject in found.values())])
    if not found and not shown:
        liked = request.theme.motifs if setting in SCENES else ()
        for noun in (*industry_nouns(request.theme.industry), *liked):
            motif = find_motif(noun)
            if motif is not None and not part_of(motif).scenery:
                found[motif] = Subject(noun=noun)
                break
        why = next(
            (f"no subject was known, so {s.noun} stands for the trade" for s in found.values()),
            "an abstract picture, for no subject was known",
        )
    players: list[Player] = []
    order = sorted(found.items(), key=lambda item: part_of(item[0]).garland)
    for turn, (motif, subject) in enumerate(order[:_MOST_PLAYERS]):
        player = drawn(request, motif, treatment, subject, turn)
        if subject.label and not any(
            isinstance(i, TextLayer) for i in walk(player.drawing.layers)
        ):
            unplaced.append(subject)
        players.append(player)
    return Cast(players=tuple(players), unplaced=tuple(unplaced), why=why)

"""Which face sets each character of a text layer, and how it stands in vertical text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from compositor.document.text import TextRun
from compositor.errors import MissingGlyph
from compositor.typography.characters import (
    DRAWN_AS,
    CharacterKind,
    cjk_mark_places,
    is_han,
    is_symbol,
    kind_of,
)
from compositor.typography.face import Face

__all__ = ["Item", "Stance", "itemize"]

Stance = Literal["flat", "upright", "sideways", "alone", "abreast"]
"""flat: horizontal text. In vertical text: upright for Chinese, sideways for Western words,
alone for a capital, or a figure of a year, in a cell of its own, abreast for figures side by
side in one."""

_ABREAST = re.compile(r"(?<![0-9A-Za-z.,])[0-9]{1,3}(?![0-9A-Za-z]|[.,][0-9])")
_ALONE = re.compile(r"(?<![0-9A-Za-z.,])(?:[A-Z]{1,4}|[0-9]{4})(?![0-9A-Za-z]|[.,][0-9])")
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")


@dataclass(slots=True)
class Item:
    """A stretch of characters of one run, face, kind and stance.

    Attributes:
        start: Index of its first character in the layer's text.
        text: The characters.
        run: Index of the run.
        face: None for line ends and hidden characters.
        kind: What the characters are.
        stance: How they stand.
    """

    start: int
    text: str
    run: int
    face: Face | None
    kind: CharacterKind
    stance: Stance = "flat"


def itemize(
    runs: Sequence[TextRun],
    faces_of_run: Sequence[tuple[Face, ...]],
    *,
    vertical: bool,
    chinese: bool,
) -> list[Item]:
    """Return the stretches of a layer's text, in reading order, every character in one.

    The first face that has all the ideographs a run's faces are asked for sets them all, so
    that a headline never mixes two Chinese faces; only when none has them all does each
    character go to the first face that has it. A Western word is held together likewise.

    Raises:
        MissingGlyph: No face has a character.
    """
    text = "".join(run.text for run in runs)
    run_at = [number for number, run in enumerate(runs) for _ in run.text]
    marks = cjk_mark_places(text, chinese=chinese)
    kinds: list[CharacterKind] = [
        "mark" if place in marks else kind_of(c) for place, c in enumerate(text)
    ]
    chosen = _faces(text, run_at, kinds, faces_of_run)
    flat: list[Stance] = ["flat"] * len(text)
    stances = _stances(text, kinds) if vertical else flat
    items: list[Item] = []
    for place, character in enumerate(text):
        last = items[-1] if items else None
        if (
            last is not None
            and last.run == run_at[place]
            and last.face is chosen[place]
            and _joins(last.kind, kinds[place])
            and last.stance == stances[place]
            and last.stance != "alone"
        ):
            last.text += character
        else:
            items.append(
                Item(
                    place,
                    character,
                    run_at[place],
                    chosen[place],
                    kinds[place],
                    stances[place],
                )
            )
    return items


def _joins(before: CharacterKind, after: CharacterKind) -> bool:
    """Whether two kinds may be shaped together."""
    chinese, western = ("han", "mark"), ("word", "other", "space")
    return (
        (before in chinese and after in chinese)
        or (before in western and after in western)
        or (before == after == "hidden")
    )


def _faces(
    text: str,
    run_at: Sequence[int],
    kinds: Sequence[CharacterKind],
    faces_of_run: Sequence[tuple[Face, ...]],
) -> list[Face | None]:
    chosen: list[Face | None] = [None] * len(text)
    chinese = _chinese_faces(text, run_at, kinds, faces_of_run)
    for match in _WORD.finditer(text):
        for face in faces_of_run[run_at[match.start()]]:
            if all(is_han(c) or face.covers(c) for c in match[0]):
                for place in range(match.start(), match.end()):
                    if kinds[place] == "word" and run_at[place] == run_at[match.start()]:
                        chosen[place] = face
                break
    for place, character in enumerate(text):
        kind, faces = kinds[place], faces_of_run[run_at[place]]
        if kind in ("newline", "hidden") or chosen[place] is not None:
            continue
        if kind in ("han", "mark") or (is_symbol(character) and _beside_han(kinds, place)):
            faces = (*chinese[run_at[place]], *faces)
        if kind == "space":
            before = chosen[place - 1] if place and run_at[place - 1] == run_at[place] else None
            chosen[place] = before if before is not None and before.covers(" ") else faces[0]
            continue
        drawn = DRAWN_AS.get(character, character)
        found = next((f for f in faces if f.covers(drawn)), None)
        if found is None:
            raise MissingGlyph(
                f"no font of the set has a glyph for {character!r} (U+{ord(character):04X}); "
                "change the text, or add a font that has it"
            )
        chosen[place] = found
    return chosen


def _beside_han(kinds: Sequence[CharacterKind], place: int) -> bool:
    return "han" in kinds[max(0, place - 1) : place + 2]


def _chinese_faces(
    text: str,
    run_at: Sequence[int],
    kinds: Sequence[CharacterKind],
    faces_of_run: Sequence[tuple[Face, ...]],
) -> list[tuple[Face, ...]]:
    """Return for each run the faces of the family that has all ideographs of its choice.

    A choice that is asked only for marks takes them from its first Chinese family; one that
    is asked for nothing Chinese has none opened.
    """
    needed: dict[tuple[Face, ...], set[str]] = {}
    for place, character in enumerate(text):
        if kinds[place] == "han":
            needed.setdefault(faces_of_run[run_at[place]], set()).add(character)
        elif kinds[place] == "mark":
            needed.setdefault(faces_of_run[run_at[place]], set())
    found: dict[tuple[Face, ...], tuple[Face, ...]] = {}
    for faces, characters in needed.items():
        asked = sorted(characters) or ["国"]
        for style in dict.fromkeys((face.family, face.weight) for face in faces):
            members = tuple(face for face in faces if (face.family, face.weight) == style)
            if all(any(face.covers(c) for face in members) for c in asked):
                found[faces] = members
                break
    return [found.get(faces, ()) for faces in faces_of_run]


def _stances(text: str, kinds: Sequence[CharacterKind]) -> list[Stance]:
    stances: list[Stance] = [
        "upright" if kind in ("han", "mark") else "sideways" for kind in kinds
    ]
    for match in _ABREAST.finditer(text):
        stances[match.start() : match.end()] = ["abreast"] * len(match[0])
    for match in _ALONE.finditer(text):
        stances[match.start() : match.end()] = ["alone"] * len(match[0])
    for place, kind in enumerate(kinds):
        if kind in ("space", "hidden", "newline") and place:
            stances[place] = "sideways" if kind == "space" else stances[place - 1]
    return stances

"""Which face sets each character of a text layer, and how it stands in vertical text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from compositor.document.text import TextRun
from compositor.errors import MissingGlyph
from compositor.typography.bidi import base_level, has_leftward, levels_of
from compositor.typography.characters import (
    DRAWN_AS,
    FIGURE_CURRENCY,
    CharacterKind,
    cjk_mark_places,
    is_han,
    is_symbol,
    kind_of,
)
from compositor.typography.face import Face
from compositor.typography.script import is_joined, missing_glyph_message, scripts_of

__all__ = ["Item", "Stance", "itemize"]

Stance = Literal["flat", "upright", "sideways", "alone", "abreast"]
"""flat: horizontal text. In vertical text: upright for Chinese, sideways for Western words,
alone for a capital, or a figure of a year, in a cell of its own, abreast for figures side by
side in one."""

_ABREAST = re.compile(
    r"(?<![0-9A-Za-z.,:/\-])(?:[0-9]{1,3}|[0-9][A-Z]|[A-Z][0-9]|[!?]{2})"
    r"(?![0-9A-Za-z]|[.,:/\-][0-9])"
)
_PERCENT = re.compile(r"(?<=[0-9])[%‰℃°]")
_ALONE = re.compile(r"(?<![0-9A-Za-z.,])(?:[A-Z]{1,4}|[0-9]{4})(?![0-9A-Za-z]|[.,][0-9])")
_JOINERS = frozenset("\u200c\u200d")
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
        script: ISO 15924 code when the characters need shaping of their own, else empty.
        level: Of direction: odd runs leftwards.
        ratio: Size of the glyphs as a multiple of the run's.
        shift: Upwards, in em, added to the run's.
    """

    start: int
    text: str
    run: int
    face: Face | None
    kind: CharacterKind
    stance: Stance = "flat"
    script: str = ""
    level: int = 0
    ratio: float = 1.0
    shift: float = 0.0


def itemize(
    runs: Sequence[TextRun],
    faces_of_run: Sequence[tuple[Face, ...]],
    *,
    vertical: bool,
    language: str,
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
    marks = cjk_mark_places(text, chinese=language.startswith("zh"))
    kinds = [_kind(text, place, marks) for place in range(len(text))]
    scripts = scripts_of(text)
    chosen = _faces(_Choice(text, run_at, kinds, scripts), faces_of_run)
    levels = _levels(text, language, vertical=vertical)
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
            and last.script == scripts[place]
            and last.level == levels[place]
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
                    scripts[place],
                    levels[place],
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


def _kind(text: str, place: int, marks: frozenset[int]) -> CharacterKind:
    """Return what a character is in its place: a currency sign before figures is theirs."""
    if place in marks:
        return "mark"
    if is_joined(text, place):
        return "word"
    if text[place] in FIGURE_CURRENCY and text[place + 1 : place + 2].strip().isdigit():
        return "other"
    return kind_of(text[place])


@dataclass(frozen=True)
class _Choice:
    """What the choice of faces depends on, character by character."""

    text: str
    run_at: Sequence[int]
    kinds: Sequence[CharacterKind]
    scripts: Sequence[str]


def _levels(text: str, language: str, *, vertical: bool) -> list[int]:
    """Return the direction level of every character, paragraph by paragraph."""
    if vertical or not has_leftward(text):
        return [0] * len(text)
    levels: list[int] = []
    for paragraph in text.splitlines(keepends=True):
        levels += levels_of(paragraph, base_level(paragraph, language))
    return levels


def _faces(choice: _Choice, faces_of_run: Sequence[tuple[Face, ...]]) -> list[Face | None]:
    text, run_at, kinds = choice.text, choice.run_at, choice.kinds
    chosen: list[Face | None] = [None] * len(text)
    chinese = _chinese_faces(text, run_at, kinds, faces_of_run)
    _choose_for_words(choice, faces_of_run, chosen)
    for place, character in enumerate(text):
        kind, faces = kinds[place], faces_of_run[run_at[place]]
        if kind in ("newline", "hidden") or chosen[place] is not None:
            continue
        if kind in ("han", "mark") or (is_symbol(character) and _beside_han(kinds, place)):
            faces = (*chinese[run_at[place]], *faces)
        before = chosen[place - 1] if place and run_at[place - 1] == run_at[place] else None
        if kind == "space":
            chosen[place] = before if before is not None and before.covers(" ") else faces[0]
            continue
        if before is not None and choice.scripts[place]:
            faces = (before, *faces)
        drawn = DRAWN_AS.get(character, character)
        if kind == "other":
            drawn = FIGURE_CURRENCY.get(character, drawn)
        found = next((f for f in faces if f.covers(drawn)), None)
        if found is None:
            raise MissingGlyph(missing_glyph_message(character))
        chosen[place] = found
    return chosen


def _choose_for_words(
    choice: _Choice, faces_of_run: Sequence[tuple[Face, ...]], chosen: list[Face | None]
) -> None:
    """Give every word the first face that has all of it, where there is one."""
    text, run_at = choice.text, choice.run_at
    for first, last in _word_spans(choice):
        for face in faces_of_run[run_at[first]]:
            if all(is_han(c) or c in _JOINERS or face.covers(c) for c in text[first:last]):
                for place in range(first, last):
                    if choice.kinds[place] == "word" and run_at[place] == run_at[first]:
                        chosen[place] = face
                break


def _word_spans(choice: _Choice) -> Iterator[tuple[int, int]]:
    """Yield stretches that one face should set: Western words, and words of other scripts."""
    for match in _WORD.finditer(choice.text):
        if not choice.scripts[match.start()]:
            yield match.span()
    place = 0
    while place < len(choice.text):
        end = place
        while (
            end < len(choice.text)
            and choice.kinds[end] == "word"
            and choice.scripts[end]
            and choice.scripts[end] == choice.scripts[place]
        ):
            end += 1
        if end > place:
            yield place, end
        place = max(end, place + 1)


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
        sign = _PERCENT.match(text, match.end())
        if sign is not None:
            stances[sign.start()] = "alone"
    for match in _ALONE.finditer(text):
        stances[match.start() : match.end()] = ["alone"] * len(match[0])
    for place, kind in enumerate(kinds):
        if kind in ("space", "hidden", "newline") and place:
            stances[place] = "sideways" if kind == "space" else stances[place - 1]
    return stances

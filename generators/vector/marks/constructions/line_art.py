"""line_art: a subject drawn with one line weight, one part of it in the spark paint."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path as FilePath

from compositor.document import Shape
from generators.vector.marks.doodle import doodled
from generators.vector.marks.mark import (
    CannotDraw,
    Mark,
    MarkInks,
    MarkRequest,
    filled,
    finished,
    stroked,
)
from generators.vector.marks.pen import PenStroke, read_strokes

__all__ = ["Subject", "draw", "find_subjects", "plainer", "subject_shapes", "subjects"]


@dataclass(frozen=True)
class Subject:
    """A line drawing.

    Attributes:
        id: Its name.
        nouns: Words it answers to, English in lower case and Chinese.
        idea: What it joins, in English.
        idea_zh: The same in Chinese.
        strokes: In u.
    """

    id: str
    nouns: tuple[str, ...]
    idea: str
    idea_zh: str
    strokes: tuple[PenStroke, ...]


@cache
def subjects() -> dict[str, Subject]:
    """Return every subject by id."""
    plain = json.loads(FilePath(__file__).with_name("subjects.json").read_text("utf-8"))
    return {
        key: Subject(
            key,
            tuple(entry["nouns"]),
            entry["idea"][0],
            entry["idea"][1],
            read_strokes(entry["strokes"]),
        )
        for key, entry in plain["subjects"].items()
    }


def find_subjects(nouns: tuple[str, ...]) -> tuple[Subject, ...]:
    """Return the subjects that answer to the nouns, best match first, without repeats.

    A noun equal to a subject's id or noun beats one that contains it or is contained in it.
    """
    exact: list[Subject] = []
    loose: list[tuple[int, Subject]] = []
    for noun in (n.strip().lower() for n in nouns if n.strip()):
        for subject in subjects().values():
            words = (subject.id.replace("_", " "), *subject.nouns)
            if noun in words or noun == subject.id:
                exact.append(subject)
            else:
                shared = max((_shared(noun, word) for word in words), default=0)
                if shared:
                    loose.append((-shared, subject))
    loose.sort(key=lambda pair: pair[0])
    found: list[Subject] = []
    for subject in [*exact, *(s for _, s in loose)]:
        if subject not in found:
            found.append(subject)
    return tuple(found)


def draw(request: MarkRequest) -> Mark:
    """Return the first fitting subject as a line mark; the variant moves down the list.

    Raises:
        CannotDraw: No subject answers to the nouns.
    """
    found = find_subjects(request.subjects)
    if not found:
        raise CannotDraw(
            f"no line drawing for {', '.join(request.subjects) or 'no subject'}; "
            f"there are: {', '.join(subjects())}"
        )
    subject = found[request.variant % len(found)]
    mark = Mark(
        shapes=subject_shapes(
            plainer(subject, request.detail),
            request.inks,
            request.weight_u,
            is_round=request.roundness >= 0.35,
        ),
        construction="line_art",
        concept=f"{subject.idea} / {subject.idea_zh}",
        subject=subject.id,
        stroke_u=request.weight_u,
        has_round_ends=request.roundness >= 0.35,
        facts={"weight_u": request.weight_u},
    )
    done = finished(mark)
    return doodled(done, request) if request.treatment == "doodle" else done


def plainer(subject: Subject, detail: float) -> Subject:
    """Return the subject without its shortest strokes when little detail is wanted.

    The spark stays: it is the idea.
    """
    if detail >= 0.3 or len(subject.strokes) < 3:
        return subject
    sizes = [max(s.path.bounds.width, s.path.bounds.height) for s in subject.strokes]
    least = (0.3 - detail) * 1.2 * max(sizes)
    kept = tuple(
        s
        for s, size in zip(subject.strokes, sizes, strict=True)
        if s.is_spark or s.is_cover or size >= least
    )
    return replace(subject, strokes=kept)


def subject_shapes(
    subject: Subject, inks: MarkInks, weight_u: float, *, is_round: bool = True
) -> tuple[Shape, ...]:
    """Return a subject's strokes as shapes of one weight."""
    shapes = []
    for stroke in subject.strokes:
        paint = inks.spark if stroke.is_spark else inks.main
        if stroke.is_cover:
            shapes.append(filled(stroke.path, inks.ground))
        elif stroke.is_filled:
            shapes.append(filled(stroke.path, paint))
        else:
            shapes.append(stroked(stroke.path, paint, weight_u, is_round=is_round))
    return tuple(shapes)


def _shared(noun: str, word: str) -> int:
    """Length of the shorter when one contains the other as a whole word, else 0."""
    if noun.isascii() != word.isascii():
        return 0
    if not noun.isascii():
        return min(len(noun), len(word)) if noun in word or word in noun else 0
    a, b = f" {noun} ", f" {word} "
    return min(len(noun), len(word)) if a in b or b in a else 0

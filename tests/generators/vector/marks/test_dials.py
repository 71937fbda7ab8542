"""Weight, roundness and detail change a drawing the way their words say, or not at all."""

from dataclasses import replace

import numpy as np
import pytest

from compositor.document import Shape, solid
from compositor.geometry.boolean import outline_stroke
from generators.vector.marks import (
    CONSTRUCTIONS,
    Mark,
    MarkInks,
    MarkRequest,
    draw_construction,
)
from generators.vector.marks.dials import PARAMETERS
from generators.vector.marks.ideas.sketch import sketched_mark
from generators.vector.marks.mark import node_budget

INKS = MarkInks(
    main=solid("#1D2B53", "primary"),
    spark=solid("#E4572E", "accent"),
    ground=solid("#FFFFFF", "ground"),
    tint=solid("#5D73B5", "mark_tint"),
)
NAMES = (("North Gate", "北门"), ("Mover Works", "墨物"), ("Sable Raven", "青橡"))
SUBJECTS = (("house", "compass"), ("deer", "leaf"), ("flame", "moon"))
KNOCKED_OUT = ("enclosure", "negative_space")
"""The figure is a hole there: heavier lines leave less ink."""


def request_of(seed: int, name: str) -> MarkRequest:
    latin, chinese = NAMES[seed % 3]
    return MarkRequest(
        inks=INKS,
        name_latin=latin,
        name_zh=chinese,
        subjects=("cat",) if name == "mascot" else SUBJECTS[seed % 3],
        seed=seed,
        variant=seed % 6,
        treatment="flat" if name == "gradient_fluid" else "clean",
    )


def outlines(shape: Shape) -> list[np.ndarray]:
    path = shape.path
    if shape.stroke is not None:
        stroke = shape.stroke
        path = outline_stroke(path, stroke.width, cap=stroke.cap, join=stroke.join)
    return [np.array(line) for line in path.flattened(10)]


def thickness(mark: Mark) -> float:
    """Ink over edge: half the width of an even stroke."""
    area = edge = 0.0
    for line in (line for shape in mark.shapes for line in outlines(shape)):
        step = np.diff(line, axis=0)
        edge += float(np.linalg.norm(step, axis=1).sum())
        area += float((line[:-1, 0] * line[1:, 1] - line[1:, 0] * line[:-1, 1]).sum()) / 2
    return abs(area) / edge


def sharpness(mark: Mark) -> float:
    """Squared turns per length: what a corner has much of and an arc of its size little."""
    total = 0.0
    for line in (line for shape in mark.shapes for line in outlines(shape)):
        along = np.r_[0, np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))]
        at = np.linspace(0, along[-1], max(8, int(along[-1] / 0.7)) + 1)[:-1]
        run = np.stack([np.interp(at, along, line[:, i]) for i in (0, 1)], axis=1)
        way = np.roll(run, -1, axis=0) - run
        turns = np.diff(np.arctan2(way[:, 1], way[:, 0]), append=0.0)
        turns = (turns + np.pi) % (2 * np.pi) - np.pi
        total += float((turns[:-1] ** 2).sum())
    return total


def plain(mark: Mark) -> tuple[str, ...]:
    """All that is drawn, as text."""
    return tuple(f"{shape.path.to_svg(1)} {shape.stroke}" for shape in mark.shapes)


@pytest.mark.parametrize("name", CONSTRUCTIONS)
def test_a_parameter_moves_one_way_and_those_not_answered_to_move_nothing(name: str) -> None:
    moved = {"weight": 0, "roundness": 0, "detail": 0}
    for seed in range(3):
        request = request_of(seed, name)
        thin, thick = (
            draw_construction(name, replace(request, weight_u=w)) for w in (3.4, 6.6)
        )
        sign = -1 if name in KNOCKED_OUT and "guest" not in thin.facts else 1
        assert sign * (thickness(thick) - thickness(thin)) > -0.02
        moved["weight"] += plain(thick) != plain(thin)
        sharp, soft = (
            draw_construction(name, replace(request, roundness=r)) for r in (0.0, 0.9)
        )
        assert sharpness(soft) < 1.06 * sharpness(sharp) + 0.5
        moved["roundness"] += plain(sharp) != plain(soft)
        poor, rich = (draw_construction(name, replace(request, detail=d)) for d in (0.0, 1.0))
        assert poor.node_count <= rich.node_count
        moved["detail"] += plain(poor) != plain(rich)
        for mark in (thin, thick, sharp, soft, rich):
            assert mark.node_count <= node_budget(mark), (seed, mark.facts)
    for parameter, count in moved.items():
        if parameter not in PARAMETERS[name]:
            assert count == 0, parameter
        elif parameter != "detail":
            assert count >= 1, parameter


def test_a_sketch_answers_too() -> None:
    lines = ("a = # rect 10 14 18 70 0", "b = stroke! 8 line 40 20 80 80", "ink main a b")
    request = MarkRequest(inks=INKS)
    thin, thick = (
        sketched_mark(lines, INKS, "", replace(request, weight_u=w)) for w in (3.4, 6.6)
    )
    assert thickness(thin) < thickness(thick)
    sharp, soft = (
        sketched_mark(lines, INKS, "", replace(request, roundness=r)) for r in (0.0, 1.0)
    )
    assert sharpness(soft) < sharpness(sharp)

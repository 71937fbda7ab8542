"""The library of solid figures: complete, found by their nouns, drawn within budget."""

import pytest

from compositor.document import solid
from compositor.geometry import Path
from compositor.geometry.corners import kink_count
from generators.vector.marks import MarkInks, MarkRequest, draw_construction
from generators.vector.marks.constructions.edge_match import best_seat
from generators.vector.marks.constructions.pictorial.figure import (
    areas_of,
    figures,
    find_figures,
)
from generators.vector.marks.craft import measured
from generators.vector.marks.mark import LIVE_AREA

INKS = MarkInks(
    main=solid("#1D2B53", "primary"),
    spark=solid("#E4572E", "accent"),
    ground=solid("#FFFFFF", "ground"),
    tint=solid("#5D73B5", "mark_tint"),
)


def test_every_figure_is_described_in_both_languages() -> None:
    assert len(figures()) >= 90
    for figure in figures().values():
        assert len(figure.features) == 5, figure.id
        assert any(not n.isascii() for n in figure.nouns), figure.id
        assert any(n.isascii() for n in figure.nouns), figure.id
        assert figure.idea
        assert figure.idea_zh


def test_every_figure_is_smooth_live_and_within_budget() -> None:
    for figure_id in figures():
        mark = draw_construction("pictorial", MarkRequest(inks=INKS, subjects=(figure_id,)))
        assert mark.subject == figure_id
        assert mark.node_count <= 120, figure_id
        assert sum(kink_count(s.path) for s in mark.shapes) == 0, figure_id
        assert LIVE_AREA.covers(Path.join(s.path for s in mark.shapes).bounds, 0.25), figure_id


@pytest.mark.parametrize("figure_id", list(figures())[::5])
def test_figures_are_well_drawn(figure_id: str) -> None:
    mark = draw_construction("pictorial", MarkRequest(inks=INKS, subjects=(figure_id,)))
    craft = measured(mark)
    assert craft.slivers == 0
    assert craft.overlap_u2 < 2
    assert craft.thin_share < 0.09
    assert craft.off_center_u <= 1.5


@pytest.mark.parametrize(
    ("nouns", "found"),
    [
        (("小鹿",), "deer"),
        (("a red fox",), "fox"),
        (("钢笔",), "pen"),
        (("灯笼",), "lantern"),
        (("unknown", "古琴"), "guqin"),
        (("growth arrow",), "growth"),
    ],
)
def test_nouns_find_their_figure(nouns: tuple[str, ...], found: str) -> None:
    assert find_figures(nouns)[0].id == found


def test_parts_keep_their_gap() -> None:
    lotus = figures()["lotus"]
    near, far = (areas_of(lotus, gap_u=g) for g in (2.0, 5.0))
    assert sum(a.path.bounds.area for a in far) <= sum(a.path.bounds.area for a in near)


def test_a_guest_finds_an_edge_of_its_host() -> None:
    host, guest = (areas_of(figures()[n])[0].path for n in ("moon", "leaf"))
    seat = best_seat(host, guest)
    assert seat is None or (0.08 <= seat.share <= 0.27 and seat.distance_u < 12)

"""Candidates: many, sound, scored the way a designer would rank the obvious cases."""

import pytest

from compositor.geometry import Size
from compositor.layout.archetypes import archetype, archetypes
from compositor.layout.candidates import (
    Candidate,
    CandidateRequest,
    diverse,
    propose,
    stand_ins,
)
from compositor.layout.theme import Theme
from compositor.typography.fonts import default_fonts
from knowledge import resolve_theme

COPY = {"headline": "花影入香", "subhead": "光从叶隙落下，香从肌肤升起", "cta": "立即预订"}


@pytest.fixture(scope="module")
def theme() -> Theme:
    return resolve_theme(["luxury"], seed=1)


def request(theme: Theme, **changes: object) -> CandidateRequest:
    plain: dict[str, object] = {
        "theme": theme,
        "copy": COPY,
        "language": "zh-Hans",
        "size": Size(1080, 1440),
        "fidelity": {},
        "subject_aspect": 0.9,
        "seed": 1,
    }
    return CandidateRequest(**(plain | changes))  # type: ignore[arg-type]  # checked by use


@pytest.fixture(scope="module")
def plain(theme: Theme) -> list[Candidate]:
    return propose(request(theme), default_fonts())


def test_a_usual_page_has_at_least_24_candidates(plain: list[Candidate]) -> None:
    assert len(plain) >= 24
    assert [c.total for c in plain] == sorted((c.total for c in plain), reverse=True)
    assert all(0 < c.score.total <= 1 for c in plain)


def test_the_same_request_gives_the_same_order(theme: Theme, plain: list[Candidate]) -> None:
    assert plain == propose(request(theme), default_fonts())
    other = propose(request(theme, seed=2), default_fonts())
    assert [c.archetype for c in plain] != [c.archetype for c in other]


def test_candidates_vary_in_grid_scale_crop_alignment_and_side(theme: Theme) -> None:
    found = propose(request(theme, size=Size(1080, 1080)), default_fonts())
    assert len({c.archetype for c in found}) >= 10
    assert {c.scale for c in found} == {1.0, 0.82}
    assert {c.is_mirrored for c in found} == {False, True}
    assert {c.variation.grid for c in found} == {"own", "words", "picture"}
    assert {c.variation.crop for c in found} == {"own", "close"}
    assert len({c.variation.align for c in found}) >= 2


def test_diverse_choices_never_share_an_archetype(plain: list[Candidate]) -> None:
    chosen = [c for c in diverse([plain] * 6) if c is not None]
    assert len({c.archetype for c in chosen}) == len(chosen) == 6
    assert len({c.family for c in chosen[:4]}) >= 3
    beside = diverse([plain], chosen)[0]
    assert beside is not None
    assert beside.archetype not in {c.archetype for c in chosen}


def test_a_wish_wins_among_equals_and_counts_no_more_than_that(
    theme: Theme, plain: list[Candidate]
) -> None:
    near = next(c for c in plain if c.archetype != plain[0].archetype)
    wished = propose(request(theme, wish=near.archetype), default_fonts())
    assert wished[0].archetype == near.archetype
    assert wished[0].total - near.total == pytest.approx(0.12, abs=0.02)


def test_what_stands_in_takes_the_same_picture_with_words_elsewhere(
    plain: list[Candidate],
) -> None:
    start = next(c for c in plain if c.archetype == "podium")
    others = stand_ins(start, plain, Size(1080, 1440), tuple(COPY))
    assert 3 <= len(others) <= 6
    assert start not in others
    assert not {"split", "collage", "mosaic_bento"} & {c.archetype for c in others}
    lower = {"silhouette", "scatter_orbit", "full_bleed_band", "radial"}
    assert lower & {c.archetype for c in others}


def test_fidelity_moves_a_candidate_up(theme: Theme, plain: list[Candidate]) -> None:
    last = plain[-1].archetype
    raised = propose(request(theme, fidelity={last: 1.0}), default_fonts())
    before = [c.archetype for c in plain].index(last)
    after = [c.archetype for c in raised].index(last)
    assert after < before


def test_words_too_long_for_any_page_give_no_candidate(theme: Theme) -> None:
    long = {"headline": "一" * 700}
    assert propose(request(theme, copy=long), default_fonts()) == []


@pytest.mark.parametrize("form", ["P", "Q", "L"])
@pytest.mark.parametrize("name", [n for n in archetypes() if archetype(n).has_side])
def test_mirror_images_keep_text_apart_and_inside(name: str, form: str) -> None:
    size = {"P": Size(1080, 1440), "Q": Size(1080, 1080), "L": Size(1920, 1080)}[form]
    geometry = archetype(name).geometry(size, is_mirrored=True)
    for index, one in enumerate(geometry.stacks):
        assert one.box.x >= 0.02
        assert one.box.right <= 0.98
        for other in geometry.stacks[index + 1 :]:
            assert one.box.intersection(other.box).area < 1e-9

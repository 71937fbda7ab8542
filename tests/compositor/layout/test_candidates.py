"""Candidates: many, sound, scored the way a designer would rank the obvious cases."""

import pytest

from compositor.geometry import Size
from compositor.layout.archetypes import archetype, archetypes
from compositor.layout.candidates import CandidateRequest, diverse, propose
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


def test_a_usual_page_has_at_least_24_candidates(theme: Theme) -> None:
    found = propose(request(theme), default_fonts())
    assert len(found) >= 24
    assert [c.total for c in found] == sorted((c.total for c in found), reverse=True)
    assert all(0 < c.score.total <= 1 for c in found)


def test_the_same_request_gives_the_same_order(theme: Theme) -> None:
    one = propose(request(theme), default_fonts())
    assert one == propose(request(theme), default_fonts())
    other = propose(request(theme, seed=2), default_fonts())
    assert [c.archetype for c in one] != [c.archetype for c in other]


def test_diverse_choices_never_share_an_archetype(theme: Theme) -> None:
    chosen = diverse(propose(request(theme), default_fonts()), 6)
    assert len({c.archetype for c in chosen}) == len(chosen) == 6
    assert len({c.family for c in chosen[:4]}) == 4


def test_fidelity_moves_a_candidate_up(theme: Theme) -> None:
    plain = propose(request(theme), default_fonts())
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
